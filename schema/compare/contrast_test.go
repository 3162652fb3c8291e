package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/schema"
)

// TestRowsInBaseUnits holds that rows and targets come together in base units, targets as extract writes them: 万人次 has no Normalized.
func TestRowsInBaseUnits(t *testing.T) {
	table := place("云溪市")
	table.Indicators = []schema.Indicator{
		{Name: "建设补贴资金", Unit: "万元", Values: []schema.IndicatorValue{{Year: 2030, Value: 3, Kind: "target"}, {Year: 2025, Value: 2, Kind: "target"}, {Year: 2021, Value: 1, Kind: "baseline"}}},
		{Name: "培训护理员人数", Unit: "人次", Values: []schema.IndicatorValue{{Year: 2025, Value: 20000, Kind: "target"}}},
	}
	text := place("青石县", task("扶持", "",
		schema.Target{Indicator: "建设补贴资金", Op: schema.OpEqual, Value: 3, Unit: "万元", Normalized: &schema.Normalized{Value: 30000, Unit: "元"}},
		schema.Target{Indicator: "培训护理员人数", Op: schema.OpEqual, Value: 2, Unit: "万人次"}))
	r := Of([]*schema.Notice{table, text}, Options{Base: amount.Reduce})
	if len(r.Indicators) != 2 {
		t.Fatalf("%+v", r.Indicators)
	}
	for i, want := range []string{"云溪市=20000 青石县=20000", "云溪市=30000 青石县=30000"} {
		if got := values(r, r.Indicators[i]); got != want {
			t.Errorf("%s: %s, want %s", r.Indicators[i].Name, got, want)
		}
	}
	if v := r.Indicators[1].Values[0]; v.When != "2030" || v.Years[1].Value != 20000 {
		t.Errorf("the last year is not the last column: %+v", v)
	}
}

func TestTwoThings(t *testing.T) {
	for _, tt := range []struct {
		a, b, more string // more is another name that the first notice has
		want       int
	}{
		{"65岁以上老年人健康管理率", "80岁以上老年人健康管理率", "", 0},
		{"65岁以上老年人健康管理率", "６５岁以上老年人健康管理率", "", 1},
		{"第1年运营补贴比例", "第2年运营补贴比例", "", 0},
		{"城市社区养老服务设施覆盖率", "农村社区养老服务设施覆盖率", "农村互助点比例", 0},
		{"社区养老服务设施达标率", "社区托育服务设施达标率", "普惠托育占比", 0},
		{"全市养老机构护理型床位比例", "我县养老机构护理型床位比例", "农村互助点比例", 1}, // no notice says both
		{"养老机构护理型床位比例", "养老机构护理型床位占比", "", 1},
		{"养老机构护理型床位比例", "养老机构护理型床位占比", "失能照护比例、占比", 1}, // how it is measured
		{"社区日间照料中心覆盖率", "社区老年人日间照料设施覆盖率", "社区养老中心和设施达标率", 1},
		{"普惠养老床位占比", "普惠托育床位占比", "养老托育人员持证率", 0},
		{"老年人健康管理率", "65岁及以上老年人健康管理率", "", 1},
		{"65周岁以上老年人健康管理率", "80岁以上老年人健康管理率", "", 0},
		{"农村居家和社区养老服务设施覆盖率", "居家社区养老服务设施覆盖率", "城市居家和社区养老服务设施覆盖率", 0}, // a part, the whole
		{"农村居家和社区养老服务设施覆盖率", "农村居家社区养老服务覆盖率", "城市居家和社区养老服务设施覆盖率", 1},
	} {
		first := place("云溪市", task("甲", "", share(tt.a, schema.OpEqual, 60), share(tt.more, schema.OpEqual, 1)))
		second := place("青石县", task("乙", "", share(tt.b, schema.OpEqual, 50)))
		if got := Of([]*schema.Notice{first, second}, Options{}).Indicators; len(got) != tt.want {
			t.Errorf("%s, %s: %d groups, want %d", tt.a, tt.b, len(got), tt.want)
		}
	}
}

// TestFigures holds that numbers of names are read whatever they are written in.
func TestFigures(t *testing.T) {
	notices := []*schema.Notice{
		place("云溪市", task("甲", "", share("65岁以上老年人健康管理率", schema.OpEqual, 60))),
		place("青石县", task("乙", "", share("八十岁以上老年人健康管理率", schema.OpEqual, 50))),
	}
	figures := func(text string) string { return strings.ReplaceAll(text, "八十", "80") }
	for want, o := range map[int]Options{1: {}, 0: {Figures: figures}} {
		if got := Of(notices, o).Indicators; len(got) != want {
			t.Errorf("%d groups, want %d", len(got), want)
		}
	}
	if got := Of(notices, Options{Figures: figures, Indicators: []string{"八十岁"}}).Indicators; len(got) != 1 {
		t.Errorf("%d groups are of 八十岁", len(got))
	}
}

// TestMentionsAround holds that what stands in other columns of a row is no gap.
func TestMentionsAround(t *testing.T) {
	row := task("建设平台", "建成投用。")
	row.Path = []string{"智慧养老"}
	row.Targets = []schema.Target{share("助浴点覆盖率", schema.OpEqual, 60)}
	notices := []*schema.Notice{place("云溪市", row), place("青石县", task("培训养老、托育人员", "运用互联网+。"))}
	asked := []string{"智慧", "助浴", "养老、托育", "互联网+", "运动会"}
	want := "[养老、托育 养老、托育 -+ 互联网+ 互联网+ -o 助浴 助浴 o- 智慧 智慧 o- 运动会 运动会 --]"
	if r := Of(notices, Options{Topics: asked}); fmt.Sprint(r.Topics) != want || len(r.Indicators) != 0 {
		t.Errorf("%v, %d indicators; want %s", r.Topics, len(r.Indicators), want)
	}
}
