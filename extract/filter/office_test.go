package filter

import (
	"testing"

	"github.com/policyx/policyx/schema"
)

func TestFamily(t *testing.T) {
	for name, want := range map[string]string{
		"民政局": "民政", "市民政局": "民政", "云溪市民政局": "民政", "云溪市柳湾区民政局": "民政", "省民政厅": "民政", "民政厅": "民政", "民政部": "民政", "各县（市、区）民政局": "民政", "乡镇民政办": "民政",
		"市民族局": "民族", "市民族宗教事务局": "宗教、民族", "市民宗委": "宗教、民族",
		"卫健委": "卫生健康", "市卫生健康委员会": "卫生健康", "县卫健局": "卫生健康", "国家卫生健康委": "卫生健康", "疾控中心": "疾病预防控制中心",
		"市发改委": "发展和改革", "市发展改革委": "发展和改革", "发展和改革局": "发展和改革", "国家发展改革委": "发展和改革",
		"市市场监管局": "市场监督管理", "市场监督管理局": "市场监督管理", "市场监管总局": "市场监督管理", "市场服务中心": "市场服务中心",
		"县教体局": "体育、教育", "市教育局": "教育", "市委教育工委": "教育工委", "教委": "教育",
		"市文化广电旅游局": "广播电视、文化、旅游", "文旅局": "文化、旅游", "市城管局": "城市管理", "城市更新局": "城市更新",
		"市委组织部": "组织部", "中共云溪市委组织部": "组织部", "中央组织部": "组织部", "市委宣传部": "宣传部",
		"市政府办公室": "人民政府办公室", "省政府办公厅": "人民政府办公室", "市人民政府": "人民政府", "青石县": "人民政府", "各县区": "人民政府",
		"团市委": "共青团", "共青团云溪市委员会": "共青团", "市妇联": "妇女联合会", "全国妇联": "妇女联合会",
		"市税务局": "税务", "国家税务总局云溪市税务局": "税务", "人民银行云溪市分行": "人民银行", "云溪市低空办": "低空办", "市委外办": "外事", "市外事办公室": "外事",
		"市民中心": "市民中心", "": "",
		"民政部门": "民政", "各级发展改革部门": "发展和改革", "行业主管部门": "行业主管部门", "各设区市人民政府": "人民政府", "相关县（市、区）政府": "人民政府", "相关单位": "相关单位", "级部": "级部",
		"中国人民银行云溪市分行": "人民银行", "人行云溪中心支行": "人民银行", "移动云溪市分公司": "移动",
	} {
		if got := Family(name); got != want {
			t.Errorf("Family(%s) = %q, want %q", name, got, want)
		}
	}
}

// TestIs holds who answers for whom, and its near misses.
func TestIs(t *testing.T) {
	w := newWords(nil)
	city := home{place: "云溪市", seat: "市"}
	county := home{place: "云溪市青石县", seat: "县"}
	for _, tt := range []struct {
		asked, name string
		h           home
		want        bool
	}{
		{"民政局", "市民政局", city, true}, {"民政局", "省民政厅", city, true}, {"民政局", "各县区民政局", city, true}, {"民政", "县民政局", county, true},
		{"民政局", "市民族局", city, false}, {"市民政局", "市民族局", city, false}, {"民政局", "市财政局", city, false},
		{"市民政局", "市民政局", county, true}, {"市民政局", "民政局", city, true}, {"市民政局", "民政局", county, false}, {"市民政局", "县民政局", county, false},
		{"市民政局", "云溪市民政局", city, true}, {"市民政局", "各县（市、区）民政局", city, true}, {"市民政局", "各级民政局", city, true}, {"市民政局", "省民政厅", city, false},
		{"市民政局", "民政局", home{}, false}, {"市民政局", "民政局", homeOf(&schema.Metadata{Level: schema.LevelCity}, ""), true},
		{"县民政局", "民政局", homeOf(&schema.Metadata{Level: schema.LevelCounty}, ""), false},
		{"云溪市民政局", "市民政局", city, true}, {"云溪市民政局", "市民政局", county, true}, {"云溪市民政局", "民政局", city, true}, {"云溪市民政局", "县民政局", county, false},
		{"云溪市民政局", "市民政局", home{place: "柳川市", seat: "市"}, false}, {"云溪市民政局", "各县市区民政局", city, false}, {"云溪市民政局", "柳川市民政局", city, false},
		{"青石县民政局", "民政局", county, true}, {"云溪市青石县民政局", "青石县民政局", city, true}, {"青石县民政局", "各县民政局", county, false},
		{"芜湖市民政局", "市民政局", home{place: "芜湖市", code: "340200", seat: "市"}, true}, {"芜湖民政局", "市民政局", home{place: "芜湖市", seat: "市"}, true},
		{"安徽省民政厅", "省民政厅", home{place: "芜湖市", seat: "市"}, true}, {"安徽省民政厅", "省民政厅", home{place: "云溪市", seat: "市"}, false},
		{"民政厅", "省民政厅", city, true}, {"民政厅", "民政厅", city, true}, {"民政厅", "市民政局", city, false}, {"省民政厅", "民政厅", city, true},
		{"民政部", "民政部", city, true}, {"民政部", "市民政局", city, false}, {"民政局", "民政部", city, true},
		{"卫健委", "县卫生健康局", county, true}, {"市卫健局", "市卫生健康委员会", city, true}, {"卫健委", "市疾控中心", city, false}, {"卫健委", "市医保局", city, false},
		{"发展改革委", "市发改委", city, true}, {"发改委", "市经济发展局", city, false},
		{"市场监管局", "市市场监督管理局", city, true}, {"市场监管局", "市市场服务中心", city, false}, {"市市场监管局", "市场监督管理局", city, true},
		{"教育局", "县教体局", county, true}, {"体育局", "县教体局", county, true}, {"教体局", "县教育局", county, false}, {"教体局", "县教育和体育局", county, true},
		{"教育局", "市委教育工委", city, false}, {"教育局", "市教育考试院", city, false}, {"自然资源局", "市自然资源和规划局", city, true},
		{"粮食和物资储备局", "市发展改革委（市粮食和物资储备局）", city, true}, {"发改委", "市发展改革委（市粮食和物资储备局）", city, true}, {"商务局", "市商务局（牵头）", city, true},
		{"组织部", "市委组织部", city, true}, {"市委组织部", "县委组织部", county, false}, {"宣传部", "市委组织部", city, false},
		{"县政府", "青石县人民政府", city, true}, {"青石县", "青石县人民政府", city, true}, {"县政府", "各县（市、区）人民政府", city, true}, {"市政府", "市政府办公室", city, false},
		{"人民银行", "人民银行云溪市分行", city, true}, {"团市委", "团县委", county, false}, {"共青团", "团市委", city, true},
		{"低空办", "市低空办", city, true}, {"市低空办", "低空办", city, true}, {"有关部门", "市有关部门", city, false},
	} {
		if got := w.is(w.ask(tt.asked), &schema.Department{Name: tt.name}, tt.h); got != tt.want {
			t.Errorf("%s in a notice of %q: is it %s? %v, want %v", tt.name, tt.h.place, tt.asked, got, tt.want)
		}
	}
	if d := (&schema.Department{Name: "甲局", Canonical: "云溪市数字局"}); !w.is(w.ask("云溪市数字局"), d, city) {
		t.Error("the official name is a name")
	}
}

