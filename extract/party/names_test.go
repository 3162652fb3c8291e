package party

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

func TestCells(t *testing.T) {
	for _, tt := range []struct {
		text  string
		role  Role
		names string
		open  bool
	}{
		{`市水务局\n市审计局`, Lead, "市水务局 市审计局", false},
		{`市卫生健康\n委员会`, Lead, "市卫生健康委员会", false},
		{`市卫生健康委\n员会`, Lead, "市卫生健康委员会", false},
		{`各县\n市区人民政府`, Responsible, "各县市区人民政府", false},
		{`各乡\n镇`, Responsible, "各乡镇", false},
		{`各地\n级以上市人民政府`, Responsible, "各地级以上市人民政府", false},
		{`各县区\n市水务局`, Responsible, "各县区 市水务局", false},
		{`云溪\n银保监分局`, Responsible, "云溪银保监分局", false},
		{`云溪市\n税务局`, Responsible, "云溪市税务局", false},
		{`云溪市\n各县区`, Responsible, "云溪市 各县区", false},
		{"市水务局 市审计局", Lead, "市水务局 市审计局", false},
		{"市大数据 管理局", Lead, "市大数据管理局", false},
		{"市水务局 市城市管理 执法局", Lead, "市水务局 市城市管理执法局", false},
		{"市审计局、 市市场监督 管理局", Support, "市审计局 市市场监督管理局", false},
		{"市 水 务 局", Lead, "市水务局", false},
		{`水务局\n审计局`, Responsible, "水务局 审计局", false},
		{`市委\n组织部`, Lead, "市委组织部", false},
		{`市政府\n办公室`, Lead, "市政府办公室", false},
		{`市水务局\n(市节水办)`, Lead, "市水务局（市节水办）", false},
		{`市农业农村局(市乡村振\n兴局)`, Lead, "市农业农村局（市乡村振兴局）", false},
		{`市教育局\n各县区人民政府`, Lead, "市教育局 各县区人民政府", false},
		{"市水务局等", Lead, "市水务局", true},
		{"市水务局、审计局等部门", Responsible, "市水务局 市审计局", true},
		{"-", Lead, "", false},
		{"/", Lead, "", false},
		{"李某", Lead, "", false},
		{"", Lead, "", false},
	} {
		s := read(tt.text)
		ds, open := Cell(s, 0, s.Len(), tt.role, Context{Place: "云溪市"})
		var names []string
		for _, d := range ds {
			names = append(names, d.Name)
			if d.Role != tt.role {
				t.Errorf("%q: %s is %s", tt.text, d.Name, d.Role)
			}
		}
		if got := strings.Join(names, " "); got != tt.names || open != tt.open {
			t.Errorf("%q: got %s %v", tt.text, got, open)
		}
	}
}

func TestCellWordsBeatTheColumn(t *testing.T) {
	for _, tt := range []struct {
		text string
		role Role
		want [4]string
	}{
		{"市水务局牵头，市审计局配合", Responsible, [4]string{"市水务局", "市审计局", "", ""}},
		{"市水务局(牵头)、市审计局", Responsible, [4]string{"市水务局", "", "市审计局", ""}},
		{"牵头单位：市水务局\\n配合单位：市审计局", None, [4]string{"市水务局", "市审计局", "", ""}},
		{"市水务局", None, [4]string{"", "", "市水务局", ""}},
	} {
		s := read(tt.text)
		ds, _ := Cell(s, 0, s.Len(), tt.role, Context{})
		if got := summary([]Clause{{Departments: ds, Understood: true}}); got != tt.want {
			t.Errorf("%q: got %q", tt.text, got)
		}
	}
}

func TestColumns(t *testing.T) {
	for header, want := range map[string]Role{
		"牵头单位": Lead, "牵头部门": Lead, "牵头（责任）单位": Lead, "主办单位": Lead, "牵头": Lead, "牵头责任单位": Lead,
		"配合单位": Support, "协办单位": Support, "参与单位": Support, "配合部门": Support, "指导单位": Support, "配合": Support,
		"责任单位": Responsible, "责任部门": Responsible, "负责单位": Responsible, "责 任 单 位": Responsible, "承办单位": Responsible,
		"责任主体": Responsible, "责任科室": Responsible, "责任单位（部门）": Responsible, "主要责任单位": Responsible, "责任单位及责任人": Responsible, "落实单位": Responsible,
		"市级责任单位": Responsible, "县（市、区）责任单位": Responsible, "项目责任单位": Responsible, "责任分工": Responsible, "牵头及配合单位": Responsible, "责任县区": Responsible, "市级牵头部门": Lead, "市水务局内牵头处室": Lead, "市水务局内配合处室": Support, "牵头单位（责任人）": Lead,
	} {
		if got, ok := Column(header, nil); !ok || got != want {
			t.Errorf("%s: got %q %v", header, got, ok)
		}
	}
	for _, header := range []string{"责任人", "责任领导", "牵头领导", "牵头市领导", "工作任务", "完成时限", "序号", "单位", "联系人", "责任清单", "", "负责事项", "配合事项", "建设单位", "年内配合事项"} {
		if got, ok := Column(header, nil); ok {
			t.Errorf("%s: got %q", header, got)
		}
	}
}

