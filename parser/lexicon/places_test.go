package lexicon

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

func TestPlacesLookup(t *testing.T) {
	g := Places()
	tests := []struct {
		name, code, path string
		level            schema.Level
		several          bool
	}{
		{"芜湖市", "340200", "芜湖市", schema.LevelCity, false},
		{"芜湖", "340200", "芜湖市", schema.LevelCity, false},
		{"利通区", "640302", "吴忠市利通区", schema.LevelCounty, false},
		{"吴忠市利通区", "640302", "吴忠市利通区", schema.LevelCounty, false},
		{"宁夏回族自治区吴忠市利通区", "640302", "吴忠市利通区", schema.LevelCounty, false},
		{"宁夏", "640000", "宁夏回族自治区", schema.LevelProvince, false},
		{"重庆市渝北区", "500112", "重庆市渝北区", schema.LevelCounty, false},
		{"上海市", "310000", "上海市", schema.LevelProvince, false},
		{"济源市", "419001", "济源市", schema.LevelCounty, false},
		{"恩施土家族苗族自治州", "422800", "恩施土家族苗族自治州", schema.LevelCity, false},
		{"恩施州", "422800", "恩施土家族苗族自治州", schema.LevelCity, false},
		{"朝阳区", "110105", "北京市朝阳区", schema.LevelCounty, true},
		{"长春市朝阳区", "220104", "长春市朝阳区", schema.LevelCounty, false},
		{"吉林", "220000", "吉林省", schema.LevelProvince, true},
		{"云溪市柳湾区", "", "", "", false},
		{"青禾县", "", "", "", false},
		{"", "", "", "", false},
	}
	for _, tt := range tests {
		found := g.Lookup(tt.name)
		if tt.code == "" {
			if len(found) != 0 {
				t.Errorf("%s: found %v", tt.name, found)
			}
			continue
		}
		if len(found) == 0 {
			t.Errorf("%s: not found", tt.name)
			continue
		}
		if p := found[0]; p.Code != tt.code || p.Level != tt.level || g.Path(p) != tt.path || len(found) > 1 != tt.several {
			t.Errorf("%s: got %+v (%s), %d in all", tt.name, p, g.Path(p), len(found))
		}
	}
}

func TestPlacesAreWhole(t *testing.T) {
	g := Places()
	seen := map[string]bool{}
	for i := range g.count() {
		p := g.place(i)
		if len(p.Code) != 6 || seen[p.Code] || p.Name == "" || p.Short == "" {
			t.Errorf("bad row %+v", p)
		}
		seen[p.Code] = true
		parent, ok := g.Parent(p)
		if ok != (p.Level != schema.LevelProvince) {
			t.Errorf("%s has no parent", p.Name)
		}
		if ok && !strings.HasPrefix(p.Code, strings.TrimRight(parent.Code, "0")) && parent.Code[:2] != p.Code[:2] {
			t.Errorf("%s lies in %s", p.Name, parent.Name)
		}
		if found := g.Lookup(g.Path(p)); len(found) == 0 || !contains(found, p) {
			t.Errorf("%s is not found by its path %s", p.Code, g.Path(p))
		}
	}
	if g.count() < 3200 {
		t.Errorf("%d divisions", g.count())
	}
}

func contains(list []Place, p Place) bool {
	for _, q := range list {
		if q.Code == p.Code {
			return true
		}
	}
	return false
}

func TestPrefix(t *testing.T) {
	if n, p := Places().Prefix([]rune("芜湖金融监管分局")); n != 2 || p[0].Code != "340200" {
		t.Errorf("got %d %v", n, p)
	}
	if n, _ := Places().Prefix([]rune("金融监管分局")); n != 0 {
		t.Errorf("got %d", n)
	}
}

// TestPlacesAreCurrent holds that places.bin says what places.tsv does.
func TestPlacesAreCurrent(t *testing.T) {
	file, err := os.ReadFile("places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	places := listedPlaces(string(file))
	text := ""
	word := func(s string) []int { // where a name stands in the text, and how long it is
		at := strings.Index(text, s)
		if at < 0 {
			at, text = len(text), text+s
		}
		return []int{at, len(s)}
	}
	var rows, starts, names []byte
	for _, p := range places {
		rows = append(rows, p.Code...)
		rows = appendShorts(t, rows, slices.Concat(word(p.Name), word(p.Short), []int{int(p.parent) + 1})...)
	}
	byMix := map[int32][]placeName{}
	for _, n := range namesOf(places) {
		byMix[mix(n.text)] = append(byMix[mix(n.text)], n)
	}
	count := 0
	for m := range int32(mixes) {
		starts = appendShorts(t, starts, count)
		for _, n := range byMix[m] {
			names = appendShorts(t, names, append(word(n.text), int(n.place))...)
			count++
		}
	}
	starts = appendShorts(t, starts, count)
	isCurrent(t, "places.bin", slices.Concat(appendShorts(t, nil, len(places), count), rows, starts, names, []byte(text)), placesFile)
}

// listedPlaces returns the divisions of a file in its order.
func listedPlaces(file string) (places []Place) {
	province, city := int32(-1), int32(-1)
	for code, names := range rows(file) {
		name, short, _ := strings.Cut(names, "\t")
		if short == "" {
			short = shorten(name)
		}
		i, p := int32(len(places)), Place{Code: code, Name: name, Short: short, Level: levelOf(code), parent: -1}
		switch p.Level {
		case schema.LevelProvince:
			province, city = i, -1
		case schema.LevelCity:
			p.parent, city = province, i
		default:
			p.parent = province
			if city >= 0 && places[city].Code[:4] == p.Code[:4] {
				p.parent = city
			}
		}
		places = append(places, p)
	}
	return places
}

// namesOf returns the full names of places, and behind them the short ones.
func namesOf(places []Place) (names []placeName) {
	for i, p := range places {
		names = append(names, placeName{p.Name, int32(i)})
	}
	for i, p := range places {
		if p.Short != p.Name {
			names = append(names, placeName{p.Short, int32(i)})
		}
		if strings.HasSuffix(p.Name, "自治州") {
			names = append(names, placeName{p.Short + "州", int32(i)}) // 恩施州
		}
	}
	return names
}

func BenchmarkPrefix(b *testing.B) {
	g, text := Places(), []rune("芜湖市金融监管分局")
	for b.Loop() {
		for i := range text {
			g.Prefix(text[i:])
		}
	}
}
