package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema"
)

// UnreadableError is a document that can be opened and holds nothing that can be read: a scan, for one.
type UnreadableError = layout.UnreadableError

// Engine reads pictures of pages: see package ocr.
type Engine = ocr.Engine

// Repair is a row of what is mended on pages that an engine read.
type Repair = ocr.Repair

// Repairs returns them in the order in which they are tried.
func Repairs() []Repair { return ocr.Repairs() }

// mend applies the repairs to the pages that an engine read, and says of each page how sure the engine is, and what
// was mended.
func mend(r *block.Reading, e *Engine) (out []schema.Diagnostic) {
	remark := func(severity schema.Severity, at block.Range, format string, args ...any) {
		if at.Len() > 0 {
			d := schema.Remark(severity, schema.RecognizedText, format, args...)
			d.Span = &schema.Span{Start: at.Start, End: at.End}
			out = append(out, d)
		}
	}
	for _, page := range r.Recognized {
		at := pageRange(r.Pages, page.Page, len(r.Text))
		remark(schema.Warning, at, "Page %d was read off its picture by %s with a confidence of %s: single characters may be wrong.", page.Page, e.Name, schema.Number(page.Confidence))
		for _, m := range page.Mended {
			remark(schema.Info, found(r.Text, at, m.Is), "%s was read as %s (%s).", m.Was, m.Is, m.Repair)
		}
		for _, m := range ocr.Mend(r.Text[at.Start:at.End]) {
			place := m.Range.Shift(at.Start)
			remark(schema.Info, place, "%s was read as %s (%s).", m.Was, string(r.Text[place.Start:place.End]), m.ID)
		}
	}
	return out
}

// found is where a piece of text stands on a page; the page where it stands in another form.
func found(text []rune, page block.Range, piece string) block.Range {
	before, _, ok := strings.Cut(string(text[page.Start:page.End]), piece)
	if !ok {
		return page
	}
	start := page.Start + utf8.RuneCountInString(before)
	return block.Range{Start: start, End: start + utf8.RuneCountInString(piece)}
}

// pageRange is where page n, counted from 1, stands in a text; empty behind a text that was cut.
func pageRange(pages []int, n, end int) block.Range {
	if n > len(pages) {
		return block.Range{Start: end, End: end}
	}
	if n < len(pages) {
		end = pages[n]
	}
	return block.Range{Start: pages[n-1], End: end}
}

// recognized says which pages an engine read; nil where it read none.
func recognized(r *block.Reading, e *Engine) *schema.Recognition {
	if len(r.Recognized) == 0 {
		return nil
	}
	by := &schema.Recognition{Engine: e.Name, Version: e.Version}
	for _, p := range r.Recognized {
		by.Pages = append(by.Pages, schema.RecognizedPage{Page: p.Page, Confidence: schema.Number(p.Confidence)})
	}
	return by
}

// recognizedIn joins what was recognised of the files of a bundle.
func recognizedIn(all, of *schema.Recognition, part string) *schema.Recognition {
	if of == nil {
		return all
	}
	if all == nil {
		all = &schema.Recognition{Engine: of.Engine, Version: of.Version}
	}
	for _, p := range of.Pages {
		p.Part = part
		all.Pages = append(all.Pages, p)
	}
	return all
}

// confidence is the lowest of the pages from page on that r lies on; 0 where none was recognised.
func (l *leaf) confidence(r block.Range, page int) float64 {
	least := 0.0
	i, _ := slices.BinarySearchFunc(l.recognized, page, func(p block.Recognition, n int) int { return p.Page - n })
	for ; i < len(l.recognized); i++ {
		p := l.recognized[i]
		if p.Page > page && (p.Page > len(l.pages) || l.pages[p.Page-1] >= r.End) {
			break
		}
		if least == 0 || p.Confidence < least {
			least = p.Confidence
		}
	}
	return least
}
