package party

import "testing"

func TestTitlesAreNoOwners(t *testing.T) {
	for text, owner := range map[string]bool{
		"云溪市水务局": true, "市水务局、市审计局": true, "市发展改革委": true,
		"积极培育和发展租赁企业": false, "重视培育大公司大集团": false, "共建研究基地": false, "民办学校": false, "推进全程网办及掌上办": false, "市推进办公室": true, "市粮食应急指挥部": false, "云溪装备制造基地": false, "市卫生健康委员会": true, "培育企业": false,
	} {
		s := read(text)
		if c, ok := Heading(s, 0, s.Len(), Context{Place: "云溪市"}); ok != owner {
			t.Errorf("%s: got %v %+v", text, ok, c.Departments)
		}
	}
}

func TestAddressesAreNoDuties(t *testing.T) {
	for text, want := range map[string]string{
		"各县、区人民政府,市政府各部门:现将有关事项通知如下。": "",
		"各县区人民政府:负责本地区管网改造。":          "各县区人民政府",
	} {
		s := read(text)
		if got := summary(Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false)); got[2] != want {
			t.Errorf("%s: got %s", text, got[2])
		}
	}
}
