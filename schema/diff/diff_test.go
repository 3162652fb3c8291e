package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// said are the changes of a report, a line each: item, title, subject and kind.
func said(r *Report) (out []string) {
	for _, e := range r.Entries {
		name := e.Field
		for _, p := range slices.Concat(e.New, e.Old) {
			if name == "" {
				name = p.Title
			}
		}
		for _, c := range e.Changes {
			out = append(out, fmt.Sprintf("%s %s: %s %s", e.Item, name, c.Subject, c.Kind))
		}
	}
	return out
}

func notice(tasks ...schema.Task) *schema.Notice {
	n := &schema.Notice{Tasks: tasks}
	for i := range n.Tasks {
		n.Tasks[i].ID = fmt.Sprint(i + 1)
		n.Tasks[i].Number = n.Tasks[i].ID
	}
	align.Keys(n)
	return n
}

func task(title, text, part string) schema.Task {
	return schema.Task{Title: title, Text: text, Path: []string{part}}
}

var (
	pipes = task("改造老旧管网", "完成管网改造10公里，更换阀门井盖。", "一、基础设施")
	parks = task("建设口袋公园", "利用闲置地块建成口袋公园12处。", "一、基础设施")
	roads = task("整治背街小巷", "对主城区背街小巷路面逐条修补。", "一、基础设施")
	meals = task("开办老年食堂", "依托社区服务用房开办老年食堂。", "二、民生服务")
)

func TestTasks(t *testing.T) {
	with := func(t schema.Task, edit func(*schema.Task)) schema.Task { edit(&t); return t }
	for _, tt := range []struct {
		name     string
		old, new *schema.Notice
		want     []string
	}{
		{"nothing", notice(pipes, parks), notice(pipes, parks), nil},
		{"renumbered", notice(pipes, parks, roads), notice(parks, roads), []string{"task 改造老旧管网: whole dropped"}},
		{"layout", notice(pipes), notice(with(pipes, func(t *schema.Task) {
			t.Text, t.Path, t.Title = "完成 管网改造１０公里；\n更换阀门井盖", []string{"（三）基础设施"}, "改造老旧管网："
		})), nil},
		{"where the title ends", notice(pipes), notice(with(pipes, func(t *schema.Task) { t.Title, t.Text = "", t.Title+"。"+t.Text })), nil},
		{"labels in the text", notice(with(pipes, func(t *schema.Task) { t.Text = "1.完成改造。\n2.更换井盖。" })), notice(with(pipes, func(t *schema.Task) { t.Text = "（1）完成改造。\n（3）更换井盖。" })), nil},
		{"a point in a figure", notice(with(pipes, func(t *schema.Task) { t.Text = "改造1.5公里。" })), notice(with(pipes, func(t *schema.Task) { t.Text = "改造15公里。" })), []string{"task 改造老旧管网: words reworded"}},
		{"added", notice(pipes), notice(pipes, parks), []string{"task 建设口袋公园: whole added"}},
		{"another part", notice(pipes, parks, roads, meals), notice(pipes, parks, with(roads, func(t *schema.Task) { t.Path = meals.Path }), meals), []string{"task 整治背街小巷: whole moved"}},
		{"another order", notice(pipes, parks, roads), notice(roads, pipes, parks), []string{"task 整治背街小巷: whole moved"}},
		{"another heading", notice(pipes, parks), notice(with(pipes, func(t *schema.Task) { t.Path = []string{"一、城市更新"} }), with(parks, func(t *schema.Task) { t.Path = []string{"一、城市更新"} })),
			[]string{"heading 一、城市更新: title reworded"}},
		{"another title", notice(pipes), notice(with(pipes, func(t *schema.Task) { t.Title = "加快改造老旧管网" })), []string{"task 加快改造老旧管网: title reworded"}},
		{"merged", notice(pipes, parks), notice(with(pipes, func(t *schema.Task) { t.Title, t.Text = "更新城市设施", pipes.Text+parks.Text })),
			[]string{"task 更新城市设施: whole merged", "task 更新城市设施: title reworded"}},
		{"split", notice(with(pipes, func(t *schema.Task) { t.Title, t.Text = "更新城市设施", pipes.Text+parks.Text })), notice(pipes, parks), []string{"task 改造老旧管网: whole split"}},
		{"a copy is no part that was merged", notice(pipes, pipes), notice(pipes), []string{"task 改造老旧管网: whole dropped"}},
	} {
		got := said(Of(tt.old, tt.new, Options{}))
		got = slices.DeleteFunc(got, func(s string) bool {
			return (tt.name == "merged" || tt.name == "split") && !strings.Contains(s, "whole") // their texts have other titles in them
		})
		want := slices.DeleteFunc(slices.Clone(tt.want), func(s string) bool { return tt.name == "merged" && !strings.Contains(s, "whole") })
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", tt.name, got, want)
		}
	}
}

