package parser

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
)

// paragraph cuts a paragraph at the labels in it and places each piece.
func (s *structure) paragraph(r block.Range) {
	text := s.d.Folded
	begin := r.Start
	m, ok := s.opens(r)
	if ok = ok && (s.box == nil || m.Kind == Box); ok {
		s.enterBox(m, r)
		begin = s.place(m)
	} else {
		s.begin(block.Range{Start: begin, End: begin})
	}
	if s.box != nil {
		s.end(trim(text, block.Range{Start: begin, End: r.End}))
		return
	}
	for i := begin; i < r.End; i++ {
		if !label.MayBegin(text[i]) {
			i = skipBracket(text, i, r.End)
			continue
		}
		m, ok := label.At(text, i, r.End)
		if !ok || !s.continues(m, r) {
			if ok && m.Kind != Clause && m.Kind != Bracket {
				continue
			}
			i = skipBracket(text, i, r.End)
			continue
		}
		s.end(trim(text, block.Range{Start: begin, End: i}))
		begin = s.place(m)
		i = begin - 1
	}
	s.end(trim(text, block.Range{Start: begin, End: r.End}))
}

// maxInside is how far the end of a bracket is looked for.
const maxInside = 300

// skipBracket returns the end of the bracket that opens at i, or i: what stands inside of
// one, (见附件1)加强, is no label.
func skipBracket(text []rune, i, end int) int {
	if text[i] != '(' {
		return i
	}
	depth := 0
	for j := i; j < end && j < i+maxInside; j++ {
		switch text[j] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return i
}

// opens reads the label at the head of a paragraph.
func (s *structure) opens(r block.Range) (Marker, bool) {
	text := s.d.Folded
	m, ok := label.At(text, r.Start, r.End)
	if !ok {
		if m, ok = label.NounAt(text, r.Start, r.End); ok {
			return m, m.Kind == Box || s.survey.noun(m)
		}
		return m, false
	}
	switch {
	case !m.Doubtful:
		return m, m.Kind != Ordinal && !s.insideList(m) || s.follows(m)
	case m.Kind == Decimal:
		return m, s.survey.decimals
	case m.Kind == Numeral && text[m.End-1] == '、': // 1、2年内无…
		return m, m.Number == 1 || s.follows(m)
	case m.Kind == Numeral && text[m.End-1] != '。' && text[m.End-1] != ',': // 1 总则
		if s.survey.decimals && r.Len() <= maxTitle && s.nextChapter(m) {
			m.Kind, m.Outline = Decimal, []int{m.Number}
			return m, true
		}
		return m, false
	}
	return m, s.follows(m)
}

// insideList reports whether a part's label goes on with a list whose first members stand inside the paragraph
// before it, ①…②…⏎③…, and are no items.
func (s *structure) insideList(m Marker) bool {
	if !m.Kind.Part() || m.Number < 2 || len(s.stack) == 0 || s.depth(m.Kind) >= 0 {
		return false
	}
	own := s.stack[len(s.stack)-1].Own
	before := own[len(own)-1]
	for i := before.Start; i < before.End; i++ {
		if !label.MayBegin(s.d.Folded[i]) {
			continue
		}
		if other, ok := label.At(s.d.Folded, i, before.End); ok && other.Kind == m.Kind && other.Number == m.Number-1 {
			return true
		}
	}
	return false
}

// follows reports whether a label goes on with the numbering of an open item.
func (s *structure) follows(m Marker) bool {
	d := s.depth(m.Kind)
	return m.Kind == Ordinal && m.Number == 1 || d >= 0 && s.stack[d].Marker.Number+1 == m.Number
}

// nextChapter reports whether a number is the next one of the outermost level of a decimal
// outline.
func (s *structure) nextChapter(m Marker) bool {
	for _, it := range s.stack {
		if it.Marker.Kind == Decimal && len(it.Marker.Outline) == 1 {
			return m.Number == it.Marker.Number+1
		}
	}
	return m.Number == 1 || m.Number == s.last[Decimal]+1 || s.last[Decimal] == 0
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
