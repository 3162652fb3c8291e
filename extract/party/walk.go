package party

import (
	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/runes"
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

	strict bool // only a list of names beyond doubt will do: the walk ends where it is none
	looked int  // names that hopeless has looked at
}

// walk reads runes begin to end, a clause without its outer brackets.
func (r *reader) walk(begin, end int) *walker {
	w := &walker{reader: r, fresh: true}
	w.run(begin, end)
	return w
}

func (w *walker) run(begin, end int) {
	w.pass(begin, end)
	w.pendingAtEnd = len(w.items) - w.pending
	w.flush()
}

// pass reads runes begin to end of a clause that goes on.
func (w *walker) pass(begin, end int) {
	for i := begin; i < end && !w.hopeless(); {
		i = max(i+1, w.step(i, end))
	}
}

// hopeless reports whether a strict walk has met something that no list of names holds. Most
// sentences end such a walk with their first words.
func (w *walker) hopeless() bool {
	if !w.strict {
		return false
	}
	for ; w.looked < len(w.items); w.looked++ {
		if text := w.text(w.items[w.looked]); !w.strongText(text) && w.class(text) == 0 && !w.isPerson(text) {
			return true
		}
	}
	return w.objects || w.skipped
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
	case runes.HasSuffix(text, "单位") || runes.HasSuffix(text, "部门"):
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
	if w.items == nil {
		w.items = make([]item, 0, 4)
	}
	w.items = append(w.items, it)
	w.fresh = false
	return j
}
