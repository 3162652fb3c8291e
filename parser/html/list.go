package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/pattern"
)

// A browser puts the numbers before the items of an ordered list; the source does not have
// them. They are written into the reading text, as 1. 2. 3., unless the items bring labels of
// their own or the page hides the list's.

// labelled is the beginning of an item that has a label of its own.
var labelled = pattern.Of(`^\s*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．﹒,，:：]|第[一二三四五六七八九十百\d]{1,4}[条章节编款]|[①-⑳㈠-㈩⑴-⒇★])`)

// numbered writes an ordered list.
func (w *writer) numbered(n *node) {
	numbers := !hidesNumbers(n) && !anyLabelled(n)
	number := 1
	if start, err := strconv.Atoi(strings.TrimSpace(n.attr("start"))); err == nil && start > 0 {
		number = start
	}
	for c := n.first; c != nil; c = c.next {
		if c.atom != atom.Li || !numbers {
			w.node(c)
			continue
		}
		if value, err := strconv.Atoi(strings.TrimSpace(c.attr("value"))); err == nil && value > 0 {
			number = value
		}
		w.label = []rune(strconv.Itoa(number) + ".")
		w.node(c)
		w.label = nil
		number++
	}
	w.endLine()
}

// hidesNumbers reports whether a list's own style or type shows no figures.
func hidesNumbers(n *node) bool {
	style := n.attr("style")
	if declares(style, "list-style", "none") || declares(style, "list-style-type", "none") {
		return true
	}
	kind := n.attr("type")
	return kind != "" && kind != "1"
}

func anyLabelled(n *node) bool {
	for _, c := range n.elements() {
		if c.atom == atom.Li && labelled().MatchString(firstText(c)) {
			return true
		}
	}
	return false
}
