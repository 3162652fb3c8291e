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
	w := &walker{reader: r, fresh: true, strict: !r.trace}
	f.walk = w
	w.run(from, to)
	if w.hopeless() || w.strict && (!w.explicit || !w.allAnswered()) {
		return f, false
	}
	f.names = w.judge()
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
