package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
)

// attachmentNote reads a 附件说明 that begins at line i and returns the line behind it.
// A single title with a text of its own below it is the head of that attachment.
func (s *structure) attachmentNote(i int) int {
	end := s.noteEnd(i)
	if s.headsAttachment(i, end) || s.numberAlone(i) {
		return s.attachment(i)
	}
	for n := i; n < end; n++ {
		s.noteLine(&s.lines[n])
	}
	return end + s.undated(end)
}

// noteEnd returns the line behind the 附件说明 that begins at line i: numbered lines in
// sequence, 附件2：… lines, and wrapped ends of titles.
func (s *structure) noteEnd(i int) int {
	want := 2
	if m, _, ok := s.noteNumber(&s.lines[i]); ok {
		want = m + 1
	} else if s.bareNote(&s.lines[i]) {
		want = 1
	}
	n := i + 1
	for ; n < len(s.lines); n++ {
		l := &s.lines[n]
		if l.kind == lineAttachmentNote {
			want++
			continue
		}
		if l.kind != lineBody || len(l.key) > 60 {
			break
		}
		if subNumber(l.key) > 0 {
			continue
		}
		if m, ok := markerAt(s.d.Folded, l.Start, l.End); ok {
			if m.Kind != Numeral || m.Number != want {
				break
			}
			want++
			continue
		}
		if !s.wraps(n) || s.listed(i, n) {
			break
		}
	}
	return n
}

// subNumbered begins the title of a part of an attachment: 6-1.丙.
var subNumbered = pattern.Of(`^\d{1,2}-\d{1,2}[.、:]`)

// subNumber returns the length of a number such as 6-1. at the beginning of a key, 0 for none.
func subNumber(key []rune) int { return len(subNumbered().FindString(string(key[:min(len(key), 8)]))) }

// maxListedNotes bounds how far back the head of an attachment is looked for.
const maxListedNotes = 60

// listed reports whether line n is the head of an attachment that lines i to n list: no end of
// a title goes on there, the attachment begins.
func (s *structure) listed(i, n int) bool {
	for _, l := range s.lines[max(i, n-maxListedNotes):n] {
		if strings.HasSuffix(string(l.key), string(s.lines[n].key)) {
			return true
		}
	}
	return false
}

// wraps reports whether line n is the wrapped end of the title on the line before it.
func (s *structure) wraps(n int) bool {
	previous := string(s.lines[n-1].key)
	return len(s.lines[n].key) <= 20 && s.lines[n].titleLike() && !isOrgan(string(s.lines[n].key)) &&
		DocumentType(previous) == "" && len(previous) > 0 && !s.bareNote(&s.lines[n-1])
}

// bareNote reports whether the line is 附件： alone.
func (s *structure) bareNote(l *line) bool { return len(l.key) <= 3 && l.key[len(l.key)-1] == ':' }

// noteNumber returns the number of a note line, 附件：1.… or 附件1：…, and where its title begins.
func (s *structure) noteNumber(l *line) (number, begin int, ok bool) {
	text := s.d.Folded
	i := skipBlank(text, l.Start+1, l.End) // behind 附
	if i < l.End && (text[i] == '件' || text[i] == '表' || text[i] == '录') {
		i = skipBlank(text, i+1, l.End)
	}
	n, j := label.Number(text, i, l.End)
	for j < l.End && (isBlank(text[j]) || text[j] == ':' || text[j] == '.' || text[j] == '、') {
		j++
	}
	if n > 0 {
		return n, j, true
	}
	if m, is := markerAt(text, min(j, l.End-1), l.End); is && m.Kind == Numeral {
		return m.Number, m.End, true
	}
	if n, end := label.Number(text, j, l.End); n > 0 && end < l.End && text[end] == ',' { // misprinted: 1,云溪市步道清单
		return n, end + 1, true
	}
	return 1, j, false
}

// noteLine keeps the titles of one line of a 附件说明. Several may stand on it: 附件：1.A 2.B.
func (s *structure) noteLine(l *line) {
	text := s.d.Folded
	h := &s.d.Head
	var begin, number int
	if l.kind == lineAttachmentNote {
		number, begin, _ = s.noteNumber(l)
	} else if n := subNumber(l.key); n > 0 {
		begin = s.placeOf(l, n)
	} else if m, ok := markerAt(text, l.Start, l.End); ok {
		number, begin = m.Number, m.End
	} else {
		h.continueAttachment(l.Range)
		return
	}
	for i := begin; i < l.End; i++ {
		if m, ok := markerAt(text, i, l.End); ok && m.Kind == Numeral && m.Number == number+1 && i > begin && !isDigit(text[i-1]) {
			h.addAttachment(text, trim(text, block.Range{Start: begin, End: i}))
			begin, number, i = m.End, m.Number, m.End-1
		}
	}
	h.addAttachment(text, trim(text, block.Range{Start: begin, End: l.End}))
}

