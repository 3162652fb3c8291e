package party

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"

	"github.com/policyx/policyx/extract/internal/clause"
)

// carry is what a list carries on to bare names behind.
type carry struct {
	level string // 市, 自治区, 各区, 云溪市: what a government's department takes
	party string // 市委, where it stood in the clause
	each  string // 各, 市政府各: what a class of bodies takes
	class string // 市各有关部门: the name of a class before
	owner string // 市政府: the last government whose class was named
}

// head says how a name begins.
type head struct {
	sort  headSort
	level string // 市 of 市民政局 and of 市委组织部, 云溪市 of 云溪市民政局
	party string // 市委
	rest  []rune // behind it
}

type headSort uint8

const (
	bare       headSort = iota // 民政局: takes what is carried
	leveled                    // 市民政局, 云溪市民政局
	owned                      // 人民银行云溪市分行, 柳湾镇: takes nothing, carries nothing
	collective                 // 各县区, 有关部门
)

// restore returns the full names of the items of a clause, in order; "" for what is no
// name at all.
func (r *reader) restore(items []item) []string {
	names := make([]string, len(items))
	texts := r.sharedEndings(items)
	c := carry{}
	for k := range items {
		joined := k > 0 && items[k].chunk == items[k-1].chunk && !items[k].comma
		if !joined {
			c.each, c.class = "", ""
		}
		names[k] = normal(r.full(texts[k], &c, joined))
	}
	return names
}

// full restores one name and keeps what it carries on.
func (r *reader) full(text []rune, c *carry, joined bool) string {
	if strings.HasPrefix(string(text), "各直属") && c.owner != "" {
		return c.owner + string(text) // 省政府各部门,各直属机构
	}
	if joined && c.class != "" {
		if name := sameClass(c.class, string(text)); name != "" {
			return name
		}
		if owner := ownerOf(c.class); owner != "" && directlyUnder(string(text)) {
			return owner + string(text) // 县政府有关局办、直属机构
		}
	}
	if joined && strings.HasPrefix(c.level, "各") && (string(text) == "人民政府" || string(text) == "政府") {
		return c.level + string(text) // 各县(市)区委、人民政府
	}
	if r.class(text) > 0 {
		c.class = string(text)
		c.owner = governmentOwner(c.class)
	}
	h := r.head(text)
	switch h.sort {
	case leveled:
		if joined && c.each != "" && r.governmentEnd(text) && r.isCollective(text) {
			return c.each + string(text)
		}
		c.level = h.level
		if h.party != "" {
			c.party = h.party
		}
		c.each = r.eachOf(text)
		return string(text)
	case collective:
		if joined && c.each != "" {
			if name := r.underEach(text, c.each); name != "" {
				return name
			}
		}
		if h.level != "" {
			c.level = h.level
		}
		c.each = r.eachOf(text)
		return string(text)
	case owned:
		if isYouthLeague(text) && c.level == "" {
			c.level, _, _ = strings.Cut(string(text[1:]), "委")
		}
		if joined && c.each != "" && r.isCollective(text) {
			return r.underEach(text, c.each)
		}
		return string(text)
	}
	if joined && c.each != "" && r.isCollective(text) {
		return r.underEach(text, c.each)
	}
	return r.prefixed(text, c)
}

// prefixed puts the level word before a bare name; 市委 before a party organ.
func (r *reader) prefixed(text []rune, c *carry) string {
	if c.level == "" || r.isCollective(text) {
		return string(text)
	}
	if tag, ok := r.organs.Lookup(r.noteless(text)); ok && strings.HasPrefix(tag, "party") && !strings.HasPrefix(c.level, "各") {
		if c.party != "" {
			return c.party + string(text)
		}
		if last := text[len(text)-1]; last == '部' || strings.HasPrefix(string(text), "政法委") {
			return partyOf(c.level) + string(text)
		}
	}
	return c.level + string(text)
}

