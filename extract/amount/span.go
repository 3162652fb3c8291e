package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// spanName returns what a span of time is a value of, where that stands before it: 保费 of
// 保费可在投保后1年内, 救助标准 of 救助标准不超过两个月最低生活保障标准; empty where nothing does.
func (p *passage) spanName(r *reading, left, right stretch) stretch {
	if r.tag != "time" {
		return stretch{}
	}
	if p.inMonths(r, right) {
		return p.standardBefore(r, left)
	}
	if r.tail && !r.front {
		return p.beforeSpan(left)
	}
	return stretch{}
}

// standardBefore returns the standard before a number of months, in its clause or the one before.
func (p *passage) standardBefore(r *reading, left stretch) stretch {
	seg, _ := p.lastSegment(r.clause.start, r.start)
	if n := seg.end - 1; n > seg.start && strings.ContainsRune("人户", p.s.Runes[n]) && p.s.Has(seg.end, "均") { // 救助标准人均
		seg, _ = p.trimLinks(stretch{seg.start, n})
	}
	if p.isStandard(seg) {
		return seg
	}
	if seg = p.earlier(r); left.empty() && p.isStandard(seg) {
		return seg
	}
	return stretch{}
}

// beforeSpan returns what stands before 可在…后: 保费 of 保费可在投保后1年内.
func (p *passage) beforeSpan(a stretch) stretch {
	for i := a.start; i < a.end; i++ {
		if p.begins(i, lexicon.SpanLeads()) {
			if i < a.start+2 || !strings.ContainsRune("金款费额税", p.s.Runes[i-1]) {
				return stretch{} // 部门应在5日内: what is done is measured
			}
			return p.quantityPhrase(stretch{a.start, i})
		}
	}
	return stretch{}
}

// inMonths reports whether a span of time is a sum: 两个月最低生活保障标准.
func (p *passage) inMonths(r *reading, right stretch) bool {
	return strings.HasSuffix(r.unit, "月") && !right.empty() && p.ends(right.end, lexicon.MonthsOf())
}

// isStandard reports whether a phrase names what is given to somebody in need: 救助标准.
func (p *passage) isStandard(a stretch) bool {
	if p.s.Has(a.end-2, "标准") {
		a.end -= 2
	}
	return !a.empty() && p.ends(a.end, lexicon.Relief())
}

// banned returns from when a ban runs: 取得证书 of 自取得证书之日起满3年方可上市.
func (p *passage) banned(r *reading) stretch {
	a := stretch{r.clause.start, r.num - 1}
	for i := a.end - 2; i >= a.start; i-- {
		if strings.ContainsRune("自需须应从或", p.s.Runes[i]) {
			a.start = i + 1
			break
		}
	}
	return p.trim(p.without(a, lexicon.Since()))
}

// doneWithin returns what is done in a span of time that ends its clause: 提出审核意见 of
// 在受理之日起3个工作日内,根据调查情况,提出审核意见.
func (p *passage) doneWithin(r *reading) stretch {
	a := stretch{r.end, r.clause.end}
	for n := 0; n < 3 && a.empty(); n++ {
		if !p.s.Has(a.end, ",") {
			return stretch{}
		}
		if a = (stretch{a.end + 1, p.rightEdge(a.end + 1)}); p.isManner(a.start) {
			a.start = a.end // how it is done
		}
	}
	if a.empty() || a.end-a.start > 30 {
		return stretch{}
	}
	if n := lead(p.s.Runes[a.start:a.end]); n < a.end-a.start && !p.s.Has(a.start, "向") { // 向社会公布结果
		a.start += n
	}
	return p.trim(a)
}

// isManner reports whether the clause at rune i says how something is done: 根据调查情况.
func (p *passage) isManner(i int) bool {
	n, tag := p.wordAt(i, lexicon.Manners())
	return n > 0 && tag == ""
}
