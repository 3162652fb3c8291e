package extract

import (
	"regexp"
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// issuer reads who issued the notice: what stands before 关于 in the title, else the
// signature, else the page head.
func (x *extractor) issuer(h *parser.Head, m *schema.Metadata) {
	signed := x.signed(h)
	if name := issuerOf(m.Title); name != "" && !x.signedInFull(name, h) {
		if titled := strings.Split(x.organs(name), " "); !summedUp.MatchString(name) && len(titled) != len(signed) || len(signed) < 2 {
			m.Issuer, m.Spans.Issuer = strings.Join(titled, "、"), x.within(m.Spans.Title, name)
			return
		}
	}
	if len(signed) > 0 {
		m.Issuer, m.Spans.Issuer = strings.Join(signed, "、"), x.spanOf(h.Signature...)
		return
	}
	if h.Imprint.Len() > 0 {
		m.Issuer, m.Spans.Issuer = strings.ReplaceAll(x.doc.Join(h.Imprint), " ", ""), x.spanOf(h.Imprint)
		return
	}
	for _, f := range h.Fields {
		if f.Name == "发文机关" {
			m.Issuer, m.Spans.Issuer = x.doc.Join(f.Value), x.spanOf(f.Value)
		}
	}
}

// summedUp is an issuer of a title that leaves out who else signs: 云溪市商务局等9部门.
var summedUp = regexp.MustCompile(`等\p{Han}{0,2}\d*\p{Han}{0,2}(部门|单位)$`)

// signed returns the organs of the signature: one a line, or several that white space parts.
func (x *extractor) signed(h *parser.Head) []string {
	var out []string
	for _, r := range h.Signature {
		line := closeUp(strings.ReplaceAll(x.doc.Join(r), "\n", ""))
		line = strings.TrimSuffix(strings.TrimSuffix(line, "（代章）"), "(代章)")
		words := strings.Fields(x.organs(line))
		if slices.ContainsFunc(words, func(w string) bool { return !party.IsOrgan(folded(w)) }) {
			words = []string{line}
		}
		out = append(out, words...)
	}
	return out
}

// signedInFull reports whether the signature gives the issuer with its place where the
// title begins with a level alone: 市政府办公室, signed 云溪市人民政府办公室.
func (x *extractor) signedInFull(name string, h *parser.Head) bool {
	level := []rune(folded(name))[0]
	if !strings.ContainsRune("省市县区州旗盟", level) || len(h.Signature) != 1 {
		return false
	}
	signed := folded(x.doc.Join(h.Signature...))
	place := []rune(x.leadingPlace(signed))
	if len(place) == 0 || place[len(place)-1] != level {
		return false
	}
	last := func(s string) string { r := []rune(s); return string(r[max(0, len(r)-2):]) }
	return last(signed) == last(folded(name))
}

// issuerOf returns the organs that a title begins with, before 关于 or before 印发 and its
// like; "" without.
func issuerOf(title string) string {
	words := []string{"关于", "印发", "转发", "批转", "发布", "公布"}
	at := func(word string) int { return (strings.Index(title, word) + len(title) + 1) % (len(title) + 1) } // absent is last
	slices.SortStableFunc(words, func(a, b string) int { return at(a) - at(b) })
	for _, word := range words { // 国务院办公厅转发民政部关于…: the first of them ends the issuer
		before, _, ok := strings.Cut(title, word)
		before = strings.TrimSpace(before)
		if ok && !strings.ContainsAny(before, "《“") && !strings.HasPrefix(before, "我") && (cabinet(before) || party.IsOrgan(folded(before))) {
			return before
		}
	}
	return ""
}

// cabinet reports whether a name is that of the Party's centre or the State Council, or of
// both: no ending says that they are organs.
func cabinet(name string) bool {
	rest := strings.NewReplacer("中共中央", "", "国务院", "", " ", "", "、", "").Replace(name)
	return name != "" && rest == ""
}
