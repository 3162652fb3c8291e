package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
)

// A text that lost its line breaks has its head in one line: letterhead, number, title,
// addressees, letter, list of attachments, signature and date, and what is attached.
// Here such a line is cut where the breaks were.

// flatHead bounds the head of such a line, in code points.
const flatHead = 700

// numberWithin is a document number between its neighbours.
var numberWithin = pattern.Of(`\p{Han}{1,40}\s*[\[](?:19|20)\d{2}\s*[\]]\s*\d{1,5}\s*号`)

// cutHead cuts the line at i behind each element of a head that it begins with, and
// reports whether it did.
func (s *structure) cutHead(i int) bool {
	count := len(s.lines)
	if !s.cutNumber(i) {
		s.cutAddressees(i)
		return len(s.lines) > count
	}
	for n := i; n < i+len(s.lines)-count+1 && n < len(s.lines); n++ {
		s.cutAddressees(n)
	}
	return len(s.lines) > count
}

// cutNumber cuts a line around the document number within its head: behind the title
// (…的通知云政发〔2023〕6号各县…), behind 文件, or at the line's beginning.
func (s *structure) cutNumber(i int) bool {
	l := s.lines[i]
	if l.kind != lineBody {
		return false
	}
	text := string(s.d.Folded[l.Start:min(l.End, l.Start+flatHead)])
	head, _, _ := strings.Cut(text, "。")
	if !strings.Contains(head, "[") {
		return false
	}
	loc := numberWithin().FindStringIndex(head)
	if loc == nil {
		return false
	}
	cut := codeBegins(head, loc[0], loc[1])
	if cut < 0 {
		return false
	}
	at := func(n int) int { return l.Start + len([]rune(text[:n])) }
	if rest := strings.TrimSpace(text[loc[1]:]); rest != "" {
		q := strings.IndexByte(rest, ':')
		if q < 0 || strings.Contains(rest[:q], "。") {
			return false
		}
		if !strings.HasSuffix(strings.TrimSpace(head[:cut]), "文件") && !(lexicon.Addressed().Begins(rest) && addressed(rest[:q])) {
			return false
		}
		s.split(i, at(loc[1]))
	}
	if cut > 0 {
		s.split(i, at(cut))
	}
	return true
}

// codeBegins returns where the code of the document number within bytes from to end of a head
// begins: behind a letterhead or a title, else at the beginning of the line; -1 for none.
func codeBegins(head string, from, end int) int {
	for at, r := range head[from:end] {
		if r == '[' {
			break
		}
		before := strings.TrimSpace(head[:from+at])
		if strings.HasSuffix(before, "文件") || isOfficial(DocumentType(before)) && balanced(before) && !strings.ContainsRune("的建", r) {
			return from + at
		}
	}
	if code, _, _ := strings.Cut(head[from:end], "["); strings.TrimSpace(head[:from]) == "" && len([]rune(code)) <= maxCode {
		return from
	}
	return -1
}

// maxCode bounds the 机关代字 of a document number.
const maxCode = 12

// cutAddressees cuts a line that begins with a title or addressees behind each of them.
func (s *structure) cutAddressees(i int) {
	l := s.lines[i]
	if l.kind != lineBody {
		return
	}
	text := string(s.d.Folded[l.Start:min(l.End, l.Start+flatHead)])
	q := strings.IndexByte(text, ':')
	if q < 0 || strings.Contains(text[:q], "。") || q+1 == len(text) && !strings.Contains(text, "关于") {
		return
	}
	cut := -1
	for at := range text[:q] {
		list := strings.TrimSpace(text[at:q])
		if at > 0 && !lexicon.Addressed().Begins(list) {
			continue
		}
		title := strings.TrimSpace(text[:at])
		if kind := DocumentType(title); at == 0 && lexicon.Addressed().Begins(list) && !strings.Contains(list, "关于") && addressed(list) ||
			isOfficial(kind) && strings.Contains(title, "关于") && balanced(title) && addressed(list) {
			cut = at
			break
		}
	}
	if cut < 0 {
		return
	}
	at := func(n int) int { return l.Start + len([]rune(text[:n])) }
	if q+1 < len(text) && (l.Len() > flatHead || signedDate().MatchString(text[q:])) && s.split(i, at(q+1)) {
		s.cutSigned(i+1, text[:cut])
	}
	if cut > 0 {
		s.split(i, at(cut))
	}
}

