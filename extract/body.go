package extract

import (
	"sort"
	"strings"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/source"
)

// body is the text of an item before its clauses are cut out.
type body struct {
	number     string
	title      block.Range
	first      block.Range   // the first paragraph with the title
	paragraphs []block.Range // the text behind the title
	span       block.Range   // label to end
	boxes      []block.Range // items of their own within span
}

// body returns the text of an item, with everything below it where whole is set.
func (x *extractor) body(it *parser.Item, title block.Range, whole bool) body {
	b := body{number: it.Marker.Label, title: title, span: own(it), boxes: it.Boxes}
	b.span.Start = it.Start
	for _, r := range it.Own {
		if title.Len() > 0 && r.Contains(title) {
			r.Start = x.behindTitle(title.End, r.End)
		}
		if r.Len() > 0 {
			b.paragraphs = append(b.paragraphs, r)
		}
	}
	if len(it.Own) > 0 {
		b.first = it.Own[0]
	}
	if whole {
		b.span.End = it.End
		b.paragraphs = append(b.paragraphs, below(it)...)
	}
	return b
}

// withoutLead takes the words off a body that lead in to the items below it: 具体措施：.
func (x *extractor) withoutLead(b body) body {
	n := len(b.paragraphs) - 1
	if n < 0 || !x.endsWith(b.paragraphs[n], ':') {
		return b
	}
	r := b.paragraphs[n]
	at := r.End
	for at > r.Start && !strings.ContainsRune("。;)", x.doc.Folded[at-1]) {
		at--
	}
	if r.End-at > maxLead {
		return b
	}
	b.paragraphs = append([]block.Range{}, b.paragraphs...)
	if b.paragraphs[n].End = at; at == r.Start {
		b.paragraphs = b.paragraphs[:n]
	}
	b.span.End = min(b.span.End, at)
	return b
}

// behindTitle returns where the text behind a title begins: past 。 】 and blanks.
func (x *extractor) behindTitle(i, end int) int {
	for i < end && strings.ContainsRune("。】 :\n\r", x.doc.Folded[i]) {
		i++
	}
	return i
}

// below returns the paragraphs of an item's children, labels included.
func below(it *parser.Item) []block.Range {
	var out []block.Range
	for _, c := range it.Children {
		first := block.Range{Start: c.Start, End: c.Marker.End}
		if len(c.Own) > 0 {
			first.End = c.Own[0].End
			out = append(out, first)
			out = append(out, c.Own[1:]...)
		} else {
			out = append(out, first)
		}
		out = append(out, below(c)...)
	}
	return out
}

// behindLimit returns the end of the lines behind an item's last clause that say by when it
// is to be done (完成时限:2025年9月底前); end where none does. What else stands behind the last
// item closes the document.
func (x *extractor) behindLimit(b body, end int) int {
	for _, p := range clip(b.paragraphs, block.Range{Start: end, End: b.span.End}) {
		if !x.doc.Spoken(p) {
			continue
		}
		label, _, ok := strings.Cut(source.Squeeze(string(x.doc.Folded[p.Start:p.End])), ":")
		if column, _ := header.Of(label); !ok || column.Kind != header.Time {
			break
		}
		end = p.End
	}
	return end
}

// hasText reports whether the paragraphs say anything within r.
func (x *extractor) hasText(b body, r block.Range) bool {
	return len(x.spoken(clip(b.paragraphs, r))) > 0
}

// clip returns what of the ranges, which are in order, lies within r.
func clip(ranges []block.Range, r block.Range) []block.Range {
	var out []block.Range
	first := sort.Search(len(ranges), func(i int) bool { return ranges[i].End > r.Start })
	for _, p := range ranges[first:] {
		if p.Start >= r.End {
			break
		}
		p.Start, p.End = max(p.Start, r.Start), min(p.End, r.End)
		if p.Start < p.End {
			out = append(out, p)
		}
	}
	return out
}

// bodyStart returns where the text of an item begins, behind its label.
func (b body) bodyStart(r block.Range) int {
	if b.first.Len() > 0 {
		return max(b.first.Start, r.Start)
	}
	if len(b.paragraphs) > 0 {
		return max(b.paragraphs[0].Start, r.Start)
	}
	return r.End
}

// spoken drops ranges that hold nothing but punctuation or a label.
func (x *extractor) spoken(ranges []block.Range) []block.Range {
	var out []block.Range
	for _, r := range ranges {
		if x.doc.Spoken(r) {
			out = append(out, r)
		}
	}
	return out
}

func (x *extractor) trimEnd(r block.Range) block.Range {
	for r.End > r.Start+1 && strings.ContainsRune(" \n\r", x.doc.Folded[r.End-1]) {
		r.End--
	}
	return r
}
