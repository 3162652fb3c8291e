package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// structure builds a Document's head and outline from its blocks.
type structure struct {
	d     *Document
	lines []line
	part  *Part   // the part being read
	stack []*Item // open items, outermost first
	last  [Circle + 1]int
}

func newStructure(d *Document, reading *block.Reading) *structure {
	s := &structure{d: d}
	d.Head.Fields = reading.Fields
	for _, b := range reading.Blocks {
		if b.Grid != nil && s.pageHead(b.Grid) {
			continue
		}
		s.blank(b)
		l := line{Range: b.Range, grid: b.Grid}
		s.classify(&l)
		if s.goesOn(&l) {
			s.extend(&l)
		} else if l.kind != lineNoise {
			s.lines = append(s.lines, l)
		}
	}
	return s
}

// blank folds what stands between the parts of a paragraph, a page number, to spaces.
func (s *structure) blank(b block.Block) {
	for n := 1; n < len(b.Parts); n++ {
		for i := b.Parts[n-1].End; i < b.Parts[n].Start; i++ {
			s.d.Folded[i] = ' '
		}
	}
}

// build reads the head, then the body.
func (s *structure) build() {
	s.splitEnds()
	s.part = &Part{}
	s.d.Parts = []*Part{s.part}
	for i := s.head(); i < len(s.lines); {
		i = s.body(i)
	}
	for _, p := range s.d.Parts {
		s.cutClosing(p)
		p.finish()
		s.numbering(p)
	}
}

// content returns the ranges of all lines and cells.
func (s *structure) content() []block.Range {
	var out []block.Range
	for _, l := range s.lines {
		if l.grid == nil {
			out = append(out, l.Range)
			continue
		}
		first := len(out)
		for _, c := range l.grid.Cells {
			if c.Len() > 0 {
				out = append(out, c.Range)
			}
		}
		slices.SortFunc(out[first:], func(a, b block.Range) int { return a.Start - b.Start })
	}
	return out
}

// body reads the line at i and returns the next one.
func (s *structure) body(i int) int {
	l := &s.lines[i]
	switch l.kind {
	case lineTable:
		s.table(i)
	case lineAttachmentHead:
		return s.attachment(i)
	case lineAttachmentNote:
		return s.attachmentNote(i)
	case lineNumber, lineNote, lineDate:
		s.mark(l)
	default:
		if n := s.signature(i); n > 0 {
			return s.closing(i + n)
		}
		s.paragraph(l.Range)
	}
	return i + 1
}

// closing reads what stands behind a signature: a date, a note, and the title of the
// document that the notice encloses.
func (s *structure) closing(i int) int {
	for i < len(s.lines) && (s.lines[i].kind == lineDate || s.lines[i].kind == lineNote) {
		s.mark(&s.lines[i])
		i++
	}
	if n := s.titleAt(i); n > 0 && s.d.Head.Enclosure == nil {
		s.d.Head.Enclosure = s.ranges(i, i+n)
		s.open(&Part{})
		return i + n
	}
	return i
}

// open begins a new part.
func (s *structure) open(p *Part) {
	s.part, s.stack, s.last = p, nil, [Circle + 1]int{}
	s.d.Parts = append(s.d.Parts, p)
}

// paragraph cuts a paragraph at the labels in it and places each piece.
func (s *structure) paragraph(r block.Range) {
	text := s.d.Folded
	begin := r.Start
	if m, ok := markerAt(text, begin, r.End); ok {
		begin = s.place(m)
	} else {
		begin = r.Start
		s.begin(block.Range{Start: begin, End: begin})
	}
	for i := begin; i < r.End; i++ {
		if !mayBegin(text[i]) {
			continue
		}
		m, ok := markerAt(text, i, r.End)
		if !ok || !s.continues(m, r.Start) {
			continue
		}
		s.end(trim(text, block.Range{Start: begin, End: i}))
		begin = s.place(m)
		i = begin - 1
	}
	s.end(trim(text, block.Range{Start: begin, End: r.End}))
}

// mayBegin reports whether a label may begin with r.
func mayBegin(r rune) bool {
	return r == '(' || r == '第' || isDigit(r) || digitOf(r) > 0 || r == '十' || r >= '①' && r <= '⒛' || r >= '㈠' && r <= '㈩'
}

