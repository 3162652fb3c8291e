package page

import (
	"encoding/json"
	"slices"
	"strings"
)

// segment is a stretch of one line on which the same marks lie throughout.
type segment struct {
	text  string
	marks []int // indices, the outermost first; none: plain text
}

// MarshalJSON prints plain text as a string, marked text as ["text", mark, mark …].
func (s segment) MarshalJSON() ([]byte, error) {
	if len(s.marks) == 0 {
		return json.Marshal(s.text)
	}
	list := make([]any, 0, 1+len(s.marks))
	list = append(list, s.text)
	for _, m := range s.marks {
		list = append(list, m)
	}
	return json.Marshal(list)
}

// cut divides text into lines of segments at every line feed and at every border of a
// mark. The segments joined, with a line feed between lines, are the text again. The
// marks are sorted as [collect] returns them and lie within text.
func cut(text []rune, marks []mark) [][]segment {
	c := cutter{text: text, marks: marks, lines: [][]segment{{}}}
	for at := 0; at < len(text); {
		c.open(at)
		end := c.border(at)
		c.write(at, end)
		at = end
		c.close(at)
	}
	return c.lines
}

type cutter struct {
	text   []rune
	marks  []mark
	next   int   // the first mark that does not lie before or on the position
	active []int // marks that lie on the position, the outermost first
	lines  [][]segment
}

// open takes in the marks that begin at the position.
func (c *cutter) open(at int) {
	for c.next < len(c.marks) && c.marks[c.next].Start <= at {
		c.active = append(c.active, c.next)
		c.next++
	}
}

// border returns where the marks change next.
func (c *cutter) border(at int) int {
	end := len(c.text)
	if c.next < len(c.marks) {
		end = c.marks[c.next].Start
	}
	for _, m := range c.active {
		end = min(end, c.marks[m].End)
	}
	return end
}

// close drops the marks that end at the position.
func (c *cutter) close(at int) {
	c.active = slices.DeleteFunc(c.active, func(m int) bool { return c.marks[m].End <= at })
}

// write appends the stretch, line by line.
func (c *cutter) write(start, end int) {
	for i, piece := range strings.Split(string(c.text[start:end]), "\n") {
		if i > 0 {
			c.lines = append(c.lines, []segment{})
		}
		if piece != "" {
			last := len(c.lines) - 1
			c.lines[last] = append(c.lines[last], segment{piece, slices.Clone(c.active)})
		}
	}
}
