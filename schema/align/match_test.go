package align_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

func itemsOf(n *schema.Notice) []align.Item {
	align.Keys(n)
	return align.Items(n.Tasks)
}

func TestMatchSmallEdits(t *testing.T) {
	old := itemsOf(plan(60))
	for at := range old {
		for name, edit := range map[string]func(*schema.Task){
			"title longer":   func(t *schema.Task) { t.Title = "全面" + t.Title },
			"title shorter":  func(t *schema.Task) { t.Title = t.Title[:max(0, len(t.Title)-len("管"))] },
			"title reworded": func(t *schema.Task) { t.Title = "实施民生工程" },
			"text reworded": func(t *schema.Task) {
				t.Text = "按上级要求抓好落实，明确专人负责。"
				t.Title += "工作"
			},
		} {
			n := plan(60)
			if n.Tasks[at].Title == "" && name == "text reworded" || n.Tasks[at].Title == alikeTitle {
				continue
			}
			edit(&n.Tasks[at])
			for _, p := range align.Match(old, itemsOf(n)) {
				if p.Old != p.New {
					t.Errorf("%s of %d: old %d with new %d", name, at, p.Old, p.New)
				}
			}
		}
	}
}

func TestMatch(t *testing.T) {
	a := align.Item{Key: "a", Title: "改造老旧管网", Text: "完成十公里。"}
	b := align.Item{Key: "b", Title: "建设城市绿地", Text: "建成口袋公园。"}
	c := align.Item{Key: "c", Title: "培育技工院校", Text: "建成实训基地。"}
	longer := align.Item{Key: "d", Title: "加快改造老旧管网", Text: "完成十公里。"}
	half := align.Item{Key: "e", Title: "改造老旧管网", Text: "完成五公里，另行安排资金。"}
	table := align.Item{Title: "统筹布局", Text: "整合规模偏小的学校。"}
	same := align.Pair{Likeness: 1}
	for _, tt := range []struct {
		name     string
		old, new []align.Item
		want     []align.Pair // likeness: 1 or less
	}{
		{"nothing", nil, nil, []align.Pair{}},
		{"all new", nil, []align.Item{a}, []align.Pair{{Old: align.None}}},
		{"all gone", []align.Item{a, b}, nil, []align.Pair{{Old: 0, New: align.None}, {Old: 1, New: align.None}}},
		{"moved", []align.Item{a, b}, []align.Item{b, a}, []align.Pair{{1, 0, 1}, {0, 1, 1}}},
		{"gone in the middle", []align.Item{a, b, c}, []align.Item{a, c}, []align.Pair{same, {1, align.None, 0}, {2, 1, 1}}},
		{"unlike", []align.Item{a}, []align.Item{b}, []align.Pair{{0, align.None, 0}, {align.None, 0, 0}}},
		{"key before likeness", []align.Item{a}, []align.Item{longer, {Key: "a"}}, []align.Pair{{align.None, 0, 0}, {0, 1, 1}}},
		{"the likest first", []align.Item{a}, []align.Item{half, longer}, []align.Pair{{align.None, 0, 0}, {0, 1, .9}}},
		{"a key twice", []align.Item{a, a}, []align.Item{a, a}, []align.Pair{same, {1, 1, 1}}},
		{"without keys", []align.Item{table}, []align.Item{table}, []align.Pair{same}},
		{"the last of equals is gone", []align.Item{table, table}, []align.Item{table}, []align.Pair{same, {1, align.None, 0}}},
	} {
		got := align.Match(tt.old, tt.new)
		equal := slices.EqualFunc(got, tt.want, func(g, w align.Pair) bool {
			return g.Old == w.Old && g.New == w.New && (g.Likeness == 1) == (w.Likeness == 1) && (g.Likeness == 0) == (w.Likeness == 0)
		})
		if !equal {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestMatchPairsEachOnce holds that every task is in one pair, whatever changed.
func TestMatchPairsEachOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		old, new := itemsOf(plan(random.IntN(80))), itemsOf(plan(random.IntN(80)))
		random.Shuffle(len(new), func(i, j int) { new[i], new[j] = new[j], new[i] })
		for i := range new {
			if random.IntN(3) == 0 {
				new[i].Key, new[i].Title = "", new[i].Title+"机制"
			}
		}
		var olds, news []int
		for _, p := range align.Match(old, new) {
			if p.Old != align.None {
				olds = append(olds, p.Old)
			}
			if p.New != align.None {
				news = append(news, p.New)
			}
		}
		slices.Sort(olds)
		if len(olds) != len(old) || len(slices.Compact(olds)) != len(old) || len(news) != len(new) || !slices.IsSorted(news) {
			t.Fatalf("of %d and %d tasks, %v and %v are paired", len(old), len(new), olds, news)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("改造管网", "一、水务", "完成10公里。", "改造老旧管网")
	f.Fuzz(func(t *testing.T, title, path, text, other string) {
		n := &schema.Notice{Tasks: []schema.Task{{Title: title, Path: []string{path}, Text: text}, {Title: other, Text: text}}}
		old := itemsOf(n)
		pairs := align.Match(old, []align.Item{old[1], old[0]})
		if len(pairs) != 2 || pairs[0].Old != 1 || pairs[1].Old != 0 {
			t.Errorf("%q: %v", old, pairs)
		}
	})
}

// BenchmarkMatch pairs the tasks of two versions: all named alike, and all renamed.
func BenchmarkMatch(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"1250", 1250}, {"5000", 5000}} {
		old := itemsOf(plan(size.n))
		renamed := slices.Clone(old)
		for i := range renamed {
			renamed[i].Key, renamed[i].Title = "", "进一步"+renamed[i].Title
		}
		b.Run("keys/"+size.name, func(b *testing.B) {
			for b.Loop() {
				align.Match(old, old)
			}
		})
		b.Run("renamed/"+size.name, func(b *testing.B) {
			for b.Loop() {
				align.Match(old, renamed)
			}
		})
	}
}
