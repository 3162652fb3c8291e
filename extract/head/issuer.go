package head

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/parser/source"
)

// issuer reads who issued the notice: what stands before 关于 in the title, else the
// signature, else the page head.
func (x *reader) issuer() {
	signed := x.signed()
	if name := x.issuerOf(x.m.Title); name != "" && !x.signedInFull(name) {
		if titled := strings.Split(x.organs(name), " "); !summedUp().MatchString(name) && len(titled) != len(signed) || len(signed) < 2 {
			x.m.Issuer, x.m.Spans.Issuer = strings.Join(titled, "、"), x.within(x.m.Spans.Title, name)
			return
		}
	}
	if len(signed) > 0 {
		x.m.Issuer, x.m.Spans.Issuer = strings.Join(signed, "、"), x.spanOf(x.head.Signature...)
		return
	}
	if x.head.Imprint.Len() > 0 {
		x.m.Issuer, x.m.Spans.Issuer = strings.ReplaceAll(x.doc.Join(x.head.Imprint), " ", ""), x.spanOf(x.head.Imprint)
		return
	}
	for _, f := range x.head.Fields {
		if f.Name == "发文机关" {
			x.m.Issuer, x.m.Spans.Issuer = x.doc.Join(f.Value), x.spanOf(f.Value)
		}
	}
}

// summedUp is an issuer of a title that leaves out who else signs: 云溪市商务局等9部门.
var summedUp = pattern.Of(`等\p{Han}{0,2}\d*\p{Han}{0,2}(部门|单位)$`)

// signed returns the organs of the signature: one a line, or several that white space parts.
func (x *reader) signed() []string {
	var out []string
	for _, r := range x.head.Signature {
		line := x.closeUp(x.line(r))
		line = strings.TrimSuffix(strings.TrimSuffix(line, "（代章）"), "(代章)")
		words := strings.Fields(x.organs(line))
		if slices.ContainsFunc(words, func(w string) bool { return !x.isOrgan(w) }) {
			words = []string{line}
		}
		out = append(out, words...)
	}
	return out
}

// signedInFull reports whether the signature gives the issuer with its place where the
// title begins with a level alone: 市政府办公室, signed 云溪市人民政府办公室.
func (x *reader) signedInFull(name string) bool {
	level := []rune(source.Squeeze(name))[0]
	if !strings.ContainsRune("省市县区州旗盟", level) || len(x.head.Signature) != 1 {
		return false
	}
	signed := source.Squeeze(x.doc.Join(x.head.Signature...))
	place := []rune(x.leadingPlace(signed))
	if len(place) == 0 || place[len(place)-1] != level {
		return false
	}
	last := func(s string) string { r := []rune(s); return string(r[max(0, len(r)-2):]) }
	return last(signed) == last(source.Squeeze(name))
}

// issuerOf returns the organs that a title begins with, before 关于 or before 印发 and its
// like; "" without.
func (x *reader) issuerOf(title string) string {
	words := []string{"关于", "印发", "转发", "批转", "发布", "公布"}
	at := func(word string) int { return (strings.Index(title, word) + len(title) + 1) % (len(title) + 1) } // absent is last
	slices.SortStableFunc(words, func(a, b string) int { return at(a) - at(b) })
	for _, word := range words { // 国务院办公厅转发民政部关于…: the first of them ends the issuer
		before, _, ok := strings.Cut(title, word)
		before = strings.TrimSpace(before)
		if ok && !strings.ContainsAny(before, "《“") && !strings.HasPrefix(before, "我") && (cabinet(before) || x.isOrgan(before)) {
			return before
		}
	}
	return ""
}

// cabinet reports whether a name is that of the Party's centre or the State Council, or of
// both: no ending says that they are organs.
func cabinet(name string) bool {
	rest := name
	for _, part := range []string{"中共中央", "国务院", " ", "、"} {
		rest = strings.ReplaceAll(rest, part, "")
	}
	return name != "" && rest == ""
}

// organs puts a space between the names of organs that stand side by side without one:
// 云溪市财政局云溪市民政局.
func (x *reader) organs(names string) string {
	names = strings.ReplaceAll(strings.ReplaceAll(names, " （", "（"), " (", "(") // a line in brackets names the organ above it again
	if pieces := strings.Split(names, " "); len(pieces) > 1 {
		for i, piece := range pieces {
			pieces[i] = x.organs(piece)
		}
		return strings.Join(pieces, " ")
	}
	place := x.leadingPlace(names)
	if place == "" || strings.Contains(names, "、") {
		return names
	}
	var out []string
	for rest := names; rest != ""; {
		at := strings.Index(rest[len(place):], place)
		if at < 0 {
			out = append(out, rest)
			break
		}
		at += len(place)
		if before := source.Squeeze(rest[:at]); strings.HasSuffix(before, "(") || !x.isOrgan(before) {
			return names // 国家税务总局云溪市税务局 is one, 云溪市水务局(云溪市防汛办公室) too
		}
		out = append(out, rest[:at])
		rest = rest[at:]
	}
	return strings.Join(out, " ")
}

// lastOrgan returns what stands behind the names of other organs: 中共云溪市委办公室 云溪市.
func (x *reader) lastOrgan(before string) string {
	at := strings.LastIndexAny(before, " 、")
	if at < 0 || !x.isOrgan(before[:at]) {
		return before
	}
	return strings.TrimLeft(before[at:], " 、")
}
