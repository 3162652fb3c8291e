package parser

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// isNavigation reports whether a line is the navigation of a site: two words of its menu among
// short ones, names of sites, or a path of three pages.
func (s *structure) isNavigation(l *line) bool {
	text := string(s.d.Folded[l.Start:l.End])
	if path := strings.Split(text, ">"); len(path) > 2 && !strings.ContainsAny(text, "。;:,") && len(path[0]) > 0 {
		return true
	}
	words := strings.Fields(text)
	known, sites := 0, 0
	for _, w := range words {
		switch {
		case len([]rune(w)) > 9:
			return false
		case lexicon.Menu().Has(w):
			known++
		case strings.HasSuffix(w, "网站"):
			sites++
		}
	}
	return known > 1 || sites > 1
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
