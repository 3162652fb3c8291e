package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

func share(name string, op schema.Op, value schema.Number) schema.Target {
	return schema.Target{Indicator: name, Op: op, Value: value, Unit: "%", Normalized: &schema.Normalized{Value: value, Unit: "%"}}
}

func place(name string, tasks ...schema.Task) *schema.Notice {
	for i := range tasks {
		tasks[i].ID = fmt.Sprint(i + 1)
	}
	return &schema.Notice{Source: schema.Source{Name: name + ".txt"}, Metadata: schema.Metadata{Jurisdiction: name, Issued: "2024-05-01"}, Tasks: tasks}
}

func task(title, text string, targets ...schema.Target) schema.Task {
	return schema.Task{Title: title, Text: text, Targets: targets}
}

// values are the values of an indicator, a word each: place, bound, value.
func values(r *Report, i Indicator) string {
	var out []string
	for _, v := range i.Values {
		out = append(out, r.Notices[v.Notice].Label+string(v.Op)+v.Value.String())
	}
	return strings.Join(out, " ")
}

// three are notices that share what is not the same word for word.
func three() []*schema.Notice {
	beds := schema.Target{Indicator: "护理型床位", Op: schema.OpAtLeast, Value: 300, Unit: "张"}
	money := schema.Target{Indicator: "建设补贴", Op: schema.OpEqual, Value: 1, Unit: "万元", Per: "张床位", Normalized: &schema.Normalized{Value: 10000, Unit: "元"}}
	less := money
	less.Value, less.Unit, less.Normalized = 8000, "元", &schema.Normalized{Value: 8000, Unit: "元"}
	other := less
	other.Per = "人"
	yearly := share("福利彩票公益金用于养老服务的比例", schema.OpAtLeast, 60)
	yearly.Per = "年"
	plan := place("枫桥区", task("培育护理人才", "培训护理员。", yearly, other), task("兴办养老事业", "提供老年助餐服务。"))
	plan.Indicators = []schema.Indicator{{Name: "护理型养老床位占比", Unit: "%", Values: []schema.IndicatorValue{{Year: 2021, Value: 20, Kind: "baseline"}, {Year: 2025, Value: 52, Kind: "target"}}}}
	return []*schema.Notice{
		place("云溪市", task("扩大护理床位", "改造服务设施。", share("养老机构护理型床位占比", schema.OpAtLeast, 55), beds, money), task("发展老年助餐服务", "开办食堂。")),
		place("青石县", task("增加养老床位", "改造。", share("全县养老机构护理型床位比例", schema.OpAtLeast, 50), share("养老机构入住率", schema.OpAtMost, 90), less),
			task("推进老年助餐服务", "补贴餐费。"), task("保障资金投入", "落实老年服务资金。", share("福利彩票公益金用于发展养老服务", schema.OpAtLeast, 55))),
		plan,
	}
}

