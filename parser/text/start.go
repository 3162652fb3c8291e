package text

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// starting is what the first characters of a line say about it.
type starting int

const (
	startText    starting = iota
	startSection          // 一、 第三条 附件 表2: what a table never continues into
	startItem             // （一） 1. (1) ① 一是 ● 【
	startLabel            // 责任单位： 牵头单位： 抄送：
)

const (
	chineseDigits = "〇零一二三四五六七八九十百两"
	bullets       = "●■◆★▲▪►【※"
)

// startOf looks at the first characters of a line.
func startOf(text []rune) starting {
	var buf [24]rune
	b := source.FoldRunes(buf[:0:24], text[:min(len(text), 24)])
	if len(b) == 0 {
		return startText
	}
	switch r := b[0]; {
	case r == '(' || r == '[':
		if n := numeral(b[1:]); n > 0 && 1+n < len(b) && (b[1+n] == ')' || b[1+n] == ']') {
			return startItem
		}
	case r == '第':
		if n := numeral(b[1:]); n > 0 && 1+n < len(b) && strings.ContainsRune("条章节款编部", b[1+n]) {
			return startSection
		}
	case r >= '0' && r <= '9':
		n := digits(b)
		if n <= 3 && n < len(b) && strings.ContainsRune(".、,)", b[n]) && (n+1 == len(b) || b[n+1] < '0' || b[n+1] > '9') {
			return startItem
		}
	case r >= '①' && r <= '⒛' || r >= '❶' && r <= '➓' || strings.ContainsRune(bullets, r):
		return startItem
	default:
		if n := numeral(b); n > 0 && n < len(b) {
			switch b[n] {
			case '、', '.':
				return startSection
			case '是', '要':
				return startItem
			}
		}
	}
	return startWord(string(b))
}

// startWord tells the lines that a word opens.
func startWord(s string) starting {
	if lexicon.Annexes().Begins(s) || strings.HasPrefix(s, "附:") || strings.HasPrefix(s, "注:") || strings.HasPrefix(s, "备注:") {
		return startSection
	}
	if rest, ok := strings.CutPrefix(s, "表"); ok {
		rest := []rune(strings.TrimLeft(rest, " "))
		if len(rest) > 0 && (numeral(rest) > 0 || digits(rest) > 0) {
			return startSection
		}
	}
	if i := strings.IndexByte(s, ':'); i > 0 {
		if lexicon.LabelEnds().Ends(strings.ReplaceAll(s[:i], " ", "")) {
			return startLabel
		}
	}
	return startText
}

// numeral is how many of the first runes are a number in Chinese or in ASCII digits.
func numeral(b []rune) int {
	if n := digits(b); n > 0 {
		return n
	}
	for i, r := range b {
		if !strings.ContainsRune(chineseDigits, r) {
			return i
		}
	}
	return len(b)
}
