package extract

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// place decides the notice's jurisdiction and level, and what the department family
// has to know of them.
func (x *extractor) place(h *parser.Head, m *schema.Metadata) {
	name, span := x.jurisdiction(h, m)
	if isState(m.Issuer) || name == "" && isState(m.Title) {
		m.Level = schema.LevelState
		x.party = party.Context{Level: m.Level, Words: x.words()}
		return
	}
	if name != "" {
		m.Jurisdiction, m.Spans.Jurisdiction = name, span
	}
	if full := x.fullPlace(name); full != "" {
		m.Jurisdiction = full
	}
	m.Level = x.levelOf(folded(m.Jurisdiction))
	if m.Level == "" {
		m.Level = levelOfIssuer(m.Issuer)
	}
	if m.Level == "" {
		m.Level = x.levelFromText(h)
	}
	if name == "" && x.opts.Place == "" {
		if name, span = x.namedPlace(m.Level); name != "" {
			m.Jurisdiction, m.Spans.Jurisdiction = name, span
		}
	}
	if found := x.divisions().Lookup(folded(m.Jurisdiction)); len(found) == 1 {
		m.JurisdictionCode = found[0].Code
	}
	x.party = party.Context{Level: m.Level, Place: folded(m.Jurisdiction), Words: x.words()}
	if x.opts.Place != "" {
		x.party.Place = folded(x.opts.Place)
		if m.Level == "" {
			x.party.Level = x.levelOf(x.party.Place)
		}
	}
	if name != "" && !x.known(folded(name)) {
		x.remark(schema.Warning, schema.UnknownPlace, block.Range{Start: span.Start, End: span.End}, "%s is no known administrative division; it is kept as written.", name)
	}
}

// fullPlace returns the full name of a place that a notice calls by less: a county or a district
// with its city, an autonomous prefecture by its short name and 州. It is "" for any other name, and
// where two places have the name.
func (x *extractor) fullPlace(name string) string {
	short, ok := strings.CutSuffix(folded(name), "州")
	if !ok {
		found := x.divisions().Lookup(folded(name))
		if len(found) != 1 || found[0].Name != folded(name) || strings.HasSuffix(name, "市") {
			return ""
		}
		return x.divisions().Path(found[0])
	}
	for _, p := range x.divisions().Lookup(short) {
		if strings.HasSuffix(p.Name, "自治州") {
			return p.Name
		}
	}
	return ""
}

// levelOfIssuer returns the level that an issuer without a place begins with: 市促进旅游业发展领导
// 小组办公室.
func levelOfIssuer(issuer string) schema.Level {
	for r, level := range map[string]schema.Level{"省": schema.LevelProvince, "市": schema.LevelCity, "州": schema.LevelCity, "县": schema.LevelCounty, "区": schema.LevelCounty, "旗": schema.LevelCounty} {
		if strings.HasPrefix(issuer, r) {
			return level
		}
	}
	return ""
}

// governmentWords end the part of an issuer that is its place.
var governmentWords = []string{"人民政府", "人民代表大会", "人民检察院", "人民法院"}