func TestDeadlines(t *testing.T) {
	by := func(day string) schema.Deadline {
		return schema.Deadline{Text: day + "前", Relation: schema.RelationBy, Value: "../" + day, End: day}
	}
	maybe := by("2024-06-30")
	maybe.Tentative = true
	spelled := by("2024-06-30")
	spelled.Text = "2024年6月底前"
	floods := schema.Deadline{Text: "汛期 前", Relation: schema.RelationBy}
	for _, tt := range []struct {
		name     string
		old, new []schema.Deadline
		want     []Kind
	}{
		{"other words", []schema.Deadline{by("2024-06-30")}, []schema.Deadline{spelled}, nil},
		{"said twice", []schema.Deadline{by("2024-06-30"), by("2024-06-30")}, []schema.Deadline{spelled}, nil},
		{"without a day", []schema.Deadline{floods}, []schema.Deadline{{Text: "汛期前", Relation: schema.RelationBy}}, nil},
		{"later", []schema.Deadline{by("2024-06-30")}, []schema.Deadline{by("2024-12-31")}, []Kind{Later}},
		{"earlier", []schema.Deadline{by("2024-12-31")}, []schema.Deadline{by("2024-06-30")}, []Kind{Earlier}},
		{"a year on", []schema.Deadline{by("2023-06-30"), by("2023-12-31")}, []schema.Deadline{by("2024-06-30"), by("2024-12-31")}, []Kind{Later, Later}},
		{"the nearest", []schema.Deadline{by("2022-12-31"), by("2025-12-31")}, []schema.Deadline{by("2026-12-31")}, []Kind{Later, Dropped}},
		{"firm", []schema.Deadline{maybe}, []schema.Deadline{by("2024-06-30")}, []Kind{Firm}},
		{"tentative", []schema.Deadline{by("2024-06-30")}, []schema.Deadline{maybe}, []Kind{Loose}},
		{"added", nil, []schema.Deadline{maybe}, []Kind{Added}},
		{"another relation", []schema.Deadline{by("2024-12-31")}, []schema.Deadline{{Relation: schema.RelationDuring, Value: "2024", Start: "2024-01-01", End: "2024-12-31"}}, []Kind{Changed}},
	} {
		if got := kinds(deadlines(tt.old, tt.new)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTargets(t *testing.T) {
	share := func(name string, op schema.Op, value schema.Number) schema.Target {
		return schema.Target{Indicator: name, Op: op, Value: value, Unit: "%", Normalized: &schema.Normalized{Value: value, Unit: "%"}}
	}
	money := func(value schema.Number, unit string, base schema.Number) schema.Target {
		return schema.Target{Indicator: "补贴", Op: schema.OpEqual, Value: value, Unit: unit, Normalized: &schema.Normalized{Value: base, Unit: "元"}}
	}
	for _, tt := range []struct {
		name     string
		old, new []schema.Target
		want     []Kind
	}{
		{"another unit for the same", []schema.Target{money(1, "万元", 10000)}, []schema.Target{money(10000, "元", 10000)}, nil},
		{"another name", []schema.Target{share("护理型床位占比", schema.OpAtLeast, 50)}, []schema.Target{share("护理型床位的占比", schema.OpAtLeast, 50)}, nil},
		{"raised", []schema.Target{share("床位占比", schema.OpAtLeast, 50), share("覆盖率", schema.OpAtLeast, 90)}, []schema.Target{share("覆盖率", schema.OpAtLeast, 90), share("床位占比", schema.OpAtLeast, 55)}, []Kind{Raised}},
		{"lowered", []schema.Target{money(2, "万元", 20000)}, []schema.Target{money(10000, "元", 10000)}, []Kind{Lowered}},
		{"bound", []schema.Target{share("床位占比", schema.OpAtLeast, 50)}, []schema.Target{share("床位占比", schema.OpAtMost, 50)}, []Kind{Bound}},
		{"something else", []schema.Target{share("床位占比", schema.OpAtLeast, 50)}, []schema.Target{share("投诉办结率", schema.OpAtLeast, 50)}, []Kind{Dropped, Added}},
	} {
		changes, _ := targets(tt.old, tt.new)
		if got := kinds(changes); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTimesOfTargets(t *testing.T) {
	by := func(at int, year string) schema.Deadline {
		return schema.Deadline{Text: year + "年底前", Relation: schema.RelationBy, Value: "../" + year, End: year + "-12-31", Span: schema.Span{Start: at, End: at + 1}}
	}
	reach := func(at int, name, when string) schema.Target {
		return schema.Target{Text: "52%", Indicator: name, Op: schema.OpEqual, Value: 52, Unit: "%", When: when, Span: schema.Span{Start: at, End: at + 1}}
	}
	plan := func(deadlines []schema.Deadline, targets ...schema.Target) *schema.Task {
		return &schema.Task{Text: "推进。", Deadlines: deadlines, Targets: targets}
	}
	both := []schema.Deadline{by(1, "2022"), by(5, "2023"), by(9, "2023")}
	old := plan(both, reach(10, "床位占比", "../2023"))
	for _, tt := range []struct {
		name     string
		old, new *schema.Task
		want     []Kind
	}{
		{"a day that stands elsewhere too", old, plan([]schema.Deadline{by(1, "2022"), by(5, "2023"), by(9, "2022")}, reach(10, "床位占比", "../2022")), []Kind{Earlier}},
		{"deleted there", old, plan(both[:2], reach(10, "床位占比", "")), []Kind{Dropped}},
		{"new there", plan(both[:2], reach(10, "床位占比", "")), old, []Kind{Added}},
		{"with another name", old, plan(both, reach(10, "床位的占比", "../2022")), []Kind{Earlier}},
		{"of the task as a whole", plan(both[2:], reach(10, "床位占比", "../2023")), plan([]schema.Deadline{by(9, "2024")}, reach(10, "床位占比", "../2024")), []Kind{Later}},
		{"said twice", old, plan(both, reach(8, "床位占比", ""), reach(10, "床位占比", "../2023")), nil},
	} {
		got := (&differ{}).task(tt.old, tt.new)
		if !slices.Equal(kinds(got), tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, kinds(got), tt.want)
		}
		if tt.name == "a day that stands elsewhere too" && (got[0].New.For != "床位占比" || got[0].New.Text != "2022年底前" || got[0].New.Span.Start != 9) {
			t.Errorf("%s: %+v", tt.name, got[0].New)
		}
	}
}

func TestSayings(t *testing.T) {
	plan := func(text string, deadlines []schema.Deadline, targets ...schema.Target) *schema.Task {
		return &schema.Task{Text: text, Deadlines: deadlines, Targets: targets}
	}
	by := func(text, day string) []schema.Deadline {
		return []schema.Deadline{{Text: text, Relation: schema.RelationBy, Value: "../" + day, End: day}}
	}
	grant := func(text, unit string, value, base schema.Number) schema.Target {
		return schema.Target{Text: text, Indicator: "补贴", Op: schema.OpAtMost, Value: value, Unit: unit, Normalized: &schema.Normalized{Value: base, Unit: "元"}}
	}
	end := by("2025年底前", "2025-12-31")
	old := plan("2025年底前发放，最高补贴3000元。", end, grant("最高补贴3000元", "元", 3000, 3000))
	for _, tt := range []struct {
		name string
		new  *schema.Task
		want []Kind
	}{
		{"other words", plan("2025年12月31日前发放，最高补贴0.3万元。", by("2025年12月31日前", "2025-12-31"), grant("最高补贴0.3万元", "万元", 0.3, 3000)), nil},
		{"broken over lines", plan("2025年底前发放，最高补贴3000元。", by("2025\n　年底前", "2025-12-31"), grant("最高补贴30\n00元", "元", 3000, 3000)), nil},
		{"another day", plan("2025年11月30日前发放，最高补贴3000元。", by("2025年11月30日前", "2025-11-30"), old.Targets[0]), []Kind{Earlier, Reworded}},
		{"another amount", plan("2025年底前发放，最高补贴0.4万元。", end, grant("最高补贴0.4万元", "万元", 0.4, 4000)), []Kind{Raised, Reworded}},
		{"other words beside the amount", plan("2025年底前发放，最高奖励0.3万元。", end, grant("最高奖励0.3万元", "万元", 0.3, 3000)), []Kind{Reworded}},
		{"other words elsewhere", plan("2025年12月31日前拨付，最高补贴3000元。", by("2025年12月31日前", "2025-12-31"), old.Targets[0]), []Kind{Reworded}},
	} {
		got := (&differ{}).task(old, tt.new)
		if !slices.Equal(kinds(got), tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, kinds(got), tt.want)
		}
		if tt.name == "other words elsewhere" && got[0].Words[0].Text != "2025年12月31日前" {
			t.Errorf("%s: %q", tt.name, got[0].Words)
		}
	}
}

func TestValuedWords(t *testing.T) {
	list := []saying{{phrase("5 人"), "five"}}
	for text, want := range map[string]int{"培训5人": 3, "培训15人": 4, "培训1.5人": 4, "5 人、５人": 2} {
		if got := valued(words(text), list); len(got) != want {
			t.Errorf("%s: %d words, want %d", text, len(got), want)
		}
	}
}

func kinds(list []Change) (out []Kind) {
	for _, c := range list {
		out = append(out, c.Kind)
	}
	return out
}

func TestDepartments(t *testing.T) {
	old, new := pipes, pipes
	old.Departments = &schema.Departments{Lead: []schema.Department{{Name: "市水务局"}}, Support: []schema.Department{{Name: "市住建局", Canonical: "云溪市住房和城乡建设局"}, {Name: "市财政局"}}}
	new.Departments = &schema.Departments{Lead: []schema.Department{{Name: "市财政局"}, {Name: "市水务局"}}, Support: []schema.Department{{Name: "市住房城乡建设局", Canonical: "云溪市住房和城乡建设局"}, {Name: "市审计局"}}}
	want := []string{"task 改造老旧管网: department role", "task 改造老旧管网: department added"}
	if got := said(Of(notice(old), notice(new), Options{})); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestIndicators(t *testing.T) {
	row := func(name string, values ...schema.IndicatorValue) schema.Indicator {
		return schema.Indicator{Name: name, Unit: "%", Values: values}
	}
	old, new := notice(), notice()
	old.Indicators = []schema.Indicator{row("床位占比", schema.IndicatorValue{Year: 2024, Value: 50, Kind: "target"}, schema.IndicatorValue{Year: 2025, Value: 60, Kind: "target"}), row("签约率")}
	new.Indicators = []schema.Indicator{row("床位 占比", schema.IndicatorValue{Year: 2025, Value: 65, Kind: "target"}), row("入住率")}
	want := []string{"indicator 床位 占比: figure raised", "indicator 床位 占比: figure dropped", "indicator 签约率: whole dropped", "indicator 入住率: whole added"}
	got := said(Of(old, new, Options{}))
	if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestMetadata(t *testing.T) {
	old, new := notice(), notice()
	old.Metadata = schema.Metadata{Title: "云溪市 实施方案", Issued: "2024-05-01", Addressees: []string{"各县"}, Published: "2024-05-02"}
	new.Metadata = schema.Metadata{Title: "云溪市实施方案", Issued: "2024-06-01", Addressees: []string{"各县", "各区"}, DocumentNumber: "云政发〔2024〕1号"}
	want := []string{"metadata document_number: property added", "metadata addressees: property changed", "metadata issued: property changed"}
	if got := said(Of(old, new, Options{})); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCitations(t *testing.T) {
	plan := schema.Citation{Title: "云溪市养老规划", DocumentNumber: "云政发〔2021〕3号"}
	short := schema.Citation{Title: "云溪市养老规划"}
	bare := schema.Citation{DocumentNumber: "云政发〔2021〕3号"}
	anew := schema.Citation{Title: "云溪市养老规划", DocumentNumber: "云政发〔2023〕5号"}
	renamed := schema.Citation{Title: "云溪市养老服务规划", DocumentNumber: "云政发〔2021〕3号"}
	norm := schema.Citation{Title: "养老机构等级划分", StandardNumber: "GB/T 37276—2018"}
	for _, tt := range []struct {
		name     string
		old, new []schema.Citation
		want     []string
	}{
		{"another order", []schema.Citation{plan, norm}, []schema.Citation{norm, plan}, []string{}},
		{"another dash", []schema.Citation{norm}, []schema.Citation{{Title: norm.Title, StandardNumber: "GB/T 37276-2018"}}, []string{}},
		{"added", nil, []schema.Citation{plan}, []string{"whole added"}},
		{"dropped", []schema.Citation{norm, plan}, []schema.Citation{plan}, []string{"whole dropped"}},
		{"another number", []schema.Citation{plan, norm}, []schema.Citation{norm, anew}, []string{"property changed"}},
		{"two of one title", []schema.Citation{plan}, []schema.Citation{plan, anew}, []string{"whole added"}},
		{"a number that was not there", []schema.Citation{short}, []schema.Citation{plan}, []string{"property changed"}},
		{"a title that was not there", []schema.Citation{bare}, []schema.Citation{plan}, []string{"title reworded"}},
		{"another title", []schema.Citation{plan}, []schema.Citation{renamed}, []string{"title reworded"}},
	} {
		old, new := notice(), notice()
		old.Citations, new.Citations = tt.old, tt.new
		got := []string{}
		for _, e := range Of(old, new, Options{}).Entries {
			for _, c := range e.Changes {
				got = append(got, string(c.Subject)+" "+string(c.Kind))
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ old, new, want string }{
		{"占比达到50%以上。", "占比达到55%以上。", "占比达到[-50][+55]%以上。"},
		{"方案（征求意见稿）", "方案", "方案[-（征求意见稿）]"},
		{"每年检查", "每半年抽查", "每[-年检][+半年抽]查"},
		{"", "新增", "[+新增]"},
		{"一、二、 三", "一二三", ""},
	} {
		var b strings.Builder
		for _, r := range reworded(tt.old, tt.new) {
			if r.Op == Keep {
				b.WriteString(r.Text)
			} else {
				fmt.Fprintf(&b, "[%s%s]", r.Op, r.Text)
			}
		}
		if b.String() != tt.want {
			t.Errorf("%q to %q: %q, want %q", tt.old, tt.new, b.String(), tt.want)
		}
	}
}

// FuzzWords holds that the runs of two texts are these texts: nothing is lost, nothing made up.
func FuzzWords(f *testing.F) {
	f.Add("占比达到50%以上，2025年底前。", "占比达55%（含）以上")
	f.Add(strings.Repeat("甲乙丙", 700), strings.Repeat("丁戊", 900))
	f.Fuzz(func(t *testing.T, old, new string) {
		a, b := words(old), words(new)
		var was, is strings.Builder
		for _, r := range runs(a, b) {
			if r.Op != Insert && r.Op != Keep {
				was.WriteString(r.Text)
			}
			if r.Op != Delete {
				is.WriteString(r.Text)
			}
		}
		if is.String() != join(b) {
			t.Errorf("%q is %q in the runs", join(b), is.String())
		}
		if kept := len([]rune(was.String())); kept > len([]rune(join(a))) {
			t.Errorf("%q is gone of %q", was.String(), join(a))
		}
	})
}
