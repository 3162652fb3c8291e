package party

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
)

// post is the body of a person, in brackets behind the name: 市住建局 of 张三(市住建局局长).
type post struct {
	person     int // where the name of the person begins
	start, end int // the body
	behind     int // behind the closing bracket
}

// posts returns the bodies of the persons that runes begin to end, a cell, name.
func (r *reader) posts(begin, end int) []post {
	var out []post
	for i := begin; i < end; i++ {
		k := -1
		if clause.Opens(r.s.Runes[i]) {
			k = r.pairs.partner(i)
		}
		if k < 0 || k >= end {
			continue
		}
		if p := (post{r.beginning(begin, i), i + 1, r.bodyEnd(i+1, k), k + 1}); p.end > p.start && r.isPersonal(p.person, i) {
			out = append(out, p)
		}
		i = k
	}
	return out
}

// beginning returns where the words before rune i begin, behind the last mark: five back at most.
func (r *reader) beginning(begin, i int) int {
	for first := max(begin, i-5); i > first && !isBreak(r.s.Runes[i-1]) && !isMark(r.s.Runes[i-1]) && !clause.Closes(r.s.Runes[i-1]) && r.s.Gap(i) == 0; {
		i--
	}
	return i
}

// isPersonal reports whether runes i to j can name a person and no body: two to four ideographs, no role,
// no class of bodies, no ending of one.
func (r *reader) isPersonal(i, j int) bool {
	name := r.s.Runes[i:j]
	if len(name) < 2 || len(name) > 4 {
		return false
	}
	for _, c := range name {
		if c < 0x4E00 || c > 0x9FFF {
			return false
		}
	}
	if _, role := r.phraseAt(i, j); role || name[0] == '各' || r.known(name) {
		return false
	}
	n, _ := r.endings.Suffix(name)
	m, _ := r.collectives.Suffix(name)
	places, _ := r.user.Places().Prefix(name)
	return n+m+places == 0
}

// bodyEnd returns where the body ends that runes i to j name, without the post of the person there
// (市住建局局长); i where they name none, or more than the one that a person has.
func (r *reader) bodyEnd(i, j int) int {
	if slices.Contains(r.s.Runes[i:j], '、') {
		return i
	}
	for cut := 0; cut <= 4 && j-cut > i+1; cut++ {
		if cut > 0 && !strings.ContainsRune("长任记", r.s.Runes[j-1]) {
			break
		}
		if last := j - cut - 1; r.s.Runes[last] != r.s.Runes[last-1] && IsOrgan(r.s.String(i, j-cut)) {
			return j - cut
		}
	}
	return i
}

// IsHolder reports whether a cell names persons and nothing but them, each with the body behind it in
// brackets: 张三(市住建局)、李四(市民政局).
func IsHolder(cell string) bool {
	s := lexed(folded(cell))
	r := newReader(s, 0, s.Len(), Context{}, false)
	at := 0
	for _, p := range r.posts(0, s.Len()) {
		if p.person-at > 1 {
			return false
		}
		at = p.behind
	}
	return at > 0 && at == s.Len()
}
