package compare

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// names weighs letters by how few names have them.
type names struct {
	have    map[rune]int
	weights map[rune]int // in thousandths, so that sums are the same in any order
}

// name is what is compared of a name: its letters and pairs of them, each once and sorted.
type name struct {
	text    string
	letters []rune
	pairs   []uint64
	weight  int
}

// newName reads a name. An age that one name has and the other has not makes them no less alike: 65岁及以上老年人健康管理率.
func newName(letters []rune) *name {
	n := &name{text: string(letters)}
	if letters = ageless(letters); len(letters) == 0 {
		letters = []rune(n.text)
	}
	n.letters = slices.Clone(letters)
	for i := 1; i < len(letters); i++ {
		n.pairs = append(n.pairs, uint64(letters[i-1])<<32|uint64(letters[i]))
	}
	slices.Sort(n.letters)
	slices.Sort(n.pairs)
	n.letters, n.pairs = slices.Compact(n.letters), slices.Compact(n.pairs)
	return n
}

// ageless is a name without the ages in it: 65岁, 65周岁以上, 3岁及以下.
func ageless(name []rune) (out []rune) {
	for i := 0; i < len(name); {
		if n := age(name[i:]); n > 0 {
			i += n
			continue
		}
		out = append(out, name[i])
		i++
	}
	return out
}

// age returns how many letters of an age stand at the head of a text.
func age(text []rune) (n int) {
	for n < len(text) && unicode.IsDigit(text[n]) {
		n++
	}
	if n == 0 {
		return 0
	}
	skip := func(words ...string) bool {
		for _, word := range words {
			if w := []rune(word); len(text)-n >= len(w) && string(text[n:n+len(w)]) == word {
				n += len(w)
				return true
			}
		}
		return false
	}
	if !skip("周岁", "岁") {
		return 0
	}
	skip("及以上", "及以下", "以上", "以下", "以内")
	return n
}

// weigh returns the names of measures and what their letters weigh, each spelling once.
func weigh(list []measure) (*names, map[string]*name) {
	n, spelled := &names{have: map[rune]int{}, weights: map[rune]int{}}, map[string]*name{}
	for _, m := range list {
		text := string(m.letters)
		if spelled[text] != nil {
			continue
		}
		one := newName(m.letters)
		for _, r := range one.letters {
			n.have[r]++
		}
		spelled[text] = one
	}
	for r, have := range n.have {
		n.weights[r] = int(1000 * math.Log(1+float64(len(spelled))/float64(have)))
	}
	for _, one := range spelled {
		one.weight = n.weigh(one.letters)
	}
	return n, spelled
}

// weigh is high for letters that few names have.
func (n *names) weigh(letters []rune) (sum int) {
	for _, r := range letters {
		sum += n.weights[r]
	}
	return sum
}

// likeness is the weight of the letters that stand in words of both names, a word being two letters or more, against that of all their
// letters, from 0 to 1.
func (n *names) likeness(a, b *name) float64 {
	if a == b {
		return 1
	}
	both := make([]rune, 0, 32)
	for i, j := 0, 0; i < len(a.pairs) && j < len(b.pairs); {
		switch p := a.pairs[i]; {
		case p == b.pairs[j]:
			both = append(both, rune(p>>32), rune(p&math.MaxUint32))
			i, j = i+1, j+1
		case p < b.pairs[j]:
			i++
		default:
			j++
		}
	}
	slices.Sort(both)
	return 2 * float64(n.weigh(slices.Compact(both))) / float64(a.weight+b.weight)
}

// shared returns the words of two letters or more that stand in both names, in the order of the first, none within another.
func shared(a, b []rune) (out []string) {
	text := string(b)
	for i := 0; i < len(a); {
		n := 0
		for i+n < len(a) && strings.Contains(text, string(a[i:i+n+1])) {
			n++
		}
		if n < 2 {
			i++
			continue
		}
		out = append(out, string(a[i:i+n]))
		i += n
	}
	return out
}
