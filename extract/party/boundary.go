package party

import (
	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
)

// conjunction returns the length of the conjunction at j that ends the name from i, 0
// for none. 各有关部门和单位 is one name, 住房和城乡建设局 too: 住房 is none.
func (r *reader) conjunction(i, j, end int) int {
	n := r.conjunctionAt(j, end)
	if n > 0 && r.class(r.base(i, j)) > 0 && onlyUnits(r.s.Runes[j+n:min(end, j+n+maxName)]) {
		return 0
	}
	return n
}

// conjunctionAt returns the length of the conjunction at j, 0 for none.
func (r *reader) conjunctionAt(j, end int) int {
	n, _ := lexicon.Conjunctions().Prefix(r.s.Runes[j : end-1]) // a name stands behind it
	return n
}

// onlyUnits reports whether 单位, 机构 or 企业 alone stands behind a conjunction.
func onlyUnits(rest []rune) bool {
	for _, word := range []string{"单位", "机构", "部门", "政府", "政府部门"} {
		n := len([]rune(word))
		if len(rest) >= n && string(rest[:n]) == word && (len(rest) == n || !isName(rest[n])) {
			return true
		}
	}
	return false
}

// isName reports whether a rune may go on with a name behind 单位: it is no break, no
// bracket and no beginning of a role.
func isName(c rune) bool {
	return !isBreak(c) && !clause.Closes(c) && !clause.Opens(c) && c != '按' && c != '负' && c != '配' && c != '牵' &&
		c != '参' && c != '落' && c != '分' && c != '共' && c != '协' && c != '依' && c != '根' && c != '及' && c != '和'
}

// oneClass reports whether the 、 at j stands within the name of one class of bodies:
// 各市、县人民政府, 市政府各委、办、局.
func (r *reader) oneClass(i, j, end int) bool {
	text := r.s.Runes[i:j]
	k := len(text)
	for k > 0 && text[k-1] != '各' {
		if k--; len(text)-k > 8 {
			return false
		}
	}
	if k == 0 {
		if len(text) != 1 || j+1 >= end {
			return false // 市、县(市、区)人民政府
		}
		return isGeo(text[0]) && text[0] != '省' && isGeo(r.s.Runes[j+1]) && r.governs(j+1, end)
	}
	levels := text[k:]
	switch len(levels) {
	case 0:
		return false
	case 1:
	default:
		for n := 1; n < len(levels); n += 2 {
			if levels[n] != '、' {
				return false
			}
		}
		if len(levels)%2 == 0 {
			return false
		}
	}
	last := levels[len(levels)-1]
	if j+1 >= end {
		return false
	}
	next := r.s.Runes[j+1]
	if isOffice(last) {
		return isOffice(next)
	}
	if last == '省' || last == '镇' || last == '乡' || !isGeo(last) || !isGeo(next) {
		return false
	}
	n, _ := r.levels.Prefix(r.s.Runes[j+1 : min(end, j+6)])
	return n <= 1 && !r.begins(r.s.Runes[j+1:min(end, j+8)]) && !r.begins(r.s.Runes[j+2:min(end, j+10)]) || r.governs(j+1, end)
}

// isOffice reports whether a rune stands for a sort of department: 各委、办、局.
func isOffice(c rune) bool { return c == '委' || c == '办' || c == '局' || c == '部' || c == '厅' }

// governs reports whether what stands at i is 县(市、区)人民政府 or the like.
func (r *reader) governs(i, end int) bool {
	for n := 0; i < end && n < 12; i, n = i+1, n+1 {
		c := r.s.Runes[i]
		if r.s.Has(i, "人民政府") || r.s.Has(i, "政府") || r.s.Has(i, "两级") || r.s.Has(i, "党委") {
			return true
		}
		if !isGeo(c) && !clause.Opens(c) && !clause.Closes(c) && c != '、' && c != ',' && c != '自' && c != '治' {
			return false
		}
	}
	return false
}

