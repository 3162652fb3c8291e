package lexicon

import (
	_ "embed" // of the file
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
	madePlaces
	own      []Place               // a user's, numbered behind those that are built in
	ownNames map[int32][]placeName // theirs, by [mix]
}

// madePlaces are the built-in divisions as the file has them. Their rows are read when one is asked for, so that a start
// takes nothing.
type madePlaces struct {
	places string // a row of placeSize bytes each
	starts string // for each number of [mix], the first of its names
	names  string // a row of nameSize bytes each: full names, and behind them short ones
	text   string // what the names are ranges of
}

// Rows hold a code and numbers of two bytes: where a name begins in the text and how long it is, twice; 1 + the
// place that it lies in. Those of names: the same of one name, and its place.
const (
	codeSize  = 6
	placeSize = codeSize + 10
	nameSize  = 6
)

type placeName struct {
	text  string
	place int32
}

// placesFile has the divisions of places.tsv: how many there are, how many names they have, and the parts of madePlaces.
//
//go:embed places.bin
var placesFile string

// Places returns the divisions, loaded on first use.
var Places = sync.OnceValue(func() *Gazetteer {
	rest := placesFile[4:]
	cut := func(n int) (part string) {
		part, rest = rest[:n], rest[n:]
		return part
	}
	var m madePlaces
	m.places = cut(int(short(placesFile, 0)) * placeSize)
	m.starts = cut((mixes + 1) * 2)
	m.names = cut(int(short(placesFile, 2)) * nameSize)
	m.text = rest
	return &Gazetteer{madePlaces: m}
})

// built is how many places are built in.
func (m *madePlaces) built() int32 { return int32(len(m.places) / placeSize) }

// word returns the name whose range stands at a byte of a row.
func (m *madePlaces) word(row string, at int) string {
	begin := short(row, at)
	return m.text[begin : begin+short(row, at+2)]
}

// place returns a built-in place.
func (m *madePlaces) place(i int32) Place {
	row := m.places[i*placeSize:][:placeSize]
	code, name := row[:codeSize], m.word(row, codeSize)
	return Place{Code: code, Name: name, Short: m.word(row, codeSize+4), Level: levelOf(code), parent: short(row, codeSize+8) - 1}
}

// named returns the rows of the names that mix to a number.
func (m *madePlaces) named(mixed int32) string {
	return m.names[short(m.starts, int(mixed)*2)*nameSize : short(m.starts, int(mixed)*2+2)*nameSize]
}

// count is how many places there are.
func (g *Gazetteer) count() int32 { return g.built() + int32(len(g.own)) }

func (g *Gazetteer) place(i int32) Place {
	if n := g.built(); i >= n {
		return g.own[i-n]
	}
	return g.madePlaces.place(i)
}

// add puts a place behind those of its names.
func (g *Gazetteer) add(p Place) {
	if g.ownNames == nil {
		g.ownNames = map[int32][]placeName{}
	}
	i := g.count()
	g.own = append(g.own, p)
	g.name(p.Name, i)
	if p.Short != p.Name {
		g.name(p.Short, i)
	}
}

// name enters a name of a place.
func (g *Gazetteer) name(text string, place int32) {
	m := mix(text)
	g.ownNames[m] = append(g.ownNames[m], placeName{text, place})
}

// mixes is how many numbers [mix] returns.
const mixes = 1 << 12

// mix returns a number for the first two runes of a text. Names are found by it.
func mix(text string) int32 {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	return mixed(first, second)
}

func mixed(first, second rune) int32 { return (first*31 + second) & (mixes - 1) }

// named returns the places of a name, the higher level first, a user's last.
func (g *Gazetteer) named(name string) (found []int32) {
	mixed := mix(name)
	for rows := g.madePlaces.named(mixed); rows != ""; rows = rows[nameSize:] {
		if g.word(rows, 0) == name {
			found = append(found, short(rows, 4))
		}
	}
	for _, n := range g.ownNames[mixed] {
		if n.text == name {
			found = append(found, n.place)
		}
	}
	if len(found) > 1 {
		slices.SortStableFunc(found, func(a, b int32) int { return g.rank(a) - g.rank(b) })
	}
	return found
}

func (g *Gazetteer) rank(place int32) int {
	if place >= g.built() {
		return 3
	}
	return rank(g.place(place))
}

func levelOf(code string) schema.Level {
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
		found = append(found, g.place(i))
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
	for i = g.place(i).parent; i >= 0; i = g.place(i).parent {
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
	return g.place(p.parent), true
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
	try := func(other string) {
		if n := runesOf(text, other); n > length {
			length, name = n, other
		}
	}
	mixed := mixed(text[0], text[1])
	for rows := g.madePlaces.named(mixed); rows != ""; rows = rows[nameSize:] {
		try(g.word(rows, 0))
	}
	for _, n := range g.ownNames[mixed] {
		try(n.text)
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
