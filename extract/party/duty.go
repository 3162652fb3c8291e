package party

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/runes"
)

// Duty reads runes begin to end, an item without clause and without items of its own, as a
// duty that says at its head whose it is: 市公安局负责维护秩序. The sentence is the duty, so
// the clause spans nothing but the names. It reports false for any other item.
func Duty(s *lex.Stream, begin, end int, ctx Context) (Clause, bool) {
	if begin >= end {
		return Clause{}, false
	}
	r := newReader(s, begin, end, ctx, false)
	i := r.wordBefore(begin, min(end, begin+maxHead), "负责")
	if i <= begin || r.ends(i+2, end) || r.s.Gap(i+2) >= lex.Line {
		return Clause{}, false
	}
	f := spot{rule: DutyFirst, start: begin, end: i, from: begin, to: i}
	f.walk = r.walk(begin, i)
	f.names = f.walk.judge()
	w := f.walk
	if !w.allStrong() && !w.ownOffice() || w.vouched > 0 || w.ofSort() || w.objects || w.skipped || w.labelled || w.gathered && !w.allAnswered() || !w.bodies(f.names) {
		return Clause{}, false
	}
	for _, it := range w.items {
		if text := w.text(it); it.role != Responsible && it.role != None || w.class(text) > 0 || w.sentence(text) {
			return Clause{}, false // a rule for all of a sort: 行政主管部门负责…
		}
	}
	for k := range w.items {
		w.items[k].role = Responsible
	}
	f.to = w.items[len(w.items)-1].end
	f.end = f.to
	return r.build(f), true
}

// ownOffice reports whether the names are one office of a body as it calls it itself, without
// level: 基建部门. That it is an office and no kind of them is for the caller to know from what
// stands beside it.
func (w *walker) ownOffice() bool {
	if len(w.items) != 1 {
		return false
	}
	text := w.text(w.items[0])
	return len(text) <= maxOffice && runes.HasSuffix(text, "部门") && !slices.ContainsFunc(text, isSentence)
}

// maxOffice bounds such a name, in runes.
const maxOffice = 8

// groupFirst returns the clause of an item that says who makes up a group before it says what
// the group does: 抢险组。由市水务局牵头,市财政局参加。主要职责:….
func (r *reader) groupFirst(begin, end int) []spot {
	from := begin
	for i := begin; i < min(end, begin+maxGroup); i++ {
		if !endsPart(r.s.Runes[i]) {
			continue
		}
		if !r.s.Has(i+1, "主要职责") && !r.s.Has(i+1, "工作职责") && !r.s.Has(i+1, "职责") {
			from = i + 1
			continue
		}
		f := spot{rule: GroupFirst, start: from, end: i + 1, from: from, to: i, opens: true}
		f.walk = r.walk(from, i)
		f.names = f.walk.judge()
		if w := f.walk; w.allStrong() && w.allAnswered() && !w.objects && !w.labelled && w.bodies(f.names) {
			return []spot{f}
		}
		return nil
	}
	return nil
}

// maxGroup bounds the names of a group, and what stands before them, in runes.
const maxGroup = 600

// wordBefore returns where a word stands in the sentence that begins at i, -1 for nowhere.
func (r *reader) wordBefore(i, end int, word string) int {
	for begin := i; i < end; i++ {
		switch c := r.s.Runes[i]; {
		case r.s.Has(i, word):
			return i
		case c == ':' || endsPart(c) || i > begin && r.s.Gap(i) >= lex.Line:
			return -1
		}
	}
	return -1
}
