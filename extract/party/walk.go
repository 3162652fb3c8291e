package party

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
)

// item is a name of a list as it stands.
type item struct {
	start, end int
	role       Role
	fixed      bool // the role comes from 会同 or from brackets behind the name
	comma      bool // a comma, semicolon or role stands between it and the name before
	chunk      int  // names that one 、 list holds
	inherited  bool
	summed     bool // 等部门 stands behind it
}

// walker reads a clause from left to right.
type walker struct {
	*reader
	items        []item
	pending      int  // first item that waits for a role
	label        Role // role of the label in force
	labelled     bool
	explicit     bool // a role word or label stands in it
	open         bool
	firstLead    bool
	groupLead    bool
	onward       bool // the note on the lead holds for the clauses behind it too
	inherits     bool // behind 以下…均包括
	locals       bool // 以下均需地方落实 stands in it
	joining      bool // the next name is support: behind 会同
	skipping     bool // behind 完成时限:
	timed        bool // what is passed over is a time: a comma ends it
	fresh        bool // a comma stood since the last name
	chunk        int
	objects      bool // 负责 has an object behind it
	skipped      bool // something not about departments was passed over
	vouched      int  // names that only their neighbours vouch for
	gathered     bool // a role has been given to names
	pendingAtEnd int  // names without a role word
	lost         []match.Loser
}

// walk reads runes begin to end, a clause without its outer brackets.
func (r *reader) walk(begin, end int) *walker {
	w := &walker{reader: r, fresh: true}
	w.run(begin, end)
	return w
}

func (w *walker) run(begin, end int) {
	for i := begin; i < end; {
		i = max(i+1, w.step(i, end))
	}
	w.pendingAtEnd = len(w.items) - w.pending
	w.flush()
}

// step reads what stands at i and returns where it ends.
func (w *walker) step(i, end int) int {
	c := w.s.Runes[i]
	if w.s.Gap(i) >= lex.Line {
		w.skipping = false
	}
	switch {
	case w.placeAt(i, end) > 0:
	case isBreak(c):
		if c != '、' && c != '/' {
			w.fresh = true
			if c == ';' || c == '。' || w.timed && i+1 < end && w.starts(w.s.Runes[i+1:min(end, i+1+maxName)]) {
				w.skipping, w.timed = false, false
			}
			w.chunk++
			if c == '。' || c == ';' {
				w.joining = false
			}
		}
		return i + 1
	case isMark(c) || clause.Closes(c):
		return i + 1
	case clause.Opens(c):
		return w.bracket(i, end)
	}
	if n := w.conjunctionAt(i, end); n > 0 && len(w.items) > 0 && !w.fresh && !w.s.Has(i, "会同") {
		return i + n
	}
	if n := w.numberAt(i, end); n > 0 {
		return i + n
	}
	if f, ok := w.phraseAt(i, end); ok {
		w.lost = append(w.lost, f.Lost...)
		if j := w.phrase(f, i, end); j > i {
			return j
		}
	}
	return w.read(i, end)
}

// numberAt returns the length of the number of a list at i (1. of 1.市水务局;2.市审计局), 0
// for none.
func (w *walker) numberAt(i, end int) int {
	n := 0
	for i+n < end && n < 2 && w.s.Runes[i+n] >= '0' && w.s.Runes[i+n] <= '9' {
		n++
	}
	if n == 0 || i+n+1 >= end || !w.fresh {
		return 0
	}
	if c := w.s.Runes[i+n]; c != '.' && c != '、' {
		return 0
	}
	if w.starts(w.s.Runes[i+n+1 : min(end, i+n+1+maxName)]) {
		return n + 1
	}
	return 0
}

// bracket reads a bracket that is no part of a name.
func (w *walker) bracket(i, end int) int {
	k := w.pairs.partner(i)
	if k > 0 && k < end && (w.s.Has(i+1, "简称") || w.s.Has(i+1, "以下简称") || w.s.Has(i+1, "统称") || w.s.Has(i+1, "以下统称")) {
		return k + 1 // what those before it are called from here on
	}
	if k < 0 || k >= end || len(w.items) == 0 || w.items[len(w.items)-1].end != i {
		return i + 1
	}
	role, ok := w.bracketRole(i+1, k)
	if !ok && w.personal(i+1, k) {
		return k + 1
	}
	if !ok {
		return i + 1
	}
	last := &w.items[len(w.items)-1]
	last.role, last.fixed = role, true
	w.explicit, w.gathered = true, true
	return k + 1
}

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

// strangeLabel reads runes i to j as a label that no row knows, where a colon stands behind
// them: 考核单位: names others, 市直: says nothing, 适用范围: ends the list.
func (w *walker) strangeLabel(i, j, end int) bool {
	text := w.s.Runes[i:j]
	if j >= end || w.s.Runes[j] != ':' || w.strongText(text) {
		return false
	}
	_, tier := w.tiers.Lookup(text)
	switch {
	case tier:
	case endsWith(text, "单位") || endsWith(text, "部门"):
		w.flush()
		w.label, w.labelled, w.explicit = guide, true, true
	default:
		w.flush()
		w.skipping, w.skipped, w.timed = true, true, false
	}
	w.fresh, w.joining = true, false
	w.chunk++
	return true
}

// personal reports whether runes i to k, in brackets behind a name, say who or when: a
// person, a telephone, a date.
func (r *reader) personal(i, k int) bool {
	if f, ok := r.phraseAt(i, k); ok && f.Value.sense == label {
		return false
	}
	digits := 0
	for n := i; n < k; n++ {
		if c := r.s.Runes[n]; c >= '0' && c <= '9' {
			digits++
		}
	}
	if digits >= 4 || digits > 0 && (r.s.Has(k-1, "日") || r.s.Has(k-1, "月") || r.s.Has(k-1, "前")) {
		return true
	}
	f, ok := r.phraseAt(i, k)
	return ok && f.Rule == "party/people-label"
}

// read reads the name at i.
func (w *walker) read(i, end int) int {
	if w.skipping {
		for i++; i < end && w.s.Gap(i) < lex.Line && !w.ends(i, end); i++ {
		}
		return i
	}
	j := w.name(i, end)
	if j <= i {
		return i + 1
	}
	if w.strangeLabel(i, j, end) {
		return j + 1
	}
	it := item{start: i, end: j, comma: w.fresh, chunk: w.chunk, inherited: w.inherits}
	if w.joining {
		it.role, it.fixed = Support, true
	}
	w.items = append(w.items, it)
	w.fresh = false
	return j
}
