package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/runes"
)

// isChrome reports whether the key of a line is words of a site around the notice. A line of
// a notice may begin like most of them: those are chrome only where nothing else stands on
// the line, or as a label.
func isChrome(key []rune) bool {
	key = trimLeft(key, frame)
	n, where := lexicon.Chrome().Prefix(key)
	rest := trimRight(key[n:], frame)
	switch where {
	case "starts":
		return true
	case "label":
		if len(rest) == 0 || rest[0] == ':' && leads(rest) {
			return true
		}
	case "alone":
		if len(rest) == 0 || runes.Equal(rest, ":") {
			return true
		}
	}
	return isFooter(key)
}

// leads reports whether a line that a label begins, or the rest of it, may be what a site prints to lead elsewhere: 政策解读:《安居条例》解读, and no
// sentence of a notice.
func leads(line []rune) bool { return len(line) <= maxUnkept && !slices.Contains(line, '。') }

// frame are marks that sites put around such words.
const frame = "|>·*#- "

// isFooter reports whether a line begins with what the foot of a page says and says another:
// 主办单位:云溪市水务局地址:…. A line with one alone may be a label of the notice.
func isFooter(key []rune) bool {
	footers := lexicon.Footers()
	n, _ := footers.Prefix(key)
	return (n > 0 || len(key) > 0 && runes.HasPrefix(key[1:], "ICP备")) && footers.Count(string(key)) > 1 // 云ICP备
}
