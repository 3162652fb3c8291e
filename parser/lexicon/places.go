package lexicon

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/policyx/policyx/schema"
)

// Place is an administrative division of China.
type Place struct {
	Code  string       // GB/T 2260, six digits: 340200
	Name  string       // 芜湖市
	Short string       // 芜湖
	Level schema.Level // 直辖市 are provinces, 县级市 counties

	parent int32 // index, -1 for a province
}

// Gazetteer knows the divisions of China down to the county. It is immutable.
type Gazetteer struct {
	places []Place
	built  int32       // how many of them are built in
	names  []placeName // full names of the built-in places, their short names, then a user's
	heads  [1 << 12]int32
}

// placeName is a name of a place. Names whose first two runes mix to the same number make a chain.
type placeName struct {
	text  string
	place int32
	next  int32 // 1 + the next name of the chain; 0 for none
}

// Places returns the divisions, loaded on first use.
var Places = sync.OnceValue(func() *Gazetteer { return newGazetteer(placesFile) })

func newGazetteer(file string) *Gazetteer {
	most := strings.Count(file, "\n") + 1
	g := &Gazetteer{places: make([]Place, 0, most), names: make([]placeName, 0, 2*most+64)}
	province, city := int32(-1), int32(-1)
	for code, names := range rows(file) {
		name, short, _ := strings.Cut(names, "\t")
		if short == "" {
			short = shorten(name)
		}
		i, p := len(g.places), Place{Code: code, Name: name, Short: short, Level: levelOf(code, name), parent: -1}
		switch {
		case strings.HasSuffix(p.Code, "0000"):
			province, city = int32(i), -1
		case strings.HasSuffix(p.Code, "00"):
			p.parent, city = province, int32(i)
		default:
			p.parent = province
			if city >= 0 && g.places[city].Code[:4] == p.Code[:4] {
				p.parent = city
			}
		}
		g.places = append(g.places, p)
		g.name(name, int32(i))
	}
	g.built = int32(len(g.places))
	for i, p := range g.places {
		if p.Short != p.Name {
			g.name(p.Short, int32(i))
		}
		if strings.HasSuffix(p.Name, "自治州") {
			g.name(p.Short+"州", int32(i)) // 恩施州
		}
	}
	return g
}

// name enters a name of a place.
func (g *Gazetteer) name(text string, place int32) {
	head := &g.heads[mix(text)]
	g.names = append(g.names, placeName{text, place, *head})
	*head = int32(len(g.names))
}

// mix returns a number of twelve bits for the first two runes of a text.
func mix(text string) int32 {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	return mixed(first, second)
}

func mixed(first, second rune) int32 { return (first*31 + second) & (1<<12 - 1) }

// named returns the places of a name, the higher level first, a user's last.
func (g *Gazetteer) named(name string) (found []int32) {
	for at := g.heads[mix(name)]; at > 0; at = g.names[at-1].next {
		if n := &g.names[at-1]; n.text == name {
			found = append(found, n.place)
		}
	}
	slices.Reverse(found) // a chain begins with the name that was entered last
	slices.SortStableFunc(found, func(a, b int32) int { return g.rank(a) - g.rank(b) })
	return found
}

func (g *Gazetteer) rank(place int32) int {
	if place >= g.built {
		return 3
	}
	return rank(g.places[place])
}

// clone returns a copy that places can be added to.
func (g *Gazetteer) clone() *Gazetteer {
	c := *g
	c.places, c.names = slices.Clone(g.places), slices.Clone(g.names)
	return &c
}

// add puts a place behind those of its names.
func (g *Gazetteer) add(p Place) {
	i := int32(len(g.places))
	g.places = append(g.places, p)
	g.name(p.Name, i)
	if p.Short != p.Name {
		g.name(p.Short, i)
	}
}

func levelOf(code, name string) schema.Level {
	switch {
	case strings.HasSuffix(code, "0000"):
		return schema.LevelProvince
	case strings.HasSuffix(code, "00"):
		return schema.LevelCity
	}
	return schema.LevelCounty
}

func rank(p Place) int {
	switch p.Level {
	case schema.LevelProvince:
		return 0
	case schema.LevelCity:
		return 1
	}
	return 2
}

// shorten cuts the word for the level off a name of three characters or more.
func shorten(name string) string {
	last, size := utf8.DecodeLastRuneInString(name)
	switch last {
	case '区':
		for _, kind := range []string{"特别行政", "林", "地", "新", "矿"} {
			if s, ok := strings.CutSuffix(name[:len(name)-size], kind); ok && utf8.RuneCountInString(s) >= 2 {
				return s
			}
		}
	case '省', '市', '县', '盟':
	default:
		return name
	}
	if s := name[:len(name)-size]; utf8.RuneCountInString(s) >= 2 {
		return s
	}
	return name
}

// Lookup returns the divisions that a name stands for, the higher level first: a full
// name (芜湖市), a short one (芜湖), or a path (吴忠市利通区, 宁夏回族自治区吴忠市). Several
// where divisions share the name (朝阳区), none for an unknown name.
func (g *Gazetteer) Lookup(name string) []Place {
	var found []Place
	for _, i := range g.lookup(name) {
		found = append(found, g.places[i])
	}
	return found
}

func (g *Gazetteer) lookup(name string) []int32 {
	if list := g.named(name); len(list) > 0 {
		return list
	}
	if len(name) > 120 {
		return nil
	}
	for at := range name {
		head := g.named(name[:at])
		if len(head) == 0 {
			continue
		}
		var found []int32
		for _, t := range g.lookup(name[at:]) {
			if slices.ContainsFunc(head, func(h int32) bool { return g.within(t, h) }) {
				found = append(found, t)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// within reports whether division i lies in division outer.
func (g *Gazetteer) within(i, outer int32) bool {
	for i = g.places[i].parent; i >= 0; i = g.places[i].parent {
		if i == outer {
			return true
		}
	}
	return false
}

// Parent returns the division that p lies in; false for a province.
func (g *Gazetteer) Parent(p Place) (Place, bool) {
	if p.parent < 0 {
		return Place{}, false
	}
	return g.places[p.parent], true
}

// Path returns the full name of p as documents write it: a city or province alone, a
// county behind its city (吴忠市利通区) or municipality (重庆市渝北区), a county that its
// province governs directly alone (济源市).
func (g *Gazetteer) Path(p Place) string {
	parent, ok := g.Parent(p)
	if p.Level != schema.LevelCounty || !ok || parent.Level == schema.LevelProvince && !strings.HasSuffix(parent.Name, "市") {
		return p.Name
	}
	return parent.Name + p.Name
}

// Prefix returns the length in runes of the longest full or short name of a division
// that text begins with, and the divisions it stands for; 0 where none does.
func (g *Gazetteer) Prefix(text []rune) (int, []Place) {
	if len(text) < 2 {
		return 0, nil
	}
	length, name := 0, ""
	for at := g.heads[mixed(text[0], text[1])]; at > 0; at = g.names[at-1].next {
		if n := runesOf(text, g.names[at-1].text); n > length {
			length, name = n, g.names[at-1].text
		}
	}
	if length == 0 {
		return 0, nil
	}
	return length, g.Lookup(name)
}

// runesOf returns the length of a name in runes, where text begins with it; else 0.
func runesOf(text []rune, name string) (n int) {
	for _, r := range name {
		if n == len(text) || text[n] != r {
			return 0
		}
		n++
	}
	return n
}