// partyOf returns the party committee of a level: 市 → 市委, 自治区 → 自治区党委.
func partyOf(level string) string {
	switch level {
	case "自治区", "兵团", "镇", "乡":
		return level + "党委"
	case "街道":
		return "街道党工委"
	}
	return level + "委"
}

// noteless cuts a note in brackets off the end of a name.
func (r *reader) noteless(text []rune) []rune {
	if n := len(text); n > 0 && clause.Closes(text[n-1]) {
		for k := 1; k < n; k++ {
			if clause.Opens(text[k]) {
				return text[:k]
			}
		}
	}
	return text
}

// ownerOf returns whose class a name means: 市政府 of 市政府有关部门, 市政府各部门; "" where
// it does not say.
func ownerOf(class string) string {
	for _, word := range []string{"各", "有关", "相关"} {
		if owner, _, ok := strings.Cut(class, word); ok {
			return owner
		}
	}
	return ""
}

// governmentOwner returns whose class a name means where that is a government: 省政府 of
// 省政府各部门. 区直各部门 has none.
func governmentOwner(class string) string {
	owner := ownerOf(class)
	if strings.HasSuffix(owner, "政府") || owner == "国务院" {
		return owner
	}
	return ""
}

// sameClass restores a word that names a class like the one before it: 市有关部门、单位 →
// 市有关单位, 各镇党委、政府 → 各镇政府. "" for any other word.
func sameClass(before, word string) string {
	switch word {
	case "单位", "部门", "机构", "企业":
		for _, end := range []string{"工作部门", "部门", "单位", "机构", "企业"} {
			if head, ok := strings.CutSuffix(before, end); ok {
				return head + word
			}
		}
	case "办事处", "管委会", "管理委员会":
		if head, ok := strings.CutSuffix(before, "党工委"); ok {
			return head + word
		}
	case "政府", "人民政府":
		if head, ok := strings.CutSuffix(before, "党委"); ok {
			return head + word
		}
	}
	return ""
}

// directlyUnder reports whether a name is that of bodies right under the one before: 直属机构, 有关直属机构.
func directlyUnder(text string) bool {
	return strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(text, "有关"), "相关"), "直属")
}

// isCollective reports whether a name without 各 is a class of bodies: 街道, 开发区.
func (r *reader) isCollective(text []rune) bool {
	text = r.noteless(text)
	if n, _ := r.collectives.Suffix(text); n == len(text) && n > 0 {
		return true
	}
	n, _ := lexicon.Seats().Suffix(text)
	if n == 0 || n == len(text) {
		return false
	}
	rest := r.noteless(text[:len(text)-n])
	n, _ = r.collectives.Suffix(rest)
	return n == len(rest) && n > 0 || r.geoList(rest)
}

// eachOf returns the name up to its 各: 各 of 各乡镇, 市政府各 of 市政府各部门; a name of a
// class without 各 (市政府有关部门) has none.
func (r *reader) eachOf(text []rune) string {
	for i, c := range text {
		if c == '各' {
			return string(text[:i+1])
		}
		if clause.Opens(c) {
			break
		}
	}
	return ""
}

// underEach restores what stands behind a 、 after a name with 各: 街道 → 各街道, 直属机构
// after 市政府各部门 → 市政府直属机构. "" where nothing is to be restored.
func (r *reader) underEach(text []rune, each string) string {
	owner := strings.TrimSuffix(each, "各")
	switch s := string(text); {
	case strings.HasPrefix(s, "各"):
		if level, _ := r.levels.Prefix(text[1:]); level > 0 {
			return s // 省直各部门、各省属企业
		}
		if owner != "" && !strings.HasPrefix(s, "各直属") && r.isCollective(text[1:]) && !isGeo(text[len(text)-1]) && !r.governmentEnd(text) {
			return owner + s
		}
		return s
	case strings.HasPrefix(s, "直属"), strings.HasPrefix(s, "有关"), strings.HasPrefix(s, "相关"):
		if owner != "" {
			return owner + s
		}
		if strings.HasPrefix(s, "直属") {
			return each + s
		}
		return s
	}
	if r.isCollective(text) {
		return each + string(text)
	}
	return ""
}

