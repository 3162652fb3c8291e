package filter

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// office is what a name of a department says: 云溪市民政局 works on 民政, for the place 云溪市.
type office struct {
	works []string     // sorted; of a body that the lexicon does not know, its name
	seat               // whose it is; the zero value in a bare name
	level schema.Level // without a level word, what the name shows: 厅 a province, an organ of the state
}

// seat is whose a body is: of a place, of the notice's own city (市), or of each of some places (各县(市、区)).
type seat struct {
	words []string // level words: 市; 县, 市 and 区; every
	place string   // 云溪市柳湾区, "" for level words alone
	each  bool     // 各 stands before the words, or there are several
}

// every is the level word of 各级 and 各地, which stands for any.
const every = "各"

// offices reads a name: the department and, where a bracket at its end names one, that one as well
// (市发展改革委(市粮食和物资储备局)).
func (w *words) offices(name string) []office {
	name = source.Squeeze(name)
	if i := strings.LastIndex(name, "("); i > 0 && strings.HasSuffix(name, ")") {
		inner := name[i+1 : len(name)-1]
		if whole, ok := w.known(name); ok {
			return []office{whole}
		}
		list := w.offices(name[:i])
		if second, ok := w.known(inner); ok {
			list = append(list, second)
		}
		return list
	}
	return []office{w.office(name)}
}

// office reads a name without such a bracket.
func (w *words) office(name string) office {
	if o, ok := w.known(name); ok {
		return o
	}
	if s, ok := w.seat(name); ok { // 各县区 and 青石县 stand for their governments
		return office{works: []string{government}, seat: s}
	}
	for i := range name {
		s, ok := w.seat(name[:i])
		if ok && !beginsLevel(name[i:]) && w.body(name[i:], s) && !w.begins(name) {
			return office{works: []string{name[i:]}, seat: s}
		}
	}
	return office{works: []string{name}}
}

// body reports whether a text that the lexicon does not know is a body behind whose it is: 大剧院 of 云溪市,
// 低空办 of a 市, but 民中心 of none.
func (w *words) body(text string, s seat) bool {
	n, kind := w.endings.Suffix([]rune(text))
	return n > 0 && (s.place != "" || kind == string(schema.KindDepartment))
}

// begins reports whether a stem of the lexicon begins a name: 市场服务中心 is no 场服务中心 of a city.
func (w *words) begins(name string) bool {
	n, _ := w.stems.Prefix([]rune(name))
	return n > 1
}

// known reads a name that ends in a body of the lexicon. What stands before it is nothing, or whose
// it is; the shortest beginning that leaves a body counts.
func (w *words) known(name string) (office, bool) {
	if official, ok := w.central.Lookup([]rune(name)); ok {
		o := office{works: w.state(official, name), level: schema.LevelState}
		if _, own := lexicon.OwnNames().Lookup([]rune(name)); own {
			o.level = "" // 人民银行 has branches everywhere
		}
		return o, true
	}
	if o, ok := w.league(name); ok {
		return o, true
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "中共"), "国家税务总局")
	for i := range name {
		head, body := name[:i], name[i:]
		works := w.works(body)
		if works == nil {
			continue
		}
		if i == 0 {
			o := office{works: works}
			if strings.HasSuffix(body, "厅") && works[0] != government {
				o.level = schema.LevelProvince
			}
			return o, true
		}
		if _, organ := w.organs.Lookup([]rune(body)); organ {
			head = strings.TrimSuffix(strings.TrimSuffix(head, "委"), "党")
		}
		if s, ok := w.seat(head); ok {
			return office{works: works, seat: s}, true
		}
	}
	return w.branch(name)
}

// state returns the works of an organ of the state by its official name.
func (w *words) state(official, name string) []string {
	rest := official
	if rest == "" {
		rest = name
	}
	for _, head := range []string{"", "中华人民共和国", "国务院", "中共中央", "中华全国", "国家", "中国"} {
		rest = strings.TrimPrefix(rest, head)
		for _, end := range []string{"", "部", "总局", "署"} {
			if stem, ok := strings.CutSuffix(rest, end); ok && end != "" && w.isStem(stem) {
				return w.parts(stem)
			}
		}
		if works := w.works(rest); works != nil {
			return works
		}
	}
	return []string{rest}
}

// youth is the work of the Communist Youth League, whose names have the level word inside: 团市委.
const youth = "共青团"