// missingComma reports whether a second name begins at j right behind a whole one:
// 市经信局市新经济委.
func (r *reader) missingComma(i, j, end int) bool {
	last := r.s.Runes[j-1]
	if last != '局' && last != '厅' && last != '会' && last != '心' && last != '府' && last != '委' && last != '办' {
		return false
	}
	text := r.s.Runes[i:j]
	if n, _ := r.levels.Prefix(text); n == len(text) {
		return false // 市委 in 市委组织部
	}
	rest := r.s.Runes[j:min(end, j+16)]
	if endsWith(text, "纪委") && len(rest) > 2 && beginsWith(rest[1:], "监委") {
		return false // 省纪委省监委, one body under two names
	}
	if rest[0] == '各' {
		return last != '府' && r.class(rest[:min(len(rest), 8)]) > 0 || last == '府' && len(rest) > 1 && isGeo(rest[1])
	}
	n, _ := r.levels.Prefix(rest)
	if n == 0 || n >= len(rest) || last == '府' && !r.begins(rest[n:]) {
		return false
	}
	if m, _ := r.stems.Prefix(rest); m > n {
		return false
	}
	for k := n + 2; k <= len(rest) && k < n+14; k++ {
		if isBreak(rest[k-1]) || clause.Closes(rest[k-1]) {
			return false
		}
		if e, _ := r.ending(rest[n:k]); e > 0 && e < k-n || r.known(rest[n:k]) {
			return true
		}
	}
	return false
}

// splitsAtGap reports whether the white space before j divides two names (市民政局 市发改委)
// and does not break one (市卫生健康 委员会).
func (r *reader) splitsAtGap(i, j, end int) bool {
	if !r.complete(i, j) {
		return false
	}
	text := r.base(i, j)
	rest := r.s.Runes[j:min(end, j+maxName)]
	if clause.Opens(rest[0]) {
		return false
	}
	if n, tag := r.levels.Prefix(text); n == len(text) && tag == "party" {
		if m, _ := r.organs.Prefix(rest); m > 0 {
			return false // 市委 组织部
		}
	}
	if r.class(text) > 0 && (beginsWith(rest, "政府") || beginsWith(rest, "人民政府") || beginsWith(rest, "管委会")) {
		return false // 各县区 政府
	}
	if r.broken(text, rest) {
		return false // 省科 技厅
	}
	if n, _ := r.endings.Prefix(rest); n > 0 && !r.starts(rest) {
		return false // 市政府 办公室
	}
	for n := min(3, len(rest)); n > 0; n-- { // 市卫生健康委 员会
		joined := append(append([]rune{}, text...), rest[:n]...)
		a, _ := r.ending(text)
		if b, _ := r.ending(joined); a > 0 && b == a+n {
			return false
		}
	}
	if r.s.Gap(j) >= lex.Line || r.starts(rest) {
		return true
	}
	return r.roleAt(i, j, end)
}

// broken reports whether a text that is no known name becomes one with what stands behind
// the white space.
func (r *reader) broken(text, rest []rune) bool {
	n, _ := r.levels.Prefix(text)
	if n == 0 || n == len(text) || r.known(text[n:]) {
		return false
	}
	for k := 1; k <= min(len(rest), 8) && !isBreak(rest[k-1]); k++ {
		if r.known(append(append([]rune{}, text[n:]...), rest[:k]...)) {
			return true
		}
	}
	return false
}

// starts reports whether a name may begin with a text: a level word, an own name, 各,
// or a known department.
func (r *reader) starts(text []rune) bool {
	if text[0] == '各' || text[0] == '团' {
		return true
	}
	if n, _ := r.own.Prefix(text); n > 0 {
		return true
	}
	if n, _ := r.levels.Prefix(text); n > 0 && n < len(text) {
		return true
	}
	for _, p := range r.places {
		if hasPrefix(text, p) {
			return true
		}
	}
	for n := 2; n <= min(len(text), 16); n++ {
		if r.known(text[:n]) {
			return true
		}
	}
	return false
}

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
	return r.s.Has(i, "牵头") || r.s.Has(i, "负责") || r.s.Has(i, "配合") || j-i >= 4
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
