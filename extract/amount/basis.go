package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// basisText returns a base phrase as the contract writes it: without the first 每 or 各,
// 人 for 人均.
func (p *passage) basisText(b stretch) string {
	if b.end == b.start+2 && p.s.Runes[b.end-1] == '均' {
		return string(p.s.Runes[b.start])
	}
	for b.end > b.start+2 && strings.ContainsRune("仅只", p.s.Runes[b.end-1]) {
		b.end--
	}
	if open := p.opening(b.end - 1); p.s.Runes[b.end-1] == ')' && open > b.start+2 && b.end-open > 9 {
		b.end = open // 每引进1人(签订1年以上劳动合同)
	}
	return p.s.String(b.start+1, b.end)
}

// carries reports whether the base of prev holds for r too: both are members of one
// list, or r's clause goes on without a subject of its own.
func (p *passage) carries(prev, r *reading) bool {
	if prev.clause.start == r.clause.start && !(r.tag == "time" && endsInTime(prev.basis)) {
		return true
	}
	if r.clause.start-prev.end > 2*reach || r.tag == "time" && endsInTime(prev.basis) {
		return false
	}
	for i := prev.end; i < r.clause.start; i++ {
		if m := p.s.Runes[i]; m == ';' || m == ':' {
			return false
		}
	}
	for _, w := range p.timesIn(prev.end, r.start) {
		if w.Value != "" {
			return false
		}
	}
	if r.clause.start >= r.start {
		return true
	}
	n, _ := lexicon.Verbs().Prefix(p.s.Runes[r.clause.start:r.num])
	return n > 0
}

// endsInTime reports whether a base is or ends in a span of time: 人每月.
func endsInTime(basis string) bool {
	for _, w := range baseTimes {
		if strings.HasSuffix(basis, w) {
			return true
		}
	}
	return false
}

// baseBefore reads a base that is a clause of its own before a sum that is given: 招收1名博士 of
// 每招收1名博士,给予5万元补助.
func (p *passage) baseBefore(r *reading) string {
	a := stretch{end: r.clause.start - 1}
	if r.tag != "money" || a.end <= p.begin || p.s.Runes[a.end] != ',' || !p.givesBefore(p.s.Runes[r.clause.start:r.num]) {
		return ""
	}
	for a.start = p.leftEdge(a.end); a.start < a.end && p.s.Runes[a.start] != '每'; a.start++ {
	}
	if n, _ := lexicon.Verbs().Prefix(p.s.Runes[min(a.start+1, a.end):a.end]); n == 0 || a.end-a.start > 45 {
		return ""
	}
	return p.s.String(a.start+1, a.end)
}

// baseBehind reads a base right behind the number: 不少于4次每年.
func (p *passage) baseBehind(r *reading) string {
	if r.end < r.clause.end && p.s.Runes[r.end] == '每' {
		if end := p.baseEnd(r.end+1, r.clause.end); end > r.end+1 {
			return p.s.String(r.end+1, end)
		}
	}
	return ""
}
