package when

import (
	"fmt"
	"strings"
	"testing"
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
			if x.Deadline != (x.Relation != "") || x.Deadline && x.Value == "" && x.Rule != "when/by-season" && x.Relation != "from" || !x.Deadline && x.Why == "" {
				t.Fatalf("%q: %+v", text, x)
			}
			if x.First != "" && x.Last != "" && x.First > x.Last {
				t.Fatalf("%q: from %s to %s", text, x.First, x.Last)
			}
		}
	})
}

// hostile are units that, repeated, begin rules again and again.
var hostile = []string{"2025年", "每年", "3年内", "到2025年6月至", "(", "十", "“十四五”", "2", "持续", "1-"}

// TestHostileTextEnds: what grows with the square of the length does not end in time.
func TestHostileTextEnds(t *testing.T) {
	for _, unit := range hostile {
		s := stream(strings.Repeat(unit, 10_000))
		Find(s, 0, s.Len(), issued, nil, false)
	}
}

// BenchmarkHostile shows the cost a rune at two lengths: the same where time is linear.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		for _, n := range []int{500, 4000} {
			b.Run(fmt.Sprintf("%s/%d", unit, n), func(b *testing.B) {
				s := stream(strings.Repeat(unit, n))
				b.SetBytes(int64(len(unit) * n))
				for b.Loop() {
					Find(s, 0, s.Len(), issued, nil, false)
				}
			})
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
