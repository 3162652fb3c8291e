package parser

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/bundle"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
)

// within returns the notice of an archive with several: a file alone is read as one of a folder would be.
func (g group) within(archive string) (*Document, error) {
	first, name := g[0], archive+"/"+g[0].name
	if first.err != nil {
		return nil, &MemberError{name, first.err}
	}
	if len(g) == 1 {
		first.doc.Source.Name = name
		first.doc.Diagnostics = append(first.doc.Diagnostics, first.differs...)
		return first.doc, nil
	}
	return g.join(schema.Source{Name: name, Format: string(source.Bundle)}), nil
}

// join makes one document of the files, in their order: their texts stand one after the other, a line with its title before an
// attachment that does not say it itself. Each file is structured as if it stood alone; the head is that of the first.
func (g group) join(src schema.Source) *Document {
	read := slices.DeleteFunc(slices.Clone(g), func(m *member) bool { return m.err != nil })
	var text []rune
	var heads []block.Range
	var lines []int
	var leaves []leaf
	for i, m := range read {
		leaves = append(leaves, leaf{start: len(text)})
		heads = append(heads, block.Range{})
		if title := g.lineFor(m); i > 0 && title != "" {
			heads[i] = block.Range{Start: len(text), End: len(text) + len([]rune(title))}
			text = append(append(text, []rune(title)...), '\n')
		}
		if len(read) > 1 { // a document alone may be used as it is
			m.reading.Shift(len(text))
		}
		leaves[i].pages, leaves[i].recognized = m.reading.Pages, m.reading.Recognized
		src.Recognized = recognizedIn(src.Recognized, m.doc.Source.Recognized, m.name)
		src.Parts = append(src.Parts, schema.Part{Name: m.name, Format: m.doc.Source.Format, SHA256: m.doc.Source.SHA256, Start: leaves[i].start})
		base := len(text)
		lines = m.reading.Lines
		text = append(text, m.reading.Text...)
		if i+1 < len(read) && text[len(text)-1] != '\n' {
			text = append(text, '\n')
		}
		m.shiftRemarks(base, len(read) > 1)
	}
	if len(read) > 1 {
		lines = nil // those of the joined text count
	}
	d := newDocument(text, lines)
	d.leaves = leaves
	for i, m := range read {
		d.append(m, i == 0, read[0].names(m), heads[i])
	}
	for _, m := range g {
		d.leftOut(m)
		d.Diagnostics = append(d.Diagnostics, m.differs...)
	}
	if src.SHA256 == "" {
		src.SHA256 = sumOf(src.Parts)
	}
	src.Characters = len(text)
	d.Source = src
	d.sortDiagnostics()
	return d
}

// sumOf is the checksum of the lines that sha256sum prints of the parts.
func sumOf(parts []schema.Part) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%s  %s\n", p.SHA256, p.Name)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// lineFor returns the title that a file does not say itself: that of its name, else the one that the main file gives it, else
// its name.
func (g group) lineFor(m *member) string {
	if m.ownTitle() != "" {
		return ""
	}
	if m.named.Title != "" {
		return m.named.Title
	}
	main := g[0]
	if n := m.named.Number; main.err == nil && n > 0 && n <= len(main.doc.Head.Attachments) {
		if title := main.doc.Join(main.doc.Head.Attachments[n-1]...); title != "" {
			return oneLine(title)
		}
	}
	return bundle.Stem(m.name)
}

func oneLine(s string) string {
	r := []rune(s)
	return string(slices.DeleteFunc(r, func(r rune) bool { return r == '\n' || r == '\r' }))
}

// shiftRemarks moves the remarks of the reader to where the text stands now, and says of which file they are.
func (m *member) shiftRemarks(by int, several bool) {
	for i := range m.remarks {
		r := &m.remarks[i]
		if r.Span != nil {
			span := *r.Span
			span.Start, span.End = span.Start+by, span.End+by
			r.Span = &span
		} else if several {
			r.Message = m.name + ": " + r.Message
		}
	}
}

