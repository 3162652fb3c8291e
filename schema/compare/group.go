package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
)

// alike is how alike the names of a group are, on average, at least.
const alike = 0.6

// common is how many names may have a pair of letters for it to lead from one to the other: more say nothing.
const common = 200

// group is what belongs together.
type group struct {
	names   *names
	spelled []*name   // each spelling once
	list    []measure // by their order
}

// grouped puts measures into groups: those that are most alike first, as long as the names of two groups are alike on average.
func grouped(list []measure, said *contrasts) []*group {
	weights, spelled := weigh(list)
	byName := map[string]*group{}
	var order []*group
	for _, m := range list {
		key := m.unit + "\n" + string(letters(m.per)) + "\n" + string(m.letters)
		g := byName[key]
		if g == nil {
			g = &group{names: weights, spelled: []*name{spelled[string(m.letters)]}}
			byName[key] = g
			order = append(order, g)
		}
		g.list = append(g.list, m)
	}
	at := make([]*group, len(order)) // where each went
	copy(at, order)
	for _, p := range candidates(order) {
		a, b := at[p.a], at[p.b]
		if a == b || a.mean(b) < alike || a.apart(b, said) {
			continue
		}
		a.spelled, a.list = append(a.spelled, b.spelled...), append(a.list, b.list...)
		for i := range at {
			if at[i] == b {
				at[i] = a
			}
		}
	}
	var out []*group
	for i, g := range order {
		if at[i] == g {
			out = append(out, g)
		}
	}
	return out
}

// pair are two groups of one spelling each.
type pair struct {
	a, b     int
	likeness float64
}

// candidates are the pairs that are alike, the most alike first.
func candidates(groups []*group) (out []pair) {
	byPair := map[string][]int{} // by unit, base and pair of letters
	seen := map[[2]int]bool{}
	keys := func(g *group) (list []string) {
		m := g.list[0]
		for i := 1; i < len(m.letters); i++ {
			list = append(list, m.unit+"\n"+string(letters(m.per))+"\n"+string(m.letters[i-1:i+1]))
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	for i, g := range groups {
		for _, key := range keys(g) {
			byPair[key] = append(byPair[key], i)
		}
	}
	for b, g := range groups {
		for _, key := range keys(g) {
			if len(byPair[key]) > common {
				continue
			}
			for _, a := range byPair[key] {
				if a >= b || seen[[2]int{a, b}] {
					continue
				}
				seen[[2]int{a, b}] = true
				if l := g.names.likeness(groups[a].spelled[0], g.spelled[0]); l >= alike {
					out = append(out, pair{a, b, l})
				}
			}
		}
	}
	slices.SortFunc(out, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.likeness, p.likeness), cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b))
	})
	return out
}

// mean is how alike the names of two groups are on average.
func (g *group) mean(o *group) float64 {
	sum := 0.0
	for _, a := range g.spelled {
		for _, b := range o.spelled {
			sum += g.names.likeness(a, b)
		}
	}
	return sum / float64(len(g.spelled)*len(o.spelled))
}

// apart reports whether a name of one group and one of the other are of two things.
func (g *group) apart(o *group, said *contrasts) bool {
	return slices.ContainsFunc(g.spelled, func(a *name) bool {
		return slices.ContainsFunc(o.spelled, func(b *name) bool { return said.apart(a.text, b.text) })
	})
}

// wanted reports whether a group is asked for.
func (g *group) wanted(o Options) bool {
	if len(o.Indicators) > 0 {
		return slices.ContainsFunc(g.list, func(m measure) bool {
			return slices.ContainsFunc(o.Indicators, func(text string) bool {
				return strings.Contains(string(m.letters), string(letters(o.Figures.of(text))))
			})
		})
	}
	return o.Alone || slices.ContainsFunc(g.list, func(m measure) bool { return m.value.Notice != g.list[0].value.Notice })
}

// name is the name that is most like all others of the group, the shorter one of equals.
func (g *group) name() *name {
	best, most := g.spelled[0], -1.0
	for _, a := range g.spelled {
		sum := 0.0
		for _, b := range g.spelled {
			sum += g.names.likeness(a, b)
		}
		if sum > most || sum == most && len(a.text) < len(best.text) {
			best, most = a, sum
		}
	}
	return best
}

// indicator is the group as data: its values once each, the highest first.
func (g *group) indicator() Indicator {
	head := g.name()
	out := Indicator{Unit: g.list[0].unit, Per: g.list[0].per}
	seen := map[string]bool{}
	for _, m := range g.list {
		v := m.value
		text := string(m.letters)
		if text == head.text && out.Name == "" {
			out.Name = v.Name
		}
		key := strings.Join([]string{strconv.Itoa(v.Notice), string(v.Op), v.Value.String(), high(v).String(), v.When, text}, "\n")
		if seen[key] && v.Years == nil {
			continue
		}
		seen[key] = true
		v.Likeness = 1
		if text != head.text {
			one := g.spelled[slices.IndexFunc(g.spelled, func(n *name) bool { return n.text == text })]
			v.Likeness = rounded(g.names.likeness(head, one))
			v.Shared = shared(m.letters, []rune(head.text))
		}
		out.Values = append(out.Values, v)
	}
	slices.SortStableFunc(out.Values, func(a, b Value) int {
		return cmp.Or(cmp.Compare(high(b), high(a)), cmp.Compare(a.Notice, b.Notice))
	})
	return out
}

// high is the upper number of a value.
func high(v Value) schema.Number {
	if v.Max != nil {
		return *v.Max
	}
	return v.Value
}

// rounded is a likeness as people read it.
func rounded(l float64) schema.Number { return schema.Number(int(l*100+0.5)) / 100 }
