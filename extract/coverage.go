package extract

import (
	"math"
	"reflect"
	"slices"
	"unicode"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// longUnread is the length, in characters that are not blank, from which a stretch that
// ended in no field is remarked.
const longUnread = 200

// coverage says how much of the reading text ended in a field, and remarks what did not.
func (x *extractor) coverage() {
	c := x.newCover()
	x.unclaimed(c)
	clear(c.read)
	c.parts(x)
	c.metadata(x.notice.Metadata.Spans)
	for _, list := range [][]schema.Task{x.notice.Goals, x.notice.Tasks} {
		for _, t := range list {
			c.add(t.Span)
		}
	}
	for _, t := range x.notice.Tables {
		c.add(t.Span)
	}
	read, all := c.remark(x)
	for _, cite := range x.notice.Citations { // behind the remarks: naming a document is not reading the sentence
		read += c.unread(cite.Span)
		c.add(cite.Span)
	}
	x.notice.Coverage = &schema.Coverage{Characters: share(read, all), Clauses: x.seen + x.unread, Unparsed: x.unread}
}

// cover marks the code points of the reading text that ended in a field. Blank ones
// count for nothing.
type cover struct {
	text []rune
	read []bool
}

func (x *extractor) newCover() *cover {
	return &cover{text: x.doc.Text, read: make([]bool, len(x.doc.Text))}
}

func (c *cover) add(s schema.Span) { c.mark(block.Range{Start: s.Start, End: s.End}) }

func (c *cover) mark(r block.Range) {
	for i := r.Start; i < r.End; i++ {
		c.read[i] = true
	}
}

// metadata marks every span of the metadata.
func (c *cover) metadata(spans *schema.MetadataSpans) {
	if spans == nil {
		return
	}
	v := reflect.ValueOf(*spans)
	for i := range v.NumField() {
		switch s := v.Field(i).Interface().(type) {
		case *schema.Span:
			if s != nil {
				c.add(*s)
			}
		case []schema.Span:
			for _, span := range s {
				c.add(span)
			}
		}
	}
}

// parts marks the headings and captions of the notice and its attachments.
func (c *cover) parts(x *extractor) {
	for _, p := range x.doc.Parts {
		for _, r := range p.Title {
			c.mark(r)
		}
		c.items(x, p.Items)
	}
	for _, t := range x.doc.Tables {
		c.mark(t.Caption)
	}
}

// items marks labels and titles. An item without a title is its first sentence in the
// outline only to have a name: that is not reading it.
func (c *cover) items(x *extractor, items []*parser.Item) {
	for _, it := range items {
		c.mark(it.Marker.Range)
		if title := x.title(it); title.Len() > 0 {
			c.mark(title)
		}
		c.items(x, it.Children)
	}
}

// share returns a share to three decimals; 1 for a text without anything.
func share(read, all int) schema.Number {
	if all == 0 {
		return 1
	}
	return schema.Number(math.Floor(1000*float64(read)/float64(all)) / 1000)
}

// isSpace is unicode.IsSpace with a quick answer for Chinese: U+3000 is the last space.
func isSpace(r rune) bool { return r <= 0x3000 && unicode.IsSpace(r) }

// unread counts what is not blank and not marked in a stretch.
func (c *cover) unread(s schema.Span) (n int) {
	for i := s.Start; i < s.End; i++ {
		if !c.read[i] && !isSpace(c.text[i]) {
			n++
		}
	}
	return n
}

// remark names the long stretches that ended in no field. It counts what is not blank, and what of that was marked.
func (c *cover) remark(x *extractor) (read, all int) {
	for i := 0; i < len(c.text); i++ {
		if isSpace(c.text[i]) {
			continue
		}
		if c.read[i] {
			read++
			continue
		}
		r, n := block.Range{Start: i, End: i}, 0
		for ; i < len(c.text) && !c.read[i]; i++ {
			if !isSpace(c.text[i]) {
				n++
				r.End = i + 1
			}
		}
		if n > longUnread {
			x.remark(schema.Info, schema.UnreadContent, r, "These %d characters ended in no field.", n)
		}
		all += n
		i-- // the next one is marked
	}
	return read, all + read
}

// unclaimed finds what looks like a responsibility clause and was taken for none: a label
// with names behind it, or a bracket that says 负责 or 牵头 at its end.
func (x *extractor) unclaimed(claimed *cover) {
	s := x.stream
	for _, r := range x.claims {
		claimed.mark(r)
	}
	for i := 0; i < s.Len(); i++ {
		end := 0
		switch r := s.Runes[i]; {
		case r == '(' || r == '[':
			end = dutyEnd(s, i)
		case source.IsHan(r) && (i == 0 || s.Gap(i) >= lex.Line || startsLabel(s.Runes[i-1])):
			end = labelEnd(s, i)
		}
		if end == 0 || claimed.touches(s.Range(i, end)) {
			continue
		}
		x.unread++
		x.remark(schema.Warning, schema.UnparsedResponsibility, s.Range(i, end), "This looks like a responsibility clause and was not understood.")
		i = end - 1
	}
}

// claim counts a responsibility clause or cell.
func (x *extractor) claim(r block.Range, understood bool) {
	x.claims = append(x.claims, r)
	if understood {
		x.seen++
	} else {
		x.unread++
	}
}

// claimCell counts a cell of a responsibility column, and remarks one that was not
// understood. A dash or a stroke says that nobody is.
func (x *extractor) claimCell(r block.Range, understood bool) {
	if !understood && !x.doc.Spoken(r) {
		return
	}
	x.claim(r, understood)
	if !understood {
		x.remark(schema.Warning, schema.UnparsedResponsibility, r, "This cell of a responsibility column was not understood.")
	}
}

// touches reports whether any of r is marked.
func (c *cover) touches(r block.Range) bool {
	for _, read := range c.read[r.Start:r.End] {
		if read {
			return true
		}
	}
	return false
}

// labelEnd returns the end of the line that a label at rune i begins, 0 where none stands
// there with something behind its colon.
func labelEnd(s *lex.Stream, i int) int {
	colon := i
	for colon < s.Len() && colon-i < header.MaxLength && source.IsHan(s.Runes[colon]) {
		colon++
	}
	if !s.Has(colon, ":") || colon+1 >= s.Len() || s.Gap(colon+1) == lex.Boundary {
		return 0
	}
	if column, _ := header.Of(s.String(i, colon)); column.Kind != header.Party {
		return 0
	}
	j := colon + 1
	for j < s.Len() && j < i+maxUnclaimed && s.Gap(j) < lex.Line && !closesLabel(s.Runes[j]) {
		j++
	}
	return j
}

// startsLabel reports whether a label within a line may stand behind r.
func startsLabel(r rune) bool {
	return !source.IsHan(r) && (r == '。' || r == ';' || r == '(' || r == '[' || r == '【' || closesLabel(r))
}

// closesLabel reports whether r ends the bracket that a label stands in.
func closesLabel(r rune) bool { return r == ')' || r == ']' || r == '】' }

// dutyEnd returns the end of the bracket that opens at rune i and has the shape of a
// clause, whatever the rules know of its words: it closes a part, and it ends in a word of
// duty or lists what ends like bodies. 0 for any other.
func dutyEnd(s *lex.Stream, i int) int {
	j := s.Partner(i)
	if i == 0 || j < i || j-i >= maxUnclaimed || max(s.Sentence(j), s.Paragraph(j)) > i {
		return 0
	}
	before := s.Runes[i-1]
	behind := before == '。' || before == ';' || before == ')'
	closes := j+1 == s.Len() || s.Gap(j+1) >= lex.Line
	if !behind && (!closes || slices.Contains(s.Runes[max(0, i-4):i], '各')) {
		return 0 // 各镇(街道、管委会)
	}
	inner := s.Runes[i+1 : j]
	if claim, _ := lexicon.Claims().Suffix(inner); behind && claim > 0 || listsBodies(inner) {
		return j + 1
	}
	return 0
}

// listsBodies reports whether most elements of a list of two or more end like bodies, with
// or without a word of duty behind.
func listsBodies(text []rune) bool {
	parts, bodies, begin := 0, 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && !separates(text[i]) {
			continue
		}
		if name := text[begin:i]; len(name) > 0 {
			parts++
			claim, _ := lexicon.Claims().Suffix(name)
			name = name[:len(name)-claim]
			if body, _ := lexicon.BodyEnds().Suffix(name); body > 0 && len(name) >= 2 && len(name) <= 20 {
				bodies++
			}
		}
		begin = i + 1
	}
	return bodies >= 2 && 2*bodies > parts
}

// separates reports whether r stands between the elements of a list.
func separates(r rune) bool { return r == '、' || r == ',' || r == ';' || r == ':' }

// maxUnclaimed bounds what is looked at as one clause, in runes.
const maxUnclaimed = 300
