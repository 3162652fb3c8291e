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
	byName map[string][]int32 // full and short names, the higher level first
	begins [1 << 10]uint64    // a bit for the first two runes of each name, mixed: most texts begin with no name
}

// Places returns the divisions, loaded on first use (about 2 ms).
var Places = sync.OnceValue(func() *Gazetteer { return newGazetteer(lines(placesFile)) })

func newGazetteer(entries []Entry) *Gazetteer {
	g := &Gazetteer{places: make([]Place, len(entries)), byName: make(map[string][]int32, 2*len(entries))}
	province, city := int32(-1), int32(-1)
	for i, e := range entries {
		name, short, _ := strings.Cut(e.Tag, "\t")
		if short == "" {
			short = shorten(name)
		}
		p := Place{Code: e.Word, Name: name, Short: short, Level: levelOf(e.Word, name), parent: -1}
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
		g.places[i] = p
	}
	names := names{g, make([]int32, 0, 2*len(entries)+64), map[string]bool{}}
	for i, p := range g.places {
		names.add(p.Name, int32(i))
	}
	for i, p := range g.places {
		if p.Short != p.Name {
			names.add(p.Short, int32(i))
		}
		if strings.HasSuffix(p.Name, "自治州") {
			names.add(p.Short+"州", int32(i)) // 恩施州
		}
	}
	for name := range names.shared {
		slices.SortStableFunc(g.byName[name], func(a, b int32) int { return rank(g.places[a]) - rank(g.places[b]) })
	}
	return g
}

// names enters the names of places. Most stand for one place: those share one list.
type names struct {
	*Gazetteer
	single []int32
	shared map[string]bool // names of several places
}

func (n *names) add(name string, place int32) {
	n.begin(name)
	if list, ok := n.byName[name]; ok {
		n.byName[name], n.shared[name] = append(list, place), true
		return
	}
	n.single = append(n.single, place)
	at := len(n.single)
	n.byName[name] = n.single[at-1 : at : at]
}

// clone returns a copy that places can be added to.
func (g *Gazetteer) clone() *Gazetteer {
	c := &Gazetteer{places: slices.Clone(g.places), byName: make(map[string][]int32, len(g.byName)+16), begins: g.begins}
	for name, list := range g.byName {
		c.byName[name] = list[:len(list):len(list)]
	}
	return c
}

// add puts a place behind those of its names.
func (g *Gazetteer) add(p Place) {
	i := int32(len(g.places))
	g.places = append(g.places, p)
	g.begin(p.Name)
	g.byName[p.Name] = append(g.byName[p.Name], i)
	if p.Short != p.Name {
		g.begin(p.Short)
		g.byName[p.Short] = append(g.byName[p.Short], i)
	}
}

// begin enters the first two runes of a name.
func (g *Gazetteer) begin(name string) {
	first, size := utf8.DecodeRuneInString(name)
	second, _ := utf8.DecodeRuneInString(name[size:])
	bit := mix(first, second)
	g.begins[bit>>6] |= 1 << (bit & 63)
}

// mix returns a number of 16 bits for two runes.
func mix(first, second rune) uint16 { return uint16(first)*31 + uint16(second) }

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
	for _, end := range []string{"特别行政区", "林区", "地区", "新区", "矿区", "省", "市", "县", "区", "盟"} {
		if s, ok := strings.CutSuffix(name, end); ok && utf8.RuneCountInString(s) >= 2 {
			return s
		}
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
	if list := g.byName[name]; len(list) > 0 {
		return list
	}
	if len(name) > 120 {
		return nil
	}
	for at := range name {
		head, tail := g.byName[name[:at]], g.byName[name[at:]]
		if len(head) == 0 {
			continue
		}
		if len(tail) == 0 {
			tail = g.lookup(name[at:])
		}
		var found []int32
		for _, t := range tail {
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
	if bit := mix(text[0], text[1]); g.begins[bit>>6]&(1<<(bit&63)) == 0 {
		return 0, nil
	}
	n := min(len(text), 15)
	for name := string(text[:n]); n >= 2; n-- {
		if list := g.byName[name]; len(list) > 0 {
			return n, g.Lookup(name)
		}
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	return 0, nil
}
