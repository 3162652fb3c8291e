package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// lastBase returns the last base phrase in runes i to j: 每张床位每月, 各区县, 人均.
func (p *passage) lastBase(i, j int) stretch {
	var last stretch
	for at := i; at < j; {
		end, ok := p.baseAt(at, i, j)
		if !ok {
			at++
			continue
		}
		switch {
		case last.end == at && p.s.Runes[at] == '每' && !last.empty():
			last.end = end
		case !last.empty() && p.s.Runes[at] == '各' && strings.ContainsRune("对向", p.s.Runes[at-1]):
			// 每半年对各县开展一次: what it is done to
		default:
			last = stretch{at, end}
		}
		at = end
	}
	return last
}

// baseAt reads a base phrase at rune at of a clause that begins at i.
func (p *passage) baseAt(at, i, j int) (int, bool) {
	if p.inQuotes(at) || p.s.Masked(at, at+1) {
		return 0, false
	}
	switch r := p.s.Runes[at]; {
	case r == '每' && !p.s.Has(at, "每逢") && !p.endsAny(at, "根据", "依据", "结合"):
		end := p.baseEnd(at+1, j)
		return end, end > at+1
	case r == '各' && p.isPlace(at+1):
		end := p.baseEnd(at+1, j)
		return end, end > at+1
	case at+1 < j && p.s.Runes[at+1] == '均' && !p.isMean(at+2, j) && strings.ContainsRune("人户亩年日月村校县班床车镇生", r):
		if at > p.begin && p.s.Runes[at-1] != '上' && isNumeral(p.s.Runes[at-1]) {
			return 0, false // 百户均有
		}
		return at + 2, true
	}
	return 0, false
}

// isPlace reports whether 各 is followed by places or bodies of one kind that each
// have the number: 各区县, 各乡镇. 各类, 各级, 各部门 are none.
func (p *passage) isPlace(i int) bool {
	n, tag := p.wordAt(i, lexicon.EachPlaces())
	if tag == "alone" {
		return i+n < p.end && p.stopsBase(i+n, min(i+n+8, p.end))
	}
	return n > 0
}

// baseEnd returns the end of the phrase behind 每 or 各 at rune i.
func (p *passage) baseEnd(i, limit int) int {
	j := i
	if n := p.work(i, limit); n > 0 { // 每新增1家企业
		if q, ok := readQuantity(p.s, i+n, limit); ok && q.end < limit {
			j = q.end
		}
	}
	if t := p.s.At(j); t != nil && t.Value > 0 && t.End < limit {
		j = t.End
		if m := skipRangeMark(p.s, j, limit); m > j { // 每3-5年
			if u := p.s.At(m); u != nil && u.Value > 0 && u.End < limit {
				j = u.End
			}
		}
	}
	for j < limit && strings.ContainsRune("百千万亿十", p.s.Runes[j]) {
		j++
	}
	if j > i && p.s.Has(j, "人") { // 每千人口, 每万人
		if p.s.Has(j+1, "口") && j+2 <= limit {
			return j + 2
		}
		return min(j+1, limit)
	}
	if p.s.Has(j, "班") && !p.s.Has(j, "班次") {
		return min(j+1, limit)
	}
	if n, _ := lexicon.BaseTimes().Prefix(p.s.Runes[j:limit]); n > 0 {
		return j + n
	}
	if n, _ := lexicon.Acts().Prefix(p.s.Runes[min(j+1, limit):limit]); n > 0 && p.s.Has(j, "次") {
		return j + 1 // 每次选拔不超过15人
	}
	begin := j
	for j < limit && j-begin < 16 {
		r := p.s.Runes[j]
		if r == '(' || r == '[' {
			j = min(p.closeBracket(j)+1, limit)
			continue
		}
		if j > begin && strings.ContainsRune("新改扩在", r) && p.isClassifier(begin, j) {
			if n, tag := lexicon.Verbs().Prefix(p.s.Runes[j:limit]); n > 0 && tag != "none" { // 每名新增就业人员
				j += n
				continue
			}
		}
		if j > i && p.stopsBase(j, limit) {
			break
		}
		j++
	}
	for j > i && p.s.Runes[j-1] == '、' {
		j--
	}
	return p.splitBase(begin, j, limit)
}

// work returns the length of the verb at rune i; a word that is as often a noun is one before a number: 投资1家.
func (p *passage) work(i, limit int) int {
	n, _ := lexicon.Verbs().Prefix(p.s.Runes[i:limit])
	if m, _ := lexicon.Acts().Prefix(p.s.Runes[i:limit]); m > n && i+m < limit && isDigit(p.s.Runes[i+m]) {
		return m
	}
	return n
}

// isClassifier reports whether runes i to j are a classifier: 名, 个.
func (p *passage) isClassifier(i, j int) bool {
	_, ok := lexicon.Units().Lookup(p.s.Runes[i:j])
	return ok
}