func TestLies(t *testing.T) {
	w := newWords(nil)
	for _, tt := range []struct {
		asked, place string
		want         bool
	}{
		{"安徽省", "芜湖市", true}, {"安徽", "芜湖市无为市", true}, {"安徽省", "安徽省", true}, {"芜湖", "芜湖市", true}, {"芜湖市", "安徽省", false}, {"安徽省", "南京市", false},
		{"芜湖市镜湖区", "芜湖市镜湖区", true}, {"镜湖区", "芜湖市镜湖区", true},
		{"云溪市", "云溪市", true}, {"云溪", "云溪市", true}, {"云溪市", "云溪市柳湾区", true}, {"柳湾区", "云溪市柳湾区", true}, {"柳湾", "云溪市柳湾区", true},
		{"云溪", "云溪口市", false}, {"溪市", "云溪市", false}, {"柳湾区", "云溪市", false}, {"云溪市", "", false},
	} {
		h := homeOf(&schema.Metadata{Jurisdiction: tt.place}, "")
		if got := w.lies(h, tt.asked); got != tt.want {
			t.Errorf("%q lies in %q: %v, want %v", tt.place, tt.asked, got, tt.want)
		}
	}
}

func TestDays(t *testing.T) {
	for text, want := range map[string][2]string{
		"2024-06-30": {"2024-06-30", "2024-06-30"}, "2024-06": {"2024-06-01", "2024-06-30"}, "2024": {"2024-01-01", "2024-12-31"},
		"2024年6月底": {"2024-06-30", "2024-06-30"}, "2024年6月底前": {"2024-06-30", "2024-06-30"}, "２０２４ 年 6 月": {"2024-06-01", "2024-06-30"}, "2024年": {"2024-01-01", "2024-12-31"},
		"2024/6/30": {"2024-06-30", "2024-06-30"}, "20240630": {"2024-06-30", "2024-06-30"}, "2024年底": {"2024-12-31", "2024-12-31"}, "2024年上半年": {"2024-01-01", "2024-06-30"},
		"6月底": {}, "明年": {}, "2024-13": {}, "2024年2月30日": {}, "每年6月底": {}, "": {}, "2024年6月底前完成": {}, "2024/2025": {"2024-01-01", "2025-12-31"}, "2024-06-30/..": {},
	} {
		first, last, ok := days(text)
		if ok != (want[1] != "") || ok && [2]string{first, last} != want {
			t.Errorf("%q: %q to %q, %v; want %q", text, first, last, ok, want)
		}
	}
}

// TestOffice holds which names stand for one office of a notice, and which do not.
func TestOffice(t *testing.T) {
	for _, tt := range []struct {
		a, b, place string
		same        bool
	}{
		{"市卫健委", "云溪市卫生健康委员会", "云溪市", true},
		{"卫健局", "县卫生健康局", "青石县", true},
		{"云溪市民政局", "市民政局", "云溪市", true},
		{"市民政局", "市财政局", "云溪市", false},
		{"市民政局", "县民政局", "云溪市", false},
		{"市民政局", "各市民政局", "云溪市", false},
		{"市民政局", "柳湾市民政局", "云溪市", false},
		{"省民政厅", "民政厅", "", true},
	} {
		if got := Office(tt.a, tt.place) == Office(tt.b, tt.place); got != tt.same {
			t.Errorf("%q and %q: %v", Office(tt.a, tt.place), Office(tt.b, tt.place), got)
		}
	}
}
