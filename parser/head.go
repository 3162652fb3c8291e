package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// Head is where the elements of GB/T 9704-2012, clause 7, stand in the reading text.
// Ranges are empty, lists nil, where the notice has no such element.
type Head struct {
	Fields      []block.Field   // the site's page head
	Links       []block.Link    // of a page, to the files that go with the notice
	Title       []block.Range   // 标题, line by line
	Number      block.Range     // 发文字号
	Addressees  block.Range     // 主送机关, without the colon
	Preamble    []block.Range   // paragraphs between addressees and signature
	Signature   []block.Range   // 发文机关署名
	Imprint     block.Range     // the organ of a letterhead (…文件) or of a cover page
	Date        block.Range     // 成文日期
	Note        block.Range     // 附注
	Attachments [][]block.Range // 附件说明: the lines of each title, without number
	Enclosure   []block.Range   // title of the document that the notice encloses
}

// headLimit is how many lines may stand before the first numbered item.
const headLimit = 60

// head reads the lines before the body and returns where the body begins.
func (s *structure) head() int {
	i := s.fields(0)
	if i < len(s.lines) && s.lines[i].kind == lineAttachmentHead && s.titleAt(i+1) > 0 {
		i++ // the file is only an attachment: its title is the document's own
	}
	begin := s.bodyStart(i)
	count := len(s.lines)
	i = s.title(i, begin)
	begin += len(s.lines) - count // a title may have lost its break
	for i < begin {
		l := &s.lines[i]
		switch {
		case l.note:
			s.remarked(l)
			i++
		case s.fieldLine(l), s.redLine(l), s.promulgated(l):
			i++
		case l.kind == lineNumber || l.kind == lineNote:
			s.mark(l)
			i++
		case l.kind == lineDate:
			i = s.closing(i)
		case l.kind == lineAttachmentNote:
			i = s.attachmentNote(i)
		case s.addressees(l):
			i = s.keepRest(i)
		default:
			if n := s.signature(i); n > 0 {
				i = s.closing(i + n)
			} else if n := s.enclosureAt(i); n > 0 {
				s.d.Head.Enclosure = s.ranges(i, i+n)
				i += n
			} else if s.isNews(i) {
				begin -= s.dropNews(i)
			} else if s.imprint(l) {
				i++
			} else {
				s.preamble(l)
				i++
			}
		}
	}
	return i
}

// bodyStart returns the first line from i on that begins a numbered item, a table that
// stands behind the title, an attachment, or another notice that this one sends.
func (s *structure) bodyStart(i int) int {
	dated := false
	for n := i; n < len(s.lines) && n < i+headLimit; n++ {
		if s.lines[n].section != s.lines[i].section {
			return n
		}
		switch l := &s.lines[n]; l.kind {
		case lineTable, lineAttachmentHead:
			return n
		case lineDate:
			dated = true
		case lineBody:
			if dated && s.sentNotice(n) {
				return n
			}
			if _, ok := markerAt(s.d.Folded, l.Start, l.End); ok {
				return n
			}
		case lineAttachmentNote:
			n = s.noteEnd(n) - 1
		}
	}
	return min(len(s.lines), i+headLimit)
}

// placeOf returns where the nth rune of the line's key stands in the text.
func (s *structure) placeOf(l *line, n int) int {
	for i := l.Start; i < l.End; i++ {
		if !isBlank(s.d.Folded[i]) {
			if n == 0 {
				return i
			}
			n--
		}
	}
	return l.End
}

// split cuts the line at i in two at a place of the text. It reports whether the second is a line: noise is dropped.
func (s *structure) split(i, cut int) bool {
	l := s.lines[i]
	rest := line{Range: block.Range{Start: cut, End: l.End}, section: l.section}
	l.End = cut
	s.classify(&l)
	s.classify(&rest)
	s.lines[i] = l
	if rest.kind == lineNoise {
		return false
	}
	s.lines = slices.Insert(s.lines, i+1, rest)
	return true
}

// preamble keeps a paragraph of the head: before the signature it is the notice's own
// text, behind it that of the enclosed document. Where the paragraph carries numbered
// items without a line break, those are placed.
func (s *structure) preamble(l *line) {
	h := &s.d.Head
	if l.Len() > 0 {
		s.paragraph(l.Range)
	}
	if len(s.stack) == 0 && len(h.Enclosure) == 0 && h.Date.Len() == 0 {
		h.Preamble = append(h.Preamble, l.Range)
	}
}

// enclosureAt returns how many lines from i on are the title of the enclosed document,
// as the notice's title names it, or as it stands behind signature or note.
func (s *structure) enclosureAt(i int) int {
	if s.d.Head.Enclosure != nil {
		return 0
	}
	n := s.enclosedTitleAt(i)
	if n == 0 {
		return 0
	}
	name := strings.Trim(s.key(s.ranges(i, i+n)), "《》")
	title := s.key(s.d.Head.Title)
	if s.d.Head.Date.Len() > 0 || s.d.Head.Note.Len() > 0 || strings.Contains(title, name) {
		return n
	}
	return 0
}

// mark keeps a line that its looks alone explain. The first one of each kind counts.
func (s *structure) mark(l *line) {
	h := &s.d.Head
	target := map[lineKind]*block.Range{lineNumber: &h.Number, lineDate: &h.Date, lineNote: &h.Note}[l.kind]
	if target != nil && target.Len() == 0 {
		*target = l.Range
	}
}

func (s *structure) ranges(i, j int) []block.Range {
	var out []block.Range
	for _, l := range s.lines[i:j] {
		out = append(out, l.Range)
	}
	return out
}

// key returns the folded text of ranges without white space.
func (s *structure) key(ranges []block.Range) string {
	var out []rune
	for _, r := range ranges {
		out = append(out, squeeze(s.d.Folded[r.Start:r.End], keyLimit)...)
	}
	return string(out)
}
