package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// headed is a stretch of text below a heading without a label, as news pages and flyers
// print tasks: a short line, then paragraphs of which the last ends in a clause.
type headed struct {
	heading    block.Range
	paragraphs []block.Range
	clauses    []party.Clause
}

// headingLine reports whether a paragraph could be such a heading: short, and without
// the punctuation of a sentence.
func (x *extractor) headingLine(r block.Range) bool {
	text := x.doc.Folded[r.Start:r.End]
	if len(text) < 4 || len(text) > 40 || parser.DocumentType(string(text)) != "" {
		return false
	}
	last := text[len(text)-1]
	return (source.IsHan(last) || last == '”' || last == ')') && !strings.ContainsAny(string(text), "。;:,!?|")
}

// underHeadings cuts paragraphs at the headings without label among them. It returns nil
// unless at least two have clauses and no clause stands outside of one.
func (x *extractor) underHeadings(paragraphs []block.Range, clauses []party.Clause) []headed {
	var out []headed
	with, next := 0, 0
	for _, r := range paragraphs {
		if x.headingLine(r) && !x.begins(clauses, next, r) {
			out = append(out, headed{heading: r})
			continue
		}
		n := next
		for next < len(clauses) && x.stream.Range(clauses[next].Start, clauses[next].End).Start < r.End {
			next++
		}
		if len(out) == 0 {
			if next > n {
				return nil
			}
			continue
		}
		top := &out[len(out)-1]
		if len(top.clauses) == 0 && next > n {
			with++
		}
		top.paragraphs = append(top.paragraphs, r)
		top.clauses = append(top.clauses, clauses[n:next]...)
	}
	if with < 2 {
		return nil
	}
	return out
}

// headedItem makes the tasks of a section whose tasks have headings without labels. It
// reports false for any other item, which it leaves alone.
func (x *extractor) headedItem(it *parser.Item, title block.Range, sc scope) bool {
	if len(it.Own) < 4 || title.Len() == 0 || len(x.clauses[it]) < 2 {
		return false
	}
	stretches := x.underHeadings(it.Own[1:], x.clauses[it])
	if stretches == nil || x.begins(x.clauses[it], 0, it.Own[0]) {
		return false
	}
	inner := sc.below("", x.pathEntry(it, title))
	inner.id = sc.id
	x.emitHeaded(stretches, inner)
	return true
}

// dutyLines makes the tasks of a section that says nothing but who has which duty, a line each:
// 市民政局:负责…. It reports false for any other item, which it leaves alone.
func (x *extractor) dutyLines(it *parser.Item, title block.Range, sc scope) bool {
	clauses := x.clauses[it]
	if len(clauses) < 2 || title.Len() == 0 || slices.ContainsFunc(clauses, func(c party.Clause) bool { return !c.Opens }) {
		return false
	}
	b := x.body(it, title, true)
	at := x.stream.Range(clauses[0].Start, clauses[0].End).Start
	if x.hasText(b, block.Range{Start: title.End, End: at}) {
		return false
	}
	b.number, b.title, b.span.Start = "", block.Range{}, at
	inner := sc.below("", x.pathEntry(it, title))
	inner.id = sc.id
	x.emit(b, clauses, inner)
	return true
}

// dutyParagraphs makes the tasks of an item of which most paragraphs begin with who has the duty that they state, a task
// each: 市财政局负责…。 behind a heading, or beginning with the label of an article. It reports false for any other item.
func (x *extractor) dutyParagraphs(it *parser.Item, title block.Range, sc scope) bool {
	if len(x.clauses[it]) > 0 || len(it.Own) < 2 {
		return false
	}
	paragraphs, inner, number := it.Own, sc, it.Marker.Label
	if _, ok := x.dutyOf(it.Own[0]); !ok {
		if title.Len() == 0 {
			return false
		}
		paragraphs, number = x.body(it, title, false).paragraphs, ""
		inner = sc.below("", x.pathEntry(it, title))
		inner.id = sc.id
	}
	owners, n := make([]*party.Clause, len(paragraphs)), 0
	for i, r := range paragraphs {
		if c, ok := x.dutyOf(r); ok {
			owners[i] = &c
			n++
		}
	}
	if n < 2 || 2*n <= len(paragraphs) {
		return false
	}
	for i, r := range paragraphs {
		b, part := body{number: number, first: r, paragraphs: []block.Range{r}, span: r}, inner
		if i == 0 && number != "" {
			b.span.Start = it.Start
		}
		part.owner, part.id = owners[i], inner.id+"-"+strconv.Itoa(i+1)
		part.last = sc.last && i == len(paragraphs)-1
		x.emit(b, nil, part)
	}
	return true
}

// begins reports whether the next clause begins in r.
func (x *extractor) begins(clauses []party.Clause, next int, r block.Range) bool {
	return next < len(clauses) && x.stream.Range(clauses[next].Start, clauses[next].End).Start < r.End
}

// emitHeaded makes the tasks of stretches below headings without labels.
func (x *extractor) emitHeaded(stretches []headed, sc scope) {
	for n, h := range stretches {
		switch {
		case len(h.paragraphs) == 0:
			continue
		case len(h.clauses) == 0 && len(sc.path) == 0:
			for _, r := range h.paragraphs {
				x.goal(r)
			}
			continue
		}
		b := body{title: h.heading, first: h.heading, paragraphs: h.paragraphs}
		b.span = block.Range{Start: h.heading.Start, End: h.paragraphs[len(h.paragraphs)-1].End}
		inner := sc.below(strconv.Itoa(n+1), "")
		inner.last = sc.last && n == len(stretches)-1
		x.emit(b, h.clauses, inner)
	}
}