// continues reports whether a label within a paragraph goes on with the numbering
// where a new item may begin: behind a sentence, or behind a heading that is its parent.
func (s *structure) continues(m Marker, paragraph int) bool {
	text := s.d.Folded
	before := m.Start - 1
	for before > paragraph && isBlank(text[before]) {
		before--
	}
	depth := s.depth(m.Kind)
	if depth >= 0 {
		return m.Number == s.stack[depth].Marker.Number+1 && endsSentence(text[before])
	}
	if m.Number != 1 && m.Number != s.last[m.Kind]+1 {
		return false
	}
	if endsSentence(text[before]) || text[before] == ':' && !s.withinSentence(m) {
		return m.Kind <= Numeral
	}
	return s.behindHeading(m)
}

// withinSentence reports whether a first label opens a list whose members are parted by
// semicolons, as conditions inside a paragraph are: 符合下列条件的:1.…;2.…。
func (s *structure) withinSentence(m Marker) bool {
	text := s.d.Folded
	for i := m.End; i < len(text) && i < m.End+maxListed && text[i] != '\n'; i++ {
		if text[i] == '。' {
			return false
		}
		if text[i] != ';' {
			continue
		}
		if at := skipBlank(text, i+1, len(text)); at < len(text) {
			next, ok := markerAt(text, at, len(text))
			if ok && next.Kind == m.Kind && next.Number == m.Number+1 {
				return true
			}
		}
	}
	return false
}

// maxListed is how far the second member of a list is looked for.
const maxListed = 300

func endsSentence(r rune) bool {
	switch r {
	case '。', ')', ']', '】', '!', '?', '”':
		return true
	}
	return false
}

// behindHeading reports whether the label stands right behind the short heading of an
// item of a higher kind: 一、主要任务(一)…
func (s *structure) behindHeading(m Marker) bool {
	if len(s.stack) == 0 {
		return false
	}
	top := s.stack[len(s.stack)-1]
	if top.Marker.Kind >= m.Kind || len(top.Own) > 1 || m.Kind > Clause && top.Marker.Kind != Clause {
		return false
	}
	heading := s.d.Folded[top.Marker.End:m.Start]
	for _, r := range heading {
		if r == '。' || r == ';' {
			return false
		}
	}
	return len(heading) > 1 && len(heading) <= maxTitle
}

// depth returns the place of the open item of a kind, from the inside; -1 without one.
func (s *structure) depth(kind MarkerKind) int {
	for i := len(s.stack) - 1; i >= 0; i-- {
		if s.stack[i].Marker.Kind == kind {
			return i
		}
	}
	return -1
}

// place opens an item for a label and returns where the label ends.
func (s *structure) place(m Marker) int {
	if m.Number == 1 && s.depth(m.Kind) == 0 && s.stack[0].Marker.Number > 1 {
		s.restart()
	}
	if d := s.depth(m.Kind); d >= 0 {
		s.stack = s.stack[:d]
	} else {
		for len(s.stack) > 0 && s.stack[len(s.stack)-1].Marker.Kind > m.Kind {
			s.stack = s.stack[:len(s.stack)-1]
		}
	}
	item := &Item{Range: m.Range, Marker: m, Own: []block.Range{{Start: m.End, End: m.End}}}
	if n := len(s.stack); n > 0 {
		s.stack[n-1].Children = append(s.stack[n-1].Children, item)
	} else {
		s.part.Items = append(s.part.Items, item)
	}
	s.stack = append(s.stack, item)
	s.last[m.Kind] = m.Number
	return m.End
}

// restart begins a new part where the outermost numbering starts again below a title:
// an enclosed document without 附件 before it.
func (s *structure) restart() {
	last := s.stack[len(s.stack)-1]
	for n := len(last.Own) - 1; n > 0; n-- {
		r := last.Own[n]
		key := string(squeeze(s.d.Folded[r.Start:r.End], keyLimit))
		if r.Len() > 60 || strings.ContainsAny(key, "。;,") || DocumentType(key) == "" {
			continue
		}
		begin := n
		for begin > 1 && last.Own[begin-1].Len() <= 40 && s.unfinished(last.Own[begin-1]) {
			begin--
		}
		p := &Part{Attachment: true, Title: last.Own[begin : n+1 : n+1], Loose: append([]block.Range{}, last.Own[n+1:]...)}
		last.Own = last.Own[:begin]
		s.open(p)
		return
	}
}

