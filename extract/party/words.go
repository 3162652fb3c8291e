package party

import (
	"sync"

	"github.com/policyx/policyx/extract/lexicon"
)

// words are the lists that the package stands on.
type words struct {
	stems, endings, noEndings, organs, central *lexicon.Set
	own, levels, collectives, roles            *lexicon.Set
}

var lists = sync.OnceValue(func() *words {
	return &words{
		stems: lexicon.Stems(), endings: lexicon.Endings(), noEndings: lexicon.NoEndings(),
		organs: lexicon.Organs(), central: lexicon.Central(), own: lexicon.OwnNames(),
		levels: lexicon.Levels(), collectives: lexicon.Collectives(), roles: lexicon.Roles(),
	}
})

// ending returns the length of the ending of a body's name, 0 for none, and the kind of
// body that it says.
func (w *words) ending(name []rune) (int, string) {
	n, kind := w.endings.Suffix(name)
	if n == 0 {
		return 0, ""
	}
	if no, _ := w.noEndings.Suffix(name); no > n || no == n && n > 1 {
		return 0, ""
	}
	return n, kind
}

// known reports whether a name without level word is one of the lexicon: an organ, or a
// stem with an ending right behind it.
func (w *words) known(name []rune) bool {
	if _, ok := w.organs.Lookup(name); ok {
		return true
	}
	return w.stemmed(name) > 0
}

// stemmed returns the length of the stem of a name that is a stem with an ending, else 0.
func (w *words) stemmed(name []rune) int {
	for n := len(name) - 1; n > 0; n-- {
		if _, ok := w.stems.Lookup(name[:n]); !ok {
			continue
		}
		if _, ok := w.endings.Lookup(name[n:]); ok {
			return n
		}
	}
	return 0
}

// begins reports whether a known organ or stem begins a text.
func (w *words) begins(text []rune) bool {
	n, _ := w.stems.Prefix(text)
	m, _ := w.organs.Prefix(text)
	return n > 1 || m > 0
}

// isGeo reports whether a rune ends the names of administrative divisions.
func isGeo(r rune) bool {
	switch r {
	case '省', '市', '县', '区', '州', '旗', '盟', '镇', '乡':
		return true
	}
	return false
}

func isOpen(r rune) bool  { return r == '(' || r == '[' || r == '<' || r == '【' }
func isClose(r rune) bool { return r == ')' || r == ']' || r == '>' || r == '】' }

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
	case '*', '★', '☆', '※', '#', '△', '▲', '●', '◆', '■', '□', '◎', '✦', '✱', '⭐', '^', '+', '-', '_', '~':
		return true
	}
	return false
}

// isSentenceEnd reports whether a rune ends a sentence.
func isSentenceEnd(r rune) bool {
	return r == '。' || r == '!' || r == '?' || r == ';' || r == '.'
}
