package parser

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
)

// signedTail is a date, and perhaps a note or the word of the printing line, at the end of a
// paragraph that lost its line breaks.
var signedTail = pattern.Of(`\s*((?:\d{4}|[〇零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)(\([^。]{2,20}\)|印发)?\s*$`)

// splitEnds cuts signatures off the ends of paragraphs, and the attachments that are listed
// before them.
func (s *structure) splitEnds() {
	for i := 0; i < len(s.lines); i++ {
		l := &s.lines[i]
		if l.kind != lineBody || l.Len() < 60 || !slices.Contains([]rune{'日', ')', '发'}, s.d.Folded[l.End-1]) {
			continue
		}
		from := max(l.Start, l.End-maxTail)
		if !slices.Contains(s.d.Folded[from:l.End], '日') {
			continue
		}
		tail := string(s.d.Folded[from:l.End])
		m := signedTail().FindStringSubmatchIndex(tail)
		if m == nil {
			continue
		}
		begin := s.signer(i, tail[:m[0]])
		if begin <= 0 {
			continue
		}
		at := func(n int) int { return from + len([]rune(tail[:n])) }
		if m[4] >= 0 {
			s.split(i, at(m[4]))
		}
		s.split(i, at(m[2]))
		if !s.split(i, at(begin)) {
			continue
		}
		if signed := s.lines[i+1]; !isOrgan(string(signed.key)) && s.d.Head.Signature == nil {
			s.sign([]line{signed}) // what the page left of it
			s.lines = slices.Delete(s.lines, i+1, i+2)
		}
		if note := strings.LastIndex(tail[:begin], "附件"); note > 0 && strings.ContainsAny(lastRune(tail[:note]), "。)") {
			s.split(i, at(note))
		}
	}
}

// maxTail bounds the end of a paragraph that is looked at, with a list of attachments.
const maxTail = 300

// lastRune returns the last character of a text without white space at its end.
func lastRune(text string) string {
	text = strings.TrimSpace(text)
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// signer returns where in a text that a date follows the name of the organ begins that signs it:
// the issuer that the title begins with, or what stands behind the last
// sentence, where it is an organ or as much of the issuer's name as the page left; 0 for none.
func (s *structure) signer(i int, text string) int {
	issuer := s.titleIssuer(i)
	for r := []rune(issuer); len(r) > minSigner; r = r[:len(r)-1] { // of several, the first may print it
		if organ := string(r); strings.HasSuffix(text, organ) && isOrgan(organ) {
			return len(text) - len(organ)
		}
	}
	begin := strings.LastIndexAny(text, "。)")
	if begin < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[begin:])
	begin += size
	name := strings.TrimSpace(text[begin:])
	key := strings.ReplaceAll(name, " ", "")
	if n := utf8.RuneCountInString(name); n < minSigner || n > 32 || strings.HasPrefix(key, "附件") || strings.ContainsAny(name, ";,") {
		return 0
	}
	if lexicon.SignerEnds().Ends(key) || strings.HasPrefix(issuer, key) && 2*len(key) > len(issuer) {
		return begin
	}
	return 0
}

// minSigner is the least length of a signature.
const minSigner = 3

// titleIssuer returns the organ that a title on line i or above begins with, before 关于.
func (s *structure) titleIssuer(i int) string {
	for _, l := range s.lines[:min(i+1, flatLines+4)] {
		if organ, _, ok := strings.Cut(string(l.key), "关于"); ok && l.kind == lineBody && isOrgan(organ) {
			return organ
		}
	}
	return ""
}

// signature returns how many lines from i on are a signature: short names of organs
// right before a date. A date on the same line is cut off.
func (s *structure) signature(i int) int {
	for n := i; n < len(s.lines) && n < i+12; n++ {
		l := &s.lines[n]
		if l.kind == lineDate && n > i {
			s.sign(s.lines[i:n])
			return n - i
		}
		if l.kind != lineBody || len(l.key) > 60 || slices.Contains(l.key, ';') || slices.Contains(l.key, '。') {
			return 0
		}
		if _, ok := markerAt(s.d.Folded, l.Start, l.End); ok { // an item that ends in a name and a date
			return 0
		}
		if cut := dateTail(l.key); cut > 0 && isOrgan(string(l.key[:cut])) && !s.another(l.key[:cut]) {
			s.split(n, s.placeOf(l, cut))
			continue
		}
		if s.another(l.key) || !isOrgan(bracketless(string(l.key))) && !s.nameGoesOn(n) {
			return 0
		}
	}
	return 0
}