// splitBase ends a base phrase before the name of a quantity that stands behind its
// noun, 个基地|年培训量, 人|责任限额, or of the persons that are counted: 个班级|学生. A phrase without one ends at j.
func (p *passage) splitBase(begin, j, limit int) int {
	if cut := p.beforePersons(begin, j); cut > 0 {
		return cut
	}
	end := j
	if n, tag := lexicon.Funding().Prefix(p.s.Runes[j:limit]); n > 0 && tag == "noun" {
		end += n // 张床位年运营|补贴
	} else if n, tag := lexicon.Quantities().Prefix(p.s.Runes[j:limit]); n >= 2 && tag != "thing" {
		end += n // 个网格员服务|户数
	}
	text := p.s.Runes[begin:end]
	if n, tag := lexicon.Quantities().Suffix(text); (n == 0 || tag == "thing" || n == len(text)) && !p.endsInFunding(stretch{begin, end}) {
		return j
	}
	cut := 0
	for i := 0; i < len(text); i++ {
		n, _ := lexicon.BaseNouns().Prefix(text[i:])
		if n == 0 {
			continue
		}
		if cut > 0 && (i > cut || !strings.ContainsRune("镇乡村区道县市园", text[cut-1])) || len(text)-i-n < 2 { // 乡镇|卫生院, but 人口|社区医生数
			break
		}
		cut = i + n
		i = cut - 1
	}
	if cut == 0 && end == j {
		if cut, _ = lexicon.Units().Prefix(text); len(text)-cut < 2 || text[cut] == '(' {
			return j
		}
	}
	if cut == 0 {
		return j
	}
	return min(begin+cut, j)
}

// beforePersons returns where the noun of a base ends that persons stand behind who are counted right there, 个评议组 of
// 个评议组评审专家不少于3人; 0 for another base.
func (p *passage) beforePersons(begin, j int) int {
	num := j
	for num < p.end && p.s.At(num) == nil {
		n, _ := lexicon.Comparators().Prefix(p.s.Runes[num:p.end])
		if n == 0 {
			return 0
		}
		num += n
	}
	if num == p.end || p.s.At(num).End >= p.end || !strings.ContainsRune("人名位", p.s.Runes[p.s.At(num).End]) {
		return 0
	}
	text := p.s.Runes[begin:j]
	persons, tag := lexicon.BaseNouns().Suffix(text)
	if tag != "person" {
		return 0
	}
	cut := 0
	for i := 1; i <= len(text)-persons; {
		n, tag := lexicon.BaseNouns().Prefix(text[i:])
		if n == 0 {
			i++
			continue
		}
		i += n
		if tag == "person" || i > len(text)-persons {
			continue
		}
		next, who := lexicon.BaseNouns().Prefix(text[i:])
		if next > 1 && who != "person" || strings.ContainsRune("级区组域小中办", text[i]) || n == 1 && strings.ContainsRune("市县村镇乡", text[i]) {
			continue // 村|卫生室, 县|级医院, 县|市区
		}
		if cut == 0 || strings.ContainsRune("组队团", text[i-1]) { // 社区矫正小组|成员
			cut = begin + i
		}
	}
	return cut
}

// stopsBase reports whether a base phrase ends before rune j: a number, a mark, a verb,
// a comparator.
func (p *passage) stopsBase(j, limit int) bool {
	if t := p.s.At(j); t != nil && t.Value > 0 {
		return true
	}
	text := p.s.Runes[j:limit]
	if strings.ContainsRune(",;:。“”≥≤<>/", text[0]) || p.isBaseStop(j, limit) {
		return true
	}
	if n, _ := lexicon.Links().Prefix(text); n >= 2 {
		return true
	}
	if text[0] == '计' && len(text) == 1 {
		return true // 每人每餐计1次
	}
	if n, tag := lexicon.Quantities().Prefix(text); n >= 2 && tag != "thing" && tag != "norm" && p.isBound(j+n, limit) {
		return true
	}
	n, tag := lexicon.Verbs().Prefix(text)
	if n == 0 || tag == "none" {
		return false
	}
	if !strings.HasSuffix(tag, "noun") || strings.HasPrefix(tag, "give") {
		return true
	}
	return !p.isBound(j+n, limit) // 每个社会组织至少 : 组织 is no verb here
}

// isBaseStop reports whether a word that ends a base begins at rune j, and not within a longer one: 供应, 在场滑雪者.
func (p *passage) isBaseStop(j, limit int) bool {
	n, tag := lexicon.BaseStops().Prefix(p.s.Runes[j:limit])
	if n == 0 || tag == "none" {
		return false
	}
	if m, tag := p.wordAt(j-1, lexicon.BaseStops()); m > 1 && tag == "none" {
		return n > 1
	}
	return true
}

// isBound reports whether a comparator, link or verb stands at rune j: what is before it
// is a noun.
func (p *passage) isBound(j, limit int) bool {
	if j >= limit {
		return false
	}
	text := p.s.Runes[j:limit]
	if n, _ := lexicon.Links().Prefix(text); n > 0 {
		return true
	}
	n, _ := lexicon.Verbs().Prefix(text)
	return n > 0 || strings.ContainsRune("不最约超", text[0])
}
