package party

import (
	"slices"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/runes"
)

// reader finds names in one stretch of a stream.
type reader struct {
	*Words
	*notice
	s     *lex.Stream
	pairs brackets
	ctx   Context
	trace bool

	addressed bool          // it reads addressees: a bracket behind a name is no role and no person
	lost      []match.Loser // only with trace
}

// said is the phrase that begins at i and ends at or before end; false where none does.
type said struct {
	match.Found[phrase]
	asked
	ok bool
}

// asked is where a phrase is asked for.
type asked struct {
	s      *lex.Stream
	i, end int
	trace  bool
}

// phraseAt returns the phrase that begins at i and ends at or before end. A place is
// asked for several times, by the walker and by the ends of the names before it.
func (r *reader) phraseAt(i, end int) (match.Found[phrase], bool) {
	if i >= end || !r.phrases().Begins(r.s, i) {
		return match.Found[phrase]{}, false
	}
	p, here := &r.said[i%len(r.said)], asked{r.s, i, end, r.trace}
	if p.asked != here {
		p.asked = here
		p.Found, p.ok = r.phrases().At(r.s, i, end, r.trace)
	}
	return p.Found, p.ok
}

// maxName bounds the length of a name; the longest real ones have some forty runes.
const maxName = 64

// name returns where the name that begins at i ends.
func (r *reader) name(i, end int) int {
	limit := min(end, i+maxName)
	for j := i + r.eachPlaces(i, limit); j < limit; j++ {
		if n := r.placeAt(j, limit); n > 0 && (j > i || n < limit-j) {
			if j > i && r.s.Gap(j) != lex.NoGap && r.splitsAtGap(i, j, end) {
				return j
			}
			j += n - 1
			continue
		}
		c := r.s.Runes[j]
		switch {
		case clause.Opens(c):
			k := r.pairs.partner(j)
			if k < 0 || k >= end || j > i && (c == '【' || !r.addressed && (r.roleIn(j+1, k) || r.personal(j+1, k) || r.noteIn(j+1, k))) {
				return j
			}
			if k >= limit {
				return j
			}
			j = k
		case clause.Closes(c) || isMark(c) && !r.dash(i, j):
			return j
		case isBreak(c):
			if c != '、' || !r.oneClass(i, j, end) {
				return j
			}
		case j > i && r.endsAt(i, j, end):
			return j
		}
	}
	return limit
}

// dash reports whether a dash stands within a name: A-B产业园.
func (r *reader) dash(i, j int) bool {
	return r.s.Runes[j] == '-' && j > i && j+1 < r.s.Len() && !isBreak(r.s.Runes[j+1])
}

// placeAt returns the length of a place name that is kept whole at j.
func (r *reader) placeAt(j, end int) int {
	for _, p := range r.places {
		if r.s.Runes[j] == p[0] && hasPrefix(r.s.Runes[j:end], p) {
			return len(p)
		}
	}
	return 0
}

// endsAt reports whether the name from i has ended before j, where no mark says so.
func (r *reader) endsAt(i, j, end int) bool {
	if gap := r.s.Gap(j); gap != lex.NoGap && r.splitsAtGap(i, j, end) {
		return true
	}
	switch {
	case r.s.Runes[j] == '等':
		if r.othersAt(j, end) && (r.complete(i, j) || r.isStem(r.s.Runes[i:j])) {
			return true
		}
	case r.conjunctionAt(j, end) > 0:
		if r.complete(i, j) && r.conjunction(i, j, end) > 0 {
			return true
		}
	}
	return r.missingComma(i, j, end) && r.complete(i, j) || r.roleAt(i, j, end)
}

