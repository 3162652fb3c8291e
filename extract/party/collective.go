package party

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/runes"
)

// ownerOf returns whose class a name means: 市政府 of 市政府有关部门, 市政府各部门; nothing where
// it does not say.
func ownerOf(class []rune) []rune {
	for _, word := range []string{"各", "有关", "相关"} {
		if i := runes.Index(class, word); i >= 0 {
			return class[:i]
		}
	}
	return nil
}

// governmentOwner returns whose class a name means where that is a government: 省政府 of
// 省政府各部门. 区直各部门 has none.
func governmentOwner(class []rune) []rune {
	owner := ownerOf(class)
	if runes.HasSuffix(owner, "政府") || runes.Equal(owner, "国务院") {
		return owner
	}
	return nil
}

// sameClass restores a word that names a class like the one before it: 市有关部门、单位 →
// 市有关单位, 各镇党委、政府 → 各镇政府. nil for any other word.
func sameClass(class, word []rune) []rune {
	var ends []string
	switch string(word) {
	case "单位", "部门", "机构", "企业":
		ends = []string{"工作部门", "部门", "单位", "机构", "企业"}
	case "办事处", "管委会", "管理委员会":
		ends = []string{"党工委"}
	case "政府", "人民政府":
		ends = []string{"党委"}
	}
	for _, end := range ends {
		if runes.HasSuffix(class, end) {
			return slices.Concat(runes.TrimSuffix(class, end), word)
		}
	}
	return nil
}

// directlyUnder reports whether a name is that of bodies right under the one before: 直属机构, 有关直属机构.
func directlyUnder(text []rune) bool {
	return runes.HasPrefix(runes.TrimPrefix(runes.TrimPrefix(text, "有关"), "相关"), "直属")
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
func (r *reader) eachOf(text []rune) []rune {
	for i, c := range text {
		if c == '各' {
			return text[:i+1]
		}
		if clause.Opens(c) {
			break
		}
	}
	return nil
}

// underEach restores what stands behind a 、 after a name with 各: 街道 → 各街道, 直属机构
// after 市政府各部门 → 市政府直属机构. nil where nothing is to be restored.
func (r *reader) underEach(text, each []rune) []rune {
	owner := runes.TrimSuffix(each, "各")
	switch {
	case runes.HasPrefix(text, "各"):
		if level, _ := r.levels.Prefix(text[1:]); level > 0 {
			return text // 省直各部门、各省属企业
		}
		if !runes.HasPrefix(text, "各直属") && r.isCollective(text[1:]) && !isGeo(text[len(text)-1]) && !r.governmentEnd(text) {
			return slices.Concat(owner, text)
		}
		return text
	case runes.HasPrefix(text, "直属"), runes.HasPrefix(text, "有关"), runes.HasPrefix(text, "相关"):
		switch {
		case len(owner) > 0:
			return slices.Concat(owner, text)
		case runes.HasPrefix(text, "直属"):
			return slices.Concat(each, text)
		}
		return text
	}
	if r.isCollective(text) {
		return slices.Concat(each, text)
	}
	return nil
}

func (r *reader) governmentEnd(text []rune) bool {
	return runes.HasSuffix(text, "政府") || runes.HasSuffix(text, "管委会")
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
		return head{sort: leveled, level: text[:k], rest: text[k:]}
	}
	return head{sort: collective}
}

// ofCommittee reports whether what stands behind 各 and its places is a party committee, 委, or an organ of one:
// 各县(市)区党委组织部.
func (r *reader) ofCommittee(rest []rune) bool {
	organ := runes.TrimPrefix(runes.TrimPrefix(rest, "党"), "委")
	if len(organ) == 0 {
		return rest[0] == '委'
	}
	tag, ok := r.organs.Lookup(organ)
	return ok && len(organ) < len(rest) && strings.HasPrefix(tag, "party")
}
