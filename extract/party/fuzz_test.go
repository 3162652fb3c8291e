package party

import (
	"fmt"
	"strings"
	"testing"

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
		if text := printed(normal(s.Runes[d.Start:d.End])); !strings.Contains(d.Name, text) {
			t.Fatalf("%q does not hold %q", d.Name, text)
		}
		begin = d.End
	}
}

// hostile are units that, repeated, begin names and clauses again and again.
var hostile = []string{"(", "市", "、", "(市水务局", "等", "牵头单位:", "各", "责任单位:市水务局\n", "市水务局牵头", "(市水务局负责)", "按职责分工", "牵", "市水务局、", "。市水务局)"}

// TestHostileTextEnds: what grows with the square of the length does not end in time.
func TestHostileTextEnds(t *testing.T) {
	for _, unit := range hostile {
		s := lexed([]rune(strings.Repeat(unit, 10_000)))
		Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false)
	}
}

// BenchmarkHostile shows the cost a rune at two lengths: the same where time is linear.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		for _, n := range []int{1000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", unit, n), func(b *testing.B) {
				s := lexed([]rune(strings.Repeat(unit, n)))
				b.SetBytes(int64(len(unit) * n))
				for b.Loop() {
					Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false)
				}
			})
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
