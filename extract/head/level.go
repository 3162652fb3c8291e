package head

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// isState reports whether an issuer, or the first of several, is an organ of the state or the
// Party's centre.
func isState(name string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(name, "、", " "), " ")
	if _, ok := lexicon.Central().Lookup([]rune(source.Squeeze(first))); ok {
		return true
	}
	return lexicon.StateOrgans().Begins(name) && (!strings.HasPrefix(name, "国家税务总局") || strings.HasPrefix(name, "国家税务总局关于"))
}

// levelOfIssuer returns the level that an issuer without a place begins with: 市促进旅游业发展领导
// 小组办公室.
func levelOfIssuer(issuer string) schema.Level {
	first, _ := utf8.DecodeRuneInString(issuer)
	return levelWords[first]
}

// levelWords stand before the names of a level's own departments: 市民政局.
var levelWords = map[rune]schema.Level{
	'省': schema.LevelProvince,
	'市': schema.LevelCity, '州': schema.LevelCity,
	'县': schema.LevelCounty, '区': schema.LevelCounty, '旗': schema.LevelCounty,
}

// levelFromText guesses the level from the addressees: 各县市区 is written to by a city.
func (x *reader) levelFromText() schema.Level {
	key := source.Squeeze(string(x.doc.Text[x.head.Addressees.Start:x.head.Addressees.End]))
	for _, row := range levelSigns {
		for _, sign := range row.signs {
			if strings.Contains(key, sign) {
				return row.level
			}
		}
	}
	return x.levelFromDepartments()
}

// levelSigns are words of addressees that only one level uses, the surest first.
var levelSigns = []struct {
	level schema.Level
	signs []string
}{
	{schema.LevelState, []string{"各省、自治区"}},
	{schema.LevelProvince, []string{"省政府各", "省直", "各地级以上市", "各设区市", "各市(州)", "各市、州", "自治区直", "各盟市"}},
	{schema.LevelCity, []string{"市政府各", "市直", "各区市", "各县市区", "各县(市", "各县区", "各区县", "各县、区", "各市县", "州直"}},
	{schema.LevelCounty, []string{"各乡镇", "各镇", "区直", "县直", "各街道", "旗直", "各苏木"}},
}

// levelFromDepartments counts the level words before the names of the first clauses:
// 市民政局 is written by a city.
func (x *reader) levelFromDepartments() schema.Level {
	s := x.stream
	count := map[schema.Level]int{}
	for i := 1; i+2 < s.Len(); i++ {
		switch s.Runes[i-1] {
		case '(', ':', '、', ',':
		default:
			if s.Gap(i) != lex.Boundary {
				continue
			}
		}
		level, ok := levelWords[s.Runes[i]]
		if !ok || !source.IsHan(s.Runes[i+1]) {
			continue // 县(市、区)水利局 is every county's
		}
		for j := i + 2; j < i+12 && j < s.Len(); j++ {
			if r := s.Runes[j]; r == '局' || r == '委' || r == '厅' {
				count[level]++
				break
			} else if !source.IsHan(r) {
				break
			}
		}
	}
	best := schema.Level("")
	for _, level := range []schema.Level{schema.LevelProvince, schema.LevelCity, schema.LevelCounty} {
		if count[level] > count[best] {
			best = level
		}
	}
	others := 0
	for level, n := range count {
		if level != best {
			others += n
		}
	}
	if count[best] < 2*others {
		return "" // departments of several levels: nobody's own
	}
	return best
}

// suffixes are the words that end the names of places, by level.
var suffixes = []struct {
	level schema.Level
	words []string
}{
	{schema.LevelProvince, []string{"省", "自治区", "兵团"}},
	{schema.LevelTownship, []string{"镇", "乡", "街道", "苏木"}},
	{schema.LevelCounty, []string{"县", "旗", "区"}},
	{schema.LevelCity, []string{"市", "州", "盟", "地区"}},
}

// levelOf returns the level of a place: the gazetteer's, else the one that its name
// shows; "" where it shows none.
func (x *reader) levelOf(name string) schema.Level {
	if found := x.opts.Places.Lookup(name); len(found) > 0 {
		return found[0].Level
	}
	for _, row := range suffixes {
		for _, suffix := range row.words {
			if strings.HasSuffix(name, suffix) {
				return row.level
			}
		}
	}
	return ""
}

// known reports whether a place is a division, or a township, which no list here has.
func (x *reader) known(name string) bool {
	return len(x.opts.Places.Lookup(name)) > 0 || x.levelOf(name) == schema.LevelTownship
}
