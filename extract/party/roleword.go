package party

import (
	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
)

// roleAt reports whether a phrase about the names before it begins at j. Weak words
// (支持, 指导) may stand within a name and end one only where it is whole.
func (r *reader) roleAt(i, j, end int) bool {
	f, ok := r.phraseAt(j, end)
	if !ok {
		return false
	}
	if (r.s.Has(j, "部门") || r.s.Has(j, "单位")) && (r.s.Has(j-2, "有关") || r.s.Has(j-2, "相关") || r.s.Has(j-1, "各")) {
		return false // 各地各有关部门 in 各地各有关部门分工负责
	}
	if f.Value.closes && !r.ends(f.End, end) || r.ofGroup(i, j, f.End) {
		return false
	}
	switch f.Value.sense {
	case with:
		if r.union(f.End) {
			return false
		}
		return r.strong(j, f.End) && r.ends(f.End, end) || r.complete(i, j)
	case after:
		return r.strong(j, f.End) && r.ends(f.End, end) || r.complete(i, j)
	case label, strip:
		apart := f.Value.sense == label && r.s.Gap(j) != lex.NoGap && f.End < end && r.s.Gap(f.End) != lex.NoGap
		return (r.s.Runes[f.End-1] == ':' || apart) && r.complete(i, j)
	case inherit, note, group, stopping:
		return r.complete(i, j)
	}
	return false
}

// ofGroup reports whether the role word from j to k is part of a name of those who lead or
// belong to the group before it: 市工作专班牵头单位, 领导小组成员单位.
func (r *reader) ofGroup(i, j, k int) bool {
	unit := 0
	switch n := k; {
	case r.s.Has(n-2, "单位") || r.s.Has(n-2, "部门"):
		unit = n
	case r.s.Has(n, "单位") || r.s.Has(n, "部门"):
		unit = n + 2
	default:
		return false
	}
	return !r.s.Has(unit, ":") && r.isGroup(r.s.Runes[i:j])
}

// isGroup reports whether a text ends like a group that several bodies form.
func (w *Words) isGroup(text []rune) bool {
	n, _ := w.groups.Suffix(text)
	return n > 0
}

// union reports whether the 联合 that ends at j is part of a name: 供销合作社联合社.
func (r *reader) union(j int) bool {
	return r.s.Has(j-2, "联合社") || r.s.Has(j-2, "联合会") || r.s.Has(j-2, "联合体")
}

// strong reports whether a phrase can hardly stand within a name.
func (r *reader) strong(i, j int) bool {
	switch r.s.String(i, min(i+2, j)) {
	case "牵头", "负责", "配合", "参与", "参加", "协助", "协办":
		return true
	case "支持":
		return !r.s.Has(i-2, "资金") && !r.s.Has(i-2, "技术") && !r.s.Has(i-2, "经费") && !r.s.Has(i-2, "政策")
	}
	return j-i >= 4
}

// ends reports whether a phrase that ends at j is closed: a break, a bracket, the end.
func (r *reader) ends(j, end int) bool {
	if j >= end {
		return true
	}
	c := r.s.Runes[j]
	return isBreak(c) || clause.Opens(c) || clause.Closes(c) || isMark(c)
}

// othersAt reports whether the 等 at j closes a list.
func (r *reader) othersAt(j, end int) bool {
	if r.ends(j+1, end) || r.s.Gap(j+1) != lex.NoGap {
		return true
	}
	if f, ok := r.phraseAt(j, end); ok && f.End > j+1 && f.Value.sense == sumUp {
		return true
	}
	if r.conjunctionAt(j+1, end) > 0 {
		return true
	}
	f, ok := r.phraseAt(j+1, end)
	return ok && (f.Value.sense == after || f.Value.sense == with)
}

// roleIn reports whether runes i to j, inside brackets behind a name, are a role: (牵头).
func (r *reader) roleIn(i, j int) bool {
	_, ok := r.bracketRole(i, j)
	return ok
}

// noteIn reports whether runes i to j, inside brackets behind a name, begin a note on the
// whole list: (列第一位的为牵头单位,下同).
func (r *reader) noteIn(i, j int) bool {
	f, ok := r.phraseAt(i, j)
	return ok && (f.Value.sense == note || f.Value.sense == group || f.Value.sense == inherit)
}

func (r *reader) bracketRole(i, j int) (Role, bool) {
	if i >= j || j-i > 12 {
		return None, false
	}
	f, ok := r.phraseAt(i, j)
	if !ok || f.End != j || f.Value.sense != after && (f.Value.sense != label || r.s.Runes[i-1] == '【') {
		return None, false
	}
	return f.Value.role, true
}
