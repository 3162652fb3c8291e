package party

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/runes"
)

// maxHead bounds the names that a text begins with, in runes.
const maxHead = 120

// departmentsFirst returns the clauses of an item that states duties by department
// (市民政局:负责…): one at its beginning, or one at the beginning of each of several lines.
func (r *reader) departmentsFirst(begin, end int) []spot {
	first, leads := r.departmentFirst(begin, end)
	if leads && !r.severalLines(first.end, end) {
		return []spot{first}
	}
	var spots []spot
	strong, others := 0, 0
	for i := begin; i < end; i = r.lineEnd(i, end) {
		f, ok := r.departmentFirst(i, r.lineEnd(i, end))
		switch {
		case ok:
			strong++
			spots = append(spots, f)
		case f.walk != nil && !f.walk.junk() && !f.walk.explicit && f.walk.bodies(f.names):
			spots = append(spots, f)
		case len(spots) > 0:
			if f, ok = r.summedFirst(i, r.lineEnd(i, end)); ok {
				spots = append(spots, f)
				break
			}
			others++ // it goes on with the duty before it
		}
	}
	switch {
	case strong >= 2 && strong*2 >= len(spots) && others <= len(spots):
		return spots
	case leads:
		return []spot{first}
	}
	return nil
}

// summedFirst judges a line that begins with a list of departments which 等 sums up, and says
// behind it what they have to do: 市教育局、体育局等其他部门按照分工,负责…. The sentence is the duty,
// so the clause has no extent of its own.
func (r *reader) summedFirst(begin, end int) (spot, bool) {
	to := r.wordBefore(begin, end, "等")
	if to < 0 || r.wordBefore(to, end, "负责") < 0 {
		return spot{}, false
	}
	f := spot{rule: DutyFirst, start: begin, end: begin, from: begin, to: to + 1, opens: true}
	f.walk = r.walk(f.from, f.to)
	f.names = f.walk.judge()
	w := f.walk
	return f, len(w.items) > 2 && w.open && w.strongName() && !w.junk() && !w.explicit && !w.skipped
}

// severalLines reports whether a line break stands in runes i to end.
func (r *reader) severalLines(i, end int) bool { return i < end && r.lineEnd(i, end) < end }

// departmentFirst judges a text that begins with whose duty it states: 市民政局:负责…, or
// the name alone before a full stop or a line's end and 负责 behind it.
func (r *reader) departmentFirst(begin, end int) (spot, bool) {
	to, behind := r.headEnd(begin, end)
	if to <= begin || behind >= end {
		return spot{}, false
	}
	f := spot{rule: DepartmentFirst, start: begin, end: behind, from: begin, to: to, opens: true}
	return f, r.onlyNames(&f) && (r.dutyAt(behind) || !f.walk.onlyClasses())
}

// onlyClasses reports whether all items are classes of bodies: before a colon without a
// duty behind it they are who a notice is addressed to (各省人民政府,国务院各部委:).
func (w *walker) onlyClasses() bool {
	return !slices.ContainsFunc(w.items, func(it item) bool { return w.class(w.text(it)) == 0 })
}

// headEnd returns where the names at the beginning end, and where the duty begins.
func (r *reader) headEnd(begin, end int) (to, behind int) {
	for i := begin; i < min(end, begin+maxHead); i++ {
		c := r.s.Runes[i]
		switch {
		case c == ':':
			return i, i + 1
		case i > begin && r.s.Gap(i) >= lex.Line:
			if r.dutyAt(i) {
				return i, i
			}
			return 0, 0
		case endsPart(c):
			if c == '。' && r.dutyAt(i+1) {
				return i, i + 1
			}
			return 0, 0
		}
	}
	return 0, 0
}

// dutyAt reports whether a duty begins at i.
func (r *reader) dutyAt(i int) bool {
	n, _ := lexicon.DutyHeads().Prefix(r.s.Runes[i:])
	return n > 0
}

// onlyNames judges a stretch that may hold names of bodies and nothing else.
func (r *reader) onlyNames(f *spot) bool {
	if !r.endsLikeBody(r.s.Runes[f.from:f.to]) {
		return false
	}
	f.walk = r.walk(f.from, f.to)
	f.names = f.walk.judge()
	return f.walk.allStrong() && f.walk.vouched == 0 && !f.walk.ofSort() && !f.walk.junk() && !f.walk.explicit && f.walk.bodies(f.names)
}

// ofSort reports whether an item names a sort of bodies and none of them: 民办学校.
func (w *walker) ofSort() bool {
	return slices.ContainsFunc(w.items, func(it item) bool {
		n, _ := w.sorts.Prefix(w.text(it))
		return n > 0
	})
}

// described reports whether an item is what a section is likely to describe rather than who
// answers for it: a group that is set up (应急指挥部), a site (云溪装备制造基地), an act
// (推进全程网办).
func (w *walker) described() bool {
	return slices.ContainsFunc(w.items, func(it item) bool {
		text := w.noteless(w.text(it))
		n, _ := w.zones.Suffix(text)
		return n > 0 || w.verbFirst(text) || w.isGroup(text) && !runes.HasSuffix(text, "委员会")
	})
}

// Heading reads runes begin to end, the heading of a section, as whose duties stand in
// it: 一、市水利局. It reports false for any other heading.
func Heading(s *lex.Stream, begin, end int, ctx Context) (Clause, bool) {
	if begin >= end || end-begin > 2*maxName {
		return Clause{}, false
	}
	if !ctx.Words.or().endsLikeBody(s.Runes[begin:end]) {
		return Clause{}, false
	}
	r := newReader(s, begin, end, ctx, false)
	f := spot{rule: DepartmentFirst, start: begin, end: end, from: begin, to: end}
	if !r.onlyNames(&f) || f.walk.described() {
		return Clause{}, false
	}
	return r.build(f), true
}
