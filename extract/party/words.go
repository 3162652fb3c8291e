package party

import (
	"slices"
	"sync"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
)

// Words are the lists that the package stands on. They never change.
type Words struct {
	stems, endings, noEndings, organs, central *lexicon.Set
	own, levels, collectives, kinds, roles     *lexicon.Set
	acts, works                                *lexicon.Set // verbs that titles begin with
	persons, sides, sorts, tiers, groups       *lexicon.Set
	carriers, ownEndings, zones, dutyVerbs     *lexicon.Set

	user   *lexicon.User               // nil for the built-in lists
	phrase func() *match.Table[phrase] // with the user's roles; nil for the built-in ones
}

// builtIn are the lists without any user's.
var builtIn = sync.OnceValue(func() *Words { return NewWords(nil) })

// NewWords returns the lists with a user's additions; nil stands for none.
func NewWords(user *lexicon.User) *Words {
	w := &Words{
		stems: user.Stems(), endings: user.Endings(), noEndings: lexicon.NoEndings(),
		organs: user.Organs(), central: user.Central(), own: lexicon.OwnNames(),
		levels: lexicon.Levels(), collectives: lexicon.Collectives(), kinds: lexicon.PlaceKinds(), roles: user.Roles(), user: user,
		acts: lexicon.Acts(), works: lexicon.Verbs(),
		persons: lexicon.Persons(), sides: lexicon.Sides(), sorts: lexicon.Sorts(), tiers: lexicon.Tiers(), groups: lexicon.Groups(),
		carriers: lexicon.Carriers(), ownEndings: lexicon.OwnEndings(), zones: lexicon.Zones(), dutyVerbs: lexicon.DutyVerbs(),
	}
	if user.HasRoles() {
		w.phrase = sync.OnceValue(func() *match.Table[phrase] { return newTable(w.roles) })
	}
	return w
}

// phrases returns the table of phrases.
func (w *Words) phrases() *match.Table[phrase] {
	if w.phrase != nil {
		return w.phrase()
	}
	return table()
}

// or returns w, or the built-in lists for nil.
func (w *Words) or() *Words {
	if w == nil {
		return builtIn()
	}
	return w
}

// ending returns the length of the ending of a body's name, 0 for none, and the kind of
// body that it says.
func (w *Words) ending(name []rune) (int, string) {
	n, kind := w.endings.Suffix(name)
	if n == 0 {
		return 0, ""
	}
	if no, _ := w.noEndings.Suffix(name); no > n || no == n && n > 1 {
		return 0, ""
	}
	return n, kind
}

// endsLikeBody is a cheap look at the end of a text: a body may be named there.
func (w *Words) endsLikeBody(text []rune) bool {
	last := text[len(text)-1]
	if isGeo(last) || clause.Closes(last) || last == '团' || last == '投' || last == '道' {
		return true
	}
	if n, _ := w.endings.Suffix(text); n > 0 {
		return true
	}
	n, _ := w.collectives.Suffix(text)
	return n > 0
}

// known reports whether a name without level word is one of the lexicon: an organ, or a
// stem with an ending right behind it.
func (w *Words) known(name []rune) bool {
	if _, ok := w.organs.Lookup(name); ok {
		return true
	}
	return w.stemmed(name) > 0
}

// stemmed returns the length of the stem of a name that is a stem with an ending, else 0.
func (w *Words) stemmed(name []rune) (stem int) {
	for n := range w.stems.Prefixes(name) {
		if _, ok := w.endings.Lookup(name[n:]); ok {
			stem = n
		}
	}
	return stem
}

// beginsKnown reports whether a text begins with such a name of at most the given length, of two runes at least.
func (w *Words) beginsKnown(text []rune, most int) bool {
	text = text[:min(len(text), most)]
	for n := range w.organs.Prefixes(text) {
		if n > 1 {
			return true
		}
	}
	for n := range w.stems.Prefixes(text) {
		for range w.endings.Prefixes(text[n:]) {
			return true
		}
	}
	return false
}

// begins reports whether a known organ or stem begins a text.
func (w *Words) begins(text []rune) bool {
	n, _ := w.stems.Prefix(text)
	m, _ := w.organs.Prefix(text)
	return n > 1 || m > 0
}

// hasPrefix reports whether a text begins with another.
func hasPrefix(text, prefix []rune) bool {
	return len(text) >= len(prefix) && slices.Equal(text[:len(prefix)], prefix)
}

// hasSuffix reports whether a text ends with another.
func hasSuffix(text, suffix []rune) bool {
	return len(text) >= len(suffix) && slices.Equal(text[len(text)-len(suffix):], suffix)
}

// isGeo reports whether a rune ends the names of administrative divisions.
func isGeo(r rune) bool {
	switch r {
	case '省', '市', '县', '区', '州', '旗', '盟', '镇', '乡':
		return true
	}
	return false
}

// isBreak reports whether a rune separates names.
func isBreak(r rune) bool {
	switch r {
	case '、', ',', ';', ':', '。', '.', '!', '?', '|', '/', '"', '“', '”', '·', '\\', '…', '《', '》', '=', '+':
		return true
	}
	return false
}

// isMark reports whether a rune is a mark around a name.
func isMark(r rune) bool {
	switch r {
	case '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '*', '★', '☆', '※', '#', '△', '▲', '●', '◆', '■', '□', '◎', '✦', '✱', '⭐', '^', '+', '-', '_', '~':
		return true
	}
	return false
}

// endsPart reports whether a rune ends a part of an item.
func endsPart(r rune) bool {
	return r == '。' || r == '!' || r == '?' || r == ';' || r == '.'
}
