package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/lexicon"
)

// isChrome reports whether the key of a line is words of a site around the notice. A line of
// a notice may begin like most of them: those are chrome only where nothing else stands on
// the line, or as a label.
func isChrome(key string) bool {
	runes := []rune(strings.TrimLeft(key, "|>·*#- "))
	n, where := lexicon.Chrome().Prefix(runes)
	rest := strings.TrimRight(string(runes[n:]), "|>·*#- ")
	return where == "starts" || where == "label" && (rest == "" || rest[0] == ':') || where == "alone" && (rest == "" || rest == ":") || isFooter(string(runes))
}

// isFooter reports whether a line begins with what the foot of a page says and says another:
// 主办单位:云溪市水务局地址:…. A line with one alone may be a label of the notice.
func isFooter(key string) bool {
	footers := lexicon.Footers()
	_, province := utf8.DecodeRuneInString(key)
	return (footers.Begins(key) || strings.HasPrefix(key[province:], "ICP备")) && footers.Count(key) > 1 // 云ICP备
}