// jurisdiction returns the place and where it stands: before 人民政府 in the issuer or
// the title, whatever it is; else a division that the issuer, the title or an
// attachment's title begins with.
func (x *extractor) jurisdiction(h *parser.Head, m *schema.Metadata) (string, *schema.Span) {
	type source struct {
		text string
		span *schema.Span
	}
	sources := []source{{m.Issuer, m.Spans.Issuer}, {m.Title, m.Spans.Title}}
	for _, s := range sources {
		for _, word := range governmentWords {
			if before, _, ok := strings.Cut(s.text, word); ok && before != "" && !strings.ContainsAny(before, "《》。;；") && len([]rune(before)) <= 24 && !strings.Contains(before, "关于") {
				before = lastOrgan(before)
				return before, x.within(s.span, before)
			}
		}
	}
	if len(h.Enclosure) > 0 {
		sources = append(sources, source{x.doc.Join(h.Enclosure...), x.spanOf(h.Enclosure...)})
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
	for _, title := range []string{m.Title, "关于" + m.Enclosure} {
		if name, short := x.placeWithin(title); name != "" {
			return name, x.within(m.Spans.Title, short)
		}
	}
	if name := x.shortPath(m.Title); name != "" {
		return name, m.Spans.Title
	}
	return "", nil
}

// placeWithin returns the place that a title is about, 关于加快云溪市步道建设的若干意见, and how
// the title writes it: the first division with its full name or, of a province, the short
// one, else what ends like a division behind a verb. "" for none.
func (x *extractor) placeWithin(title string) (name, written string) {
	_, rest, ok := strings.Cut(title, "关于")
	if !ok {
		return "", ""
	}
	r := []rune(rest)
	for i := 0; i+1 < len(r) && i < 14 && r[i] != '《'; i++ {
		n, found := x.divisions().Prefix(r[i:])
		if n > 1 && (found[0].Name == string(r[i:i+n]) || found[0].Level == schema.LevelProvince) {
			return found[0].Name, string(r[i : i+n])
		}
	}
	for _, verb := range []string{"加快", "推进", "推动", "促进", "支持", "加强", "深化", "建设", "规范", "印发", "实施"} {
		if of, ok := strings.CutPrefix(rest, verb); ok {
			name := x.leadingPlace(of)
			return name, name
		}
	}
	return "", ""
}

// shortPath returns the division that a headline begins with by two short names, that of
// the province first; "" where it does not.
func (x *extractor) shortPath(headline string) string {
	r := []rune(headline)
	for n := min(len(r)-1, 8); n >= 4; n-- {
		name := string(r[:n])
		if found := x.divisions().Lookup(name); len(found) > 0 && found[0].Name != name {
			return x.divisions().Path(found[0])
		}
	}
	return ""
}

// lastOrgan returns what stands behind the names of other organs: 中共云溪市委办公室 云溪市.
func lastOrgan(before string) string {
	at := strings.LastIndexAny(before, " 、")
	if at < 0 || !party.IsOrgan(folded(before[:at])) {
		return before
	}
	return strings.TrimLeft(before[at:], " 、")
}

// within narrows a span to the name that stands in it, where it stands there unbroken.
func (x *extractor) within(span *schema.Span, name string) *schema.Span {
	if at := strings.Index(string(x.doc.Text[span.Start:span.End]), name); at >= 0 {
		start := span.Start + len([]rune(string(x.doc.Text[span.Start:span.End])[:at]))
		s := x.doc.Span(block.Range{Start: start, End: start + len([]rune(name))})
		return &s
	}
	return span
}

func isState(name string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(name, "、", " "), " ")
	if _, ok := lexicon.Central().Lookup([]rune(folded(first))); ok {
		return true
	}
	return lexicon.StateOrgans().Begins(name) && (!strings.HasPrefix(name, "国家税务总局") || strings.HasPrefix(name, "国家税务总局关于"))
}

