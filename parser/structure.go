package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/schema"
)

// structure builds a Document's head and outline from its blocks.
type structure struct {
	d     *Document
	lines []line
	part  *Part   // the part being read
	stack []*Item // open items, outermost first
	last  [label.Kinds]int

	frames []block.Range // of the reading
	box    *openBox      // the box in a frame that is being read

	apart    sections
	survey   survey
	sections bool // sections, 一、, came before articles: they enclose them
}

func newStructure(d *Document, reading *block.Reading) *structure {
	s := &structure{d: d, frames: reading.Frames, apart: sections{list: reading.Sections}}
	d.Head.Fields, d.Head.Links = reading.Fields, reading.Links
	section := 0
	for _, b := range reading.Blocks {
		section = s.apart.of(b.Start, section)
		if b.Grid != nil && s.pageHead(b.Grid) || s.apart.heads(b, section) {
			continue
		}
		s.blank(b)
		if b.Grid != nil {
			s.add(line{Range: b.Range, grid: b.Grid, section: section})
			continue
		}
		for _, r := range s.pieces(b.Range) {
			s.add(line{Range: r, section: section, note: b.Note})
		}
	}
	s.dropFoot()
	s.dropContents()
	s.survey = look(d.Folded, s.lines)
	return s
}

// add appends a line, unless it is noise or goes on with the one before.
func (s *structure) add(l line) {
	s.classify(&l)
	goes, sure := false, false
	if n := len(s.lines); n == 0 || s.lines[n-1].section == l.section && !s.lines[n-1].note && !l.note {
		goes, sure = s.goesOn(&l)
	}
	if goes && !sure {
		s.d.Joins = append(s.d.Joins, l.Start)
		s.blankTo(s.lines[len(s.lines)-1].End, l.Start)
	}
	if goes {
		s.extend(&l)
	} else if l.kind != lineNoise {
		s.lines = append(s.lines, l)
	}
}

// blank folds what stands between the parts of a paragraph, a page number, to spaces.
func (s *structure) blank(b block.Block) {
	for n := 1; n < len(b.Parts); n++ {
		s.blankTo(b.Parts[n-1].End, b.Parts[n].Start)
	}
}

// blankTo folds what stands between two places to spaces.
func (s *structure) blankTo(i, j int) {
	for ; i < j; i++ {
		s.d.Folded[i] = ' '
	}
}

// build reads the head, then the body.
func (s *structure) build() {
	s.dropReport()
	s.cutHeads()
	s.splitEnds()
	s.part = &Part{}
	s.d.Parts = []*Part{s.part}
	for i := s.head(); i < len(s.lines); {
		i = s.body(i)
	}
	for _, p := range s.d.Parts {
		s.cutClosing(p)
		p.finish()
		s.attachmentSection(p)
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
	s.leaveBox(l.Start)
	s.enter(l)
	if l.note {
		s.remarked(l)
		return i + 1
	}
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
		if s.d.Head.Date.Len() > 0 && !s.part.Attachment && s.fieldLine(l) {
			return i + 1 // a page prints its head below the notice
		}
		if title, rest := s.nextNotice(i); title.Len() > 0 && (len(s.part.Items) > 0 || s.d.Head.Date.Len() > 0) && !s.ownTitle(title) {
			s.d.remark(schema.Warning, schema.SeveralNotices, title, "Another notice begins here; the metadata is that of the first.")
			s.open(&Part{Attachment: true, Notice: true, Title: []block.Range{title}})
			if rest.Len() == 0 && i+1 < len(s.lines) && s.lines[i+1].kind == lineBody {
				i++
				rest = s.lines[i].Range
			}
			if rest = s.behindAddressees(rest); rest.Len() > 0 {
				s.paragraph(rest)
			}
			return i + 1
		}
		if n := s.signature(i); n > 0 {
			return s.closing(i + n)
		}
		if s.release(i) {
			return i + 1
		}
		if s.isNews(i) {
			s.dropNews(i)
			return i
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
	if n := s.enclosedTitleAt(i); n > 0 && s.d.Head.Enclosure == nil {
		s.d.Head.Enclosure = s.ranges(i, i+n)
		s.open(&Part{})
		return i + n
	}
	return i
}

// open begins a new part.
func (s *structure) open(p *Part) {
	s.part, s.stack, s.last, s.sections, s.box = p, nil, [label.Kinds]int{}, false, nil
	s.d.Parts = append(s.d.Parts, p)
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
		end := n + 1
		if end < len(last.Own) && isVersion(squeeze(s.d.Folded[last.Own[end].Start:last.Own[end].End], keyLimit)) {
			end++
		}
		p := &Part{Attachment: true, Title: last.Own[begin:end:end], Loose: append([]block.Range{}, last.Own[end:]...)}
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

// table puts a table under the open item. The line above it, where it is short, is its
// caption and no paragraph any more.
func (s *structure) table(i int) {
	t := &Table{Range: s.lines[i].Range, Grid: s.lines[i].grid}
	if above := s.aboveTable(i); above != nil && above.titleLike() && len(above.key) <= 40 {
		t.Caption = above.Range
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
