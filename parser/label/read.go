package label

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// MayBegin reports whether a label may begin with r. It is cheap, for scans.
func MayBegin(r rune) bool {
	switch r {
	case '(', '第', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return isDigit(r) || r >= '①' && r <= '⒛' || r >= '㈠' && r <= '㈩' || isStar(r)
}

// At reads the label that begins at i and lies before end. The nouns with a number are
// left to [NounAt]: they are labels at the head of a line only.
func At(text []rune, i, end int) (Marker, bool) {
	if i >= end {
		return Marker{}, false
	}
	switch r := text[i]; {
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
	case isStar(r):
		return starred(text, i, end)
	}
	return section(text, i, end)
}

// build makes a marker whose label text ends at word and whose punctuation ends at end.
func build(text []rune, begin, word, end int, kind Kind, number int) Marker {
	name := make([]rune, 0, word-begin)
	for _, r := range text[begin:word] {
		if !isBlank(r) {
			name = append(name, r)
		}
	}
	return Marker{Kind: kind, Number: number, Label: string(name), Range: block.Range{Start: begin, End: end}}
}

func single(text []rune, i int, kind Kind, number int) (Marker, bool) {
	return build(text, i, i+1, i+1, kind, number), true
}

func isStar(r rune) bool { return r == '★' || r == '☆' || r == '※' }

// starred reads a label behind a star that marks the item out: ★1.
func starred(text []rune, i, end int) (Marker, bool) {
	at := skipBlank(text, i+1, end)
	if at >= end || isStar(text[at]) {
		return Marker{}, false
	}
	m, ok := At(text, at, end)
	m.Start = i
	return m, ok
}

// section reads 一、 and 一.
func section(text []rune, i, end int) (Marker, bool) {
	n, word := Chinese(text, i, end)
	j := skipBlank(text, word, end)
	if n == 0 || j >= end {
		return Marker{}, false
	}
	misprinted := text[j] == ',' || text[j] == '。'
	if text[j] != '、' && !(text[j] == '.' && (j+1 == end || !isDigit(text[j+1]))) && !(misprinted && j == word) {
		return Marker{}, false
	}
	m := build(text, i, word, j+1, Section, n)
	m.Doubtful = misprinted
	return m, true
}

// bracketed reads （一） and (1).
func bracketed(text []rune, i, end int) (Marker, bool) {
	begin := skipBlank(text, i+1, end)
	kind := Clause
	n, word := Chinese(text, begin, end)
	if n == 0 {
		kind = Bracket
		n, word = Digits(text, begin, end)
	}
	j := skipBlank(text, word, end)
	if n == 0 || j >= end || text[j] != ')' {
		return Marker{}, false
	}
	m := build(text, begin, word, j+1, kind, n)
	m.Start = i
	return m, true
}

// numeral reads 1. 1、 1) and 1.1. The number of a list, 100、50, is no label, and a digit
// behind the dot makes it a decimal, unless the digits are a year: 1.2025年底前….
func numeral(text []rune, i, end int) (Marker, bool) {
	n, word := Digits(text, i, end)
	j := skipBlank(text, word, end)
	if n == 0 || j >= end {
		return Marker{}, false
	}
	m := build(text, i, word, j+1, Numeral, n)
	digit := j+1 < end && isDigit(text[j+1])
	switch text[j] {
	case ')':
		m.Kind = Bracket
		return m, true
	case '、':
		m.Doubtful = digit && !yearAt(text, j+1, end) // 50、30万元
		return m, !m.Doubtful || j == word
	case '.':
		if digit && !yearAt(text, j+1, end) {
			return decimal(text, i, end)
		}
		return m, true
	case '。', ',':
		m.Doubtful = true // misprinted
		return m, j == word && !digit
	}
	m.Doubtful = true // 1 总则
	m.End = j
	return m, j > word && text[word] != '\n' && isHan(text[j]) && n < 100
}

// maxDepth is the deepest level of a decimal outline, 1.1.1.1.1.
const maxDepth = 5

// decimal reads 1.1 and 1.1.1.
func decimal(text []rune, i, end int) (Marker, bool) {
	var outline []int
	j := i
	for {
		n, next := Digits(text, j, end)
		if n == 0 || n > 99 || len(outline) == maxDepth {
			return Marker{}, false
		}
		outline, j = append(outline, n), next
		if j+1 >= end || text[j] != '.' || !isDigit(text[j+1]) {
			break
		}
		j++
	}
	word := j
	if j < end && (text[j] == '.' || text[j] == '、') {
		j++
	}
	at := skipBlank(text, j, end)
	if len(outline) < 2 || at < end && !isHan(text[at]) && !strings.ContainsRune("(《“\"【〔", text[at]) {
		return Marker{}, false
	}
	m := build(text, i, word, j, Decimal, outline[len(outline)-1])
	m.Outline, m.Doubtful = outline, true
	return m, true
}

func yearAt(text []rune, i, end int) bool {
	if i+5 > end || text[i] != '1' && text[i] != '2' || !isDigit(text[i+1]) || !isDigit(text[i+2]) || !isDigit(text[i+3]) {
		return false
	}
	at := skipBlank(text, i+4, end)
	return at < end && text[at] == '年'
}

// ordinal reads 第一条, 第二章, 第三部分, 第一，.
func ordinal(text []rune, i, end int) (Marker, bool) {
	begin := skipBlank(text, i+1, end)
	n, word := Number(text, begin, end)
	j := skipBlank(text, word, end)
	if n == 0 || j >= end {
		return Marker{}, false
	}
	switch text[j] {
	case '条':
		return build(text, i, j+1, j+1, Article, n), true
	case '章':
		return build(text, i, j+1, j+1, Chapter, n), true
	case '节':
		return build(text, i, j+1, j+1, Division, n), true
	case '编':
		return build(text, i, j+1, j+1, Volume, n), true
	case '部':
		if j+1 < end && text[j+1] == '分' {
			return build(text, i, j+2, j+2, Chapter, n), true
		}
	case ',', '、':
		return build(text, i, word, j+1, Ordinal, n), j == word
	}
	return Marker{}, false
}