// unfinished reports whether a short paragraph breaks off without punctuation, as the
// first lines of a title do.
func (s *structure) unfinished(r block.Range) bool {
	return r.Len() > 0 && isHan(s.d.Folded[r.End-1])
}

// begin begins a paragraph of the open item, or of the part.
func (s *structure) begin(r block.Range) {
	if n := len(s.stack); n > 0 {
		s.stack[n-1].Own = append(s.stack[n-1].Own, r)
		return
	}
	s.part.Loose = append(s.part.Loose, r)
}

// end sets the extent of the paragraph that was begun last.
func (s *structure) end(r block.Range) {
	if n := len(s.stack); n > 0 {
		own := s.stack[n-1].Own
		own[len(own)-1] = r
		return
	}
	if n := len(s.part.Loose); n > 0 {
		s.part.Loose[n-1] = r
	}
}

// table puts a table under the open item. The line above it, where it is short, is its
// caption and no paragraph any more.
func (s *structure) table(i int) {
	t := &Table{Range: s.lines[i].Range, Grid: s.lines[i].grid}
	if i > 0 && s.lines[i-1].titleLike() && len(s.lines[i-1].key) <= 40 {
		t.Caption = s.lines[i-1].Range
		s.drop(t.Caption)
	}
	s.d.Tables = append(s.d.Tables, t)
	if n := len(s.stack); n > 0 {
		s.stack[n-1].Tables = append(s.stack[n-1].Tables, t)
		return
	}
	s.part.Tables = append(s.part.Tables, t)
}

// drop takes a paragraph back that was appended last, unless it is an item's label line.
func (s *structure) drop(r block.Range) {
	list := &s.part.Loose
	if n := len(s.stack); n > 0 {
		list = &s.stack[n-1].Own
		if len(*list) == 1 {
			return
		}
	}
	if n := len(*list); n > 0 && (*list)[n-1] == r {
		*list = (*list)[:n-1]
	}
}

// finish computes ranges from the bottom up.
func (p *Part) finish() {
	for _, item := range p.Items {
		item.finish()
	}
	grow := func(r block.Range) {
		if r.Len() > 0 && (p.Len() == 0 || r.Start < p.Start) {
			p.Start = r.Start
		}
		p.End = max(p.End, r.End)
	}
	for _, r := range p.Loose {
		grow(r)
	}
	for _, item := range p.Items {
		grow(item.Range)
	}
	for _, t := range p.Tables {
		grow(t.Range)
	}
}

func (it *Item) finish() {
	if it.Own[0].Len() == 0 {
		it.Own = it.Own[1:]
	}
	it.End = it.Marker.End
	for _, r := range it.Own {
		it.End = max(it.End, r.End)
	}
	for _, t := range it.Tables {
		it.End = max(it.End, t.End)
	}
	for _, c := range it.Children {
		c.finish()
		it.End = max(it.End, c.End)
	}
}

// numbering remarks labels that are missing or stand twice, and a text that begins in
// the middle.
func (s *structure) numbering(p *Part) {
	var seen [Circle + 1]int
	var walk func(items []*Item)
	walk = func(items []*Item) {
		previous := map[MarkerKind]int{}
		for _, it := range items {
			m := it.Marker
			s.number(p, m, previous[m.Kind], seen[m.Kind])
			previous[m.Kind], seen[m.Kind] = m.Number, m.Number
			walk(it.Children)
		}
	}
	walk(p.Items)
}

func (s *structure) number(p *Part, m Marker, previous, seen int) {
	switch {
	case m.Number == previous+1 || m.Number == seen+1 || m.Number == 1:
	case previous == 0 && seen == 0 && m.Start == p.Items[0].Start && p == s.d.Parts[0]:
		s.d.remark(schema.Warning, schema.TruncatedInput, m.Range, "The numbering begins at %s: what stood before it is missing.", m.Label)
	case m.Number == max(previous, seen):
		s.d.remark(schema.Warning, schema.NumberingDuplicate, m.Range, "The label %s stands twice.", m.Label)
	case m.Number > max(previous, seen):
		s.d.remark(schema.Warning, schema.NumberingGap, m.Range, "The label %s follows %d: an item may be missing.", m.Label, max(previous, seen))
	default:
		s.d.remark(schema.Info, schema.NumberingGap, m.Range, "The label %s goes back behind %d.", m.Label, max(previous, seen))
	}
}
