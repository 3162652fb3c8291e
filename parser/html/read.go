package html

import (
	"slices"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/field"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ErrNoNotice is a page that shows no text a notice could be: an error page, a list of
// links, a page whose content a script would fetch.
var ErrNoNotice = message.Errorf("%w: no notice text in this page", source.ErrNoNotice)

// ErrFrames is a page that only names the pages it is made of.
var ErrFrames = message.New("is a frame page; save the page inside the frame")

// Bounds for the text of a notice, in characters that are no white space.
const (
	leastText     = 30  // less is no notice at all
	doubtfulProse = 150 // less running text is read, with a warning
)

// Read reads the page f. It fails with [ErrNoNotice] or [ErrFrames]; all else that is
// wrong with a page is a diagnostic.
func Read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	root, about, all := parse(f.Text)
	p := newPage(root, readAbout(about))
	body := p.container()
	w := &writer{page: p}
	w.body(body)
	if !w.visible(leastText) {
		if p.framed && p.root.measure.text < 4*leastText {
			return nil, nil, ErrFrames
		}
		return nil, nil, ErrNoNotice
	}
	if p.listsPages(w, body) {
		return nil, nil, ErrNoNotice
	}
	moreNamed := p.writeAttachments(w, body)
	r := &block.Reading{Text: w.Text, Blocks: w.Blocks, Fields: w.fields, Frames: w.Frames}
	r.Fields = field.Read(r)
	h := &writer{page: p}
	p.writeHead(h, body, r)
	remarks := p.remarks(w, body)
	if !all {
		remarks = append(remarks, source.Cut())
	}
	if moreNamed {
		remarks = append(remarks, moreAttachments())
	}
	whole := join(h, r)
	var more bool
	if whole.Links, more = p.links(body, whole.Text); more {
		remarks = append(remarks, moreLinks())
	}
	return whole, remarks, nil
}

// remarks are the diagnostics of a page that was read.
func (p *page) remarks(w *writer, body *node) []schema.Diagnostic {
	var out []schema.Diagnostic
	if body.measure.prose+w.inTables() < doubtfulProse {
		out = append(out, schema.Remark(schema.Warning, schema.UnreadContent, "The page has little running text; it may not show a whole notice."))
	}
	if p.tableOutside(body) != nil {
		out = append(out, schema.Remark(schema.Error, schema.UnreadContent, "A table of the page stands apart from the text of the notice and was left out."))
	}
	if w.Clipped {
		out = append(out, schema.Remark(schema.Error, schema.TableShape, "A table is too large; what is beyond its bounds was left out."))
	}
	return out
}

// leastListed is how many lines that lead to other pages make a list of them.
const leastListed = 5

// listsPages reports a home page, a list or an index: most lines of it lead to other pages, or
// most of its text does and little of it runs.
func (p *page) listsPages(w *writer, body *node) bool {
	lead := 0
	for _, t := range w.tail {
		if t {
			lead++
		}
	}
	if lead >= leastListed && lead*2 > len(w.Blocks) {
		return true
	}
	m := body.measure
	return w.inTables() == 0 && m.prose < doubtfulProse && m.link*2 > m.text && lead >= leastListed
}

// inTables is the number of characters that stand in tables of data.
func (w *writer) inTables() (n int) {
	for _, b := range w.Blocks {
		if b.Grid != nil {
			n += b.Len()
		}
	}
	return n
}

// runes is the number of code points of s.
func runes(s string) int { return utf8.RuneCountInString(s) }

// join puts the page head before the body.
func join(h *writer, body *block.Reading) *block.Reading {
	body.Shift(len(h.Text))
	body.Text = slices.Insert(body.Text, 0, h.Text...)
	body.Blocks = slices.Insert(body.Blocks, 0, h.Blocks...)
	body.Fields = slices.Insert(body.Fields, 0, h.fields...)
	return body
}
