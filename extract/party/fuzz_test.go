package party

import (
	"strings"
	"testing"
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
)

func FuzzClauses(f *testing.F) {
	for _, seed := range []string{
		"改造管网。(市水务局牵头，市财政局、审计局配合)", `牵头单位：市水务局\n责任单位：各县（市、区）政府`, "((((市水务局))", "【牵头单位】市水务局]", "各市、县人民政府、、、等",
		"某某门户,某某直播各部门、单位:", "市委\n组织部 市水务局★(牵头)", "列第一位者为牵头单位,下同。以下均需各县区落实,不再列出", "2024年底前)(", "市", "会同", "等等等等",
	} {
		f.Add(seed, "云溪市柳湾区")
	}
	f.Fuzz(func(t *testing.T, text, place string) {
		s := read(text)
		ctx := Context{Place: place, Places: []string{"松林县"}, LeadFirst: len(text)%2 == 0}
		last := 0
		for _, c := range Clauses(s, 0, s.Len(), ctx, true) {
			if c.Start < last || c.Start > c.InnerStart || c.InnerStart >= c.InnerEnd || c.InnerEnd > c.End || c.End > s.Len() {
				t.Fatalf("clause %d..%d (%d..%d) of %d behind %d", c.Start, c.End, c.InnerStart, c.InnerEnd, s.Len(), last)
			}
			last = c.End
			within(t, s, c.Departments, c.InnerStart, c.InnerEnd)
			within(t, s, c.Inherit, c.InnerStart, c.InnerEnd)
		}
		ds, _ := Cell(s, 0, s.Len(), Lead, ctx)
		within(t, s, ds, 0, s.Len())
		end := 0
		for _, n := range Addressees(s, 0, s.Len(), ctx) {
			if n.Start < end || n.End <= n.Start || n.End > s.Len() || n.Name == "" {
				t.Fatalf("addressee %+v", n)
			}
			end = n.End
		}
		Column(text, nil)
		IsOrgan(text)
	})
}

// within checks that departments stand in order within begin to end, and that each name
// holds what stands there.
func within(t *testing.T, s *lex.Stream, ds []Department, begin, end int) {
	t.Helper()
	for _, d := range ds {
		if d.Start < begin || d.End <= d.Start || d.End > end || d.Role != Lead && d.Role != Support && d.Role != Responsible || d.Kind == "" {
			t.Fatalf("%+v outside of %d..%d", d, begin, end)
		}
		if text := normal(s.String(d.Start, d.End)); !strings.Contains(d.Name, text) {
			t.Fatalf("%q does not hold %q", d.Name, text)
		}
		begin = d.End
	}
}

// TestTimeIsLinear holds that ten times the text costs about ten times the time.
func TestTimeIsLinear(t *testing.T) {
	for _, piece := range []string{"(", "市", "、", "(市水务局", "等", "牵头单位:", "各", "责任单位:市水务局\n", "市水务局牵头", "(市水务局负责)", "按职责分工", "牵", "市水务局、", "。市水务局)"} {
		cost := func(n int) time.Duration {
			s := lexed([]rune(strings.Repeat(piece, n)))
			least := time.Hour
			for range 3 {
				begin := time.Now()
				Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false)
				least = min(least, time.Since(begin))
			}
			return least
		}
		small, large := cost(1000), cost(10000)
		if large > 40*small+20*time.Millisecond {
			t.Errorf("%q: %v for 1,000 and %v for 10,000", piece, small, large)
		}
	}
}

func BenchmarkClauses(b *testing.B) {
	item := "一是改造老旧管网,完善分区计量,到2025年底漏损率控制在9%以内。推进雨污分流,健全养护机制(含应急抢修)。(市水务局牵头,市财政局、住房城乡建设局、市场监管局配合,各县(市、区)人民政府按职责分工负责)"
	s := lexed([]rune(strings.Repeat(item, 20)))
	b.SetBytes(int64(len(item) * 20))
	for b.Loop() {
		Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false)
	}
}
