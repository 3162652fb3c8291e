package party

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
)

// judge restores the names of the items that were read; what cannot be one is "".
func (w *walker) judge() []string {
	w.items = slices.DeleteFunc(w.items, func(it item) bool { return w.isPerson(w.text(it)) })
	names := w.restore(w.items)
	var unknown []int
	for k := range names {
		if !w.acceptable(k, names[k]) {
			unknown = append(unknown, k)
		}
	}
	if w.vouchFor(unknown) {
		w.vouched = len(unknown)
		for _, k := range unknown {
			names[k] = normal(string(w.text(w.items[k])))
		}
		unknown = nil
	}
	for _, k := range unknown {
		names[k] = ""
	}
	w.keepNames(names)
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

// isPerson reports whether a text names persons, who are no departments: 分管副市长.
func (w *Words) isPerson(text []rune) bool {
	n, _ := w.persons.Suffix(text)
	return n > 0
}

// verbFirst reports whether a text that is no known name begins with a verb of work, as a
// title does and a name does not: 培育企业, 重视培育大集团.
func (w *walker) verbFirst(text []rune) bool {
	if n, _ := w.own.Prefix(text); n > 2 || w.known(w.noteless(text)) {
		return false // 开发银行
	}
	if n, tag := w.roles.Prefix(text); tag == "adverb" {
		text = text[n:] // 积极培育
	}
	for _, verbs := range []*lexicon.Set{w.acts, w.works} {
		if n, _ := verbs.Prefix(text); n > 1 && n < len(text) {
			if m, _ := w.stems.Prefix(text); m < n+1 {
				return true
			}
		}
	}
	return false
}

// keepNames keeps what judge found.
func (w *walker) keepNames(names []string) {
	for k := range w.items {
		if names[k] == "" {
			w.items[k].role = dropped
		}
	}
}

// dropped is the role of an item that is no name.
const dropped Role = "-"

func (w *walker) dropped(k int) bool { return w.items[k].role == dropped }

// acceptable reports whether an item is the name of a body. Behind a label a name may
// end in anything; elsewhere it has to end like one.
func (w *walker) acceptable(k int, name string) bool {
	text := []rune(foldBrackets(name))
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

// hasYear reports whether a year stands in a text: 教育部2020年部署.
func hasYear(text []rune) bool {
	for i := 4; i < len(text); i++ {
		if text[i] == '年' && isDigit(text[i-1]) && isDigit(text[i-2]) && isDigit(text[i-3]) && isDigit(text[i-4]) {
			return true
		}
	}
	return false
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// isSaying reports whether a rune stands in sentences and in no name of a body.
func isSaying(c rune) bool {
	switch c {
	case '按', '的', '是', '将', '把', '被', '由':
		return true
	}
	return false
}

// isSentence is isSaying for what no lexicon knows.
func isSentence(c rune) bool {
	switch c {
	case '了', '要', '等', '为', '，', '。':
		return true
	}
	return isDigit(c) || isSaying(c)
}

// sentence reports whether a text has a verb of tasks in it and is no name.
func (w *walker) sentence(text []rune) bool {
	for i := range text {
		if n, _ := w.dutyVerbs.Prefix(text[i:]); n > 0 {
			return true
		}
	}
	return false
}

// completeName is complete for a restored name.
func (w *walker) completeName(text []rune) bool {
	base := w.noteless(text)
	if n, kind := w.ending(base); n > 0 && (n < len(base) || kind != "department") {
		return true
	}
	if _, ok := w.organs.Lookup(base); ok {
		return true
	}
	if _, ok := w.central.Lookup(base); ok || isYouthLeague(base) {
		return true
	}
	if n, tag := w.levels.Prefix(base); n > 0 && (n == len(base) && tag == "party" || n < len(base) && w.isOrgan(base[n:])) {
		return true
	}
	return w.class(base) > 0 || w.class(text) > 0 || w.locality(base) || w.isBranchOffice(base)
}

func (w *walker) isOrgan(text []rune) bool {
	_, ok := w.organs.Lookup(text)
	return ok
}

func foldBrackets(name string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case '（':
			return '('
		case '）':
			return ')'
		}
		return c
	}, name)
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

// strongName reports whether one of the items is a name beyond doubt.
func (w *walker) strongName() bool {
	for k, it := range w.items {
		if !w.dropped(k) && w.strongText(w.text(it)) {
			return true
		}
	}
	return false
}

// allStrong reports whether the items are names, and the first is one beyond doubt.
func (w *walker) allStrong() bool {
	return !w.junk() && w.strongName()
}

// everyStrong reports whether all items are names beyond doubt.
func (w *walker) everyStrong() bool {
	for k, it := range w.items {
		if text := w.text(it); w.dropped(k) || !w.strongText(text) && w.class(text) == 0 {
			return false
		}
	}
	return len(w.items) > 0
}

// strongText reports whether a text can be nothing but a name: it has a level word, an
// owner, a place or 各 before it, or a known stem and ending.
func (w *walker) strongText(text []rune) bool {
	base := w.noteless(text)
	if _, ok := w.sides.Lookup(base); ok {
		return false
	}
	if w.known(base) || isYouthLeague(base) {
		return true
	}
	if _, ok := w.central.Lookup(base); ok {
		return true
	}
	h := w.head(base)
	switch h.sort {
	case leveled:
		if len(h.rest) == 0 {
			return h.party != ""
		}
		n, _ := w.ending(h.rest)
		return h.rest[0] != '级' && (n > 0 || w.isOrgan(h.rest) || w.class(base) > 0) || w.class(base) > 0
	case collective:
		return w.class(base) > 0 && (w.eachOf(base) != "" || len(base) > 4)
	case owned:
		n, _ := w.ending(base)
		return len(base) > 2 && (n > 0 || w.locality(base))
	}
	n, _ := w.stems.Prefix(base)
	e, _ := w.ending(base)
	return e > 0 && e < len(base) && (n > 1 || len(base) <= 8 && isOffice(base[len(base)-1]))
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
	said := w.s.String(last.end, to)
	return !strings.Contains(w.s.String(w.items[0].start, last.end), "责任单位") &&
		(strings.Contains(said, "负责") || strings.Contains(said, "牵头"))
}

// bodies reports whether each name ends like a body, so that none is only a place.
func (w *walker) bodies(names []string) bool {
	for _, name := range names {
		text := w.noteless([]rune(foldBrackets(name)))
		if n, _ := w.ending(text); n == 0 && !w.known(text) && w.class(text) == 0 {
			if h := w.head(text); h.sort != leveled {
				return false
			}
		}
	}
	return true
}
