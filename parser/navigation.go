package parser

import (
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/runes"
)

// isNavigation reports whether a line is the navigation of a site: two words of its menu among
// short ones, names of sites, or a path of three pages.
func (s *structure) isNavigation(l *line) bool {
	if s.isPath(l) {
		return true
	}
	known, sites := 0, 0
	for w := s.word(l.Start, l.End); w.Len() > 0; w = s.word(w.End, l.End) {
		word := s.d.Folded[w.Start:w.End]
		if len(word) > maxMenu {
			return false
		}
		if _, menu := lexicon.Menu().Lookup(word); menu {
			known++
		} else if runes.HasSuffix(word, "网站") {
			sites++
		}
	}
	return known > 1 || sites > 1
}

// maxMenu bounds a word of a menu.
const maxMenu = 9

// isPath reports a path of three pages: 首页>政务公开>通知.
func (s *structure) isPath(l *line) bool {
	text, steps := s.d.Folded[l.Start:l.End], 0
	for _, r := range text {
		switch r {
		case '>':
			steps++
		case '。', ';', ':', ',':
			return false
		}
	}
	return steps > 1 && text[0] != '>'
}

// maxFoot is how many lines the foot of a page may have.
const maxFoot = 10

// dropFoot takes the foot of a page off the end of the text, where the licence of its site stands
// in it: its 主办: and 承办: are no responsibility.
func (s *structure) dropFoot() {
	begin := len(s.lines)
	signed := false
	for n := len(s.lines) - 1; n >= 0 && n >= len(s.lines)-maxFoot; n-- {
		key := string(s.lines[n].key)
		sign := lexicon.FootSigns().In(key)
		if !sign && !lexicon.FootLabels().Begins(key) || len(s.lines[n].key) > 120 {
			break
		}
		begin, signed = n, signed || sign
	}
	if signed {
		s.lines = s.lines[:begin]
	}
}
