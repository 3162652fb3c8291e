package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// picks reports whether 对 at rune i leads in those who are meant.
func (p *passage) picks(i int) bool {
	return p.s.Has(i, "对") && !p.isWhole(i)
}

// isPicked: 对面积100亩以上、证照齐全的企业: a bound between 对 or 将 and the 的 before those
// who are meant, with nothing given on the way.
func (p *passage) isPicked(k int) bool {
	r := &p.readings[k]
	if r.op == schema.OpEqual && !r.tail {
		return p.isOfRewarded(k)
	}
	at := p.pickedAt(r)
	if at < r.clause.start {
		return false
	}
	name := p.withoutRise(stretch{at + 1, r.start})
	if p.isOrder(name) || r.tag == "share" && name.end == r.start && !p.endsInQuantity(name) {
		return false // 对30%以上的企业开展检查: the share is of those who are meant
	}
	of := r.end
	for of < r.clause.end && p.s.Runes[of] != '的' {
		of++
	}
	if of >= r.clause.end-1 || p.givesBefore(p.s.Runes[r.end:of]) || p.begins(of+1, lexicon.Valued()) {
		return false
	}
	who := stretch{of + 1, r.clause.end}
	for i := who.start; i < who.end-1; i++ {
		if p.beginsAny(i, "给予", "予以") {
			who.end = i
		}
	}
	return !p.endsInFunding(who)
}

// isOfRewarded: 对完成投资1亿元且当年投产的项目奖励100万元: what those have who get the next number of the clause.
func (p *passage) isOfRewarded(k int) bool {
	r := &p.readings[k]
	if !p.picks(r.clause.start) {
		return false
	}
	for next := k + 1; next < len(p.readings) && p.readings[next].start < r.clause.end; next++ {
		if n := &p.readings[next]; p.opening(n.start) < r.end { // over a bracket: 达到30%(不低于500万元)的企业
			who := p.rewarded(stretch{r.end, n.start})
			return !who.empty() && !p.givesBefore(p.s.Runes[r.clause.start:who.start])
		}
	}
	return false
}

// rewarded returns those who are named behind a 的 of a stretch, right before what they are given: 项目 of …的项目奖励.
func (p *passage) rewarded(a stretch) stretch {
	for i := a.end - 1; i >= a.start; i-- {
		if p.s.Runes[i] != '的' || p.inQuotes(i) {
			continue
		}
		n, _ := p.wordAt(i+1, lexicon.Who())
		if n == 0 || i+1+n >= a.end {
			continue
		}
		behind := p.s.Runes[i+1+n : a.end]
		_, tag := lexicon.Verbs().Prefix(behind)
		if m, _ := lexicon.Funding().Prefix(behind); m > 0 || strings.HasPrefix(tag, "give") || fund(behind) > 0 {
			return stretch{i + 1, i + 1 + n}
		}
	}
	return stretch{}
}

// pickedAt returns the place of the last 对 before a number in its clause; of 将 too, unless
// the number is a share, which may be of what is moved (将不少于20%的岗位用于…); or -1.
func (p *passage) pickedAt(r *reading) int {
	for i := r.start - 1; i >= r.clause.start; i-- {
		if p.picks(i) || r.tag != "share" && p.s.Has(i, "将") {
			return i
		}
	}
	return -1
}

// isOrder reports whether a phrase orders something or says how it is done: a verb of
// giving or making, 按, 不得.
func (p *passage) isOrder(a stretch) bool {
	text := p.s.Runes[a.start:a.end]
	for i := range text {
		n, tag := lexicon.Verbs().Prefix(text[i:])
		if n >= 2 && (strings.HasPrefix(tag, "give") || isMaking(tag) || tag == "change") {
			return true
		}
	}
	return strings.ContainsAny(string(text), "按每各") || isNorm(text)
}

// withoutRise takes what a share rises or falls by off the end of a phrase: 研发费用年增长.
func (p *passage) withoutRise(a stretch) stretch {
	return p.without(a, lexicon.Rising())
}
