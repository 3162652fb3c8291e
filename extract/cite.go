package extract

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// maxCitation bounds the length of a title in 《》, in runes.
const maxCitation = 150

// making are the verbs whose object does not exist yet: 制定《…》 is no citation.
var making = []string{"制定", "制订", "出台", "编制", "印发", "起草", "研究制定", "草拟", "拟定", "拟订", "发布", "下发", "研制", "汇编"}

// cite finds what the text names of other documents and masks it, so that no number in
// a title or a document's number is read as a value.
func (x *extractor) cite() {
	s := x.stream
	seen, own := map[string]bool{}, x.ownTitles()
	making := false
	for i := 0; i < s.Len(); i++ {
		switch r := s.Runes[i]; {
		case r == '《':
			end := titleEnd(s, i)
			if end == 0 {
				continue
			}
			s.Mask(i, end)
			c, behind := x.citation(i, end)
			s.Mask(end, behind)
			making = x.beingMade(i) || making && continuesList(s, i)
			if key := c.Title + "\x00" + c.DocumentNumber + c.StandardNumber; !making && !seen[key] && !own[folded(c.Title)] {
				seen[key] = true
				x.notice.Citations = append(x.notice.Citations, c)
			}
			i = max(behind, end) - 1
		case r == '[' || r == '(':
			if n, ok := documentNumber(s, i); ok {
				s.Mask(n.start, n.end)
				x.bareNumber(n, seen)
				i = n.end - 1
			}
		case lexLetters(s, i):
			if _, end := standardNumber(s, i); end > 0 {
				s.Mask(i, end)
				i = end - 1
			}
		}
	}
}

func lexLetters(s *lex.Stream, i int) bool {
	t := s.At(i)
	return t != nil && t.Kind == lex.Letters
}

// titleEnd returns the place behind the 》 that closes the 《 at i; 0 where none does.
func titleEnd(s *lex.Stream, i int) int {
	depth := 0
	for j := i; j < s.Len() && j < i+maxCitation; j++ {
		switch s.Runes[j] {
		case '《':
			depth++
		case '》':
			if depth--; depth == 0 {
				return j + 1
			}
		case '。':
			if j > i+60 {
				return 0
			}
		}
		if j > i && s.Gap(j) == lex.Boundary {
			return 0
		}
	}
	return 0
}

// citation returns the document whose title stands at runes i to end, with the number
// in brackets behind it, and the place behind that.
func (x *extractor) citation(i, end int) (schema.Citation, int) {
	s := x.stream
	c := schema.Citation{Title: x.doc.Join(s.Range(i+1, end-1))}
	behind := end
	if end < s.Len() && s.Runes[end] == '(' {
		for k := end + 1; k < s.Len() && k < end+24 && s.Runes[k] != ')'; k++ {
			if n, ok := documentNumber(s, k); ok && n.start == end+1 {
				c.DocumentNumber = n.text
				x.repairedNumber(n)
				behind = n.end
				break
			}
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

// beingMade reports whether a verb of making stands before the title at i, in the same
// clause and with no other verb's object between.
func (x *extractor) beingMade(i int) bool {
	s := x.stream
	begin := i
	for begin > 0 && i-begin < 14 && !endsClause(s.Runes[begin-1]) && s.Runes[begin-1] != '》' && s.Gap(begin) != lex.Boundary {
		begin--
	}
	before := s.String(begin, i)
	for _, verb := range making {
		at := strings.LastIndex(before, verb)
		if at < 0 {
			continue
		}
		between := before[at+len(verb):]
		if !strings.ContainsAny(between, "的") && !strings.Contains(before[:at], "根据") && !strings.Contains(before[:at], "按照") && !strings.Contains(between, "落实") {
			return true
		}
	}
	return false
}

// continuesList reports whether the title at i stands right behind another one.
func continuesList(s *lex.Stream, i int) bool {
	if i == 0 {
		return false
	}
	switch s.Runes[i-1] {
	case '》', '、', '和', '及', '与':
		return true
	}
	return false
}

func endsClause(r rune) bool {
	switch r {
	case ',', ';', '。', ':', '!', '?':
		return true
	}
	return false
}

// ownTitles are the notice's own title, its enclosure's and its attachments', folded.
func (x *extractor) ownTitles() map[string]bool {
	m := &x.notice.Metadata
	own := map[string]bool{}
	for _, title := range append([]string{m.Title, m.Enclosure, strings.Join(x.texts(x.doc.Head.Enclosure), "")}, m.Attachments...) {
		own[folded(title)] = true
	}
	for _, p := range x.doc.Parts {
		own[folded(strings.Join(x.texts(p.Title), ""))] = true
	}
	return own
}

func (x *extractor) texts(ranges []block.Range) []string {
	var out []string
	for _, r := range ranges {
		out = append(out, x.doc.Join(r))
	}
	return out
}

// bareNumber keeps a document's number that stands without a title.
func (x *extractor) bareNumber(n docNumber, seen map[string]bool) {
	if n.text == x.notice.Metadata.DocumentNumber {
		return
	}
	r := x.stream.Range(n.start, n.end)
	x.repairedNumber(n)
	if key := "\x00" + n.text; !seen[key] {
		seen[key] = true
		for _, c := range x.notice.Citations {
			if c.DocumentNumber == n.text {
				return
			}
		}
		x.notice.Citations = append(x.notice.Citations, schema.Citation{DocumentNumber: n.text, Span: x.doc.Span(r)})
	}
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
