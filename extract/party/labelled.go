package party

import (
	"github.com/policyx/policyx/extract/internal/lex"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/source"
)

// labelled returns the clauses that begin with a label outside of the brackets taken.
func (r *reader) labelled(begin, end int, taken []spot) []spot {
	var spots []spot
	next := 0
	for i := begin; i < end; i++ {
		for next < len(taken) && taken[next].end <= i {
			next++
		}
		if next < len(taken) && taken[next].start <= i {
			i = taken[next].end - 1
			continue
		}
		if !r.partStarts(begin, i) {
			continue
		}
		limit := end
		if next < len(taken) {
			limit = taken[next].start
		}
		j, ok := r.labelAt(i, limit)
		if !ok {
			if j, ok = r.behindPeople(i, limit); !ok {
				continue
			}
		}
		f := r.fromLabel(i, j, limit)
		if f.from < f.to {
			spots = append(spots, f)
			i = f.end - 1
		}
	}
	return spots
}

// partStarts reports whether a label may stand at i: at the start of a line, or behind a
// mark.
func (r *reader) partStarts(begin, i int) bool {
	if i == begin || r.s.Gap(i) >= lex.Line {
		return true
	}
	c := r.s.Runes[i-1]
	if source.IsHan(c) { // most of the text
		return r.s.Gap(i) == lex.Space
	}
	return endsPart(c) || clause.Opens(c) || clause.Closes(c) || isMark(c) || r.s.Gap(i) == lex.Space && c != '、'
}

// labelAt returns the end of the label at i: one with a colon, or with a bracket or the
// end of the line behind it.
func (r *reader) labelAt(i, end int) (int, bool) {
	f, ok := r.phraseAt(i, end)
	if !ok || f.Value.sense != label {
		return 0, false
	}
	last := r.s.Runes[f.End-1]
	if last == ':' || last == ';' {
		return f.End, true
	}
	if f.End >= end {
		return 0, false
	}
	c := r.s.Runes[f.End]
	if c == '】' || c == ']' && i > 0 && clause.Opens(r.s.Runes[i-1]) {
		return f.End, true
	}
	if c == '(' {
		k := r.pairs.partner(f.End)
		return f.End, k > 0 && k < end && r.listed(f.End+1, k)
	}
	if r.s.Gap(f.End) >= lex.Space {
		return f.End, r.listed(f.End, r.lineEnd(f.End, end))
	}
	return f.End, r.starts(r.s.Runes[f.End:min(end, f.End+maxName)]) && r.listed(f.End, r.lineEnd(f.End, end))
}

// behindPeople returns the end of the label that stands behind one for people on the same
// line or the one before: 牵头领导:王某;牵头单位:….
func (r *reader) behindPeople(i, end int) (int, bool) {
	if !r.colonNear(i, end) {
		return 0, false
	}
	f, ok := r.phraseAt(i, end)
	if !ok || f.Value.sense != strip || f.Rule != "party/people-label" || r.s.Runes[f.End-1] != ':' {
		return 0, false
	}
	for k := f.End; k < min(end, f.End+maxPeople); k++ {
		if r.s.Gap(k) >= lex.Line {
			return r.labelAt(k, end)
		}
		if r.s.Runes[k] == ';' && k+1 < end {
			return r.labelAt(k+1, end)
		}
	}
	return 0, false
}

// colonNear reports whether a colon may end a label at i.
func (r *reader) colonNear(i, end int) bool {
	for k := i + 2; k < min(end, i+10); k++ {
		if r.s.Runes[k] == ':' {
			return true
		}
	}
	return false
}

// maxPeople bounds the names of people behind a label, in runes.
const maxPeople = 60

// listed reports whether runes i to j, or the first of very many, are names and roles and
// nothing else.
func (r *reader) listed(i, j int) bool {
	if j > i && r.s.Runes[j-1] == '。' {
		j--
	}
	if i >= j {
		return false
	}
	if j-i > maxList {
		j = r.cut(i, maxList)
	}
	w := r.walk(i, j)
	w.judge()
	return !w.junk() && w.strongName()
}

// lineEnd returns the end of the line that holds i.
func (r *reader) lineEnd(i, end int) int {
	for i++; i < end && r.s.Gap(i) < lex.Line; i++ {
	}
	return min(i, end)
}