// cutSigned cuts the letter on line i, whose title is given, before and behind its
// signature, and the rest at the titles that the letter names.
func (s *structure) cutSigned(i int, title string) {
	l := s.lines[i]
	text := string(s.d.Folded[l.Start:min(l.End, l.Start+4*flatHead)])
	for _, m := range signedDate().FindAllStringIndex(text, 8) {
		begin := strings.LastIndexAny(text[:m[0]], "。)")
		if begin < 0 || beginsWith(text[m[1]:], []string{"印", "起", "前", "后", "至", "以", "的", "、", ",", "。", "召"}) {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[begin:])
		begin += size
		if issuer := s.heads(i, title); issuer != "" && strings.HasSuffix(text[:m[0]], issuer) {
			begin = m[0] - len(issuer)
		}
		organ := []rune(text[begin:m[0]])
		if len(organ) < 4 || len(organ) > 120 || !isOrgan(string(organ)) || !strings.Contains(title, string(organ[:4])) && !s.named(i, string(organ)) {
			continue
		}
		at := func(n int) int { return l.Start + len([]rune(text[:n])) }
		s.cutSent(i, at(m[1]), l.End, text[:begin], title)
		s.split(i, at(m[0]))
		s.split(i, at(begin))
		if note := strings.LastIndex(text[:begin], "附件:"); note > 0 {
			s.split(i, at(note))
		}
		return
	}
}

// heads returns the organ that a title begins with, else that of the letterhead above line i.
func (s *structure) heads(i int, title string) string {
	if issuer, _, _ := strings.Cut(title, "关于"); issuer != "" {
		return issuer
	}
	for _, l := range s.lines[:i] {
		if organ, ok := strings.CutSuffix(string(l.key), "文件"); ok && isOrgan(organ) {
			return organ
		}
	}
	return ""
}

// named reports whether a line above i names an organ: the letterhead.
func (s *structure) named(i int, organ string) bool {
	for _, l := range s.lines[:i] {
		if strings.Contains(string(l.key), organ) {
			return true
		}
	}
	return false
}

// signedDate is the date of a signature.
var signedDate = pattern.Of(`\d{4}年\d{1,2}月\d{1,2}日`)

// listed are the titles of a list of attachments in one line.
var listed = pattern.Of(`\d{1,2}[.,、]`)

// cutSent cuts line i at what stands from begin on: a note in brackets, the attachments
// that the letter lists, or the document that the title names.
func (s *structure) cutSent(i, begin, end int, letter, title string) {
	text := string(s.d.Folded[begin:end])
	var cuts []int
	if strings.HasPrefix(text, "(") {
		if n := strings.IndexByte(text, ')'); n > 0 && n < 90 {
			cuts = append(cuts, n+1)
		}
	}
	if _, name, ok := strings.Cut(title, "《"); ok {
		if name, _, ok := strings.Cut(name, "》"); ok && strings.HasPrefix(text, name) {
			cuts = append(cuts, len(name))
		}
	}
	if _, note, ok := strings.Cut(letter, "附件:"); ok {
		for n, name := range listed().Split(note, -1)[1:] {
			head := "附件" + string(rune('1'+n))
			at := strings.Index(text, head+name)
			if at < 0 && n == 0 { // the first lost its number
				head = "附件"
				at = strings.Index(text, head+name)
			}
			if n < 9 && at >= 0 {
				cuts = append(cuts, at, at+len(head), at+len(head)+len(name))
			}
		}
	}
	if len(cuts) == 0 {
		cuts = sentHeads(text)
	}
	for k := len(cuts) - 1; k >= 0; k-- {
		if at := begin + len([]rune(text[:cuts[k]])); cuts[k] > 0 && at < s.lines[i].End && at > s.lines[i].Start {
			s.split(i, at)
		}
	}
	s.split(i, begin)
}

// balanced reports whether every 《 of a text is closed.
func balanced(text string) bool { return strings.Count(text, "《") == strings.Count(text, "》") }

// cutHeads cuts the lines that a head may begin with.
func (s *structure) cutHeads() {
	for i := 0; i < len(s.lines) && i < flatLines; i++ {
		if l := s.lines[i]; l.Len() > 0 && l.grid == nil && s.cutHead(i) {
			return
		}
	}
}

// flatLines is how many lines may stand before such a head.
const flatLines = 4
