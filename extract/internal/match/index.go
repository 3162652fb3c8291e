package match

import (
	"maps"
	"slices"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/rank"
)

// index says where to enter which rules: by the rune that stands at a place, by the
// classes that may begin with it, and by those that may begin with its kind of token.
// A class is asked once for all the rules that begin with it.
type index struct {
	heads    []rune           // what something begins with, in order
	runes    rank.Bits        // a bit for each of them
	byRune   []starts         // of each of them
	byKind   [lex.Kinds][]int // classes
	anyClass []int            // classes that may begin anywhere
	always   []entry
	classes  []classStart // by number

	entered map[rune]*starts // before the index is sealed
}

// maxRune is the last rune that a pattern may begin with: the last of the basic plane.
const maxRune = 0xFFFF

// entry is a rule and the element of its pattern to begin with: those before it are
// optional and match nothing.
type entry struct{ rule, from int32 }

// starts is what may begin with a rune: rules, by what stands behind it, and classes.
type starts struct {
	choices
	classes []int
}

// classStart is a class with the rules that may begin with it, by what stands behind its match.
type classStart struct {
	class *Class
	choices
}

func newIndex(classes map[string]numbered) index {
	x := index{classes: make([]classStart, len(classes)), runes: rank.New(maxRune), entered: map[rune]*starts{}}
	for _, c := range classes {
		x.classes[c.number].class = c.Class
	}
	return x
}

// enter indexes a rule under everything that its pattern may begin with.
func (x *index) enter(rule int, seq []element) {
	for from := range seq {
		var p pairs
		empty := p.add(seq[from:from+1], &tail{seq: seq[from+1:]})
		at := entry{int32(rule), int32(from)}
		for k, h := range p.heads {
			if h.class {
				x.class(at, h.value, &p.behind[k])
			} else {
				s := x.starts(rune(h.value))
				s.choices = s.add(at, &p.behind[k])
			}
		}
		if p.gap {
			x.always = append(x.always, at)
		}
		if !empty {
			return
		}
	}
}

// class indexes a rule under a class that its pattern may begin with, and the class itself with its first rule.
func (x *index) class(at entry, number int, behind *first) {
	c := &x.classes[number]
	if len(c.choices) == 0 {
		for _, k := range c.class.Kinds {
			x.byKind[k] = append(x.byKind[k], number)
		}
		for _, r := range c.class.Runes {
			s := x.starts(r)
			s.classes = add(s.classes, number)
		}
		if len(c.class.Kinds)+len(c.class.Runes) == 0 {
			x.anyClass = append(x.anyClass, number)
		}
	}
	c.choices = c.add(at, behind)
}

// seal makes the index ready, when all rules are entered.
func (x *index) seal() {
	for _, c := range x.classes {
		c.sort()
	}
	for _, r := range slices.Sorted(maps.Keys(x.entered)) {
		if r > maxRune {
			break // none begins with it
		}
		x.entered[r].sort()
		x.runes.Set(int(r))
		x.heads, x.byRune = append(x.heads, r), append(x.byRune, *x.entered[r])
	}
	x.runes.Seal()
	x.entered = nil
}

// starts returns what may begin with a rune, while rules are entered.
func (x *index) starts(r rune) *starts {
	s := x.entered[r]
	if s == nil {
		s = &starts{}
		x.entered[r] = s
	}
	return s
}

// at returns what may begin with a rune, nil for nothing.
func (x *index) at(r rune) *starts {
	if r > maxRune || !x.runes.Has(int(r)) {
		return nil
	}
	return &x.byRune[x.runes.Rank(int(r))-1]
}

// next returns the first of runes i to end at which any rule may begin; end where none may.
func (x *index) next(s *lex.Stream, i, end int) int {
	if len(x.always)+len(x.anyClass) > 0 {
		return i
	}
	for ; i < end; i++ {
		if r := s.Runes[i]; r <= maxRune && x.runes.Has(int(r)) {
			return i
		}
		if s.Begins(i) && len(x.byKind[s.At(i).Kind]) > 0 {
			return i
		}
	}
	return end
}

// add appends v unless it is there.
func add[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}
