package parser

import "github.com/policyx/policyx/parser/block"

// sections are the parts that the format of a document sets apart, with the one that was
// entered last.
type sections struct {
	list    []block.Section
	entered int // counted from 1; 0 before the first
}

// of returns the section in which a place of the text lies, counted from 1; 0 where there is none.
func (s *sections) of(at, from int) int {
	for from < len(s.list) && s.list[from].Start <= at {
		from++
	}
	return from
}

// heads reports whether a block is the heading of a section.
func (s *sections) heads(b block.Block, section int) bool {
	return section > 0 && b.Grid == nil && b.Range == s.list[section-1].Heading
}

// enter opens a part where line l begins another section than that of the line before. What the first one
// holds is the notice itself, unless it has a heading.
func (s *structure) enter(l *line) {
	if l.section == s.apart.entered {
		return
	}
	s.apart.entered = l.section
	p := &Part{Attachment: true, Notice: true}
	if heading := s.apart.list[l.section-1].Heading; heading.Len() > 0 {
		p.Title = []block.Range{heading}
	} else if l.section == 1 {
		return
	}
	s.open(p)
}

// aboveTable returns the line above table i in its section, remarks left aside; nil where there is none.
func (s *structure) aboveTable(i int) *line {
	n := i - 1
	for n >= 0 && s.lines[n].note {
		n--
	}
	if n < 0 || s.lines[n].section != s.lines[i].section {
		return nil
	}
	return &s.lines[n]
}

// remarked keeps a remark on a table, which gives no task.
func (s *structure) remarked(l *line) { s.part.Closing = append(s.part.Closing, l.Range) }
