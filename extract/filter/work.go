package filter

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/lexicon"
)

// words are the lists that names of departments are read by.
type words struct {
	stems, organs, central, endings *lexicon.Set
	places                          *lexicon.Gazetteer
}

func newWords(user *lexicon.User) *words {
	return &words{stems: user.Stems(), organs: user.Organs(), central: user.Central(), endings: user.Endings(), places: user.Places()}
}

// government is the work of a government itself: 市政府, 各县区.
const government = "人民政府"

// works returns what the body of a name without place and level works on, nil where the
// lexicon does not know it: 卫健委 and 卫生健康局 are 卫生健康, 教体局 is 教育 and 体育, and a body
// that is called after no work is its official name (总工会).
func (w *words) works(body string) []string {
	if list, ok := lexicon.Families().Lookup([]rune(body)); ok {
		return sorted(strings.Split(list, "、"))
	}
	if body == "政府" || body == government {
		return []string{government}
	}
	if tag, ok := w.organs.Lookup([]rune(body)); ok {
		_, official, known := strings.Cut(tag, " ")
		if !known {
			return []string{body}
		}
		_, behind, _ := strings.Cut(official, "{}")
		behind = strings.TrimPrefix(behind, "委")
		if stem := w.stemOf(strings.TrimPrefix(behind, government)); stem != "" {
			return w.parts(stem)
		}
		return []string{behind}
	}
	if stem := w.stemOf(body); stem != "" {
		return w.parts(stem)
	}
	return nil
}

// offices are the endings of names that say nothing but which level the office is of, or that each is meant
// (民政部门). What ends in 中心, 所 or 站 is another body.
var offices = []string{"局", "厅", "委", "委员会", "办", "办公室", "分局", "总队", "支队", "大队", "部门", "主管部门"}

// stemOf returns the stem of a body that is one with such an ending, "" for any other.
func (w *words) stemOf(body string) string {
	for _, end := range offices {
		if stem, ok := strings.CutSuffix(body, end); ok && w.isStem(stem) {
			return stem
		}
	}
	return ""
}

func (w *words) isStem(s string) bool {
	_, ok := w.stems.Lookup([]rune(s))
	return ok
}

// parts returns the works that a stem is put together of, by their official names and
// sorted: 教体 is 体育 and 教育, 文旅 文化 and 旅游, 民政 itself.
func (w *words) parts(stem string) []string {
	if list, ok := lexicon.Families().Lookup([]rune(stem)); ok {
		return sorted(strings.Split(list, "、"))
	}
	official, _ := w.stems.Lookup([]rune(stem))
	if official == "" {
		official = stem
	}
	if list, ok := lexicon.Families().Lookup([]rune(official)); ok {
		return sorted(strings.Split(list, "、"))
	}
	var all []string
	for _, part := range w.cover(official, official) {
		if own, _ := w.stems.Lookup([]rune(part)); own == official {
			return []string{w.core(official)} // 国土 of 国土资源
		}
		all = append(all, w.parts(part)...)
	}
	if all == nil {
		all = []string{w.core(official)}
	}
	return sorted(all)
}

// cover returns the fewest stems that a name is put together of, 和 and 与 aside, none of them
// whole; nil where there are none.
func (w *words) cover(name, whole string) (best []string) {
	for _, and := range []string{"和", "与", "、"} {
		name = strings.TrimPrefix(name, and)
	}
	for end := len(name); end > 0; end -= last(name[:end]) {
		part := name[:end]
		if part == whole || utf8.RuneCountInString(part) < 2 || !w.isStem(part) {
			continue
		}
		if end == len(name) {
			return []string{part}
		}
		if rest := w.cover(name[end:], whole); rest != nil && (best == nil || len(rest)+1 < len(best)) {
			best = append([]string{part}, rest...)
		}
	}
	return best
}

// last is the length in bytes of the last character.
func last(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

// core is a work without the word that says that it is one, where a stem means the same without it:
// 房产管理 is 房产, but 城市管理 is not 城市.
func (w *words) core(work string) string {
	for _, tail := range []string{"管理", "服务", "事务", "工作"} {
		short, ok := strings.CutSuffix(work, tail)
		if official, known := w.stems.Lookup([]rune(short)); ok && known && (official == "" || official == short) {
			return w.core(short)
		}
	}
	return work
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