func TestIndicators(t *testing.T) {
	r := Of(three(), Options{})
	got := map[string]string{}
	for _, i := range r.Indicators {
		got[i.Name+" "+i.Unit+" "+i.Per] = values(r, i)
	}
	want := map[string]string{
		"养老机构护理型床位占比 % ":     "云溪市>=55 枫桥区=52 青石县>=50",
		"福利彩票公益金用于发展养老服务 % ": "枫桥区>=60 青石县>=55",
		"建设补贴 元 张床位":         "云溪市=10000 青石县=8000", // the same in base units; per head it is another thing
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
	beds := r.Indicators[0]
	for _, v := range beds.Values {
		switch {
		case v.Name == beds.Name && (v.Likeness != 1 || v.Shared != nil):
			t.Errorf("%s is alike itself by %v, shares %q", v.Name, v.Likeness, v.Shared)
		case v.Name == "护理型养老床位占比" && (v.Likeness < alike || !slices.Equal(v.Shared, []string{"护理型", "养老", "床位占比"}) || len(v.Years) != 2 || v.When != "2025"):
			t.Errorf("%s: likeness %v, shared %q, years %v, when %s", v.Name, v.Likeness, v.Shared, v.Years, v.When)
		}
	}
}

func TestIndicatorsAskedFor(t *testing.T) {
	for _, tt := range []struct {
		o    Options
		want int
	}{{Options{}, 3}, {Options{Indicators: []string{"入住率"}}, 1}, {Options{Indicators: []string{"护理型"}}, 2}, {Options{Indicators: []string{"道路"}}, 0}, {Options{Alone: true}, 6}} {
		if got := Of(three(), tt.o).Indicators; len(got) != tt.want {
			t.Errorf("%+v: %d indicators, want %d", tt.o, len(got), tt.want)
		}
	}
}

// topic is what notices have on a topic: + tasks, o mentions, - nothing.
func (t Topic) String() string {
	out := t.Phrase + " " + t.Core + " "
	for _, c := range t.Cells {
		switch {
		case len(c.Tasks) > 0:
			out += "+"
		case len(c.Mentions) > 0:
			out += "o"
		default:
			out += "-"
		}
	}
	return out
}

func TestTopics(t *testing.T) {
	var got []string
	for _, topic := range Of(three(), Options{}).Topics {
		got = append(got, topic.String())
	}
	// 养老 and 老年 … stand in many titles, 发展 begins one
	if want := "老年助餐服务 助餐 ++o"; !slices.Contains(got, want) {
		t.Errorf("%q lacks %q", got, want)
	}
	for _, topic := range got {
		if strings.HasPrefix(topic, "展老") || strings.HasPrefix(topic, "进老") || strings.HasPrefix(topic, "发展") {
			t.Errorf("%q is no topic", topic)
		}
	}
	asked := Of(three(), Options{Topics: []string{"食堂", "护理人才", "运动会"}}).Topics
	if s := fmt.Sprint(asked); s != "[护理人才 护理人才 --+ 运动会 运动会 --- 食堂 食堂 o--]" {
		t.Errorf("asked for: %s", s)
	}
}

// TestWays holds that words of how are no topics, nor ends of any.
func TestWays(t *testing.T) {
	ways := func(text []rune) int {
		for _, word := range []string{"力度", "结合", "参与"} {
			if strings.HasPrefix(string(text), word) {
				return 2
			}
		}
		return 0
	}
	notices := []*schema.Notice{
		place("云溪市", task("加大助餐宣传力度", ""), task("推进医养结合", ""), task("动员社会参与", "")),
		place("青石县", task("强化助餐宣传力度", ""), task("深化医养结合", ""), task("扩大社会参与", "")),
	}
	for _, tt := range []struct {
		way      Way
		has, not string
	}{{nil, "宣传力度", "助餐宣传 "}, {ways, "助餐宣传 ", "力度"}, {ways, "医养 ", "结合"}, {ways, "社会 ", "参与"}} {
		got := fmt.Sprint(Of(notices, Options{Way: tt.way}).Topics)
		if !strings.Contains(got, tt.has) || strings.Contains(got, tt.not) {
			t.Errorf("%s: want %s and not %s", got, tt.has, tt.not)
		}
	}
}

func TestLabels(t *testing.T) {
	a, b, c, d := place("云溪市"), place("云溪市"), place("青石县"), &schema.Notice{Source: schema.Source{Name: "x.txt"}}
	b.Metadata.Issued = "2023-01-01"
	var got []string
	for _, n := range Of([]*schema.Notice{a, b, c, d}, Options{}).Notices {
		got = append(got, n.Label)
	}
	if want := []string{"云溪市 2024", "云溪市 2023", "青石县", "x.txt"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDeadlines(t *testing.T) {
	n := place("云溪市", task("甲", ""), task("乙", ""))
	n.Tasks[0].Deadlines = []schema.Deadline{{Text: "2025年底前", End: "2025-12-31"}, {Text: "2025年", End: "2025-12-31"}, {Text: "汛期前"}}
	n.Tasks[1].Deadlines = []schema.Deadline{{Text: "6月底前", End: "2024-06-30"}}
	got := Of([]*schema.Notice{n, place("青石县")}, Options{}).Deadlines
	if len(got) != 2 || got[0].Day != "2024-06-30" || got[1].Task.ID != "1" {
		t.Errorf("%+v", got)
	}
}

// TestSameNoticesSameReport holds that no order of a map shows.
func TestSameNoticesSameReport(t *testing.T) {
	first := fmt.Sprintf("%+v", Of(three(), Options{Alone: true}))
	for range 20 {
		if next := fmt.Sprintf("%+v", Of(three(), Options{Alone: true})); next != first {
			t.Fatalf("%s\n%s", first, next)
		}
	}
}

// BenchmarkOf compares many notices of twenty tasks, each with names of its own.
func BenchmarkOf(b *testing.B) {
	const letters = "改造建设提升完善服务设施社区农村医养护理床位比例覆盖培训人员资金投入标准监管平台信息智慧助餐康复中心机构"
	runes := []rune(letters)
	word := func(n int) string { return string(runes[n%len(runes)]) + string(runes[(n*7+3)%len(runes)]) }
	var notices []*schema.Notice
	for i := range 500 {
		var tasks []schema.Task
		for k := range 20 {
			n := i*20 + k
			tasks = append(tasks, task("推进"+word(n)+word(n/3)+word(n/11), strings.Repeat(word(n)+word(n+1)+"，", 20), share(word(n)+word(n/5)+word(n/13)+"率", schema.OpAtLeast, schema.Number(n%100))))
		}
		notices = append(notices, place(fmt.Sprintf("云溪市%d区", i), tasks...))
	}
	for b.Loop() {
		Of(notices, Options{})
	}
}
