package html

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/field"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/parser/source"
)

// headField is an entry of the page head before it is written.
type headField struct {
	row   *field.Row
	label string // as the page prints it, without spaces and colon
	value []rune
}

// writeHead writes the title, where the body lacks it, and the page head, without the
// fields that the body shows itself.
func (p *page) writeHead(w *writer, body *node, r *block.Reading) {
	before, after := p.segments(body)
	fields := fieldsOf(before)
	if len(fields) == 0 {
		fields = fieldsOf(after)
	}
	if body == p.root {
		before = nil // a day in the text is not that of publication
	}
	fields = p.withPublished(fields, before)
	if title := p.title(fields, body, r); title != "" {
		w.fields = append(w.fields, block.Field{Name: "标题", Value: w.paragraph([]rune(title))})
	}
	for _, f := range fields {
		if f.row.Name == "标题" || has(r.Fields, f.row.Name) {
			continue
		}
		line := append([]rune(f.label+"："), f.value...)
		at := w.paragraph(line)
		at.Start = at.End - len(f.value)
		w.fields = append(w.fields, block.Field{Name: f.row.Name, Value: at})
	}
}

func has(fields []block.Field, name string) bool {
	for _, f := range fields {
		if f.Name == name {
			return true
		}
	}
	return false
}

// segments returns the lines outside the body, a cell or a list item each, that stand
// before and behind it.
func (p *page) segments(body *node) (before, after [][]rune) {
	s := &segmenter{page: p, body: body}
	s.children(p.root)
	s.end()
	return s.before, s.after
}

type segmenter struct {
	page          *page
	body          *node
	past          bool
	before, after [][]rune
	line          block.Line
}

// longestSegment bounds a line that may hold fields.
const longestSegment = 600

func (s *segmenter) children(n *node) {
	for c := n.first; c != nil; c = c.next {
		switch {
		case c == s.body:
			s.end()
			s.past = true
		case c.kind&piece != 0:
			s.line.Write(c.data)
		case c.atom == atom.Br:
			s.end()
		case s.past && s.page.skips(c, false) || c.kind&dropped != 0:
		case c.kind&blockLevel != 0:
			s.end()
			s.children(c)
			s.end()
		default:
			s.line.Part()
			s.children(c)
			s.line.Part()
		}
	}
}

func (s *segmenter) end() {
	line := s.line.Take()
	if len(line) == 0 || len(line) > longestSegment {
		return
	}
	line = append([]rune(nil), line...)
	if s.past {
		s.after = append(s.after, line)
	} else {
		s.before = append(s.before, line)
	}
}

// fieldsOf finds the page head in lines: a label and its value in one line, or in two
// that follow each other. The first value of a name counts.
func fieldsOf(lines [][]rune) (out []headField) {
	seen := make(map[string]bool)
	add := func(row *field.Row, label string, value []rune) {
		if !seen[row.Name] && row.Usable(value) {
			seen[row.Name] = true
			out = append(out, headField{row, label, value})
		}
	}
	var pending *field.Row
	var pendingLabel string
	for _, line := range lines {
		folded := source.FoldRunes(nil, line)
		found := field.In(folded)
		if len(found) == 0 && pending != nil {
			at := pending.Find(folded, field.Trim(folded, block.Range{End: len(folded)}))
			add(pending, pendingLabel, line[at.Start:at.End])
		}
		pending = nil
		for i, f := range found {
			label := labelText(folded[f.Label.Start:f.Label.End])
			if f.Value.Len() == 0 && i == len(found)-1 {
				pending, pendingLabel = f.Row, label
				continue
			}
			if f.Colon {
				add(f.Row, label, line[f.Value.Start:f.Value.End])
			}
		}
	}
	return out
}

// labelText is a label without spaces, brackets and colon.
func labelText(s []rune) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" :[]【】", r) {
			return -1
		}
		return r
	}, string(s))
}

// shownDate is a date as it stands beside a title, with or without the time.
var shownDate = pattern.Of(`(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)`)

// withPublished adds the date of publication where no label names one: a date in a
// short line above the body, else the one in the page's meta tags.
func (p *page) withPublished(fields []headField, before [][]rune) []headField {
	for _, f := range fields {
		if f.row.Name == field.Published.Name {
			return fields
		}
	}
	for i := len(before) - 1; i >= max(0, len(before)-12); i-- {
		if len(before[i]) > 60 {
			continue
		}
		if d := shownDate().FindString(string(before[i])); d != "" {
			return append(fields, headField{field.Published, field.Published.Name, []rune(d)})
		}
	}
	for _, name := range []string{"PubDate", "pubdate", "publishdate", "article:published_time", "firstpublishedtime"} {
		if d := shownDate().FindString(p.meta(name)); d != "" {
			return append(fields, headField{field.Published, field.Published.Name, []rune(d)})
		}
	}
	return fields
}
