package diff

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// How alike the names of what two targets measure have to be; and where no other target has the unit.
const alikeNames, hardlyAlike = 0.5, 0.2

// targets compares what is to be reached: by what is measured, bound, value in base units, unit and base. pairs are those that
// stayed or became another one, and are to be reached at another time.
func targets(old, new []schema.Target) (out []Change, pairs []couple[schema.Target]) {
	allOld, allNew := old, new
	dated := func(t schema.Target) string { return targetKey(t) + " " + t.When }
	old, new = distinct(old, dated), distinct(new, dated)
	old, new = differing(old, new, dated)
	pairs, old, new = paired(old, new, func(a, b schema.Target) bool { return targetKey(a) == targetKey(b) })
	old, new = unsaid(old, allNew), unsaid(new, allOld)
	same := func(a, b schema.Target) bool {
		return measure(a) == measure(b) && amount(a) == amount(b) && likeness(a, b) >= alikeNames
	}
	renamed, old, new := paired(old, new, same) // only the name was reworded, which the words show
	pairs = append(pairs, renamed...)
	for _, least := range []float64{alikeNames, hardlyAlike} {
		for {
			i, j := likest(old, new, least)
			if i < 0 {
				break
			}
			out = append(out, Change{Subject: Target, Kind: step(old[i], new[j]), Old: targetValue(old[i]), New: targetValue(new[j])})
			pairs = append(pairs, couple[schema.Target]{old[i], new[j]})
			old, new = without(old, i), without(new, j)
		}
	}
	for _, t := range old {
		out = append(out, Change{Subject: Target, Kind: Dropped, Old: targetValue(t)})
	}
	for _, t := range new {
		out = append(out, Change{Subject: Target, Kind: Added, New: targetValue(t)})
	}
	return out, pairs
}

// unsaid returns the targets, each once, that a version does not have at any time.
func unsaid(list, version []schema.Target) []schema.Target {
	return slices.DeleteFunc(distinct(list, targetKey), func(t schema.Target) bool {
		return slices.ContainsFunc(version, func(o schema.Target) bool { return targetKey(o) == targetKey(t) })
	})
}

// measure is the unit of a target and per what it is counted.
func measure(t schema.Target) string {
	unit := t.Unit
	if t.Normalized != nil {
		unit = t.Normalized.Unit
	}
	return unit + "/" + fold(t.Per)
}

// base is the value, and the upper one of a range, in base units.
func base(t schema.Target) (low, high schema.Number) {
	n := schema.Normalized{Value: t.Value, ValueMax: t.ValueMax}
	if t.Normalized != nil {
		n = *t.Normalized
	}
	high = n.Value
	if n.ValueMax != nil {
		high = *n.ValueMax
	}
	return n.Value, high
}

// amount is the bound and the value of a target.
func amount(t schema.Target) string {
	low, high := base(t)
	return string(t.Op) + " " + low.String() + " " + high.String()
}

func targetKey(t schema.Target) string {
	return fold(t.Indicator) + " " + amount(t) + " " + measure(t)
}

func targetValue(t schema.Target) *Value {
	is := string(t.Op) + " " + t.Value.String()
	if t.ValueMax != nil {
		is = t.Value.String() + ".." + t.ValueMax.String()
	}
	if is += " " + t.Unit; t.Per != "" {
		is += "/" + t.Per
	}
	return &Value{Text: t.Text, Of: t.Indicator, Is: is, Span: &t.Span}
}

// likeness is how alike the names of what two targets measure are.
func likeness(a, b schema.Target) float64 {
	if a.Indicator == "" && b.Indicator == "" {
		return alikeNames
	}
	return align.Likeness(a.Indicator, b.Indicator)
}

// likest returns the targets of one unit whose names are most alike, -1 where none are alike enough. Below [alikeNames] no other of
// the unit may be there.
func likest(old, new []schema.Target, least float64) (bi, bj int) {
	bi, bj = -1, -1
	for i, a := range old {
		for j, b := range new {
			if measure(a) != measure(b) || least < alikeNames && (rivals(old, a) > 1 || rivals(new, b) > 1) {
				continue
			}
			if l := likeness(a, b); l >= least && (bi < 0 || l > likeness(old[bi], new[bj])) {
				bi, bj = i, j
			}
		}
	}
	return bi, bj
}

// rivals is how many targets have the unit of t.
func rivals(list []schema.Target, t schema.Target) (n int) {
	for _, other := range list {
		if measure(other) == measure(t) {
			n++
		}
	}
	return n
}

// step says how a target became another one of the same unit.
func step(old, new schema.Target) Kind {
	a, aMost := base(old)
	b, bMost := base(new)
	switch c := cmp.Or(cmp.Compare(b, a), cmp.Compare(bMost, aMost)); {
	case c > 0:
		return Raised
	case c < 0:
		return Lowered
	case old.Op != new.Op:
		return Bound
	}
	return Changed
}
