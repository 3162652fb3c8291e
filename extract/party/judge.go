package party

import (
	"slices"

	"github.com/policyx/policyx/parser/runes"
)

// judge restores the names of the items that were read; what cannot be one is nil.
func (w *walker) judge() [][]rune {
	w.items = slices.DeleteFunc(w.items, func(it item) bool { return w.isPerson(w.text(it)) })
	names := w.restore(w.items)
	var unknown []int
	for k := range names {
		if !w.acceptable(names[k]) {
			unknown = append(unknown, k)
		}
	}
	if w.vouchFor(unknown) {
		w.vouched = len(unknown)
		for _, k := range unknown {
			names[k] = normal(w.text(w.items[k]))
		}
		unknown = nil
	}
	for _, k := range unknown {
		names[k] = nil
		w.items[k].role = dropped
	}
	return names
}

// vouchFor reports whether the unknown elements of a list are names for what stands
// beside them: each is short and no sentence, and more elements are names beyond doubt,
// or a role word or label says that all are (市水务局、云溪燃气、松林中学负责).
func (w *walker) vouchFor(unknown []int) bool {
	if len(unknown) == 0 || w.objects {
		return false
	}
	strong := 0
	for _, it := range w.items {
		if w.strongText(w.text(it)) {
			strong++
		}
	}
	if strong == 0 || !w.explicit && strong <= 2*len(unknown) {
		return false
	}
	for _, k := range unknown {
		if text := w.noteless(w.text(w.items[k])); len(text) < 2 || len(text) > maxVouched || slices.ContainsFunc(text, isSentence) || w.sentence(text) || w.verbFirst(text) {
			return false
		}
	}
	return true
}

// maxVouched bounds the length of a name that only its neighbours vouch for.
const maxVouched = 14

// dropped is the role of an item that is no name.
const dropped Role = "-"

func (w *walker) dropped(k int) bool { return w.items[k].role == dropped }

// acceptable reports whether an item is the name of a body. Behind a label a name may
// end in anything; elsewhere it has to end like one.
func (w *walker) acceptable(text []rune) bool {
	if len(text) < 2 || len(text) > maxName {
		return false
	}
	if w.completeName(text) {
		if _, kind := w.ending(w.noteless(text)); (kind == "enterprise" || kind == "institution") && w.verbFirst(text) {
			return false // 培育企业; but 试点城市政府
		}
		return !slices.ContainsFunc(text, isSaying) && !hasYear(text)
	}
	return w.labelled && len(text) >= 4 && len(text) <= 12 && !slices.ContainsFunc(text, isSentence) && !w.sentence(text)
}

// junk reports whether an item is no name.
func (w *walker) junk() bool {
	for k := range w.items {
		if w.dropped(k) {
			return true
		}
	}
	return len(w.items) == 0
}

// offices reports whether two or more items, and no others, end like an office that a
// small body has without a level word: 办公室、规划股、执法大队.
func (w *walker) offices() bool {
	for k, it := range w.items {
		if _, kind := w.ending(w.text(it)); w.dropped(k) || kind != "department" || w.sentence(w.text(it)) {
			return false
		}
	}
	return len(w.items) > 1
}

// empty reports whether no item is a name.
func (w *walker) empty() bool {
	for k := range w.items {
		if !w.dropped(k) {
			return false
		}
	}
	return true
}

// onlyNote reports whether the clause is a note on the others.
func (w *walker) onlyNote() bool {
	if !w.firstLead && !w.groupLead {
		return false
	}
	return len(w.items) == 0
}

// allAnswered reports whether each item got its role from a word behind or before it.
func (w *walker) allAnswered() bool { return w.gathered && w.pendingAtEnd == 0 }

// definite reports whether a sentence that ends at to is more than an appeal to all
// (各责任单位抓好落实): it names a body, or says 负责 or 牵头.
func (w *walker) definite(to int) bool {
	for k, it := range w.items {
		if !w.dropped(k) && w.class(w.text(it)) == 0 {
			return true
		}
	}
	last := w.items[len(w.items)-1]
	said := w.s.Runes[last.end:to]
	return !runes.Contains(w.s.Runes[w.items[0].start:last.end], "责任单位") && (runes.Contains(said, "负责") || runes.Contains(said, "牵头"))
}

// bodies reports whether each name ends like a body, so that none is only a place.
func (w *walker) bodies(names [][]rune) bool {
	for _, name := range names {
		text := w.noteless(name)
		if n, _ := w.ending(text); n == 0 && !w.known(text) && w.class(text) == 0 {
			if h := w.head(text); h.sort != leveled {
				return false
			}
		}
	}
	return true
}
