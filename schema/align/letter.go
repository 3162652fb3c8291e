package align

import (
	"strings"
	"unicode"
)

// letters returns the letters of s, full-width and upper-case ones as their plain like.
func letters(s string) []rune { return keep(s, len(s), unicode.IsLetter) }

// first returns the first n letters of s.
func first(s string, n int) []rune { return keep(s, n, unicode.IsLetter) }

// figures returns the letters and digits of s.
func figures(s string) []rune {
	return keep(s, len(s), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// keep returns the first n of the characters that is accepts.
func keep(s string, n int, is func(rune) bool) []rune {
	out := make([]rune, 0, min(n, len(s)/2))
	for _, r := range s {
		if len(out) == n {
			break
		}
		if r >= 0x4E00 && r <= 0x9FFF { // most of the text
			out = append(out, r)
			continue
		}
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		if is(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// Unlabelled returns a heading without the label before it: 一、 (二) 第三章 4.1.
func Unlabelled(heading string) string {
	const numerals = "0123456789０１２３４５６７８９一二三四五六七八九十百零〇"
	rest := strings.TrimLeft(heading, "(（第 　")
	behind := strings.TrimLeft(rest, numerals)
	if len(behind) == len(rest) {
		return heading
	}
	if name := strings.TrimLeft(behind, numerals+".．、)）:：章节条篇 　"); len(name) < len(behind) {
		return name
	}
	return heading // 一体化推进
}