// another reports whether a line that ends as a name does is text, where the notice is signed already: hardly a name has figures.
func (s *structure) another(key []rune) bool {
	return s.d.Head.Signature != nil && slices.ContainsFunc(key, isDigit)
}

// released is the last line of a page that says who released the notice, with what else the organ is in brackets, and when.
var released = pattern.Of(`^(\p{Han}{3,40}?(?:\(\p{Han}{3,30}\))?)(\d{4}年\d{1,2}月\d{1,2}日)发布(?:[。,].{0,40})?$`)

// release takes the last line of a page that says who released the notice and when,
// 云溪市水务局2026年3月17日发布。, as its signature and day of publication.
func (s *structure) release(i int) bool {
	if i != len(s.lines)-1 {
		return false
	}
	l := s.lines[i]
	m := released().FindStringSubmatchIndex(string(l.key))
	if m == nil {
		return false
	}
	if name, _, _ := strings.Cut(string(l.key)[:m[3]], "("); !isOrgan(name) {
		return false
	}
	at := func(n int) int { return s.placeOf(&l, utf8.RuneCountInString(string(l.key)[:n])) }
	day := trim(s.d.Folded, block.Range{Start: at(m[4]), End: at(m[5])})
	organ := line{Range: trim(s.d.Folded, block.Range{Start: l.Start, End: at(m[3])})}
	s.classify(&organ)
	s.sign([]line{organ})
	s.d.Head.Fields = append(s.d.Head.Fields, block.Field{Name: "发布日期", Value: day})
	return true
}

// undated returns how many lines from i on are a signature without a date: organs between the
// list of the attachments and the first of them.
func (s *structure) undated(i int) int {
	n := i
	for n < len(s.lines) && n < i+3 && s.lines[n].kind == lineBody && isOrgan(string(s.lines[n].key)) {
		n++
	}
	if n == i || n == len(s.lines) || s.lines[n].kind != lineAttachmentHead {
		return 0
	}
	s.sign(s.lines[i:n])
	return n - i
}

// nameGoesOn reports whether line n is the beginning of an organ's name that goes on in the next
// line: 云溪市制造业发展(数字经济)⏎领导小组办公室.
func (s *structure) nameGoesOn(n int) bool {
	if n+1 >= len(s.lines) || s.lines[n+1].kind != lineBody || strings.ContainsAny(string(s.lines[n].key), "。,;:") {
		return false
	}
	next := string(s.lines[n+1].key)
	return lexicon.NameEnds().Begins(next) && isOrgan(next)
}

// sign keeps the lines of a signature. The first one of a notice counts; what stands as another closes its part.
func (s *structure) sign(lines []line) {
	if s.d.Head.Signature != nil {
		for _, l := range lines {
			s.part.Closing = append(s.part.Closing, l.Range)
		}
		return
	}
	joined := false // the line goes on with the name on the one before
	for _, l := range lines {
		h := &s.d.Head
		switch n := len(h.Signature); {
		case n > 0 && (joined || l.key[0] == '('): // what else the organ is, in brackets
			h.Signature[n-1].End = l.End
		case l.key[0] != '(':
			h.Signature = append(h.Signature, l.Range)
		}
		joined = !isOrgan(bracketless(string(l.key)))
	}
}

// bracketless returns what a line in brackets holds: (云溪市防汛指挥部办公室) below the
// organ whose office it is.
func bracketless(key string) string {
	if bare := strings.TrimSuffix(key, "(代章)"); bare != "" {
		key = bare // another seal stands for the organ's
	}
	if inner, ok := strings.CutPrefix(key, "("); ok && strings.HasSuffix(inner, ")") {
		return strings.TrimSuffix(inner, ")")
	}
	return key
}

// isOrgan reports whether a line is the name of an organ, and no place for one. A clause in brackets begins none: (市民政局负责)云溪市人民政府.
func isOrgan(key string) bool {
	if strings.HasPrefix(key, "(") || strings.Contains(key, "XX") { // XXX公司: to be filled in
		return false
	}
	if strings.ContainsAny(key, "。,;:《") && !strings.Contains(key, "人民政府") {
		return false
	}
	return lexicon.Signers().Ends(key)
}

// dateTail returns where a date at the end of a key begins; 0 without one.
func dateTail(key []rune) int {
	for i := max(1, len(key)-12); i < len(key)-5; i++ {
		if (isDigit(key[i]) || key[i] == '二') && !isDigit(key[i-1]) && datePattern().MatchString(string(key[i:])) {
			return i
		}
	}
	return 0
}
