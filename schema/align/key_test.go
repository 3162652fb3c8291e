package align_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// alikeTitle is the title that several tasks of a plan have.
const alikeTitle = "加强日常管理"

// plan returns a notice of n tasks: some without title, some alike in title.
func plan(n int) *schema.Notice {
	verbs := []string{"改造", "新建", "完善", "推广", "整治", "培育"}
	things := []string{"老旧管网", "城市绿地", "河道堤防", "农贸市场", "技工院校", "养老机构", "充电设施", "电子证照"}
	notice := &schema.Notice{Goals: []schema.Task{{ID: "g1", Text: "到2025年，绿地率达到40%。"}}}
	for i := range n {
		thing := things[i%len(things)] + string(rune('甲'+i/len(things)%500*7))
		t := schema.Task{
			ID: fmt.Sprint(i + 1), Number: fmt.Sprint(i%9 + 1), Title: verbs[i%len(verbs)] + thing,
			Path: []string{fmt.Sprintf("%d、%s工作", i/20+1, verbs[i/20%len(verbs)])},
			Text: fmt.Sprintf("对%s逐一排查，年底前完成%d处，并建立长效管护机制。", thing, i+3),
		}
		switch {
		case i%7 == 3:
			t.Title = ""
		case i%11 == 5:
			t.Title = alikeTitle
		}
		notice.Tasks = append(notice.Tasks, t)
	}
	return notice
}

func keysOf(n *schema.Notice) []string {
	align.Keys(n)
	var out []string
	for _, t := range slices.Concat(n.Goals, n.Tasks) {
		out = append(out, t.Key)
	}
	return out
}

// TestKeysOutliveEdits holds what a key outlives: for each edit, the keys that must stay.
func TestKeysOutliveEdits(t *testing.T) {
	punctuation := strings.NewReplacer("，", " ,", "、", "．\n", "。", "；")
	edits := map[string]func(n *schema.Notice, at int){
		"renumbered": func(n *schema.Notice, _ int) {
			for i := range n.Tasks {
				n.Tasks[i].ID, n.Tasks[i].Number = fmt.Sprint("9.", i), "十"
				n.Tasks[i].Path[0] = "第十二章 " + strings.SplitN(n.Tasks[i].Path[0], "、", 2)[1]
			}
		},
		"other punctuation and white space": func(n *schema.Notice, _ int) {
			for i := range n.Tasks {
				t := &n.Tasks[i]
				t.Title, t.Text, t.Path = " "+t.Title+"：", punctuation.Replace(t.Text), []string{punctuation.Replace(t.Path[0])}
			}
		},
		"an inserted task": func(n *schema.Notice, at int) {
			n.Tasks = slices.Insert(n.Tasks, at, schema.Task{ID: "x", Title: "开展宣传引导", Path: n.Tasks[at].Path, Text: "利用各类媒体开展宣传。"})
		},
		"a removed task": func(n *schema.Notice, at int) { n.Tasks = slices.Delete(n.Tasks, at, at+1) },
		"a figure of the text": func(n *schema.Notice, at int) {
			n.Tasks[at].Text = strings.Replace(n.Tasks[at].Text, fmt.Sprint(at+3, "处"), "1200处", 1)
		},
		"the end of the text": func(n *schema.Notice, at int) { n.Tasks[at].Text += "实行月通报。" },
	}
	const tasks = 120
	want := keysOf(plan(tasks))
	if distinct := slices.Compact(slices.Sorted(slices.Values(want))); len(distinct) != tasks+1 {
		t.Fatalf("%d keys of %d are distinct", len(distinct), tasks+1)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for name, edit := range edits {
		for range 40 {
			n, at := plan(tasks), random.IntN(tasks)
			if name == "a removed task" && n.Tasks[at].Title == alikeTitle {
				continue // what told the other one from it is no longer needed
			}
			edit(n, at)
			got := keysOf(n)
			lost := slices.DeleteFunc(slices.Clone(want), func(key string) bool { return slices.Contains(got, key) })
			if gone := name == "a removed task" && len(lost) == 1 && lost[0] == want[at+1]; len(lost) > 0 && !gone {
				t.Errorf("%s at %d: %d keys lost", name, at, len(lost))
			}
		}
	}
}

// TestKeyIsOfTheContent holds the keys themselves: ledgers that people filled are found by them.
func TestKeyIsOfTheContent(t *testing.T) {
	n := &schema.Notice{Tasks: []schema.Task{
		{Title: "改造老旧管网"},
		{Title: "加强ＡＩ监管", Path: []string{"一、水务"}},
		{Title: "加强AI监管", Path: []string{"（二）交通"}},
		{Text: "同文同题。"}, {Text: "同文同题。"},
		{Title: "2025"},
	}}
	got := keysOf(n)
	if want := "9zhdjs2amr"; got[0] != want {
		t.Errorf("key %q, want %q", got[0], want)
	}
	if distinct := slices.Compact(slices.Sorted(slices.Values(got))); len(distinct) != len(got) {
		t.Errorf("keys stand twice: %q", got)
	}
}
