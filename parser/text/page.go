package text

import "github.com/policyx/policyx/parser/source"

// isPageNumber reports a line that only counts pages: — 2 —, -3-, ·4·, 第 2 页,
// 第2页 共9页, 第2页/共9页. A bare number is one where a page break stands beside it.
func isPageNumber(line []rune, beside bool) bool {
	const most = 24
	if len(line) > 2*most {
		return false
	}
	var b []rune
	for _, r := range line {
		if r = source.Fold(r); r != ' ' {
			b = append(b, r)
		}
	}
	if n := digits(b); n > 0 && n == len(b) {
		return beside && n <= 4
	}
	if len(b) == 0 || len(b) > most {
		return false
	}
	return betweenDashes(b) || countedPages(b)
}

// betweenDashes: -3-, --3--, ·3·
func betweenDashes(b []rune) bool {
	mark := b[0]
	if mark != '-' && mark != '·' && mark != '~' {
		return false
	}
	i := 0
	for i < len(b) && b[i] == mark {
		i++
	}
	n := digits(b[i:])
	if n == 0 || n > 4 || i > 3 {
		return false
	}
	rest := b[i+n:]
	for _, r := range rest {
		if r != mark {
			return false
		}
	}
	return len(rest) > 0 && len(rest) <= 3
}

// countedPages: 第2页, 第2页共9页, 第2页,共9页
func countedPages(b []rune) bool {
	b, ok := countedPage(b, '第')
	if !ok {
		return false
	}
	if len(b) > 0 && (b[0] == '/' || b[0] == ',' || b[0] == '(') {
		b = b[1:]
	}
	if len(b) == 0 {
		return true
	}
	b, ok = countedPage(b, '共')
	return ok && (len(b) == 0 || len(b) == 1 && b[0] == ')')
}

func countedPage(b []rune, lead rune) ([]rune, bool) {
	if len(b) < 3 || b[0] != lead {
		return b, false
	}
	n := digits(b[1:])
	if n == 0 || n > 4 || 1+n >= len(b) || b[1+n] != '页' {
		return b, false
	}
	return b[2+n:], true
}

// digits is how many of the first runes are ASCII digits.
func digits(b []rune) int {
	for i, r := range b {
		if r < '0' || r > '9' {
			return i
		}
	}
	return len(b)
}