func (r *reader) governmentEnd(text []rune) bool {
	return endsWith(text, "政府") || endsWith(text, "管委会")
}

// head reads how a name begins.
func (r *reader) head(text []rune) head {
	whole := r.noteless(text)
	if h, ok := r.placed(text); ok {
		return h
	}
	if _, ok := r.central.Lookup(whole); ok || isYouthLeague(whole) {
		return head{sort: owned}
	}
	if text[0] == '各' {
		return r.eachHead(text)
	}
	if n, _ := r.own.Prefix(text); n > 0 {
		switch {
		case r.class(text) > 0:
			return head{sort: collective}
		case endsWith(text[:n], "兵团") && n < len(whole) && r.known(whole[n:]):
			return r.placeHead(text[:n], text[n:])
		}
		return head{sort: owned}
	}
	if n, _ := r.stems.Prefix(text); n > 1 && isGeo(text[0]) && !r.ambiguous(text, n) {
		return head{sort: bare}
	}
	if r.known(whole) {
		return head{sort: bare}
	}
	if n, tag := r.levels.Prefix(text); n > 0 {
		if h, ok := r.levelHead(text, n, tag); ok {
			return h
		}
	}
	if beginsWith(text, "有关") || beginsWith(text, "相关") || beginsWith(text, "其他") || beginsWith(text, "其它") {
		return head{sort: collective}
	}
	if h, ok := r.strangePlace(text); ok {
		return h
	}
	if r.isOwn(whole) {
		return head{sort: owned}
	}
	if r.class(text) > 1 {
		return head{sort: collective} // 中省直驻云溪各单位
	}
	return head{sort: bare}
}

// ambiguous reports whether the level word of 市场... is one after all: 市市..., never for
// a stem that goes on with an ending.
func (r *reader) ambiguous(text []rune, n int) bool {
	rest := text[1:]
	return r.known(rest) && !r.known(text)
}

// levelHead reads a name that begins with a level word of n runes.
func (r *reader) levelHead(text []rune, n int, tag string) (head, bool) {
	rest := text[n:]
	if tag == "party" {
		word := string(text[:n])
		return head{sort: leveled, level: governmentOf(word), party: word, rest: rest}, true
	}
	if len(rest) == 0 {
		return head{sort: owned}, true
	}
	if isGeo(rest[0]) && !r.begins(rest) {
		return head{sort: collective}, true // 县区人民政府
	}
	word := text[0]
	if (word == '镇' || word == '乡' || word == '师' || n == 2 && (beginsWith(text, "街道") || beginsWith(text, "地区"))) && !r.begins(rest) {
		if n, _ := r.ending(rest); n == 0 || n == len(rest) {
			return head{}, false
		}
	}
	return head{sort: leveled, level: string(text[:n]), rest: rest}, true
}

// governmentOf is the level word of a party committee: 市委 → 市.
func governmentOf(party string) string {
	for _, end := range []string{"党工委", "党委", "委"} {
		if s, ok := strings.CutSuffix(party, end); ok {
			return s
		}
	}
	return party
}

// eachHead reads a name that begins with 各: 各区民政局 carries 各区 on.
func (r *reader) eachHead(text []rune) head {
	k := 1
	for k < len(text) && k < maxName {
		if n, _ := r.kinds.Prefix(text[k:]); n > 1 {
			k += n
			continue
		}
		if !isGeo(text[k]) && !clause.Opens(text[k]) && !clause.Closes(text[k]) && text[k] != '、' {
			break
		}
		if n, _ := r.stems.Prefix(text[k:]); k > 1 && n > 1 && !r.ambiguous(text[k:], n) {
			break // 各区市场监管部门
		}
		k++
	}
	if k > 1 && k < len(text) && (r.stemmed(r.noteless(text[k:])) > 0 || r.ofCommittee(text[k:])) {
		return head{sort: leveled, level: string(text[:k]), rest: text[k:]}
	}
	return head{sort: collective}
}

