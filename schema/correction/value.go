package correction

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
)

// value is one of a list: a department (with its role), a deadline, a target, an indicator, a citation.
type value = map[string]any

// edit is what a person did to one value of a list: was is what was extracted, nil for a value that they added; is is what they said
// instead, nil where they took it away.
type edit struct{ was, is value }

// name is what the value is called in a message.
func (e edit) name() string { return cmp.Or(called(e.was), called(e.is)) }

// called is what a value is known by, wherever it stands: the name of a department or an indicator, the title of a citation, the
// words of a deadline or a target.
func called(v value) string {
	for _, field := range []string{"name", "title", "text"} {
		if s, _ := v[field].(string); s != "" {
			return s
		}
	}
	return ""
}

// revision is a list as it was extracted when it was corrected, and as it was corrected.
type revision struct {
	before, after []value
	was           []int // of each of after, which of before it was; -1: it was added
}

// revise finds which value is which: the same, else what is called so, else what stands on the same words, else, where a
// person wrote it without a place, the next one that is left.
func revise(before, after []value) revision {
	return revision{before, after, pair(before, after, alike, namesakes, overlap, placeless)}
}

// edits are what the person did, value by value.
func (r revision) edits() (out []edit) {
	for i, is := range r.after {
		if was := r.original(i); !alike(was, is) {
			out = append(out, edit{was, is})
		}
	}
	for i, was := range r.before {
		if !slices.Contains(r.was, i) {
			out = append(out, edit{was: was})
		}
	}
	return out
}

// original is what the i-th corrected value was; nil: it was added.
func (r revision) original(i int) value {
	if at := r.was[i]; at >= 0 {
		return r.before[at]
	}
	return nil
}

// fitting puts a revision on the list as it is extracted now.
type fitting struct {
	revision
	now    []value
	here   []int             // of each of before, which of now it is; -1: gone
	quoted func(string) bool // whether the notice still says some words

	instead map[int]value   // of values of now, what they are as corrected; nil: nothing
	behind  map[int][]value // values that were added, by what of now they follow; -1: nothing
	left    []edit
}

// on puts each edit on its own value, and returns those of which the value is gone or says something else by now. Of an edit whose
// outcome the list has without it nothing is left.
func (r revision) on(now []value, quoted func(string) bool) ([]value, []edit) {
	f := fitting{revision: r, now: now, here: pair(now, r.before, alike, namesakes), quoted: quoted,
		instead: make(map[int]value), behind: make(map[int][]value)}
	f.given()
	f.taken()
	if len(f.left) == 0 && slices.EqualFunc(now, r.before, alike) {
		return r.after, nil // in the order that the person gave them
	}
	out := slices.Clone(f.behind[-1])
	for i, v := range now {
		if is, known := f.instead[i]; known {
			v = is
		}
		if v != nil {
			out = append(out, v)
		}
		out = append(out, f.behind[i]...)
	}
	return out, f.left
}

// given places the values that the person left, changed or added.
func (f *fitting) given() {
	last := -1
	for i, is := range f.after {
		was, at := f.original(i), -1
		if was != nil {
			at = f.here[f.was[i]]
		}
		if at >= 0 {
			last = at
			if v, fits := onto(f.now[at], was, is); fits {
				f.instead[at] = v
				continue
			}
		}
		switch {
		case alike(was, is), holds(f.now, is):
		case was == nil && f.takes(is):
			f.behind[last] = append(f.behind[last], is)
		default:
			f.left = append(f.left, edit{was, is})
		}
	}
}

// onto is a value with what a person changed of it; it does not fit where the notice says something else there by now.
func onto(now, was, is value) (out value, fits bool) {
	out = maps.Clone(now)
	for _, field := range slices.Concat(slices.Collect(maps.Keys(was)), slices.Collect(maps.Keys(is))) {
		switch {
		case field == "span" || field == "corrected" || same(was[field], is[field]):
		case !same(now[field], was[field]) && !same(now[field], is[field]):
			return nil, false
		case is[field] == nil:
			delete(out, field)
		default:
			out[field] = is[field]
		}
	}
	return out, true
}

// taken takes away what the person took away. A value that is gone leaves its edit where the notice has another one, maybe in its place.
func (f *fitting) taken() {
	for i, was := range f.before {
		switch {
		case slices.Contains(f.was, i):
		case f.here[i] >= 0:
			f.instead[f.here[i]] = nil
		case len(f.fresh()) > 0:
			f.left = append(f.left, edit{was: was})
		}
	}
}

// takes reports whether the notice still has room for a value that was added: it says the words on which the value stood, and nothing of its
// own about what is called so.
func (f *fitting) takes(added value) bool {
	words, _ := added["text"].(string)
	start, end, placed := placeOf(added)
	if placed && end-start == len([]rune(words)) && !f.quoted(words) {
		return false
	}
	return !slices.ContainsFunc(f.fresh(), func(v value) bool { return namesakes(v, added) })
}

// fresh are the values that were not there before and that the person did not give.
func (f *fitting) fresh() (out []value) {
	for i, v := range f.now {
		if !slices.Contains(f.here, i) && !holds(f.after, v) {
			out = append(out, v)
		}
	}
	return out
}

// pair returns for each value of list which of from it is, by the first of the likenesses that finds one; -1: none. Each is found once.
func pair(from, list []value, likenesses ...func(a, b value) bool) []int {
	out, taken := make([]int, len(list)), make([]bool, len(from))
	for i := range out {
		out[i] = -1
	}
	for _, like := range likenesses {
		for i, v := range list {
			for at := 0; out[i] < 0 && at < len(from); at++ {
				if !taken[at] && like(from[at], v) {
					out[i], taken[at] = at, true
				}
			}
		}
	}
	return out
}

// holds reports whether a list has a value that says the same.
func holds(list []value, v value) bool {
	return slices.ContainsFunc(list, func(item value) bool { return alike(v, item) })
}

func alike(a, b value) bool { return a != nil && b != nil && same(a, b) }

func namesakes(a, b value) bool { return called(a) != "" && called(a) == called(b) }

func overlap(a, b value) bool {
	start, end, placed := placeOf(a)
	from, to, too := placeOf(b)
	return placed && too && start < to && from < end
}

func placeless(a, b value) bool {
	_, _, placed := placeOf(a)
	_, _, too := placeOf(b)
	return !placed || !too
}

// placeOf is where a value stood in the reading text when it was written down.
func placeOf(v value) (start, end int, ok bool) {
	span, _ := v["span"].(map[string]any)
	from, errFrom := number(span["start"])
	to, errTo := number(span["end"])
	return from, to, span != nil && errFrom && errTo
}

func number(v any) (int, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := n.Int64()
	return int(i), err == nil
}