// fromLabel reads on from a label that ends at j, over the lines that belong to it.
func (r *reader) fromLabel(i, j, end int) spot {
	f := spot{rule: Labelled, start: i, from: i}
	if i > r.pairs.begin && clause.Opens(r.s.Runes[i-1]) {
		f.start--
	}
	for f.start > r.pairs.begin && isMark(r.s.Runes[f.start-1]) && r.s.Gap(f.start) < lex.Line {
		f.start--
	}
	stop := r.labelEnd(i, j, end)
	if f.cut = stop-i > maxClause; f.cut {
		stop = r.cut(i, maxClause)
	}
	f.end, f.to = stop, stop
	for f.to > f.from && endsPart(r.s.Runes[f.to-1]) {
		f.to--
	}
	f.walk = r.walk(f.from, f.to)
	f.names = f.walk.judge()
	f.misread = f.walk.empty() && !f.walk.onlyNote()
	return f
}

// labelEnd returns where the clause whose first label ends at j ends.
func (r *reader) labelEnd(i, j, end int) int {
	for k := j; k < end && k-i <= maxClause; k++ {
		if k > j && r.s.Gap(k) >= lex.Line && !r.continues(i, k, end) {
			return k
		}
		switch c := r.s.Runes[k]; {
		case clause.Opens(c):
			if p := r.pairs.partner(k); p > 0 && p < end {
				k = p
			}
		case c == '。':
			if k+1 >= end || !r.goesOn(k+1, end) {
				return k + 1
			}
		}
	}
	return end
}

// goesOn reports whether a label or a note stands at k.
func (r *reader) goesOn(k, end int) bool {
	if clause.Opens(r.s.Runes[k]) && k+1 < end {
		k++
	}
	f, ok := r.phraseAt(k, end)
	if !ok {
		return false
	}
	switch f.Value.sense {
	case label, note, group, inherit, stopping:
		return true
	}
	return false
}

// continues reports whether the line that begins at k belongs to the clause from i: it
// begins with a label, goes on with a broken name, or holds nothing but names.
func (r *reader) continues(i, k, end int) bool {
	if r.goesOn(k, end) {
		return true
	}
	stop := r.lineEnd(k, end)
	switch c := r.s.Runes[k]; {
	case c == '、' || c == ',':
		return r.listed(k+1, stop)
	case clause.Opens(c) && isGeo(r.s.Runes[k-1]): // 各县⏎(市)人民政府
		if p := r.pairs.partner(k); p > 0 && p < stop && r.geoList(r.s.Runes[k:p]) {
			return true
		}
	}
	switch c := r.s.Runes[k-1]; {
	case c == '、' || c == ',' || c == ':' || clause.Closes(c) && r.pairs.partner(k-1) >= 0 && r.labelBefore(k-1):
		return r.listed(k, stop)
	case c == '。':
		return false
	}
	if f, ok := r.phraseAt(k, end); ok && f.Value.sense == strip {
		return stop < end && r.goesOn(stop, end)
	}
	if _, ok := r.labelAt(k, end); ok {
		return true
	}
	return r.namesIn(i, k, stop)
}

// namesIn reports whether the clause from i goes on with names in the line from k to stop.
func (r *reader) namesIn(i, k, stop int) bool {
	if r.s.At(k) != nil || r.s.Marks(k) {
		return false // the number of the next item
	}
	if r.s.Runes[stop-1] == '。' {
		stop--
	}
	w := &walker{reader: r, fresh: true, labelled: true}
	w.run(r.lastBreak(i, k), stop)
	names := w.judge()
	if w.junk() || w.objects || w.skipped {
		return false
	}
	last := 0
	for n, it := range w.items {
		if last = it.end; it.end > k && !w.completeName(names[n]) {
			return false
		}
	}
	return last > k
}

// lastBreak returns where the name may begin that is broken before k in the clause from i.
func (r *reader) lastBreak(i, k int) int {
	for j := k; j > max(i, k-maxName); j-- {
		if isBreak(r.s.Runes[j-1]) {
			return j
		}
	}
	return max(i, k-maxName)
}

// labelBefore reports whether the bracket that closes at k holds a label.
func (r *reader) labelBefore(k int) bool { return r.labelHead(r.pairs.partner(k)+1, k+1) }
