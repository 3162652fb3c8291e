package score

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain takes out of a string what does not count: white space, widths, cell marks, and
// the shapes of brackets.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u200b', '\ufeff', '|':
			return -1
		case '<', '〈', '[', '【', '〔':
			return '('
		case '>', '〉', ']', '】', '〕':
			return ')'
		}
		if unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// label is a plain label without its punctuation: （一） and 一、 are the same.
func label(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '(', ')', '、', '.':
			return -1
		}
		return r
	}, plain(s))
}

// number is a number to four decimals.
func number(n json.Number) string {
	f, err := n.Float64()
	if err != nil {
		return plain(n.String())
	}
	return decimal(f)
}

func decimal(f float64) string {
	s := strings.TrimRight(strconv.FormatFloat(f, 'f', 4, 64), "0")
	return strings.TrimSuffix(s, ".")
}

// overlap is how much of two strings is the same, whatever the order: twice the
// characters that they share over the characters that they have.
func overlap(a, b string) float64 {
	count := map[rune]int{}
	size, both := 0, 0
	for _, r := range plain(a) {
		count[r]++
		size++
	}
	for _, r := range plain(b) {
		if size++; count[r] > 0 {
			count[r]--
			both++
		}
	}
	return 2 * float64(both) / float64(max(1, size))
}
