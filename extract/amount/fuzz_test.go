package amount

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// FuzzFind: whatever the text, the times, and the place where a paragraph ends in the middle
// of them, there is no panic, targets are in order, and every stretch lies in the range and
// is not empty.
func FuzzFind(f *testing.F) {
	for _, r := range table().Rules() {
		f.Add(r.Example, 3, 5, 4)
	}
	for _, r := range refusals {
		f.Add(r.example, 0, 2, 1)
	}
	f.Add("每个县(市、区)至少建成1所敬老院或者2处幸福院,每年补助5万元/所;由30万元提高到50万元。", 2, 9, 3)
	f.Add("提供每年28天的短期照护服务。", 2, 4, 3)
	f.Add("由每人每月90元提高至110元", 3, 5, 4)
	f.Add("((((“”)5%)))每每每人均3-2个、和、不低于", 1, 2, 0)
	f.Fuzz(func(t *testing.T, text string, i, j, cut int) {
		s := scanCut(text, cut)
		var ctx Context
		if i >= 0 && i < j && j <= s.Len() {
			ctx.Times = []When{{Start: i, End: j, Value: "2025", Relation: "during", Readable: j%2 == 0}}
		}
		begin := min(1, s.Len())
		last := begin
		for _, g := range Find(s, begin, s.Len(), ctx, true) {
			if g.Start < last || g.End <= g.Start || g.End > s.Len() {
				t.Fatalf("target %d to %d behind %d of %d", g.Start, g.End, last, s.Len())
			}
			last = g.End
			if g.IndicatorStart != 0 || g.IndicatorEnd != 0 {
				if g.IndicatorStart < begin || g.IndicatorEnd <= g.IndicatorStart || g.IndicatorEnd > s.Len() {
					t.Fatalf("indicator %d to %d of %d", g.IndicatorStart, g.IndicatorEnd, s.Len())
				}
			}
			if math.IsNaN(g.Value) || g.HasMax && g.Max <= g.Value || g.Type == "" || g.Op == "" {
				t.Fatalf("target %+v", g)
			}
		}
	})
}

// hostile are units that, repeated, make a paragraph without any mark that ends a clause,
// or one of nothing but refusals.
var hostile = []string{"每个乡镇建成1所敬老院、", "第3批", "((5%", "不低于", "由3个", "“100%", "5%,", "每3个人均", "至少最高不超过约", "5%的的,"}

// TestHostileTextEnds: what grows with the square of the length does not end in time.
func TestHostileTextEnds(t *testing.T) {
	for _, unit := range hostile {
		s := scan(strings.Repeat(unit, 10_000))
		Find(s, 0, s.Len(), Context{}, false)
	}
}

// BenchmarkHostile shows the cost a rune at two lengths: the same where time is linear.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		for _, n := range []int{500, 4000} {
			b.Run(fmt.Sprintf("%s/%d", unit, n), func(b *testing.B) {
				s := scan(strings.Repeat(unit, n))
				b.SetBytes(int64(len(unit) * n))
				for b.Loop() {
					Find(s, 0, s.Len(), Context{}, false)
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("加快补齐设施短板,各县(市、区)至少建成1所综合服务中心、2-3个助餐点,按每张床位每月450元给予运营补贴,"+
		"护理型床位占比不低于55%;为65周岁以上老年人建立健康档案,推进“五个一”行动。健全工作机制,形成齐抓共管的良好局面。", 40)
	s := scan(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(s, 0, s.Len(), Context{}, false)
	}
}
