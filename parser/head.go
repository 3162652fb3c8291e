package parser

import (
	"regexp"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// Head is where the elements of GB/T 9704-2012, clause 7, stand in the reading text.
// Ranges are empty, lists nil, where the notice has no such element.
type Head struct {
	Fields      []block.Field   // the site's page head
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

// title finds the title between i and end and returns the line behind it, or i.
func (s *structure) title(i, end int) int {
	for n := i; n < end; n++ {
		if s.lines[n].kind == lineNumber || s.fieldLine(&s.lines[n]) || s.redLine(&s.lines[n]) {
			continue
		}
		if list, colon := strings.CutSuffix(string(s.lines[n].key), ":"); colon && n > 0 && s.lines[n-1].kind == lineNumber && addressed(list) {
			break // the notice has no title
		}
		s.letterhead(&s.lines[n])
		if s.splitTitle(n) {
			end++
		}
		count := s.titleAt(n)
		for count > 1 && (s.beginsTitle(n+1) && !s.beginsTitle(n) || len(s.lines[n].key) < 3) {
			n, count = n+1, count-1 // a line of the page stands before the title
		}
		if count == 0 || n+count > end {
			if s.lines[n].kind == lineBody && len(s.lines[n].key) > 90 {
				break // prose: the title is missing
			}
			continue
		}
		if m := s.laterTitle(n+count, end); m > 0 {
			n, count = m, s.titleAt(m) // the site's own heading stands above it
		}
		for _, l := range s.lines[i:n] {
			if l.kind == lineNumber {
				s.mark(&l)
			}
		}
		s.d.Head.Title = s.bareTitle(s.ranges(n, n+count))
		return s.repeated(n+count, end)
	}
	return i
}

// laterTitle returns the line of an official title between a document number behind line i and
// the addressees; 0 where none stands there.
func (s *structure) laterTitle(i, end int) int {
	for i < end && s.fieldLine(&s.lines[i]) {
		i++
	}
	if i >= end || s.lines[i].kind != lineNumber {
		return 0
	}
	n := i + 1
	count := s.titleAt(n)
	if count == 0 || n+count >= len(s.lines) || !isOfficial(DocumentType(s.key(s.ranges(n, n+count)))) {
		return 0
	}
	if list, colon := strings.CutSuffix(string(s.lines[n+count].key), ":"); colon && addressed(list) {
		return n
	}
	return 0
}

// beginsTitle reports whether a title begins on line n: with the organ that issues the
// notice, or with 关于.
func (s *structure) beginsTitle(n int) bool {
	before, _, ok := strings.Cut(string(s.lines[n].key), "关于")
	return ok && (before == "" || isOrgan(before)) || isOrgan(string(s.lines[n].key))
}

// titleAt returns how many lines from i on are one title; 0 where none stands there.
// Lines are joined until they end in a kind of document. A title with 关于 is an
// official document's own and ends in one of their kinds: 关于规范|有序发展的意见.
func (s *structure) titleAt(i int) int {
	var joined []rune
	found, limit := 0, i+maxTitleLines
	for n := i; n < len(s.lines) && n < limit && s.lines[n].titleLike(); n++ {
		if isOrgan(string(s.lines[n].key)) && limit < i+maxOrganLines {
			limit++ // one of several that issue the notice together
		}
		if _, ok := markerAt(s.d.Folded, s.lines[n].Start, s.lines[n].End); ok {
			break
		}
		if slices.Contains(s.lines[n].key, ':') && (n > i || DocumentType(string(s.lines[n].key)) == "") {
			break // a label and its value
		}
		joined = append(joined, s.lines[n].key...)
		switch kind := DocumentType(string(joined)); {
		case kind == "":
			continue
		case isOfficial(kind):
			return s.withVersion(n+1) - i
		case found == 0:
			found = n - i + 1
		}
		if !slices.Contains(joined, '关') {
			break
		}
	}
	if found == 0 {
		return 0
	}
	return s.withVersion(i+found) - i
}

// maxTitleLines bounds the lines of a title, maxOrganLines those with the organs before it.
const (
	maxTitleLines = 5
	maxOrganLines = 24
)

// repeated passes over a title that is printed a second time.
func (s *structure) repeated(i, end int) int {
	want := s.key(s.d.Head.Title)
	for n := i; n < end && n < i+12; n++ {
		var joined []rune
		for m := n; m < end && m < n+5 && s.lines[m].titleLike(); m++ {
			joined = append(joined, s.lines[m].key...)
			if string(joined) == want {
				for _, l := range s.lines[i:n] {
					s.fieldLine(&l)
					if l.kind == lineNumber {
						s.mark(&l)
					}
				}
				s.d.Head.Title = s.ranges(n, m+1)
				return m + 1
			}
		}
	}
	return i
}

// numberTail is a document number at the end of a title that lost its line break.
var numberTail = regexp.MustCompile(`[\p{Han}]{1,12}[\[(](?:19|20)\d{2}[\])]\d{1,5}号$`)

// splitTitle cuts a title line in two where a document number is glued to its end.
func (s *structure) splitTitle(i int) bool {
	l := &s.lines[i]
	if l.kind != lineBody || len(l.key) >= keyLimit || !slices.Contains(l.key, '号') {
		return false
	}
	key := string(l.key)
	loc := numberTail.FindStringIndex(key)
	if loc == nil {
		return false
	}
	cut := 0
	for at, r := range key {
		kind := DocumentType(key[:at])
		if at < loc[0] || kind == "" || r == '的' {
			continue
		}
		if cut == 0 {
			cut = at
		}
		if isOfficial(kind) {
			cut = at
			break
		}
	}
	if cut > 0 {
		s.split(i, s.placeOf(l, len([]rune(key[:cut]))))
	}
	return cut > 0
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
	rest := line{Range: block.Range{Start: cut, End: l.End}}
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
