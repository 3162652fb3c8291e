package amount

import (
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
)

// classes are the elements of the family's patterns:
//
//	Q  a quantity: 50人次, 百分之六十, 一半
//	R  a range of quantities: 2-3个
//	N  a number alone
//	U  a unit alone: behind 余 or 多
//	P  a base behind a stroke: /人·月
//	W  words between 最高 and its number: 可, 给予, 不超过
var classes = match.Classes{
	"Q": {Kinds: []lex.Kind{lex.Number, lex.Fixed}, Runes: []rune{'百', '千'}, Match: matchQuantity},
	"R": {Kinds: []lex.Kind{lex.Number}, Match: matchRange},
	"N": {Kinds: []lex.Kind{lex.Number}, Match: matchNumber},
	"U": {Match: matchUnit},
	"W": {Match: matchWords},
	"P": {Runes: []rune{'/', '·'}, Match: matchBase},
}

func matchQuantity(s *lex.Stream, i, end int) (int, bool) {
	q, ok := readQuantity(s, i, end)
	return q.end, ok
}

func matchRange(s *lex.Stream, i, end int) (int, bool) {
	_, high, ok := readRange(s, i, end)
	return high.end, ok
}

func matchNumber(s *lex.Stream, i, end int) (int, bool) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Number || t.End > end || t.Form == lex.Percent || t.Form == lex.PerMille {
		return 0, false
	}
	return t.End, true
}

func matchUnit(s *lex.Stream, i, end int) (int, bool) {
	u := readUnit(s, i, end)
	return u.end, u.end > i
}

// matchBase reads /人, /人·月, /床/月, /(人·月) at rune i, and ·月 behind a unit with a measure of its
// own, 元/平方米.
func matchBase(s *lex.Stream, i, end int) (int, bool) {
	j := i
	if i+2 < end && s.Runes[i] == '/' && s.Runes[i+1] == '(' {
		for j = i + 1; j < end && (s.Runes[j] == '(' || s.Runes[j] == '·' || s.Runes[j] == '/'); {
			n := baseWord(s.Units(), s.Runes[j+1:end])
			if n == 0 {
				return i, false
			}
			j += 1 + n
		}
		if j < end && s.Runes[j] == ')' {
			return j + 1, true
		}
		return i, false
	}
	for j < end && (s.Runes[j] == '/' || s.Runes[j] == '·') {
		n := baseWord(s.Units(), s.Runes[j+1:end])
		if n == 0 {
			break
		}
		j += 1 + n
	}
	return j, j > i
}

// baseWord returns the length of the unit or base that text begins with.
func baseWord(units *lexicon.Set, text []rune) int {
	n, _ := units.Prefix(text)
	m, _ := lexicon.Bases().Prefix(text)
	return max(n, m)
}

// matchWords reads up to six words that may follow 最高 at rune i.
func matchWords(s *lex.Stream, i, end int) (int, bool) {
	j := i
	for n := 0; n < 6 && j < end; n++ {
		w, _ := lexicon.BoundWords().Prefix(s.Runes[j:end])
		if w == 0 {
			break
		}
		j += w
	}
	return j, j > i
}
