package party

import "github.com/policyx/policyx/extract/internal/clause"

// brackets are those of the stretch that is read: a partner outside of it is none.
type brackets struct {
	*clause.Edges
	begin, end int
}

// partner returns the other half of the bracket at i, -1 where it has none.
func (b brackets) partner(i int) int {
	if j := b.Partner(i); j >= b.begin && j < b.end {
		return j
	}
	return -1
}

// lone reports whether the bracket at i has no partner.
func (b brackets) lone(i int) bool { return b.partner(i) < 0 }

// bracketed returns the clauses in brackets that close a part.
func (r *reader) bracketed(begin, end int) []spot {
	var spots []spot
	var around []int // where the brackets end that were walked and hold i
	from := begin    // a bracket that was never opened goes back to here at most
	for i := begin; i < end; i++ {
		c := r.s.Runes[i]
		switch {
		case r.s.Compares(i):
		case clause.Opens(c):
			var f spot
			var ok bool
			if k := r.pairs.partner(i); k < 0 {
				f, ok = r.unclosed(begin, i, r.nextOpen(i, end))
			} else {
				for len(around) > 0 && around[len(around)-1] < i {
					around = around[:len(around)-1]
				}
				if len(around) < maxNested {
					f, ok = r.inBrackets(begin, i, k, end)
				} else {
					f, ok = r.tooDeep(i, k)
				}
				around = append(around, k)
			}
			if ok {
				spots = append(spots, f)
				i = f.end - 1
			} else {
				r.lose(f)
			}
		case clause.Closes(c) && r.pairs.lone(i):
			if f, ok := r.unopened(max(begin, from), i, end); ok {
				spots = append(spots, f)
			}
			from = i + 1
		}
		if len(spots) > 0 {
			from = max(from, spots[len(spots)-1].end)
		}
	}
	return spots
}

// tooDeep gives the bracket from i to k up, which stands within too many others to be
// walked; false for one that holds no word of a clause.
func (r *reader) tooDeep(i, k int) (spot, bool) {
	f := spot{rule: Bracketed, start: i, end: k + 1, from: i + 1, to: k, walk: &walker{reader: r}, misread: true, cut: true}
	return f, r.promising(f.from, min(f.to, f.from+maxList))
}

// nextOpen returns where the next bracket without partner opens behind i, else end.
func (r *reader) nextOpen(i, end int) int {
	for i++; i < end; i++ {
		if clause.Opens(r.s.Runes[i]) && r.pairs.lone(i) {
			return i
		}
	}
	return end
}

// inBrackets judges the bracket from i to k.
func (r *reader) inBrackets(begin, i, k, end int) (spot, bool) {
	f := spot{rule: Bracketed, start: i, end: k + 1, from: i + 1, to: k}
	if f.from >= f.to || !r.promising(f.from, min(f.to, f.from+maxList)) {
		return f, false
	}
	if f.to-f.from > maxClause {
		f.to = r.cut(f.from, maxClause)
		f.cut = true
	}
	if r.example(f.from, f.to) {
		return f, false
	}
	if r.s.Runes[i] == '【' && (i == begin && k+1 < end && !r.hasLabel(i+1, k) || r.labelHead(i+1, k+1)) {
		return f, false // 【承办银行】县财政局应当…: a heading; 【牵头单位】市住建局: a label
	}
	before, behind := r.partEndsBefore(begin, i), r.partEndsBehind(k+1, end)
	f.walk = r.walk(f.from, f.to)
	f.names = f.walk.judge()
	switch {
	case f.walk.onlyNote():
	case f.walk.labelled:
		f.misread = f.walk.empty()
	case !before && !behind:
		return f, false
	case f.walk.explicit:
		allOfThem := before && f.walk.everyStrong() && f.walk.definite(f.to) // (有关部门按职责分工负责)
		if !f.walk.strongName() && !allOfThem && !(before && behind && f.walk.offices()) || f.walk.junk() {
			f.misread = f.walk.strongName() && before
			if !f.misread {
				return f, false
			}
		}
	case !f.walk.allStrong() || !before && (!behind || r.nameEnds(begin, i) || !f.walk.bodies(f.names)):
		return f, false
	}
	f.end = r.fullStop(f, end)
	return f, true
}

// example reports whether what runes i to j, in brackets, name belongs to what stands before:
// (含电信公司), (原市卫计委). 含山县 is a place.
func (r *reader) example(i, j int) bool {
	if n, _ := r.user.Places().Prefix(r.s.Runes[i:j]); n > 0 {
		return false
	}
	for _, word := range []string{"含", "包括", "不含", "不包括", "例如", "如", "即", "原"} {
		if r.s.Has(i, word) {
			return true
		}
	}
	return false
}

// nameEnds reports whether the name of a body ends right before i: what stands in
// brackets behind it is a note on it.
func (r *reader) nameEnds(begin, i int) bool {
	text := r.s.Runes[max(begin, i-8):i]
	if n, kind := r.ending(text); n > 0 && kind != "" {
		return true
	}
	n, _ := r.collectives.Suffix(text)
	return n > 0
}

// unclosed judges a bracket that opens at i and never closes: it goes to the end of the
// item.
func (r *reader) unclosed(begin, i, end int) (spot, bool) {
	f := spot{rule: OpenBracket, start: i, end: end, from: i + 1, to: end}
	if end-i > maxClause {
		f.to, f.cut = r.cut(i, maxClause), true
	}
	if f.from >= f.to || !r.partEndsBefore(begin, i) {
		return f, false
	}
	if c := r.s.Runes[f.to-1]; c == '。' || clause.Closes(c) && r.pairs.lone(f.to-1) {
		f.to--
	}
	f.walk = r.walk(f.from, f.to)
	f.names = f.walk.judge()
	if f.walk.junk() || f.walk.vouched > 0 || !f.walk.strongName() || !f.walk.explicit && !f.walk.allStrong() {
		return f, false
	}
	return f, true
}

// unopened judges a bracket that closes at k and never opened: it goes back to the last
// sentence.
func (r *reader) unopened(begin, k, end int) (spot, bool) {
	i, cut := r.backTo(begin, k, func(c rune) bool { return c == '。' })
	f := spot{rule: OpenBracket, start: i, end: k + 1, from: i, to: k, cut: cut}
	if f.from >= f.to || !r.partEndsBehind(k+1, end) || i == begin {
		return f, false
	}
	f.walk = r.walk(f.from, f.to)
	f.names = f.walk.judge()
	return f, f.walk.explicit && f.walk.allStrong() && f.walk.vouched == 0 && !f.walk.junk() && !f.walk.objects
}
