package party

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
)

// Bounds on what one item can cost, in runes. A clause that a bound cuts says so
// ([Clause.Cut]); no notice that was seen comes near one.
const (
	maxClause = 40_000 // of a clause: some eight thousand names
	maxList   = 2_000  // of the line behind a label without colon: what is walked to see whether it lists names
	maxNested = 4      // brackets within brackets that are walked
)

// The rules that find a clause; what they do no row can state.
const (
	Bracketed       = "party/bracketed"        // 。(市民政局负责)
	OpenBracket     = "party/open-bracket"     // 。市民政局负责)
	Labelled        = "party/labelled"         // 责任单位:市民政局
	ClosingSentence = "party/closing-sentence" // 。市民政局牵头,市财政局配合。
	DepartmentFirst = "party/department-first" // 市民政局:负责...
	DutyFirst       = "party/duty-first"       // 市民政局负责...
	GroupFirst      = "party/group-first"      // 由市民政局牵头,市财政局参加。主要职责:...
)

// candidates returns the clauses of an item, in order and without overlap.
func (r *reader) candidates(begin, end int) []spot {
	spots := r.bracketed(begin, end)
	spots = append(spots, r.labelled(begin, end, spots)...)
	slices.SortFunc(spots, func(a, b spot) int { return a.start - b.start })
	if len(spots) == 0 {
		if f, ok := r.closing(begin, end); ok {
			spots = append(spots, f)
		} else {
			r.lose(f)
		}
	}
	spots = r.merge(spots)
	if len(spots) == 0 {
		spots = r.departmentsFirst(begin, end)
	}
	if len(spots) == 0 {
		spots = r.groupFirst(begin, end)
	}
	return spots
}

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

// fullStop returns the end of a clause with the 。 behind it where that closes nothing
// else: the part before has its own.
func (r *reader) fullStop(f spot, end int) int {
	if f.end < end && f.start > 0 && endsPart(r.s.Runes[f.start-1]) && r.s.Runes[f.end] == '。' {
		return f.end + 1
	}
	return f.end
}

// partEndsBefore reports whether a part of the item ends right before i.
func (r *reader) partEndsBefore(begin, i int) bool {
	if i == begin || r.s.Gap(i) >= lex.Line {
		return true
	}
	c := r.s.Runes[i-1]
	return endsPart(c) || c == ':' || clause.Closes(c) && c != '>' || c == '”' || c == '》' && i-1 > begin
}

// partEndsBehind reports whether a part of the item ends at j.
func (r *reader) partEndsBehind(j, end int) bool {
	if j >= end || r.s.Gap(j) >= lex.Line {
		return true
	}
	c := r.s.Runes[j]
	return endsPart(c) || c == ',' || clause.Opens(c)
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

// promising is a cheap look at a stretch: it holds an ending of a department or a label.
func (r *reader) promising(i, j int) bool {
	if r.user.HasDepartments() {
		return i < j
	}
	for ; i < j; i++ {
		switch r.s.Runes[i] {
		case '局', '委', '办', '厅', '部', '府', '牵', '责', '单', '会', '院', '中', '心', '联', '署', '行', '镇', '乡', '街', '各', '队', '司', '室', '团', '区', '社', '站', '关', '协', '列', '首':
			return true
		}
	}
	return false
}

// hasLabel reports whether a label begins at i and ends before j.
func (r *reader) hasLabel(i, j int) bool {
	_, ok := r.labelAt(i, j)
	return ok
}

// labelHead reports whether a label that ends with or before end begins at i.
func (r *reader) labelHead(i, end int) bool {
	f, ok := r.phraseAt(i, end)
	return ok && f.Value.sense == label && f.End >= end-1
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

// closing judges the last sentence of an item.
func (r *reader) closing(begin, end int) (spot, bool) {
	to := end
	for to > begin && (endsPart(r.s.Runes[to-1]) || clause.Closes(r.s.Runes[to-1])) {
		to--
	}
	from, cut := r.backTo(begin, to, endsPart)
	f := spot{rule: ClosingSentence, start: from, end: end, from: from, to: to, cut: cut}
	if from >= to || !r.promising(from, to) {
		return f, false
	}
	f.walk = r.walk(from, to)
	f.names = f.walk.judge()
	w := f.walk
	ok := w.explicit && w.everyStrong() && !w.objects && !w.skipped && w.allAnswered() && w.definite(to)
	return f, ok
}

// backTo returns where what ends at j begins: at a line's beginning, behind a rune that ends
// something, or, where a clause can be no longer, behind the next separator.
func (r *reader) backTo(begin, j int, ends func(rune) bool) (i int, cut bool) {
	for i = j; i > begin && !ends(r.s.Runes[i-1]) && r.s.Gap(i) < lex.Line; i-- {
		if j-i == maxClause {
			for i < j && !isBreak(r.s.Runes[i-1]) {
				i++
			}
			return i, true
		}
	}
	return i, false
}

// merge joins clauses with nothing but punctuation between them.
func (r *reader) merge(spots []spot) []spot {
	var out []spot
	for i := 0; i < len(spots); {
		j, f := i+1, spots[i]
		for j < len(spots) && !f.misread && !spots[j].misread && spots[j].end-f.start <= maxClause && r.adjacent(spots[j-1].end, spots[j].start) {
			j++
		}
		if j > i+1 {
			f.end, f.to = spots[j-1].end, spots[j-1].to
			f.walk = r.walk(f.from, f.to)
			f.names = f.walk.judge()
		}
		out = append(out, f)
		i = j
	}
	return out
}

// cut returns the last separator of a stretch of at most runes from i, so that what a bound
// cuts off begins no name in its middle.
func (r *reader) cut(i, most int) int {
	j := min(i+most, r.s.Len())
	for k := j; k > j-maxName && k > i+1; k-- {
		if isBreak(r.s.Runes[k-1]) {
			return k - 1
		}
	}
	return j
}

func (r *reader) adjacent(i, j int) bool {
	for ; i < j; i++ {
		if c := r.s.Runes[i]; !isBreak(c) && !clause.Closes(c) && !clause.Opens(c) {
			return false
		}
	}
	return true
}