// levelFromText guesses the level from the addressees: 各县市区 is written to by a city.
func (x *extractor) levelFromText(h *parser.Head) schema.Level {
	key := x.key(h.Addressees)
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
func (x *extractor) levelFromDepartments() schema.Level {
	s := x.stream
	count := map[schema.Level]int{}
	words := map[rune]schema.Level{'省': schema.LevelProvince, '市': schema.LevelCity, '县': schema.LevelCounty, '区': schema.LevelCounty, '旗': schema.LevelCounty, '州': schema.LevelCity}
	for i := 1; i+2 < s.Len(); i++ {
		level, ok := words[s.Runes[i]]
		if !ok || !strings.ContainsRune("(:、,", s.Runes[i-1]) && s.Gap(i) != lex.Boundary {
			continue
		}
		if !isHan(s.Runes[i+1]) {
			continue // 县(市、区)水利局 is every county's
		}
		for j := i + 2; j < i+12 && j < s.Len(); j++ {
			if r := s.Runes[j]; r == '局' || r == '委' || r == '厅' {
				count[level]++
				break
			} else if !isHan(r) {
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
func (x *extractor) levelOf(name string) schema.Level {
	if found := x.divisions().Lookup(name); len(found) > 0 {
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
func (x *extractor) known(name string) bool {
	return len(x.divisions().Lookup(name)) > 0 || x.levelOf(name) == schema.LevelTownship
}

// leadingPlace returns the division that a text begins with: one that the gazetteer has,
// else the shortest beginning that ends like one; "" without one.
func (x *extractor) leadingPlace(text string) string {
	r := []rune(text)
	at := 0
	for {
		n, found := x.divisions().Prefix(r[at:])
		if n == 0 || found[0].Name != string(r[at:at+n]) || at > 0 && len(x.divisions().Lookup(string(r[:at+n]))) == 0 {
			break // 云溪市城区 is no district of another city
		}
		at += n
	}
	if at > 0 {
		return string(r[:at])
	}
	if len(r) < 3 || !isHan(r[0]) || !isHan(r[1]) || r[0] == '我' || strings.HasPrefix(text, "关于") {
		return ""
	}
	for i := 2; i+1 < len(r) && i < 10 && isHan(r[i]); i++ {
		if strings.ContainsRune("省市县旗州盟", r[i]) && !strings.ContainsRune("场民级政", r[i+1]) {
			return string(r[:i+1])
		}
	}
	return ""
}

// freshAt reports whether a word can begin at rune i of the stream.
func (x *extractor) freshAt(i int) bool {
	s := x.stream
	return i == 0 || s.Gap(i) != lex.NoGap || !isHan(s.Runes[i-1]) && s.Runes[i-1] != '、' || strings.ContainsRune("在为对于与和从由至及省是按以据经本全年", s.Runes[i-1])
}

// namedPlace returns the division of the notice's level that its text names most often,
// with the city before a county; "" where it names none.
func (x *extractor) namedPlace(level schema.Level) (string, *schema.Span) {
	if level != schema.LevelCounty && level != schema.LevelCity && level != schema.LevelProvince {
		return "", nil
	}
	s := x.stream
	count := map[string]int{}
	at := map[string]block.Range{}
	best, fresh := "", false
	for i := 0; i+2 < s.Len(); i++ {
		if !isHan(s.Runes[i]) {
			continue
		}
		n, found := x.divisions().Prefix(s.Runes[i:min(i+15, s.Len())])
		if n < 3 || len(found) != 1 || found[0].Level != level || found[0].Name != s.String(i, i+n) {
			continue
		}
		name := x.divisions().Path(found[0])
		fresh = fresh || x.freshAt(i)
		if count[name]++; count[name] == 1 {
			at[name] = s.Range(i, i+n)
		}
		if count[name] > count[best] {
			best = name
		}
		i += n - 1
	}
	if best == "" {
		return x.shortPlace(level)
	}
	if count[best] == 1 && !fresh {
		return "", nil // once, it may only seem to stand there: 建成都市圈
	}
	return best, x.spanOf(at[best])
}

// shortPlace returns the division of a level that the text names by its short name behind a word
// for where something is (在云溪缴纳), twice at least and no other; "" for none.
func (x *extractor) shortPlace(level schema.Level) (string, *schema.Span) {
	s := x.stream
	name, count := "", 0
	var at block.Range
	for i := 1; i+2 < s.Len(); i++ {
		if !strings.ContainsRune("在驻来", s.Runes[i-1]) || !isHan(s.Runes[i]) {
			continue
		}
		n, found := x.divisions().Prefix(s.Runes[i:min(i+15, s.Len())])
		if n < 2 || found[0].Level != level {
			continue
		}
		if name != "" && found[0].Name != name {
			return "", nil
		}
		if name, count = found[0].Name, count+1; count == 1 {
			at = s.Range(i, i+n)
		}
	}
	if count < 2 {
		return "", nil
	}
	return name, x.spanOf(at)
}
