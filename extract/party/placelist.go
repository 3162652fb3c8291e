package party

import "github.com/policyx/policyx/extract/internal/clause"

// eachPlaces returns the length of what stands at i where it is 各 and kinds of places that
// share what follows them: 各省、自治区、直辖市 before 人民政府, 各市、县(市、区) before 财政局. It is
// one class of bodies, as are 相关市、县 before 政府. 0 where the kinds share nothing (各乡镇、街道),
// or where a body of its own follows one of them (各县、市财政局: a place names no higher one
// behind it).
func (r *reader) eachPlaces(i, end int) int {
	kinds, falls, rank := 0, true, 0
	j := i + 1
	switch {
	case r.s.Runes[i] == '各':
	case r.s.Has(i, "有关"), r.s.Has(i, "相关"):
		falls = false
		j++
	default:
		return 0
	}
	for {
		n, at := r.placeKind(j, end)
		if n == 0 {
			return 0
		}
		falls = falls && at >= rank
		rank = at
		j += n
		kinds++
		if n = r.joins(j, end); n == 0 {
			break
		}
		j += n
	}
	if kinds < 2 || j >= end || !r.government(j, end) && (!falls || !r.begins(r.s.Runes[j:min(end, j+8)])) {
		return 0
	}
	return j - i
}

// placeKind returns the length of the kind of places at i, what stands in brackets behind
// it included (县(市、区)), and its rank.
func (r *reader) placeKind(i, end int) (n, rank int) {
	n, tag := r.kinds.Prefix(r.s.Runes[i:end])
	if n == 0 {
		return 0, 0
	}
	j := i + n
	if j < end && clause.Opens(r.s.Runes[j]) {
		if k := r.pairs.partner(j); k > j && k < end && r.geoList(r.s.Runes[j:k]) {
			for j = k + 1; j < end && isGeo(r.s.Runes[j]); j++ { // 县(市)区
			}
		}
	}
	return j - i, int(tag[0] - '0')
}

// joins returns the length of the 、 or the conjunction at i, 0 for none.
func (r *reader) joins(i, end int) int {
	if i >= end {
		return 0
	}
	if r.s.Runes[i] == '、' {
		return 1
	}
	return r.conjunctionAt(i, end)
}

// government reports whether the word of a government stands at i.
func (r *reader) government(i, end int) bool {
	for _, word := range []string{"人民政府", "政府", "党委", "党工委"} {
		if i+len([]rune(word)) <= end && r.s.Has(i, word) {
			return true
		}
	}
	return false
}
