package extract

import (
	"regexp"
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// maxCitation bounds the length of a title in 《》, in runes.
const maxCitation = 150

// cite finds what the text names of other documents and masks it, so that no number in
// a title or a document's number is read as a value.
func (x *extractor) cite() {
	s := x.stream
	at, own, reported := map[string]int{}, x.ownTitles(), x.reported()
	making := false
	for i := 0; i < s.Len(); i++ {
		switch r := s.Runes[i]; {
		case r == '《':
			end := s.Partner(i) + 1
			if end == 0 {
				continue
			}
			s.Mask(i, end)
			c, behind := x.citation(i, end)
			s.Mask(end, behind)
			making = x.beingMade(i, reported) || x.underWay(i, end) || making && continuesList(s, i)
			if s.Has(i-2, "简称") {
				own[titleKey(c.Title)] = true // it names a document again that was named before
			}
			if !making && !own[titleKey(c.Title)] && !isForm(c.Title) && !x.sends(end) && !x.sentAlong(i, end) {
				x.addCitation(c, at)
			}
			i = max(behind, end) - 1
		case r == '[' || r == '(':
			if n, ok := documentNumber(s, i); ok {
				s.Mask(n.start, n.end)
				x.bareNumber(n, at)
				i = n.end - 1
			}
		case lexLetters(s, i):
			if _, end := standardNumber(s, i); end > 0 {
				s.Mask(i, end)
				i = end - 1
			}
		}
	}
	x.notice.Citations = slices.DeleteFunc(x.notice.Citations, func(c schema.Citation) bool { return c.Span.End == 0 })
}

// addCitation keeps a document that is named, once for each title: the first mention with its
// number, else the first. at has the place of each title and each number in the list.
func (x *extractor) addCitation(c schema.Citation, at map[string]int) {
	list := x.notice.Citations
	number := func(c schema.Citation) string { return c.DocumentNumber + c.StandardNumber }
	if k, ok := at[c.Title]; ok {
		switch number(c) {
		case "", number(list[k]):
			return
		}
		if number(list[k]) == "" {
			list[k] = schema.Citation{} // this mention says more
		}
	}
	at[c.Title], at["\x00"+c.DocumentNumber] = len(list), len(list)
	x.notice.Citations = append(list, c)
}

// isForm reports whether a title is that of a form, a contract or the like, or no more than a
// kind of document.
func isForm(title string) bool {
	title = folded(title)
	if at := strings.LastIndexByte(title, '('); at > 0 && strings.HasSuffix(title, ")") {
		title = title[:at]
	}
	if _, kind := lexicon.Documents().Lookup([]rune(title)); kind {
		return true // 本《办法》 names itself
	}
	return lexicon.Forms().Ends(title)
}

// sends reports whether the sentence from the 》 at end on says that its notice sends the
// document: 《…》已经市政府同意,现印发给你们.
func (x *extractor) sends(end int) bool {
	s := x.stream
	if !s.Has(end, "已经") && !s.Has(end, "已于") {
		return false
	}
	for i := end; i < s.Len() && i < end+80 && s.Runes[i] != '《'; i++ {
		if s.Has(i, "现印发") || s.Has(i, "现予以印发") || s.Has(i, "现予印发") || s.Has(i, "现转发") {
			return true
		}
	}
	return false
}

func lexLetters(s *lex.Stream, i int) bool {
	t := s.At(i)
	return t != nil && t.Kind == lex.Letters
}

// citation returns the document whose title stands at runes i to end, with the number
// in brackets behind it, and the place behind that.
func (x *extractor) citation(i, end int) (schema.Citation, int) {
	s := x.stream
	c := schema.Citation{Title: x.doc.Join(s.Range(i+1, end-1))}
	behind := end
	for k := end - 2; k > i+1 && c.StandardNumber == ""; k-- {
		if number, stop := standardNumber(s, k); stop == end-1 && isHan(s.Runes[k-1]) {
			c.StandardNumber = number
		}
	}
	if end < s.Len() && s.Runes[end] == '(' {
		for k := end + 1; k < s.Len() && k < end+24 && s.Runes[k] != ')'; k++ {
			if n, ok := documentNumber(s, k); ok && n.start == end+1 {
				c.DocumentNumber = n.text
				x.repairedNumber(n)
				behind = n.end
				break
			}
		}
		if number, stop := bareCode(s, end+1); c.DocumentNumber == "" && stop > 0 {
			c.DocumentNumber, behind = number, stop
		}
		if number, stop := standardNumber(s, end+1); stop > 0 {
			c.StandardNumber, behind = number, stop
		}
		if behind > end && behind < s.Len() && s.Runes[behind] == ')' {
			behind++
		}
	}
	c.Span = x.span(i, behind)
	return c, behind
}

// bareCode reads the number in brackets behind a title that is none with a 机关代字: of an order,
// 国务院令第427号, or what is left of one, 〔2020〕8号. It returns the place behind it, 0 for none.
func bareCode(s *lex.Stream, i int) (string, int) {
	for j := i; j < s.Len() && j < i+24 && s.Runes[j] != ')'; j++ {
		if s.Runes[j] != '号' {
			continue
		}
		switch text := s.String(i, j+1); {
		case order.MatchString(text):
			return text, j + 1
		case yearAndSerial.MatchString(text):
			return strings.NewReplacer("[", "〔", "]", "〕").Replace(text), j + 1
		}
		return "", 0
	}
	return "", 0
}

var (
	order         = regexp.MustCompile(`^\p{Han}{2,20}(?:令第?\d{1,4}号|第\d{1,4}号令)$`)
	yearAndSerial = regexp.MustCompile(`^\[(?:19|20)\d\d\]\d{1,5}号$`)
)

// ownTitles are the notice's own title, its enclosure's and its attachments', as titleKey has them, with what
// the title names in 《》: 关于征求《…》意见的函.
func (x *extractor) ownTitles() map[string]bool {
	m := &x.notice.Metadata
	own := map[string]bool{}
	if parser.IsInterpretation(m.DocumentType) {
		own[titleKey(m.Title)] = true
		return own // what it explains is another document
	}
	for _, quoted := range strings.Split(titleKey(m.Title), "《")[1:] {
		name, _, _ := strings.Cut(quoted, "》")
		own[name] = true
		if _, inner, ok := strings.Cut(name, "<"); ok {
			own[strings.TrimSuffix(inner, ">")] = true
		}
	}
	for _, title := range append([]string{m.Title, m.Enclosure, strings.Join(x.texts(x.doc.Head.Enclosure), "")}, m.Attachments...) {
		own[titleKey(title)] = true
	}
	for _, p := range x.doc.Parts {
		own[titleKey(strings.Join(x.texts(p.Title), ""))] = true
	}
	return own
}

// titleKey is what of a title counts when titles are compared: a page writes the dash between
// years in several ways.
func titleKey(title string) string {
	return strings.NewReplacer("~", "-", "—", "-", "–", "-", "--", "-").Replace(folded(title))
}

func (x *extractor) texts(ranges []block.Range) []string {
	var out []string
	for _, r := range ranges {
		out = append(out, x.doc.Join(r))
	}
	return out
}

// bareNumber keeps a document's number that stands without a title.
func (x *extractor) bareNumber(n docNumber, at map[string]int) {
	if n.text == x.notice.Metadata.DocumentNumber {
		return
	}
	if x.headsDocument(n.start) {
		return
	}
	x.repairedNumber(n)
	if _, ok := at["\x00"+n.text]; !ok {
		at["\x00"+n.text] = len(x.notice.Citations)
		x.notice.Citations = append(x.notice.Citations, schema.Citation{DocumentNumber: n.text, Span: x.span(n.start, n.end)})
	}
}

// headsDocument reports whether a number at i stands behind a title at the head of its
// paragraph: the number of another document that a page prints below the notice.
func (x *extractor) headsDocument(i int) bool {
	s := x.stream
	begin := max(s.Sentence(i), s.Paragraph(i), i-maxCitation)
	before, _, ok := strings.Cut(s.String(begin, i), "关于")
	return ok && parser.DocumentType(s.String(begin, i)) != "" && party.IsOrgan(before)
}

func (x *extractor) repairedNumber(n docNumber) {
	if n.repaired {
		x.remark(schema.Info, schema.RepairedDocumentNumber, x.stream.Range(n.start, n.end), "The document number lost its marks; it is read as %s.", n.text)
	}
}

// key returns the folded text of ranges without white space.
func (x *extractor) key(ranges ...block.Range) string {
	var out []rune
	for _, r := range ranges {
		out = append(out, []rune(folded(string(x.doc.Text[r.Start:r.End])))...)
	}
	return string(out)
}
