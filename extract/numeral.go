package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// numeral reads a value's cell in Chinese numerals, the bound taken off: 百分之六十, 五十家, 三分之一. It returns the number and the
// unit behind it; shares are in percent, and may have words before them (达到百分之六十).
func numeral(units *lexicon.Set, key string) (n float64, rest string, ok bool) {
	text := []rune(key)
	s := lex.ScanUnits(text, []block.Range{{End: len(text)}}, units)
	for _, t := range s.Tokens {
		if t.Kind != lex.Number {
			continue
		}
		before, rest := s.String(0, t.Start), s.String(t.End, s.Len())
		switch {
		case utf8.RuneCountInString(before) > maxBeforeShare || strings.ContainsAny(before, notReached):
			return 0, "", false
		case t.Form == lex.Percent && rest == "":
			return t.Value, "%", true
		case t.Form == lex.Fraction && rest == "":
			return t.Value * 100, "%", true
		case t.Form == lex.Counting && before == "":
			return t.Value, rest, true
		}
		return 0, "", false
	}
	return 0, "", false
}

// maxBeforeShare bounds the words before a share, in runes.
const maxBeforeShare = 8
