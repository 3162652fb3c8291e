package when

import (
	"strings"
	"testing"
	"time"
)

func FuzzFind(f *testing.F) {
	for _, r := range rules {
		f.Add("柳湾区" + r.Example + "完成;" + r.Example)
	}
	f.Add("“十四五”2025年年底前(星期五)每两三年内可9999年99月99日至")
	f.Fuzz(func(t *testing.T, text string) {
		s, times := find(text, issued)
		last := 0
		for _, x := range times {
			if x.Start < last || x.End <= x.Start || x.End > s.Len() {
				t.Fatalf("%q: span %d to %d of %d behind %d", text, x.Start, x.End, s.Len(), last)
			}
			last = x.End
			if x.Deadline != (x.Relation != "") || x.Deadline && x.Value == "" || !x.Deadline && x.Why == "" {
				t.Fatalf("%q: %+v", text, x)
			}
			if x.First != "" && x.Last != "" && x.First > x.Last {
				t.Fatalf("%q: from %s to %s", text, x.First, x.Last)
			}
		}
	})
}

// TestFindIsLinear holds that eight times the text takes about eight times as long.
func TestFindIsLinear(t *testing.T) {
	for _, unit := range []string{"2025年", "每年", "3年内", "到2025年6月至", "(", "十", "“十四五”", "2", "持续", "1-"} {
		took := func(n int) time.Duration {
			s := stream(strings.Repeat(unit, n))
			best := time.Hour
			for range 3 {
				begin := time.Now()
				Find(s, 0, s.Len(), issued, nil, false)
				best = min(best, time.Since(begin))
			}
			return best
		}
		if short, long := took(500), took(4000); long > 40*short+20*time.Millisecond {
			t.Errorf("%q: %v for 500, %v for 4000", unit, short, long)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("云溪市加快建设社区嵌入式服务设施,引导社会力量参与,健全多元投入和运营补助机制。"+
		"到2025年底,新建驿站20处,覆盖率达到80%以上;2026年上半年完成验收。"+
		"推动医疗机构与养老机构签约合作,每年至少开展2次联合巡诊,家庭床位不少于300张。"+
		"对离校2年内未就业毕业生给予岗位补贴,每人每月不超过600元,持续推进。", 40)
	s := stream(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(s, 0, s.Len(), issued, nil, false)
	}
}
