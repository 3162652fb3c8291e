package match

import (
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

	entered []entered // before the index is sealed
	asked   []asked   // the same
	pairs   pairs     // room for what the next pattern begins with
}

// entered is a choice below the head that a rule begins with, as a number: from the left its head, what stands
// behind, rule and element, so that numbers are sorted as choices are to be, and cheaply.
type entered uint64

// The bits of a rule, of an element, of a head and of what stands behind it, and what is added to make these two positive.
const (
	ruleBits, fromBits, placeBits = 12, 8, 22
	lift                          = 1 << 9
)

func enteredAt(h head, behind rune, at entry) entered {
	return ((entered(h+lift)<<placeBits|entered(behind+lift))<<ruleBits|entered(at.rule))<<fromBits | entered(at.from)
}

func (e entered) head() head { return head(e>>(fromBits+ruleBits+placeBits)) - lift }

func (e entered) choice() choice {
	return choice{rune(e>>(fromBits+ruleBits)&(1<<placeBits-1)) - lift, entry{int32(e >> fromBits & (1<<ruleBits - 1)), int32(e & (1<<fromBits - 1))}}
}

// asked is a class that may begin with a rune.
type asked struct {
	rune  rune
	class int
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
	class *numbered
	used  bool // a rule begins with it
	choices
}

func newIndex(classes map[string]*numbered) index {
	x := index{classes: make([]classStart, len(classes)), runes: rank.New(maxRune)}
	for _, c := range classes {
		x.classes[c.number].class = c
	}
	return x
}

// enter indexes a rule under everything that its pattern may begin with.
func (x *index) enter(rule int, seq []element) {
	if rule >= 1<<ruleBits || len(seq) > 1<<fromBits {
		panic("match: too many rules, or a pattern too long")
	}
	p := &x.pairs
	for from := range seq {
		p.clear()
		empty := p.add(seq[from:from+1], &tail{seq: seq[from+1:]})
		at := entry{int32(rule), int32(from)}
		for k, h := range p.heads {
			if h < 0 {
				x.class(int(-1 - h))
			}
			x.add(h, at, &p.behind[k])
		}
		if p.gap {
			x.always = append(x.always, at)
		}
		if !empty {
			return
		}
	}
}

// add indexes a rule under a head, for what may stand behind it.
func (x *index) add(h head, at entry, behind *first) {
	if behind.any {
		x.entered = append(x.entered, enteredAt(h, anything, at))
		return
	}
	for k := range lex.Kinds {
		if behind.kinds&(1<<k) != 0 {
			x.entered = append(x.entered, enteredAt(h, kindOf(k), at))
		}
	}
	for _, r := range behind.runes {
		x.entered = append(x.entered, enteredAt(h, r, at))
	}
}

// class indexes a class that a rule begins with, once.
func (x *index) class(number int) {
	c := &x.classes[number]
	if c.used {
		return
	}
	c.used = true
	for _, k := range c.class.Kinds {
		x.byKind[k] = append(x.byKind[k], number)
	}
	for _, r := range c.class.Runes {
		x.asked = append(x.asked, asked{r, number})
	}
	if len(c.class.Kinds)+len(c.class.Runes) == 0 {
		x.anyClass = append(x.anyClass, number)
	}
}

// seal makes the index ready, when all rules are entered.
func (x *index) seal() {
	slices.Sort(x.entered)
	x.entered = slices.Compact(x.entered)
	x.setRunes()
	all := make(choices, 0, len(x.entered))
	for rest := x.entered; len(rest) > 0; {
		h, begin := rest[0].head(), len(all)
		for len(rest) > 0 && rest[0].head() == h {
			all, rest = append(all, rest[0].choice()), rest[1:]
		}
		if h < 0 {
			x.classes[-1-h].choices = all[begin:]
		} else if s := x.at(rune(h)); s != nil {
			s.choices = all[begin:]
		}
	}
	for _, a := range x.asked {
		if s := x.at(a.rune); s != nil {
			s.classes = add(s.classes, a.class)
		}
	}
	x.entered, x.asked, x.pairs = nil, nil, pairs{}
}

// setRunes finds what something begins with.
func (x *index) setRunes() {
	last := head(-1)
	for _, e := range x.entered {
		if h := e.head(); h > last {
			x.heads, last = append(x.heads, rune(h)), h
		}
	}
	for _, a := range x.asked {
		x.heads = append(x.heads, a.rune)
	}
	slices.Sort(x.heads)
	x.heads = slices.DeleteFunc(slices.Compact(x.heads), func(r rune) bool { return r > maxRune }) // none begins with it
	for _, r := range x.heads {
		x.runes.Set(int(r))
	}
	x.runes.Seal()
	x.byRune = make([]starts, len(x.heads))
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
