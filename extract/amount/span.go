package amount

import "strings"

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
		if p.beginsAny(i, "可在", "应在", "必须在", "须在", "应于", "须于", "可于", "自", "在") {
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
	return strings.HasSuffix(r.unit, "月") && p.endsIn(right, []string{"标准", "工资", "保障金"})
}

// isStandard reports whether a phrase names what is given to somebody in need: 救助标准.
func (p *passage) isStandard(a stretch) bool {
	return p.endsIn(a, []string{"救助标准", "补助标准", "补贴标准", "救助", "补助", "补贴", "救助金"})
}

// banned returns from when a ban runs: 取得证书 of 自取得证书之日起满3年方可上市.
func (p *passage) banned(r *reading) stretch {
	a := stretch{r.clause.start, r.num - 1}
	for i := a.end - 2; i >= a.start; i-- {
		if p.beginsAny(i, "自", "需", "须", "应", "从", "或") {
			a.start = i + 1
			break
		}
	}
	for _, w := range []string{"起", "之日", "日", "后"} {
		if n := len([]rune(w)); a.end-n > a.start && p.s.Has(a.end-n, w) {
			a.end -= n
		}
	}
	return p.trim(a)
}

// doneWithin returns what is done in a span of time that ends its clause: 提出审核意见 of
// 在受理之日起3个工作日内,根据调查情况,提出审核意见.
func (p *passage) doneWithin(r *reading) stretch {
	a := stretch{r.end, r.clause.end}
	for n := 0; n < 3 && a.empty(); n++ {
		if !p.s.Has(a.end, ",") {
			return stretch{}
		}
		if a = (stretch{a.end + 1, p.rightEdge(a.end + 1)}); p.beginsAny(a.start, "根据", "依据", "按", "凭", "经", "结合", "对") {
			a.start = a.end // how it is done
		}
	}
	if a.empty() || a.end-a.start > 30 {
		return stretch{}
	}
	if n := lead(p.s.Runes[a.start:a.end]); n < a.end-a.start {
		a.start += n
	}
	return p.trim(a)
}
