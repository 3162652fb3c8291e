package extract

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
)

// A title in 《》 may be that of a document that is still to be made. What says so is read here.

// sentAlong reports whether the letter sends the document whose title stands at i to end: 现将《…》印发给你们.
func (x *extractor) sentAlong(i, end int) bool {
	s := x.stream
	return s.Has(i-2, "现将") && (s.Has(end, "印发") || s.Has(end, "转发"))
}

// isAttached reports whether a title, or the last of several, up to end is that of an attachment: 《…》(附件2), 《…》《…》(见附件3).
func (x *extractor) isAttached(end int) bool {
	s := x.stream
	for s.Has(end, "《") || s.Has(end, "、《") || s.Has(end, "和《") {
		next := s.Partner(end + 1)
		if s.Runes[end] == '《' {
			next = s.Partner(end)
		}
		if next < end {
			return false
		}
		end = next + 1
	}
	for _, word := range []string{"(附件", "(见附件", "(详见附件"} {
		if s.Has(end, word) {
			return true
		}
	}
	return false
}

// beingMade reports whether a verb of making stands before the title at i, in the same
// clause and with no other verb's object between, and the verb's tag. What a notice reports of was made.
func (x *extractor) beingMade(i int) (made bool, tag string) {
	s := x.stream
	begin := max(s.Left(i), i-14)
	for at := begin; at < i; at++ {
		if s.Runes[at] == '》' {
			begin = at + 1
		}
	}
	for at := begin; at < i; at++ {
		n, tag := lexicon.Making().Prefix(s.Runes[at:i])
		if n == 0 {
			continue
		}
		before, verb, between := s.String(begin, at), s.String(at, at+n), s.String(at+n, i)
		if strings.HasPrefix(between, "了") && verb != "起草" && verb != "草拟" {
			continue // 出台了《…》: it is there
		}
		if lexicon.Done().Ends(before) {
			continue // 已出台《…》
		}
		its := strings.HasSuffix(between, "的") && strings.Contains(between, "本") // 制定本地区的《…预案》
		if (its || !strings.ContainsAny(between, "的")) && !strings.Contains(before, "根据") && !strings.Contains(before, "按照") && !strings.Contains(between, "落实") {
			if x.isReported(i) {
				return false, ""
			}
			return true, tag
		}
	}
	return false, ""
}

// isReported reports whether rune i stands in a section that reports what was done and what is.
func (x *extractor) isReported(i int) bool {
	at := x.stream.Range(i, i+1)
	var within func(items []*parser.Item) bool
	within = func(items []*parser.Item) bool {
		for _, it := range items {
			if it.Contains(at) && (len(it.Own) > 0 && x.reports(it) || within(it.Children)) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(x.doc.Parts, func(p *parser.Part) bool { return within(p.Items) })
}

// reports reports whether the heading of an item is that of such a section.
func (x *extractor) reports(it *parser.Item) bool {
	row := headingOf(x.doc.Join(x.doc.TitleOf(it.Own[0])))
	return row != nil && row.ID == reportRow
}

// underWay reports whether what stands around the title at i to end says that its document
// does not exist yet: 推进《…》立法, 加快《…》出台. 《…》出台以来 says that it does.
func (x *extractor) underWay(i, end int) bool {
	s := x.stream
	n, _ := lexicon.Enacted().Prefix(s.Runes[end:])
	made := end + n
	if n == 0 || s.Has(made, "以来") || s.Has(made, "后") || s.Has(made, "的") {
		return false
	}
	return lexicon.Progress().In(s.String(max(0, i-12), i))
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
