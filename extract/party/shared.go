package party

import (
	"slices"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/runes"
)

// sharedEndings returns the texts of the items with an ending put behind each that left
// it to the last of its list: 青石县、枫桥区人民政府, 市民政、财政部门.
func (r *reader) sharedEndings(items []item) [][]rune {
	texts := make([][]rune, len(items))
	for k, it := range items {
		texts[k] = r.text(it)
		if it.summed && r.isStem(texts[k]) { // 公安、住建等部门
			texts[k] = slices.Concat(texts[k], []rune("部门"))
		}
	}
	for k := len(items) - 1; k > 0; k-- {
		if items[k].chunk != items[k-1].chunk || items[k].comma {
			continue
		}
		if end := r.shares(texts[k-1], texts[k]); len(end) > 0 {
			texts[k-1] = slices.Concat(texts[k-1], end)
		}
	}
	return texts
}

// text returns the runes of an item.
func (r *reader) text(it item) []rune { return r.s.Runes[it.start:it.end] }

// shares returns the ending of last that first lacks, nothing for none.
func (r *reader) shares(first, last []rune) []rune {
	if n, _ := lexicon.Seats().Suffix(last); n > 0 {
		end := last[len(last)-n:]
		if runes.Equal(end, "街道办事处") {
			end = runes.TrimPrefix(end, "街道")
		}
		if len(last) > len(end) && r.governable(first, end) {
			return end
		}
		return r.sharedDivision(first, last, end)
	}
	if end := r.stationed(first, last); len(end) > 0 {
		return end
	}
	if end := r.sharedCompany(first, last); len(end) > 0 {
		return end
	}
	n, _ := lexicon.Shared().Suffix(last)
	end := last[len(last)-n:]
	if n > 0 && n < len(last) && !hasSuffix(first, end) && r.isStem(first) && r.isStem(last[:len(last)-n]) {
		return end
	}
	return nil
}

// sharedCompany returns what the short name of a company shares with the full one behind
// it: 公司 for 移动 beside 电信公司, 云溪分公司 for 中国移动 beside 中国电信云溪分公司.
func (r *reader) sharedCompany(first, last []rune) []rune {
	n, _ := r.own.Prefix(last)
	if n == 0 || n == len(last) || !runes.HasSuffix(last, "公司") {
		return nil
	}
	if m, _ := r.levels.Prefix(first); m < len(first) {
		first = first[m:] // 市移动
	}
	if _, kind := r.ending(first); kind != "enterprise" {
		return nil
	}
	if _, ok := r.own.Lookup(first); !ok {
		return nil
	}
	return last[n:]
}

// stationed returns what a level alone shares with the class behind it, whose bodies a
// higher level keeps here: 中央、省在云有关单位.
func (r *reader) stationed(first, last []rune) []rune {
	n, _ := r.levels.Prefix(last)
	if n == 0 || n == len(last) || r.class(last) == 0 {
		return nil
	}
	if m, _ := r.levels.Prefix(first); m != len(first) && !runes.Equal(first, "中央") {
		return nil
	}
	switch last[n] {
	case '在', '驻', '属', '直':
		return last[n:]
	}
	return nil
}

// sharedDivision returns the ending with the word for the division that places share with
// the last of their list: 市政府 for 云溪 beside 青石市政府; nothing where first is no short name.
func (r *reader) sharedDivision(first, last, end []rune) []rune {
	n := len(last) - len(end) // of the place
	if n < 3 || n > 4 || !isGeo(last[n-1]) || len(first) < 2 || len(first) > 3 || !runes.HasSuffix(end, "政府") {
		return nil
	}
	if n, _ := r.levels.Prefix(first); n > 0 || r.begins(first) || first[0] == '各' {
		return nil
	}
	if n, _ := r.ending(first); n > 0 {
		return nil
	}
	return last[n-1:]
}

// isStem reports whether a text is a stem, alone or behind a level word.
func (r *reader) isStem(text []rune) bool {
	if _, ok := r.stems.Lookup(text); ok {
		return true
	}
	for n := 1; n < len(text) && n <= 4; n++ {
		if _, ok := r.levels.Lookup(text[:n]); ok || text[0] == '各' && isGeo(text[n-1]) {
			if _, ok := r.stems.Lookup(text[n:]); ok {
				return true
			}
		}
	}
	return false
}

// governable reports whether a text is a place that can take an ending: a division takes
// 政府, a zone 管委会, a street 办事处.
func (r *reader) governable(text, end []rune) bool {
	if text = r.noteless(text); len(text) == 0 {
		return false
	}
	n, _ := r.zones.Suffix(text)
	zone := n > 0
	switch string(end) {
	case "管委会", "管委", "管理委员会":
		return zone
	case "办事处":
		return runes.HasSuffix(text, "街道")
	case "党工委":
		return runes.HasSuffix(text, "街道") || zone
	case "党委":
		return false
	}
	return isGeo(text[len(text)-1]) && (!zone || runes.HasSuffix(text, "新区"))
}
