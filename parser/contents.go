package parser

import (
	"strings"

	"github.com/policyx/policyx/parser/runes"
)

// dropContents takes a table of contents out of the lines: below 目录, what stands again
// further down.
func (s *structure) dropContents() {
	for i := range s.lines {
		if s.lines[i].grid != nil || !runes.Equal(s.lines[i].key, "目录") {
			continue
		}
		again := map[string]bool{}
		end := i + 1
		for ; end < len(s.lines) && end < i+maxContents; end++ {
			key := contentsKey(s.lines[end].key)
			if s.lines[end].grid != nil || len(s.lines[end].key) > maxTitle || again[key] {
				break
			}
			again[key] = true
		}
		if end == len(s.lines) || end-i < 3 || !again[contentsKey(s.lines[end].key)] {
			return // it never comes again: no contents
		}
		first := contentsKey(s.lines[i+1].key)
		if contentsKey(s.lines[end].key) != first {
			return
		}
		s.lines = append(s.lines[:i], s.lines[end:]...)
		return
	}
}

// maxContents bounds the lines of a table of contents.
const maxContents = 300

// contentsKey is a line of a table of contents without leaders and page number.
func contentsKey(key []rune) string {
	return strings.TrimRight(string(key), "0123456789.…·-_")
}