// fileEnding is what is left of the name of a file, 附件.rar, that is no title.
var fileEnding = pattern.Of(`^[a-zA-Z]{2,5}\d?$`)

// addAttachment keeps a title of the list. A page prints its files below the list of the notice: their names
// count only where no title stands before them.
func (h *Head) addAttachment(text []rune, r block.Range) {
	key := func(r block.Range) string { return string(squeeze(text[r.Start:r.End], keyLimit)) }
	if r.Len() == 0 || fileEnding().MatchString(key(r)) {
		return
	}
	if len(h.Attachments) > 0 && fileName().MatchString(key(r)) && !fileName().MatchString(key(h.Attachments[0][0])) {
		return
	}
	h.Attachments = append(h.Attachments, []block.Range{r})
}

// continueAttachment adds a line to the last title, or begins the first one, whose number stood alone on the line before.
func (h *Head) continueAttachment(r block.Range) {
	if n := len(h.Attachments); n > 0 {
		h.Attachments[n-1] = append(h.Attachments[n-1], r)
	} else {
		h.Attachments = [][]block.Range{{r}}
	}
}

// attachmentSection takes a last section that only lists the attachments (六、附件) out of the
// outline and keeps its titles.
func (s *structure) attachmentSection(p *Part) {
	n := len(p.Items) - 1
	if n < 0 || p.Attachment && len(s.d.Head.Attachments) > 0 {
		return
	}
	last := p.Items[n]
	if len(last.Own) != 1 || len(last.Children) == 0 || len(last.Tables) > 0 {
		return
	}
	if key := s.key(last.Own); key != "附件" && key != "附件:" {
		return
	}
	for _, c := range last.Children {
		if len(c.Own) != 1 || len(c.Children)+len(c.Tables) > 0 {
			return
		}
	}
	for _, c := range last.Children {
		s.d.Head.addAttachment(s.d.Folded, c.Own[0])
	}
	p.Items = p.Items[:n]
}

// headsAttachment reports whether the note lines i to end are no list but the head of
// an attachment: one title, with a table, numbered items or prose below it.
func (s *structure) headsAttachment(i, end int) bool {
	if end != i+1 || end >= len(s.lines) || s.bareNote(&s.lines[i]) {
		return false
	}
	l := &s.lines[end]
	if s.signature(end) > 0 {
		return false
	}
	return l.kind == lineTable || l.kind == lineBody && (s.d.Head.Date.Len() > 0 || len(s.part.Items) > 0)
}

// numberAlone reports whether line i is nothing but the number of an attachment, 附件一：, and stands behind
// the signature: its title is on the next line.
func (s *structure) numberAlone(i int) bool {
	l := &s.lines[i]
	_, begin, ok := s.noteNumber(l)
	return ok && l.kind == lineAttachmentNote && s.d.Head.Date.Len() > 0 && skipBlank(s.d.Folded, begin, l.End) == l.End
}

// attachment opens the attachment whose head is line i: 附件1, its title on the same
// line or on the next ones. It returns the line behind the title.
func (s *structure) attachment(i int) int {
	p := &Part{Attachment: true}
	l := &s.lines[i]
	n := i + 1
	if l.kind == lineAttachmentNote && !s.numberAlone(i) {
		_, begin, _ := s.noteNumber(l)
		p.Title = append(p.Title, trim(s.d.Folded, block.Range{Start: begin, End: l.End}))
	} else {
		for n < len(s.lines) && n < i+4 && s.titlePart(n) && (s.lines[n].key[0] == '(' || !wholeTitle(s.key(p.Title))) {
			p.Title = append(p.Title, s.lines[n].Range)
			n++
		}
	}
	s.open(p)
	return n
}

// wholeTitle reports whether the key of a title ends in the kind of a document or of a form, so that
// nothing of it stands on the next line.
func wholeTitle(key string) bool {
	key = strings.TrimSuffix(key, ")") // 公示(模板)
	return DocumentType(key) != "" || lexicon.Forms().Ends(key) || lexicon.IdleDocuments().Ends(key) || lexicon.NameLists().Ends(key)
}

// titlePart reports whether line n goes on with an attachment's title.
func (s *structure) titlePart(n int) bool {
	l := &s.lines[n]
	if !l.titleLike() || len(l.key) > 60 || slices.Contains(l.key, ':') {
		return false
	}
	_, numbered := markerAt(s.d.Folded, l.Start, l.End)
	return !numbered
}
