package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// latinUnit returns the length of the Latin unit at rune i: MW, kWh, Gbps, tCO2e. What is
// longer, as 5GtoB, or goes on in a digit, is a name.
func latinUnit(s *lex.Stream, i, end int) int {
	if i >= end || !isLatin(s.Runes[i]) && !strings.ContainsRune("㎞㎥㎏㎜㎝μ", s.Runes[i]) {
		return 0
	}
	n, tag := lexicon.LatinUnits().Prefix(s.Runes[i:end])
	if n == 0 || i+n < end && (isLatin(s.Runes[i+n]) || isDigit(s.Runes[i+n])) {
		return 0
	}
	if tag == "size" && i+n < end && !clause.IsMark(s.Runes[i+n]) && !strings.ContainsRune("、)/以及和", s.Runes[i+n]) {
		return 0 // 10kV线路: what kind of line it is
	}
	return n
}

// openUnit returns the length of the noun behind 万 or 亿 that ends its member of a list
// and is no known unit: 万棒, 万载重吨.
func openUnit(s *lex.Stream, i, scale, end int) int {
	if scale == 0 {
		return 0
	}
	j := i + scale
	for j < end && j-i-scale < 3 && source.IsHan(s.Runes[j]) {
		j++
	}
	n := j - i - scale
	if n == 0 || n > 2 || j < end && !clause.IsMark(s.Runes[j]) && !strings.ContainsRune("、)", s.Runes[j]) {
		return 0
	}
	if strings.ContainsRune("以左上余多次级大倍元的年月日规", s.Runes[i+scale]) {
		return 0
	}
	return n
}

// measureBehind returns the length of /m², /立方米: a measure that makes the unit a compound
// one. Time, persons and pieces are bases.
func measureBehind(text []rune) int {
	if len(text) < 2 || text[0] != '/' {
		return 0
	}
	if n, _ := lexicon.Measures().Prefix(text[1:]); n > 0 {
		return n + 1
	}
	return 0
}

// sharedUnit returns the unit at the end of a list whose first number ends at rune i:
// 5、3、2万元. Its end is i.
func sharedUnit(s *lex.Stream, i, end int) unit {
	for n, j := 0, i; n < 12 && j+1 < end && strings.ContainsRune("、和及", s.Runes[j]) && s.Gap(j+1) != lex.Boundary; n++ {
		t := s.At(j + 1)
		if t == nil || t.Kind != lex.Number || t.Form != lex.Digits || t.End > end {
			break
		}
		if u := readUnit(s, t.End, end); u.end > t.End {
			if s.Masked(i, u.end) || isDate(s, t, u) || u.tag == "time" && strings.ContainsAny(u.text, "年月日") || strings.Contains("级星期届版岁分类", u.text) {
				break
			}
			u.end = i
			return u
		}
		j = t.End
	}
	return unit{end: i}
}
