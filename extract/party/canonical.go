package party

import (
	"strings"

	"github.com/policyx/policyx/parser/runes"
	"github.com/policyx/policyx/schema"
)

// kind says what sort of body a restored name is.
func (r *reader) kind(name []rune) schema.DepartmentKind {
	base := r.noteless(name)
	switch {
	case r.class(base) > 0 || r.class(name) > 0 || runes.HasPrefix(base, "各"):
		return schema.KindCollective
	case isYouthLeague(base) || runes.HasPrefix(base, "共青团"):
		return schema.KindMassOrganization
	}
	if kind := r.user.AliasKind(base); kind != "" {
		return kind
	}
	if _, ok := r.central.Lookup(base); ok {
		return r.centralKind(base)
	}
	if n, _ := r.own.Prefix(base); n > 0 && !runes.HasSuffix(base, "公司") && !runes.HasSuffix(base, "集团") {
		return r.centralKind(base)
	}
	h := r.head(base)
	if len(h.party) > 0 {
		if _, ok := r.organs.Lookup(h.rest); !ok && runes.HasPrefix(h.rest, "党校") {
			return schema.KindInstitution
		}
		return schema.KindParty
	}
	rest := base
	if h.rest != nil {
		rest = h.rest
	}
	if tag, ok := r.organs.Lookup(rest); ok {
		kind, _, _ := strings.Cut(tag, " ")
		if kind == "party" && runes.HasSuffix(h.level, "市") && len(rest) > 0 && rest[len(rest)-1] == '办' {
			return schema.KindDepartment
		}
		return schema.DepartmentKind(kind)
	}
	if _, kind := r.ending(base); kind != "" {
		return schema.DepartmentKind(kind)
	}
	if r.locality(base) {
		return schema.KindGovernment
	}
	return schema.KindDepartment
}

func (r *reader) centralKind(name []rune) schema.DepartmentKind {
	switch {
	case runes.HasSuffix(name, "总工会"), runes.HasSuffix(name, "妇联"), runes.HasSuffix(name, "工商联"), runes.HasSuffix(name, "协"), runes.HasSuffix(name, "残联"),
		runes.HasSuffix(name, "侨联"), runes.HasPrefix(name, "共青团"):
		return schema.KindMassOrganization
	case runes.HasPrefix(name, "中央"), runes.HasPrefix(name, "中共"):
		return schema.KindParty
	case runes.HasSuffix(name, "大学"), runes.HasSuffix(name, "学院"):
		return schema.KindInstitution
	}
	return schema.KindCentralAgency
}

// canonical returns the full official name of a restored name, "" where that would be a
// guess: 市卫健委 in 云溪市 → 云溪市卫生健康委员会.
func (r *reader) canonical(name []rune) string {
	if official, ok := r.central.Lookup(name); ok {
		return official
	}
	if isYouthLeague(name) {
		if place := r.placeOf(name[1 : len(name)-1]); place != "" {
			return "共青团" + place + "委员会"
		}
		return ""
	}
	h := r.head(name)
	if h.sort != leveled || len(h.rest) == 0 {
		return ""
	}
	var place string
	if _, ok := r.levels.Lookup(h.level); ok {
		place = r.placeOf(h.level)
	} else if whole := r.wholePlace(h.level); r.isPlace(whole) {
		place = string(whole)
	}
	if place == "" {
		return ""
	}
	if tag, ok := r.organs.Lookup(h.rest); ok {
		kind, pattern, known := strings.Cut(tag, " ")
		if !known || kind == "party" != (len(h.party) > 0) {
			return ""
		}
		return strings.Replace(pattern, "{}", place, 1)
	}
	if len(h.party) > 0 {
		return ""
	}
	return r.official(place, h.rest)
}

// official builds the official name of a stem with an ending.
func (r *reader) official(place string, rest []rune) string {
	n := r.stemmed(rest)
	if n == 0 {
		return ""
	}
	stem, _ := r.stems.Lookup(rest[:n])
	if stem == "" {
		return ""
	}
	switch end := string(rest[n:]); end {
	case "局", "厅", "委员会":
		return place + stem + end
	case "委":
		return place + stem + "委员会"
	}
	return ""
}

// placeOf returns the place that a level word of the notice stands for: 区 in 云溪市柳湾区
// is 云溪市柳湾区, 市 there 云溪市.
func (r *reader) placeOf(level []rune) string {
	for n := len(r.place); n > 1; n-- {
		if place := r.place[:n]; hasSuffix(place, level) && (!runes.Equal(level, "区") || !runes.HasSuffix(place, "自治区")) {
			return string(place)
		}
	}
	return r.above(string(level))
}

// above returns the division above the notice's place that a level word stands for: 省
// in 芜湖市 is 安徽省.
func (r *reader) above(level string) string {
	g := r.user.Places()
	found := g.Lookup(string(r.place))
	if len(found) != 1 {
		return ""
	}
	for p, ok := g.Parent(found[0]); ok; p, ok = g.Parent(p) {
		if strings.HasSuffix(p.Name, level) {
			return p.Name
		}
	}
	return ""
}

// wholePlace puts the city before a district that the notice's own place names.
func (r *reader) wholePlace(place []rune) []rune {
	for i := range r.place {
		if hasPrefix(r.place[i:], place) {
			return r.place[:i+len(place)]
		}
	}
	return place
}
