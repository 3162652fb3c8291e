package extract

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/head"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/number"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// maxCitation bounds the length of a title in 《》, in runes.
const maxCitation = 150

// cite finds what the text names of other documents and masks it, so that no number in
// a title or a document's number is read as a value.
func (x *extractor) cite() {
	s := x.stream
	at, own := map[string]int{}, x.ownTitles()
	making := false
	for i := 0; i < s.Len(); i++ {
		switch r := s.Runes[i]; {
		case source.IsHan(r): // most of the text
		case r == '《':
			end := s.Partner(i) + 1
			if end == 0 {
				continue
			}
			s.Mask(i, end)
			c, behind := x.citation(i, end)
			s.Mask(end, behind)
			made, tag := x.beingMade(i)
			making = made || x.underWay(i, end) || making && continuesList(s, i)
			if tag == "paper" {
				own[head.TitleKey(c.Title)] = true // 提交《…方案》: each case has its own
			}
			if s.Has(i-2, "简称") {
				own[head.TitleKey(c.Title)] = true // it names a document again that was named before
			}
			if !making && !(own[head.TitleKey(c.Title)] && !x.earlier(c)) && !isForm(c.Title) && !x.isPeriodical(end) && !x.sends(end) && !x.sentAlong(i, end) && !x.isAttached(end) {
				x.addCitation(c, at)
			}
			i = max(behind, end) - 1
		case r == '[' || r == '(':
			if n, ok := number.Document(s, i); ok {
				s.Mask(n.Start, n.End)
				if !number.IsPlot(n.Text) {
					x.bareNumber(n, at)
				}
				i = n.End - 1
			}
		case lexLetters(s, i):
			if _, end := number.Standard(s, i); end > 0 {
				s.Mask(i, end)
				i = end - 1
			}
		}
	}
	x.notice.Citations = slices.DeleteFunc(x.notice.Citations, func(c schema.Citation) bool { return c.Span.End == 0 })
}

// earlier reports whether a document has a number of its own, and so is what the notice
// replaces, whatever its title: 对《…办法》(云水发〔2023〕16号)进行了修订.
func (x *extractor) earlier(c schema.Citation) bool {
	return c.DocumentNumber != "" && c.DocumentNumber != x.notice.Metadata.DocumentNumber
}

// isPeriodical reports whether the words from the 》 at end on say that what is named is no document: 《…》周刊.
func (x *extractor) isPeriodical(end int) bool {
	n, _ := lexicon.Periodicals().Prefix(x.stream.Runes[end:])
	return n > 0
}

// addCitation keeps a document that is named, once for each title: the first mention with its
// number, else the first. at has the place of each title and each number in the list.
func (x *extractor) addCitation(c schema.Citation, at map[string]int) {
	list := x.notice.Citations
	known := func(c schema.Citation) string { return c.DocumentNumber + c.StandardNumber }
	if k, ok := at[c.Title]; ok {
		switch known(c) {
		case "", known(list[k]):
			return
		}
		if known(list[k]) == "" {
			list[k] = schema.Citation{} // this mention says more
		}
	}
	at[c.Title], at["\x00"+c.DocumentNumber] = len(list), len(list)
	x.notice.Citations = append(list, c)
}

// isForm reports whether a title is that of a form, a contract or the like, or no more than a
// kind of document.
func isForm(title string) bool {
	title = source.Squeeze(title)
	if at := strings.LastIndexByte(title, '('); at > 0 && strings.HasSuffix(title, ")") {
		title = title[:at]
	}
	if _, kind := lexicon.Documents().Lookup([]rune(title)); kind {
		return true // 本《办法》 names itself
	}
	n, tag := lexicon.Forms().Suffix([]rune(title))
	return n > 0 && tag != "document"
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
		if code, stop := number.Standard(s, k); stop == end-1 && source.IsHan(s.Runes[k-1]) {
			c.StandardNumber = code
		}
	}
	if end < s.Len() && s.Runes[end] == '(' {
		for k := end + 1; k < s.Len() && k < end+24 && s.Runes[k] != ')'; k++ {
			if n, ok := number.Document(s, k); ok && n.Start == end+1 {
				c.DocumentNumber = n.Text
				x.repairedNumber(n)
				behind = n.End
				break
			}
		}
		if code, stop := number.Bare(s, end+1); c.DocumentNumber == "" && stop > 0 {
			c.DocumentNumber, behind = code, stop
		}
		if code, stop := number.Standard(s, end+1); stop > 0 {
			c.StandardNumber, behind = code, stop
		}
		if behind > end && behind < s.Len() && s.Runes[behind] == ')' {
			behind++
		}
	}
	from := i
	for k := i - 1; k >= 0 && k > i-maxStandard && c.StandardNumber == ""; k-- {
		if code, stop := number.Standard(s, k); stop == i && (k == 0 || s.Runes[k-1] != '/' && !lexLetters(s, k-1)) {
			c.StandardNumber, from = code, k // BMB17-2006《…》
		}
	}
	c.Span = x.span(from, behind)
	return c, behind
}

// maxStandard bounds the number of a standard before its title, in runes.
const maxStandard = 20

// ownTitles are the notice's own title, its enclosure's and its attachments', as head.TitleKey has them, with what
// the title names in 《》: 关于征求《…》意见的函.
func (x *extractor) ownTitles() map[string]bool {
	m := &x.notice.Metadata
	own := map[string]bool{}
	if parser.IsInterpretation(m.DocumentType) {
		own[head.TitleKey(m.Title)] = true
		return own // what it explains is another document
	}
	parts := strings.Split(head.TitleKey(m.Title), "《")
	for i, quoted := range parts[1:] {
		if lexicon.CarryingOut().Ends(parts[i]) {
			continue // 关于贯彻执行《…》的通知: another document
		}
		name, _, _ := strings.Cut(quoted, "》")
		own[name] = true
		if _, inner, ok := strings.Cut(name, "<"); ok {
			own[strings.TrimSuffix(inner, ">")] = true
		}
	}
	for _, title := range append([]string{m.Title, m.Enclosure, x.doc.Join(x.doc.Head.Enclosure...)}, m.Attachments...) {
		own[head.TitleKey(title)] = true
	}
	for _, p := range x.doc.Parts {
		own[head.TitleKey(x.doc.Join(p.Title...))] = true
	}
	return own
}

// bareNumber keeps a document's number that stands without a title.
func (x *extractor) bareNumber(n number.Mention, at map[string]int) {
	if n.Text == x.notice.Metadata.DocumentNumber {
		return
	}
	if x.headsDocument(n.Start) {
		return
	}
	x.repairedNumber(n)
	if _, ok := at["\x00"+n.Text]; !ok {
		at["\x00"+n.Text] = len(x.notice.Citations)
		x.notice.Citations = append(x.notice.Citations, schema.Citation{DocumentNumber: n.Text, Span: x.span(n.Start, n.End)})
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

func (x *extractor) repairedNumber(n number.Mention) {
	if n.Repaired {
		x.remark(schema.Info, schema.RepairedDocumentNumber, x.stream.Range(n.Start, n.End), "The document number lost its marks; it is read as %s.", n.Text)
	}
}