func TestAddressees(t *testing.T) {
	for text, want := range map[string]string{
		"各省、自治区、直辖市人民政府，国务院各部委、各直属机构：":                   "各省、自治区、直辖市人民政府|国务院各部委|国务院各直属机构",
		"各市、州、县人民政府，省政府各部门、各直属单位：":                       "各市、州、县人民政府|省政府各部门|省政府各直属单位",
		"各县（市、区）人民政府，市政府各工作部门、直属机构：":                     "各县（市、区）人民政府|市政府各工作部门|市政府直属机构",
		"各区人民政府，市政府各委、办、局，各市属机构：":                        "各区人民政府|市政府各委、办、局|各市属机构",
		"各区民政局、财政局、市场监督管理局：":                             "各区民政局|各区财政局|各区市场监督管理局",
		"各镇（街道）党委、政府，区直各部门，各人民团体：":                       "各镇（街道）党委|各镇（街道）政府|区直各部门|各人民团体",
		"各设区市、县（市、区）人民政府，省直有关单位：":                        "各设区市、县（市、区）人民政府|省直有关单位",
		"各旗县市区人民政府，各开发区管委会，市直各委办局、企事业单位：":                "各旗县市区人民政府|各开发区管委会|市直各委办局|市直各企事业单位",
		"各乡镇人民政府、街道办事处，县政府各部门，驻县各单位：":                    "各乡镇人民政府|各街道办事处|县政府各部门|驻县各单位",
		"市各有关部门、单位：":                                     "市各有关部门|市各有关单位",
		"各部门、单位:":                                        "各部门|各单位",
		"青石县、枫桥区人民政府，临港产业集中区、高新技术开发区管委会，市各有关单位：":         "青石县人民政府|枫桥区人民政府|临港产业集中区管委会|高新技术开发区管委会|市各有关单位",
		"各县（市、区）人民政府，某某门户,某某直播各部门、单位：":                   "各县（市、区）人民政府|某某门户,某某直播各部门|某某门户,某某直播各单位",
		"县住建局、县财政局，各相关单位:":                               "县住建局|县财政局|各相关单位",
		"各镇人民政府，县人民政府有关局办、直属机构：":                         "各镇人民政府|县人民政府有关局办|县人民政府直属机构",
		"市直各委办局，中省直驻云溪各单位：":                              "市直各委办局|中省直驻云溪各单位",
		"各乡镇党委、政府，各街道党工委、办事处：":                           "各乡镇党委|各乡镇政府|各街道党工委|各街道办事处",
		"各省、自治区、直辖市、计划单列市财政厅（局）、商务主管部门，新疆生产建设兵团财政局、商务局：": "各省、自治区、直辖市、计划单列市财政厅（局）|各省、自治区、直辖市、计划单列市商务主管部门|新疆生产建设兵团财政局|新疆生产建设兵团商务局",
		"各市、县（市、区）人民政府，省政府直属各单位：":                        "各市、县（市、区）人民政府|省政府直属各单位",
		"各市、县财政局：":                      "各市、县财政局",
		"各县、市财政局：":                      "各县|市财政局",
		"各乡镇、街道：":                       "各乡镇|各街道",
		"各市人民政府，省政府各厅委、各直属机构：":          "各市人民政府|省政府各厅委|省政府各直属机构",
		"各市人民政府，省政府各部门，各直属机构：":          "各市人民政府|省政府各部门|省政府各直属机构",
		"各镇（街道）、区级各部门、各直属机构，有关单位：":      "各镇（街道）|区级各部门|各直属机构|有关单位",
		"区直各部门，各直属事业单位：":                "区直各部门|各直属事业单位",
		"各区人民政府，中央、省在云有关单位：":            "各区人民政府|中央在云有关单位|省在云有关单位",
		"市水务局（12345热线办公室），市财政局：":        "市水务局（12345热线办公室）|市财政局",
		"各县（市）区党委组织部、科技局、科协，市直各单位：":     "各县（市）区党委组织部|各县（市）区科技局|各县（市）区科协|市直各单位",
		"各县（市）区委、人民政府，市直属各单位：":          "各县（市）区委|各县（市）区人民政府|市直属各单位",
		"各县人民政府，市政府有关部门、有关直属机构，有关单位：":   "各县人民政府|市政府有关部门|市政府有关直属机构|有关单位",
		"各市财政局、省直各部门（单位）、各省属企业：":        "各市财政局|省直各部门（单位）|各省属企业",
		"各市县水务局，各河道直属管理局，各水库企业，各水费缴存人：": "各市县水务局|各河道直属管理局|各水库企业|各水费缴存人",
		"":  "",
		"：": "",
	} {
		s := read(text)
		var names []string
		for _, n := range Addressees(s, 0, s.Len(), Context{Place: "某某门户,某某直播"}) {
			names = append(names, n.Name)
		}
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
}

func TestCanonicalAndKind(t *testing.T) {
	for _, tt := range []struct {
		place, name, canonical string
		kind                   schema.DepartmentKind
	}{
		{"云溪市", "市卫健委", "云溪市卫生健康委员会", schema.KindDepartment},
		{"云溪市", "市发改委", "云溪市发展和改革委员会", schema.KindDepartment},
		{"云溪市", "市住建局", "云溪市住房和城乡建设局", schema.KindDepartment},
		{"云溪市", "市市场监管局", "云溪市市场监督管理局", schema.KindDepartment},
		{"云溪市", "市文旅广电局", "", schema.KindDepartment},
		{"云溪市", "市国资委", "云溪市人民政府国有资产监督管理委员会", schema.KindDepartment},
		{"云溪市", "市税务局", "国家税务总局云溪市税务局", schema.KindDepartment},
		{"云溪市", "市政府办公室", "云溪市人民政府办公室", schema.KindDepartment},
		{"云溪市", "市政府", "云溪市人民政府", schema.KindGovernment},
		{"云溪市", "市委组织部", "中共云溪市委组织部", schema.KindParty},
		{"云溪市", "市妇联", "云溪市妇女联合会", schema.KindMassOrganization},
		{"云溪市", "团市委", "共青团云溪市委员会", schema.KindMassOrganization},
		{"云溪市", "市疾控中心", "云溪市疾病预防控制中心", schema.KindInstitution},
		{"云溪市", "云溪市民政局", "云溪市民政局", schema.KindDepartment},
		{"云溪市", "青石县民政局", "", schema.KindDepartment},
		{"云溪市", "人民银行云溪市分行", "", schema.KindCentralAgency},
		{"云溪市", "国网云溪供电公司", "", schema.KindEnterprise},
		{"云溪市", "各县区人民政府", "", schema.KindCollective},
		{"云溪市", "市有关部门", "", schema.KindCollective},
		{"云溪市", "青石县人民政府", "", schema.KindGovernment},
		{"云溪市", "柳湾镇", "", schema.KindGovernment},
		{"云溪市", "国家发展改革委", "中华人民共和国国家发展和改革委员会", schema.KindCentralAgency},
		{"云溪市", "中央网信办", "中央网络安全和信息化委员会办公室", schema.KindParty},
		{"云溪市", "全国妇联", "中华全国妇女联合会", schema.KindMassOrganization},
		{"云溪市", "省财政厅", "", schema.KindDepartment},
		{"云溪市柳湾区", "区民政局", "云溪市柳湾区民政局", schema.KindDepartment},
		{"云溪市柳湾区", "市民政局", "云溪市民政局", schema.KindDepartment},
		{"芜湖市", "省财政厅", "安徽省财政厅", schema.KindDepartment},
		{"", "市民政局", "", schema.KindDepartment},
		{"某某门户,某某直播", "市民政局", "", schema.KindDepartment},
	} {
		s := read(tt.name)
		ds, _ := Cell(s, 0, s.Len(), None, Context{Place: tt.place})
		if len(ds) != 1 || ds[0].Name != tt.name || ds[0].Canonical != tt.canonical || ds[0].Kind != tt.kind {
			t.Errorf("%s: got %+v", tt.name, ds)
		}
	}
}

func TestIsOrgan(t *testing.T) {
	for _, name := range []string{"云溪市民政局", "云溪市财政局 云溪市民政局", "国务院办公厅", "云溪市人民政府办公室", "中共云溪市委办公室", "云溪市财政局、云溪市民政局"} {
		if !IsOrgan(name) {
			t.Errorf("%s is one", name)
		}
	}
	for _, name := range []string{"进一步加强", "云溪市", "推进养老服务", "", "局", "某年度工作"} {
		if IsOrgan(name) {
			t.Errorf("%s is none", name)
		}
	}
}