func (w *words) league(name string) (office, bool) {
	inner, ok := strings.CutPrefix(name, youth)
	if !ok {
		inner, ok = strings.CutPrefix(name, "团")
	}
	place, isLeague := strings.CutSuffix(strings.TrimSuffix(inner, "员会"), "委")
	if !ok || !isLeague {
		return office{}, false
	}
	s, ok := w.seat(place)
	return office{works: []string{youth}, seat: s}, ok
}

// branch reads the branch of a bank or a company at a place: 人民银行云溪市分行.
func (w *words) branch(name string) (office, bool) {
	name = strings.TrimPrefix(name, "中国")
	n, _ := lexicon.OwnNames().Prefix([]rune(name))
	head := string([]rune(name)[:n])
	for _, end := range []string{"中心支行", "分行", "支行", "分公司"} {
		place, ok := strings.CutSuffix(name[len(head):], end)
		if !ok || n < 2 {
			continue
		}
		if s, ok := w.seat(place); ok {
			return office{works: w.bank(head), seat: s}, true
		}
	}
	return office{}, false
}

// bank returns the work of a body by its own name, which may be short: 人行.
func (w *words) bank(name string) []string {
	if works := w.works(name); works != nil {
		return works
	}
	if official, ok := w.central.Lookup([]rune(name)); ok {
		return w.state(official, name)
	}
	return []string{name}
}

// seat reads whose a body is: a level word (市), a class of places (各县(市、区), 各级) or a place
// (云溪市, 云溪市柳湾区, 芜湖). It reports false for anything else.
func (w *words) seat(head string) (s seat, ok bool) {
	if head == "" {
		return seat{}, false
	}
	class, each := strings.CutPrefix(head, every)
	if each && (class == "级" || class == "地") {
		return seat{words: []string{every}, each: true}, true
	}
	if list := levels(class); list != nil {
		return seat{words: list, each: each || len(list) > 1}, true
	}
	if word := levelWord(head); word != "" && !each && utf8.RuneCountInString(head) > utf8.RuneCountInString(word)+1 {
		return seat{words: []string{word}, place: head}, true
	}
	if found := w.places.Lookup(head); len(found) > 0 {
		return seat{words: []string{levelWord(found[0].Name)}, place: found[0].Name}, true
	}
	return seat{}, false
}

// beside are what stands among level words and names no level: 各设区市, 相关县(市、区), 省级.
var beside = []string{"(", ")", "[", "]", "、", ",", "和", "及", "有关", "相关", "设区", "地级以上", "级"}

// levels returns the level words that a text consists of, those of beside aside; nil for any other.
func levels(text string) (list []string) {
	for text != "" {
		if i := slices.IndexFunc(beside, func(word string) bool { return strings.HasPrefix(text, word) }); i >= 0 {
			text = text[len(beside[i]):]
			continue
		}
		word := ""
		for _, l := range levelWords {
			if strings.HasPrefix(text, l.word) {
				word = l.word
				break
			}
		}
		if word == "" {
			return nil
		}
		list, text = append(list, short(word)), text[len(word):]
	}
	return list
}

// levelWords are the words of levels, a longer one before those that it ends or begins in.
var levelWords = []struct {
	word  string
	level schema.Level
}{
	{"自治区", schema.LevelProvince}, {"自治州", schema.LevelCity}, {"自治县", schema.LevelCounty}, {"自治旗", schema.LevelCounty},
	{"地区", schema.LevelCity}, {"街道", schema.LevelTownship}, {"苏木", schema.LevelTownship},
	{"省", schema.LevelProvince}, {"市", schema.LevelCity}, {"州", schema.LevelCity}, {"盟", schema.LevelCity},
	{"县", schema.LevelCounty}, {"区", schema.LevelCounty}, {"旗", schema.LevelCounty},
	{"镇", schema.LevelTownship}, {"乡", schema.LevelTownship},
}

// levelWord returns the level word that a place ends in, as offices of such a place put it before
// their names (市民政局); "" for none.
func levelWord(place string) string {
	for _, l := range levelWords {
		if strings.HasSuffix(place, l.word) {
			return short(l.word)
		}
	}
	return ""
}

// short is the word that an office of such a place puts before its name: 县 in a 自治县.
func short(word string) string {
	if word == "自治区" {
		return word
	}
	return strings.TrimPrefix(word, "自治")
}

// levelOf is the level that a word stands for.
func levelOf(word string) schema.Level {
	for _, l := range levelWords {
		if l.word == word {
			return l.level
		}
	}
	return ""
}
