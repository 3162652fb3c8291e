package party

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
)

// phrase applies a phrase; it returns i where the phrase does not hold there.
func (w *walker) phrase(f match.Found[phrase], i, end int) int {
	switch f.Value.sense {
	case after:
		return w.after(f, i, end)
	case label:
		if w.s.Runes[f.End-1] != ':' && w.s.Runes[f.End-1] != ';' && f.End < end && !w.opensList(f.End, end) {
			return i
		}
		w.flush()
		w.label, w.labelled, w.explicit = f.Value.role, true, true
		w.fresh, w.joining, w.skipping = true, false, false
		w.chunk++
	case with:
		if w.pending == len(w.items) && !w.gathered || w.union(f.End) {
			return i
		}
		w.joining, w.explicit = true, true
	case sumUp:
		if len(w.items) == 0 || w.items[len(w.items)-1].end != i {
			return i
		}
		w.open = true
		if w.government(f.End, end) {
			return i + 1 // 等和各地方 before 人民政府: a name of its own
		}
		w.items[len(w.items)-1].summed = f.End > i+1
	case strip:
		if w.s.Gap(i) < lex.Line && !w.fresh && len(w.items) > 0 || w.s.Has(f.End, "小组") {
			return i
		}
		w.skipping, w.skipped = true, true
		w.timed = f.Rule == "party/dated" || f.Rule == "party/ongoing" || f.Rule == "party/time-label"
	case note:
		w.flush()
		w.firstLead, w.skipped, w.onward = true, true, w.forAll(i, f.End)
	case group:
		w.flush()
		w.groupLead, w.skipped, w.onward = true, true, w.forAll(i, f.End)
	case inherit:
		w.flush()
		w.inherits, w.skipped = true, true
	case locals:
		w.flush()
		w.locals, w.skipped = true, true
	case stopping:
		w.inherits, w.skipping = false, true
	case skip:
		w.onward = w.onward || f.Rule == sameBelow
	}
	return f.End
}

// forAll reports whether a note in runes i to j says that it holds for other clauses too: 下同,
// 以此类推, 各项任务列第一位者.
func (w *walker) forAll(i, j int) bool {
	text := string(w.s.Runes[i:j])
	return strings.Contains(text, "同") || strings.Contains(text, "类推") || strings.HasPrefix(text, "各")
}

// opensList reports whether names can stand at j behind a label without colon.
func (w *walker) opensList(j, end int) bool {
	c := w.s.Runes[j]
	return clause.Opens(c) || clause.Closes(c) || isMark(c) || w.s.Gap(j) > 0 || w.starts(w.s.Runes[j:min(end, j+maxName)])
}

// after gives a role to the names before it.
func (w *walker) after(f match.Found[phrase], i, end int) int {
	if w.pending == len(w.items) && !w.gathered || f.Value.closes && !w.ends(f.End, end) {
		return i
	}
	j := f.End
	if !w.ends(j, end) && w.conjunctionAt(j, end) == 0 && w.s.Gap(j) == 0 &&
		!w.starts(w.s.Runes[j:min(end, j+maxName)]) && !w.noteAt(j, end) {
		if f.Value.role == Support && !w.strong(i, j) || w.pending == len(w.items) {
			return i
		}
		for j < end && !isBreak(w.s.Runes[j]) && !clause.Opens(w.s.Runes[j]) && !clause.Closes(w.s.Runes[j]) {
			j++
		}
		w.objects = true
	}
	w.assign(f.Value.role)
	w.explicit = true
	return j
}

// noteAt reports whether another phrase of a clause begins at j.
func (w *walker) noteAt(j, end int) bool {
	f, ok := w.phraseAt(j, end)
	return ok && f.Value.sense != skip
}

// assign gives the waiting names a role. Support goes to the last group only where the
// groups before it wait for another: 责任单位:A、B,C配合.
func (w *walker) assign(role Role) {
	from := w.pending
	if role == Support && !w.gathered && len(w.items) > from {
		if last := w.items[len(w.items)-1].chunk; w.items[from].chunk != last {
			for w.items[from].chunk != last {
				w.give(&w.items[from], w.label)
				from++
			}
		}
	}
	for k := from; k < len(w.items); k++ {
		w.give(&w.items[k], role)
	}
	w.pending, w.gathered = len(w.items), true
	w.joining = false
}

func (w *walker) give(it *item, role Role) {
	if it.fixed {
		return
	}
	if role == None {
		role = Responsible
	}
	it.role = role
}

// flush gives the waiting names the role of the label, or none of their own.
func (w *walker) flush() {
	for k := w.pending; k < len(w.items); k++ {
		w.give(&w.items[k], w.label)
	}
	w.pending = len(w.items)
	w.joining = false
}