// ofCommittee reports whether what stands behind 各 and its places is a party committee, 委, or an organ of one:
// 各县(市)区党委组织部.
func (r *reader) ofCommittee(rest []rune) bool {
	organ := []rune(strings.TrimPrefix(strings.TrimPrefix(string(rest), "党"), "委"))
	if len(organ) == 0 {
		return rest[0] == '委'
	}
	tag, ok := r.organs.Lookup(organ)
	return ok && len(organ) < len(rest) && strings.HasPrefix(tag, "party")
}

// placed reads a name that begins with a place of the context.
func (r *reader) placed(text []rune) (head, bool) {
	for _, p := range r.places {
		if !hasPrefix(text, p) {
			continue
		}
		rest := text[len(p):]
		switch {
		case len(rest) == 0:
			return head{sort: owned}, true
		case rest[0] == '各' || rest[0] == '有' || rest[0] == '相':
			return head{sort: collective}, true
		case isGeo(p[len(p)-1]) && (r.known(r.noteless(rest)) || rest[0] == '委'):
			return r.placeHead(p, rest), true
		}
		return head{sort: owned, rest: rest}, true
	}
	return head{}, false
}

func (r *reader) placeHead(place, rest []rune) head {
	h := head{sort: leveled, level: string(place), rest: rest}
	if rest[0] == '委' {
		h.party, h.rest = string(place)+"委", rest[1:]
	}
	return h
}

// strangePlace reads a name that begins with a division the context does not know:
// 青石县民政局 (carried on), 青石民政分局 (not).
func (r *reader) strangePlace(text []rune) (head, bool) {
	whole := r.noteless(text)
	for k := 2; k <= 8 && k < len(whole); k++ {
		if isGeo(whole[k-1]) && (r.known(whole[k:]) || whole[k] == '委' && (k+1 == len(whole) || r.known(whole[k+1:]))) {
			return r.placeHead(whole[:k], text[k:]), true
		}
	}
	if n, _ := r.stems.Prefix(whole); n > 1 {
		return head{}, false
	}
	if r.ofPlace(whole) {
		return head{sort: owned}, true
	}
	for k := 2; k <= 4 && k < len(whole)-2; k++ {
		if n := r.stemmed(whole[k:]); n > 1 && r.isBranch(whole[k+n:]) {
			return head{sort: owned}, true
		}
	}
	return head{}, false
}

// ofPlace reports whether a name begins with the short name of a province or a city:
// 芜湖供电局.
func (r *reader) ofPlace(text []rune) bool {
	n, found := r.user.Places().Prefix(text)
	return n > 0 && n < len(text)-1 && found[0].Level != schema.LevelCounty
}

// isBranch reports whether an ending is that of a body named after the place it covers.
func (r *reader) isBranch(ending []rune) bool {
	switch string(ending) {
	case "分局", "支队", "大队", "总队", "总站", "边检站":
		return true
	}
	return false
}

// isOwn reports whether a name carries its own place or owner by what it ends in.
func (r *reader) isOwn(text []rune) bool {
	n := len(text)
	if n == 0 {
		return false
	}
	if k, _ := r.ownEndings.Suffix(text); k > 0 {
		return true
	}
	switch text[n-1] {
	case '镇', '乡', '村', '县', '旗', '州', '区', '省', '市':
		return true
	case '道':
		return n > 1 && text[n-2] == '街'
	}
	s := string(text)
	return strings.Contains(s, "镇人民政府") || strings.Contains(s, "乡人民政府")
}

// normal writes a name with the brackets of print.
func normal(name string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case clause.Opens(c):
			return '（'
		case clause.Closes(c):
			return '）'
		}
		return c
	}, name)
}
