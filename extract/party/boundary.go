package party

import (
	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/runes"
)

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
	if runes.HasSuffix(text, "纪委") && len(rest) > 2 && runes.HasPrefix(rest[1:], "监委") {
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
	if r.class(text) > 0 && (runes.HasPrefix(rest, "政府") || runes.HasPrefix(rest, "人民政府") || runes.HasPrefix(rest, "管委会")) {
		return false // 各县区 政府
	}
	if n, _ := r.stems.Prefix(rest); r.isPlace(text) && r.placeAt(j, end) == 0 && (n > 1 || !isGeo(text[len(text)-1])) {
		return false // 云溪 银保监分局, 云溪市 税务局
	}
	if r.levelsGoOn(text, rest) {
		return false // 各县 市区人民政府, 各地 级以上市人民政府
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

// levelsGoOn reports whether a text that names all of some levels (各县) goes on with more of them behind the white space, as no
// name of a place does.
func (r *reader) levelsGoOn(text, rest []rune) bool {
	if runes.HasPrefix(rest, "级") && runes.HasSuffix(text, "各地") {
		return true
	}
	if r.class(text) == 0 || !isGeo(text[len(text)-1]) {
		return false
	}
	n := 0
	for n < len(rest) && isGeo(rest[n]) {
		n++
	}
	return n > 0 && (n == len(rest) || isBreak(rest[n]) || clause.Closes(rest[n]) || runes.HasPrefix(rest[n:], "政府") || runes.HasPrefix(rest[n:], "人民政府") || runes.HasPrefix(rest[n:], "管委会"))
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
	return r.beginsKnown(text, 16)
}
