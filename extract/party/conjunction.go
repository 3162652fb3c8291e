package party

import (
	"github.com/policyx/policyx/extract/internal/clause"
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
