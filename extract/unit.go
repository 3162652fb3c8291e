package extract

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// Reduce returns a value in base units, as Normalized has them (3万元 is 30000 元), a fraction as a share (三分之一, of unit 1, is 33.33 %) and a
// count without the numeral of its unit (2万人次 is 20000 人次), for values that stand in different units.
func Reduce(value float64, unit string) (float64, string) { return amount.Reduce(value, unit) }

// Figures returns a text with the Chinese numerals of counts and ages in digits (六十五岁 → 65岁), for names that are compared. Single
// numerals stay where they may be part of a word (二级, 三方).
func Figures(text string) string {
	folded := source.FoldRunes(nil, []rune(text))
	s := lex.Scan(folded, []block.Range{{End: len(folded)}})
	var out strings.Builder
	for t := range s.All() {
		counts := t.Kind == lex.Number && t.Form == lex.Counting && (t.End-t.Start > 1 || s.Has(t.End, "岁") || s.Has(t.End, "周岁"))
		if counts && s.At(t.End) != nil && s.At(t.End).Kind == lex.Unit {
			out.WriteString(strconv.FormatFloat(t.Value, 'f', -1, 64))
		} else {
			out.WriteString(s.String(t.Start, t.End))
		}
	}
	return out.String()
}