// complete reports whether runes i to j can be a whole name.
func (r *reader) complete(i, j int) bool {
	text := r.base(i, j)
	if len(text) == 0 {
		return false
	}
	if n, kind := r.ending(text); n > 0 && (n < len(text) || kind != "department") {
		return true
	}
	if _, ok := r.organs.Lookup(text); ok {
		return true
	}
	if _, ok := r.central.Lookup(text); ok {
		return true
	}
	if isYouthLeague(text) {
		return true
	}
	if n, _ := r.levels.Prefix(text); n > 0 {
		if n == len(text) {
			return text[n-1] == '委' || n > 1 && text[n-1] != '区' && text[n-1] != '州' && text[n-1] != '县'
		}
		if _, ok := r.organs.Lookup(text[n:]); ok {
			return true
		}
	}
	return r.class(text) > 0 || r.locality(text)
}

// base returns runes i to j without a note in brackets at the end.
func (r *reader) base(i, j int) []rune {
	if j > i && clause.Closes(r.s.Runes[j-1]) {
		if k := r.pairs.partner(j - 1); k > i {
			return r.s.Runes[i:k]
		}
	}
	return r.s.Runes[i:j]
}

// locality reports whether a text names a town or a zone: 柳湾镇, 松林乡, 高新区.
func (r *reader) locality(text []rune) bool {
	n := len(text)
	if n < 3 || n > 24 {
		return n >= 2 && r.isPlace(text)
	}
	switch text[n-1] {
	case '镇', '乡', '县', '旗', '市', '州', '区':
		return true
	case '道':
		return text[n-2] == '街'
	case '木':
		return text[n-2] == '苏'
	}
	return r.isPlace(text)
}

func (r *reader) isPlace(text []rune) bool {
	for _, p := range r.places {
		if slices.Equal(p, text) {
			return true
		}
	}
	return false
}

// isYouthLeague reports whether a name is 团市委 or one of its kin, 团市委机关 too.
func isYouthLeague(text []rune) bool {
	if n := len(text); n > 4 && text[n-2] == '机' && text[n-1] == '关' {
		text = text[:n-2]
	}
	return len(text) >= 3 && text[0] == '团' && text[len(text)-1] == '委' && isGeo(text[len(text)-2])
}

// class returns where 各 (or 有关, 相关) stands in the name of a class of bodies, plus 1;
// 0 where the text names none: 各县区, 市有关部门, 市直各单位.
func (r *reader) class(text []rune) int {
	for i, c := range text {
		n := 0
		switch {
		case c == '各':
			n = 1
		case i+1 < len(text) && c == '其' && (text[i+1] == '他' || text[i+1] == '它'):
			n = 2
		case i+1 < len(text) && text[i+1] == '关' && (c == '有' || c == '相'):
			n = 2
		default:
			continue
		}
		rest := text[i+n:]
		if len(rest) > 0 && (r.collectiveEnd(rest) || r.geoList(rest)) {
			return i + 1
		}
	}
	n, _ := r.collectives.Suffix(text)
	if n == len(text) && n > 1 || n > 3 && (runes.HasSuffix(text, "成员单位") || runes.HasSuffix(text, "牵头单位")) {
		return 1
	}
	return 0
}

// isBranchOffice reports whether a name is that of such a company at a place.
func (r *reader) isBranchOffice(text []rune) bool {
	n, _ := r.carriers.Prefix(text)
	rest := len(text) - n
	return n > 0 && (rest == 0 || rest >= 2 && rest <= 8)
}

// collectiveEnd reports whether a text ends in a class of bodies, brackets aside.
func (r *reader) collectiveEnd(text []rune) bool {
	if n := len(text); clause.Closes(text[n-1]) {
		for k := n - 1; k >= 0; k-- {
			if clause.Opens(text[k]) {
				text = text[:k]
				break
			}
		}
	}
	n, _ := r.collectives.Suffix(text)
	return n > 0
}

// geoList reports whether a text only lists levels: 县(市、区), 地级以上市.
func (r *reader) geoList(text []rune) bool {
	for _, c := range text {
		if !isGeo(c) && !clause.Opens(c) && !clause.Closes(c) && c != '、' && c != ',' {
			return false
		}
	}
	return true
}
