package compare

import (
	"slices"
	"strings"
	"unicode"
)

// phrase is what stands in several titles.
type phrase struct {
	text    string
	in      []int // the titles
	notices int
	begins  int // how many titles begin with it
	cuts    int // in how many it cuts a word
}

// phrasesOf finds the phrases that are topics: see the package.
func phrasesOf(all []*heading, pairs pairCounts, way Way) (out []string) {
	found := candidatePhrases(all, pairs, way)
	counted := tasksWith(all, found)
	most := commonest(len(all))
	var list []*phrase
	for _, p := range found {
		if p.notices > 1 && !strings.ContainsFunc(p.text, unicode.IsDigit) && p.begins*2 < len(p.in) && p.cuts*2 < len(p.in) && counted[p.text] <= most && !way.ends(p.text) {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b *phrase) int { return strings.Compare(a.text, b.text) })
	for _, p := range list {
		if !slices.ContainsFunc(list, func(o *phrase) bool { return o.beats(p) }) {
			out = append(out, p.text)
		}
	}
	return out
}

// beats reports whether p stands for what other says as well: one is within the other, and p is had by more notices, or is longer.
func (p *phrase) beats(other *phrase) bool {
	switch {
	case p == other:
		return false
	case strings.Contains(p.text, other.text):
		return p.notices >= other.notices
	case strings.Contains(other.text, p.text):
		return p.notices > other.notices
	}
	return false
}

// candidatePhrases are the phrases that titles of two notices have.
func candidatePhrases(all []*heading, pairs pairCounts, way Way) map[string]*phrase {
	found := map[string]*phrase{}
	for i, h := range all {
		for _, run := range h.title {
			runes := []rune(run)
			within := way.cuts(runes)
			for from := range runes {
				for n := shortest; n <= longest && from+n <= len(runes); n++ {
					text := string(runes[from : from+n])
					p := found[text]
					if p == nil {
						p = &phrase{text: text}
						found[text] = p
					}
					if len(p.in) > 0 && p.in[len(p.in)-1] == i {
						continue
					}
					if len(p.in) == 0 || all[p.in[len(p.in)-1]].notice != h.notice {
						p.notices++
					}
					p.in = append(p.in, i)
					if from == 0 {
						p.begins++
					}
					if within[from] || within[from+n] || pairs.cut(runes, from) || pairs.cut(runes, from+n) {
						p.cuts++
					}
				}
			}
		}
	}
	for text, p := range found {
		if p.notices < 2 {
			delete(found, text)
		}
	}
	return found
}

// tasksWith counts the titles that have a phrase in themselves or in the text of their tasks.
func tasksWith(all []*heading, found map[string]*phrase) map[string]int {
	counted := map[string]int{}
	for _, h := range all {
		seen := map[string]bool{}
		for _, text := range append(slices.Clone(h.title), h.texts...) {
			for run := range strings.SplitSeq(text, "\n") {
				runes := []rune(run)
				for from := range runes {
					for n := shortest; n <= longest && from+n <= len(runes); n++ {
						if t := string(runes[from : from+n]); found[t] != nil && !seen[t] {
							seen[t] = true
							counted[t]++
						}
					}
				}
			}
		}
	}
	return counted
}

// pairCounts is how often letters, and pairs of them, stand in titles and texts.
type pairCounts struct {
	letters map[rune]int
	pairs   map[[2]rune]int
	tasks   map[[2]rune]int // how many tasks have the pair
	all     int             // tasks
}

func pairsOf(all []*heading) pairCounts {
	c := pairCounts{map[rune]int{}, map[[2]rune]int{}, map[[2]rune]int{}, len(all)}
	for _, h := range all {
		seen := map[[2]rune]bool{}
		for _, text := range append(slices.Clone(h.title), h.texts...) {
			before := '\n'
			for _, r := range text {
				c.letters[r]++
				if before != '\n' && r != '\n' {
					pair := [2]rune{before, r}
					if c.pairs[pair]++; !seen[pair] {
						seen[pair] = true
						c.tasks[pair]++
					}
				}
				before = r
			}
		}
	}
	return c
}

// bond is how much two letters belong together, from 0 to 1: how many of both stand in this pair.
func (c *pairCounts) bond(a, b rune) float64 {
	n := float64(c.pairs[[2]rune{a, b}])
	return n * n / float64(max(1, c.letters[a])*max(1, c.letters[b]))
}

// core is the word of two letters that a phrase is known by (助餐 of 老年助餐服务): letters that belong together more than with those
// beside them, in the fewest tasks; of as many, a pair that stands where words of two letters would, then the closer one. Words of how are
// none. A phrase whose words are all common is its own core.
func (c *pairCounts) core(phrase string, way Way) string {
	runes := []rune(phrase)
	bonds := make([]float64, len(runes)+1) // of each letter with the one before it
	for i := 1; i < len(runes); i++ {
		bonds[i] = c.bond(runes[i-1], runes[i])
	}
	best, fewest, bond := phrase, 2*commonest(c.all)+2, 0.0
	for i := 1; i < len(runes); i++ {
		n := 2*c.tasks[[2]rune{runes[i-1], runes[i]}] + (i+1)%2
		if !way.ends(string(runes[i-1:i+1])) && bonds[i] >= bonds[i-1] && bonds[i] >= bonds[i+1] && (n < fewest || n == fewest && bonds[i] > bond) {
			best, fewest, bond = string(runes[i-1:i+1]), n, bonds[i]
		}
	}
	return best
}

// commonest is how many of all tasks may have a topic.
func commonest(all int) int { return max(handful, all/rare) }

// cut reports whether a border at a place of a run cuts a word: the letters on both sides of it belong together more than each with the
// other one beside it.
func (c *pairCounts) cut(run []rune, at int) bool {
	if at == 0 || at == len(run) {
		return false
	}
	across := c.bond(run[at-1], run[at])
	left, right := 0.0, 0.0
	if at > 1 {
		left = c.bond(run[at-2], run[at-1])
	}
	if at+1 < len(run) {
		right = c.bond(run[at], run[at+1])
	}
	return across > left && across > right || at+1 == len(run) && across > left || at == 1 && across > right
}
