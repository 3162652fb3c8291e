package amount

import (
	"math"
	"strings"
	"testing"
	"time"
)

// FuzzFind: whatever the text and the times, there is no panic, targets are in order,
// and every stretch lies in the range and is not empty.
func FuzzFind(f *testing.F) {
	for _, r := range table().Rules() {
		f.Add(r.Example, 3, 5)
	}
	for _, r := range refusals {
		f.Add(r.example, 0, 2)
	}
	f.Add("每个县(市、区)至少建成1所敬老院或者2处幸福院,每年补助5万元/所;由30万元提高到50万元。", 2, 9)
	f.Add("((((“”)5%)))每每每人均3-2个、和、不低于", 1, 2)
	f.Fuzz(func(t *testing.T, text string, i, j int) {
		s := scan(text)
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

// TestTimeIsLinear: a paragraph without any mark that ends a clause or a sentence, and
// one of nothing but refusals, cost what their length costs.
func TestTimeIsLinear(t *testing.T) {
	for _, unit := range []string{"每个乡镇建成1所敬老院、", "第3批", "((5%", "不低于", "由3个", "“100%", "5%,", "每3个人均", "至少最高不超过约", "5%的的,"} {
		took := func(n int) time.Duration {
			s := scan(strings.Repeat(unit, n))
			best := time.Hour
			for range 4 {
				start := time.Now()
				Find(s, 0, s.Len(), Context{}, false)
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := took(500), took(4000)
		if large > 40*small+20*time.Millisecond {
			t.Errorf("%q: %v for 500, %v for 4000", unit, small, large)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("加快补齐设施短板,各县(市、区)至少建成1所综合服务中心、2-3个助餐点,按每张床位每月300元给予运营补贴,"+
		"护理型床位占比不低于55%;为65周岁以上老年人建立健康档案,推进“五个一”行动。健全工作机制,形成齐抓共管的良好局面。", 40)
	s := scan(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(s, 0, s.Len(), Context{}, false)
	}
}
