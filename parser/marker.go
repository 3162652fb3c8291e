package parser

import "github.com/policyx/policyx/parser/block"

// MarkerKind is the shape of an item's label. The kinds are in the order in which
// GB/T 9704-2012, 7.3.3, and official usage nest them.
type MarkerKind uint8

// The shapes of labels.
const (
	NoMarker MarkerKind = iota
	Chapter             // 第一章, 第一部分
	Article             // 第一条
	Section             // 一、
	Clause              // （一）
	Numeral             // 1.
	Bracket             // (1) or 1)
	Circle              // ①
)

// Marker is an item's label.
type Marker struct {
	Kind        MarkerKind
	Number      int    // its place in the sequence, from 1
	Label       string // without punctuation: 一, 1, 第一条
	block.Range        // label and punctuation
}

// maxNumber bounds the numbers of labels: what counts higher is a year or an amount.
const maxNumber = 199

// markerAt reads the label that begins at i. Folded text is expected.
func markerAt(text []rune, i, end int) (Marker, bool) {
	r := text[i]
	switch {
	case r == '(':
		return bracketed(text, i, end)
	case r == '第':
		return ordinal(text, i, end)
	case isDigit(r):
		return numeral(text, i, end)
	case r >= '①' && r <= '⑳':
		return single(text, i, Circle, int(r-'①')+1)
	case r >= '⑴' && r <= '⒇':
		return single(text, i, Bracket, int(r-'⑴')+1)
	case r >= '⒈' && r <= '⒛':
		return single(text, i, Numeral, int(r-'⒈')+1)
	case r >= '㈠' && r <= '㈩':
		return single(text, i, Clause, int(r-'㈠')+1)
	}
	n, j := chinese(text, i, end)
	if n > 0 {
		j = skipBlank(text, j, end)
		if j < end && (text[j] == '、' || text[j] == '.' && (j+1 == end || !isDigit(text[j+1]))) {
			return label(text, i, j, j+1, Section, n), true
		}
	}
	return Marker{}, false
}

// label builds a marker whose label text ends at word and whose punctuation ends at end.
func label(text []rune, begin, word, end int, kind MarkerKind, number int) Marker {
	name := string(squeeze(text[begin:word], word-begin))
	return Marker{kind, number, name, block.Range{Start: begin, End: end}}
}

func single(text []rune, i int, kind MarkerKind, number int) (Marker, bool) {
	return label(text, i, i+1, i+1, kind, number), true
}

// bracketed reads （一） and (1).
func bracketed(text []rune, i, end int) (Marker, bool) {
	begin := skipBlank(text, i+1, end)
	kind := Clause
	n, j := chinese(text, begin, end)
	if n == 0 {
		kind = Bracket
		n, j = digits(text, begin, end)
	}
	word := j
	j = skipBlank(text, j, end)
	if n == 0 || n > maxNumber || j >= end || text[j] != ')' {
		return Marker{}, false
	}
	m := label(text, begin, word, j+1, kind, n)
	m.Start = i
	return m, true
}

// numeral reads 1. 1、 and 1). A digit behind the dot makes it a decimal, unless the
// digits are a year: 1.2025年底前….
func numeral(text []rune, i, end int) (Marker, bool) {
	n, j := digits(text, i, end)
	word := j
	j = skipBlank(text, j, end)
	if n == 0 || n > maxNumber || j >= end {
		return Marker{}, false
	}
	switch text[j] {
	case ')':
		return label(text, i, word, j+1, Bracket, n), true
	case '、':
		return label(text, i, word, j+1, Numeral, n), true
	case '.':
		if j+1 < end && isDigit(text[j+1]) && !yearAt(text, j+1, end) {
			return Marker{}, false
		}
		return label(text, i, word, j+1, Numeral, n), true
	}
	return Marker{}, false
}

func yearAt(text []rune, i, end int) bool {
	return i+5 <= end && (text[i] == '1' || text[i] == '2') && isDigit(text[i+1]) && isDigit(text[i+2]) && isDigit(text[i+3]) &&
		text[skipBlank(text, i+4, end-1)] == '年'
}

// ordinal reads 第一条, 第二章, 第三部分.
func ordinal(text []rune, i, end int) (Marker, bool) {
	begin := skipBlank(text, i+1, end)
	n, j := chinese(text, begin, end)
	if n == 0 {
		n, j = digits(text, begin, end)
	}
	j = skipBlank(text, j, end)
	if n == 0 || n > maxNumber || j >= end {
		return Marker{}, false
	}
	switch {
	case text[j] == '条':
		return label(text, i, j+1, j+1, Article, n), true
	case text[j] == '章':
		return label(text, i, j+1, j+1, Chapter, n), true
	case text[j] == '部' && j+1 < end && text[j+1] == '分':
		return label(text, i, j+2, j+2, Chapter, n), true
	}
	return Marker{}, false
}

func skipBlank(text []rune, i, end int) int {
	for i < end && isBlank(text[i]) {
		i++
	}
	return i
}

// digits reads up to three digits; 0 where more follow.
func digits(text []rune, i, end int) (n, j int) {
	for j = i; j < end && isDigit(text[j]); j++ {
		if j-i == 3 {
			return 0, i
		}
		n = n*10 + int(text[j]-'0')
	}
	return n, j
}

// chinese reads a number up to 九十九 in numerals; 0 where there is none.
func chinese(text []rune, i, end int) (n, j int) {
	digit := 0
	for j = i; j < end && j-i < 3; j++ {
		if text[j] == '十' {
			n += max(digit, 1) * 10
			digit = 0
			continue
		}
		d := digitOf(text[j])
		if d == 0 || digit > 0 {
			break
		}
		digit = d
	}
	return n + digit, j
}

func digitOf(r rune) int {
	for d, c := range []rune("一二三四五六七八九") {
		if c == r {
			return d + 1
		}
	}
	return 0
}
