package party

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/lexicon"
)

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
