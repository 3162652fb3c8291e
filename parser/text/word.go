package text

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// kind is what a column holds, as its header says.
type kind int

const (
	anyKind       kind = iota
	orderKind          // 序号
	textKind           // 工作任务 指标名称 备注
	partyKind          // 牵头单位 责任部门
	timeKind           // 完成时限 时间进度
	valueKind          // 2025年目标 现状值
	attributeKind      // 属性
	unitKind           // 计量单位
	kinds
)

const headerLength = header.MaxLength // characters of a header at most

// kindOf returns what a column under the header word holds; known is false where word
// is no header word. word is folded, without white space.
func kindOf(word string) (k kind, known bool) {
	c, known := header.Of(word)
	return kindOfColumn[c.Kind], known
}

// kindOfColumn is what the cells of a column look like.
var kindOfColumn = map[header.Kind]kind{
	header.Order: orderKind, header.Unit: unitKind, header.Attribute: attributeKind, header.Time: timeKind, header.Value: valueKind,
	header.Party: partyKind, header.Holder: partyKind, header.Body: partyKind, header.People: partyKind,
	header.Work: textKind, header.Name: textKind, header.Field: textKind, header.Indicator: textKind, header.Note: textKind, header.Report: textKind,
}

// hasYear reports 2025年…, 到2025年, or a bare 2025 in word.
func hasYear(word string) bool {
	_, ok := header.Year(word)
	return ok
}

func asciiDigits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

// class is what a cell looks like.
type class int

const (
	emptyCell     class = iota
	integerCell         // 12
	valueCell           // 95% ≥3 — 1.5
	partyCell           // 市民政局、市财政局
	attributeCell       // 预期性
	timeCell            // 2025年6月底前
	shortCell           // a few characters of another sort
	textCell
	classes
)

// misfit is what it costs to put a cell of a class into a column of a kind.
var misfit = [kinds][classes]int{
	//               empty int value party attr time short text
	anyKind:       {0, 0, 0, 0, 0, 0, 0, 0},
	orderKind:     {2, 1, 5, 10, 10, 10, 7, 10},
	textKind:      {1, 4, 4, 2, 3, 2, 0, 0},
	partyKind:     {1, 8, 8, 0, 6, 5, 2, 4},
	timeKind:      {1, 5, 5, 4, 6, 0, 2, 1},
	valueKind:     {1, 0, 0, 8, 8, 2, 2, 6},
	attributeKind: {1, 6, 6, 4, 0, 6, 1, 4},
	unitKind:      {1, 6, 2, 5, 5, 6, 0, 5},
}

// classOf says what a cell looks like. word is folded, without white space.
func classOf(word string) class {
	n := utf8.RuneCountInString(word)
	switch {
	case n == 0:
		return emptyCell
	case asciiDigits(word) == len(word):
		return integerCell
	case strings.HasSuffix(word, "性") && n <= 6, strings.HasSuffix(word, "类") && n <= 4:
		return attributeCell
	case isTime(word, n):
		return timeCell
	case n <= 14 && isValue(word):
		return valueCell
	case isParties(word):
		return partyCell
	case n <= 5:
		return shortCell
	}
	return textCell
}

// isValue reports numbers with what may stand around them: 95%, ≥3, -, 1.5万人.
func isValue(word string) bool {
	figures, others := 0, 0
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9' || strings.ContainsRune("-.,%‰≥≤<>~±+/[]()∞", r):
			figures++
		default:
			others++
		}
	}
	return figures > 0 && others <= 3 && figures >= others
}

// isTime reports a date or a schedule: 2025年底前, 6月30日, 持续实施, 长期.
func isTime(word string, n int) bool {
	if n <= 8 && lexicon.Running().Begins(word) {
		return true
	}
	if i := strings.IndexAny(word, "年月"); i > 0 && i <= 24 {
		c := word[i-1]
		return c >= '0' && c <= '9' && asciiDigits(strings.TrimLeft(word, "到至自从截止前力争(")) > 0
	}
	return false
}

// isParties reports a list of bodies: short names, most of them ending as such names do.
func isParties(word string) bool {
	if strings.ContainsAny(word, "。;") && !strings.Contains(word, ";") || strings.Contains(word, "。") {
		return false
	}
	names, bodies := 0, 0
	for _, name := range strings.FieldsFunc(word, func(r rune) bool { return r == '、' || r == ',' || r == ';' || r == ':' }) {
		names++
		for _, end := range []string{"负责", "等", "牵头", "配合", "按职责分工负责"} {
			name = strings.TrimSuffix(name, end)
		}
		if i := strings.IndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
			name = name[:i]
		}
		if n := utf8.RuneCountInString(name); n >= 2 && n <= 24 && lexicon.BodyLast().Ends(name) {
			bodies++
		}
	}
	return bodies > 0 && bodies*5 >= names*3
}

// orderOf reads a cell of the 序号 column: 12, 12. (12) 十二, or 0.
func orderOf(word string) int {
	word = strings.Trim(word, "().、[]")
	if n := asciiDigits(word); n > 0 {
		if n != len(word) || n > 5 {
			return 0
		}
		v := 0
		for i := range n {
			v = v*10 + int(word[i]-'0')
		}
		return v
	}
	return chineseOrder(word)
}

// chineseOrder reads 一 to 九十九.
func chineseOrder(word string) int {
	if n := utf8.RuneCountInString(word); n == 0 || n > 3 {
		return 0
	}
	v, ten := 0, false
	for _, r := range word {
		at := strings.IndexRune("一二三四五六七八九", r)
		switch {
		case r == '十' && !ten:
			ten, v = true, max(v, 1)*10
		case at >= 0 && v%10 == 0:
			v += at/3 + 1
		default:
			return 0
		}
	}
	return v
}
