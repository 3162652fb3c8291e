package head

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// governmentWords end the part of an issuer that is its place.
var governmentWords = []string{"人民政府", "人民代表大会", "人民检察院", "人民法院"}

// jurisdiction returns the place and where it stands: before 人民政府 in the issuer or
// the title, whatever it is; else a division that the issuer, the title or an
// attachment's title begins with.
func (x *reader) jurisdiction() (string, *schema.Span) {
	type source struct {
		text string
		span *schema.Span
	}
	sources := []source{{x.m.Issuer, x.m.Spans.Issuer}, {x.m.Title, x.m.Spans.Title}}
	for _, s := range sources {
		for _, word := range governmentWords {
			if before, _, ok := strings.Cut(s.text, word); ok && before != "" && !strings.ContainsAny(before, "《》。;；") && len([]rune(before)) <= 24 && !strings.Contains(before, "关于") {
				before = x.lastOrgan(before)
				return before, x.within(s.span, before)
			}
		}
	}
	if len(x.head.Enclosure) > 0 {
		sources = append(sources, source{x.doc.Join(x.head.Enclosure...), x.spanOf(x.head.Enclosure...)})
	}
	for _, p := range x.doc.Parts {
		if len(p.Title) > 0 {
			sources = append(sources, source{x.doc.Join(p.Title...), x.spanOf(p.Title...)})
		}
	}
	for _, s := range sources {
		if name := x.leadingPlace(strings.TrimPrefix(s.text, "中共")); name != "" {
			return name, x.within(s.span, name)
		}
	}
	for _, title := range []string{x.m.Title, "关于" + x.m.Enclosure} {
		if name, short := x.placeWithin(title); name != "" {
			return name, x.within(x.m.Spans.Title, short)
		}
	}
	if name := x.shortPath(x.m.Title); name != "" {
		return name, x.m.Spans.Title
	}
	return "", nil
}

// placeWithin returns the place that a title is about, 关于加快云溪市步道建设的若干意见, and how
// the title writes it: the first division with its full name or, of a province, the short
// one, else what ends like a division behind a verb. "" for none.
func (x *reader) placeWithin(title string) (name, written string) {
	_, rest, ok := strings.Cut(title, "关于")
	if !ok {
		return "", ""
	}
	r := []rune(rest)
	for i := 0; i+1 < len(r) && i < 14 && r[i] != '《'; i++ {
		n, found := x.opts.Places.Prefix(r[i:])
		if n > 1 && (found[0].Name == string(r[i:i+n]) || found[0].Level == schema.LevelProvince) {
			return found[0].Name, string(r[i : i+n])
		}
	}
	if n, _ := lexicon.TitleVerbs().Prefix(r); n > 0 {
		name := x.leadingPlace(string(r[n:]))
		return name, name
	}
	return "", ""
}

// shortPath returns the division that a headline begins with by two short names, that of
// the province first; "" where it does not.
func (x *reader) shortPath(headline string) string {
	r := []rune(headline)
	for n := min(len(r)-1, 8); n >= 4; n-- {
		name := string(r[:n])
		if found := x.opts.Places.Lookup(name); len(found) > 0 && found[0].Name != name {
			return x.opts.Places.Path(found[0])
		}
	}
	return ""
}

// fullPlace returns the full name of a place that a notice calls by less: a county or a district
// with its city, an autonomous prefecture by its short name and 州. It is "" for any other name, and
// where two places have the name.
func (x *reader) fullPlace(name string) string {
	short, ok := strings.CutSuffix(source.Squeeze(name), "州")
	if !ok {
		found := x.opts.Places.Lookup(source.Squeeze(name))
		if len(found) != 1 || found[0].Name != source.Squeeze(name) || strings.HasSuffix(name, "市") {
			return ""
		}
		return x.opts.Places.Path(found[0])
	}
	for _, p := range x.opts.Places.Lookup(short) {
		if strings.HasSuffix(p.Name, "自治州") {
			return p.Name
		}
	}
	return ""
}

// leadingPlace returns the division that a text begins with: one that the gazetteer has,
// else the shortest beginning that ends like one; "" without one.
func (x *reader) leadingPlace(text string) string {
	r := []rune(text)
	at := 0
	for {
		n, found := x.opts.Places.Prefix(r[at:])
		if n == 0 || found[0].Name != string(r[at:at+n]) || at > 0 && len(x.opts.Places.Lookup(string(r[:at+n]))) == 0 {
			break // 云溪市城区 is no district of another city
		}
		at += n
	}
	if at > 0 {
		return string(r[:at])
	}
	if len(r) < 3 || !source.IsHan(r[0]) || !source.IsHan(r[1]) || r[0] == '我' || strings.HasPrefix(text, "关于") {
		return ""
	}
	for i := 2; i+1 < len(r) && i < 10 && source.IsHan(r[i]); i++ {
		if strings.ContainsRune("省市县旗州盟", r[i]) && !strings.ContainsRune("场民级政", r[i+1]) {
			return string(r[:i+1])
		}
	}
	return ""
}