// append adds a file whose text stands in d already: the notice itself, or an attachment of it. head is the line with its
// title that was put before it, named that the notice names the file.
func (d *Document) append(m *member, first, named bool, head block.Range) {
	own := &Document{Text: d.Text, Folded: d.Folded, lines: d.lines, from: d.from, leaves: d.leaves}
	s := newStructure(own, m.reading)
	s.build()
	parts := own.Parts
	if first {
		d.Head = own.Head
	} else {
		parts = attached(own, head)
		if head.Len() > 0 {
			d.ranges = append(d.ranges, head)
		}
		if isSent(own) && !m.named.Attachment && !m.frame && m.named.Number == 0 && !named {
			parts[0].Notice = true
			d.remark(schema.Warning, schema.SeveralNotices, own.Head.Title[0], "Another notice begins here, %s; the metadata is that of the first.", m.name)
		}
	}
	d.Parts = append(d.Parts, parts...)
	d.Tables = append(d.Tables, own.Tables...)
	d.Joins = append(d.Joins, own.Joins...)
	d.ranges = append(d.ranges, s.content()...)
	d.place(m.remarks)
	d.Diagnostics = append(append(d.Diagnostics, m.remarks...), own.Diagnostics...)
}

// isSent reports a document that was sent by itself: it has a title, and addressees or a number, or the title says who sends
// an official one: 云溪市人民政府关于修缮步道的通知.
func isSent(d *Document) bool {
	if len(d.Head.Title) == 0 {
		return false
	}
	title := source.Squeeze(d.Join(d.Head.Title...))
	sender, _, ok := strings.Cut(title, "关于")
	return d.Head.Addressees.Len()+d.Head.Number.Len() > 0 || ok && isOrgan(sender) && isOfficial(DocumentType(title))
}

// attached makes attachments of the parts of a document that stood alone.
func attached(d *Document, head block.Range) []*Part {
	var out []*Part
	for i, p := range d.Parts {
		if !p.Attachment {
			p.Attachment = true
			switch {
			case i > 0:
				p.Title = d.Head.Enclosure
			case head.Len() > 0:
				p.Title = []block.Range{head}
			default:
				p.Title = d.Head.Title
			}
			if i == 0 {
				p.Loose = append(slices.Clone(d.Head.Preamble), p.Loose...)
			}
			if i == 0 && !slices.ContainsFunc(d.Parts[1:], func(p *Part) bool { return !p.Attachment }) {
				p.Title = slices.Concat(p.Title, d.Head.Enclosure) // of no part of its own
			}
		}
		if !p.empty() || len(p.Title) > 0 {
			out = append(out, p)
		}
	}
	if len(out) > 1 && out[0].empty() && out[0] == d.Parts[0] {
		out = out[1:] // its title is that of the next
	}
	return out
}

// leftOut says of a file why it is no part of the text.
func (d *Document) leftOut(m *member) {
	var twin *twinError
	var cover *coverError
	r := schema.Remark(schema.Warning, schema.UnreadContent, "%s %v.", m.name, m.err)
	switch {
	case m.err == nil:
		return
	case errors.As(m.err, &twin):
		r.Code = schema.DuplicatePart
		if twin.but == "" {
			r.Severity = schema.Info
		}
	case errors.As(m.err, &cover):
		if !cover.due {
			r.Severity = schema.Info
		}
	case givenUp(m.err), m.cutOffice():
		r.Severity = schema.Error
	}
	d.Diagnostics = append(d.Diagnostics, r)
}

// givenUp reports a file that might hold a part of the notice: it is damaged, cut, empty, locked or behind a bound. A picture, an
// unknown format and a text that is no notice are none.
func givenUp(err error) bool {
	var scan *UnreadableError
	if errors.As(err, &scan) {
		return scan.Failed
	}
	return !errors.Is(err, ErrUnsupported) && !errors.Is(err, ErrNoNotice) && !errors.Is(err, word.ErrPictures)
}

// cutOffice reports a document of Office 97 so damaged that no more of it is left than the kind of file.
func (m *member) cutOffice() bool {
	var kind *source.UnsupportedError
	ending := strings.ToLower(path.Ext(m.name))
	return errors.As(m.err, &kind) && kind.Format == "ole2" && slices.Contains([]string{".doc", ".xls", ".wps", ".et"}, ending)
}
