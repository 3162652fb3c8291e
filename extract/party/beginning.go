package party

import (
	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/runes"
	"github.com/policyx/policyx/schema"
)

// head says how a name begins.
type head struct {
	sort  headSort
	level []rune // 市 of 市民政局 and of 市委组织部, 云溪市 of 云溪市民政局
	party []rune // 市委
	rest  []rune // behind it
}

type headSort uint8

const (
	bare       headSort = iota // 民政局: takes what is carried
	leveled                    // 市民政局, 云溪市民政局
	owned                      // 人民银行云溪市分行, 柳湾镇: takes nothing, carries nothing
	collective                 // 各县区, 有关部门
)

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
		case runes.HasSuffix(text[:n], "兵团") && n < len(whole) && r.known(whole[n:]):
			return r.placeHead(text, n)
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
	if runes.HasPrefix(text, "有关") || runes.HasPrefix(text, "相关") || runes.HasPrefix(text, "其他") || runes.HasPrefix(text, "其它") {
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
		return head{sort: leveled, level: governmentOf(text[:n]), party: text[:n], rest: rest}, true
	}
	if len(rest) == 0 {
		return head{sort: owned}, true
	}
	if isGeo(rest[0]) && !r.begins(rest) {
		return head{sort: collective}, true // 县区人民政府
	}
	word := text[0]
	if (word == '镇' || word == '乡' || word == '师' || n == 2 && (runes.HasPrefix(text, "街道") || runes.HasPrefix(text, "地区"))) && !r.begins(rest) {
		if n, _ := r.ending(rest); n == 0 || n == len(rest) {
			return head{}, false
		}
	}
	return head{sort: leveled, level: text[:n], rest: rest}, true
}

// governmentOf is the level word of a party committee: 市委 → 市.
func governmentOf(party []rune) []rune {
	for _, end := range []string{"党工委", "党委", "委"} {
		if runes.HasSuffix(party, end) {
			return runes.TrimSuffix(party, end)
		}
	}
	return party
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
			return r.placeHead(text, len(p)), true
		}
		return head{sort: owned, rest: rest}, true
	}
	return head{}, false
}

// placeHead reads a name that begins with a place of n runes.
func (r *reader) placeHead(text []rune, n int) head {
	h := head{sort: leveled, level: text[:n], rest: text[n:]}
	if text[n] == '委' {
		h.party, h.rest = text[:n+1], text[n+1:]
	}
	return h
}

// strangePlace reads a name that begins with a division the context does not know:
// 青石县民政局 (carried on), 青石民政分局 (not).
func (r *reader) strangePlace(text []rune) (head, bool) {
	whole := r.noteless(text)
	for k := 2; k <= 8 && k < len(whole); k++ {
		if isGeo(whole[k-1]) && (r.known(whole[k:]) || whole[k] == '委' && (k+1 == len(whole) || r.known(whole[k+1:]))) {
			return r.placeHead(text, k), true
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
	return runes.Contains(text, "镇人民政府") || runes.Contains(text, "乡人民政府")
}
