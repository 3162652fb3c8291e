package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// legend is what signs mean, where a text says it; None for one that is said to mean several things.
type legend map[rune]party.Role

// placed is a paragraph that says what signs mean.
type placed struct {
	block.Range
	legend legend
}

// besideTable is how far from a table a paragraph is taken to be about it, in characters.
const besideTable = 500

// meanings returns what the signs of a table mean. What the table itself says of them counts first, then the paragraphs beside
// it as far as the next table, then those of the whole notice: an attachment's signs may be explained in the text that introduces
// it. Paragraphs that differ explain nothing.
func (x *extractor) meanings(t *parser.Table, s *grid.Sheet) legend {
	out, beside, all := legend{}, legend{}, legend{}
	for line := range strings.Lines(s.Margin()) {
		out.agree(legendOf(line, x.party.Words))
	}
	from, to := t.Start-besideTable, t.End+besideTable
	for _, other := range x.doc.Tables {
		if other.End <= t.Start {
			from = max(from, other.End)
		} else if other.Start >= t.End {
			to = min(to, other.Start)
		}
	}
	for _, p := range x.legends() {
		if p.Start >= from && p.End <= to {
			beside.agree(p.legend)
		}
		all.agree(p.legend)
	}
	out.complete(beside)
	out.complete(all)
	return out
}

// agree adds what another text says of signs; those of which it says something else mean nothing.
func (l legend) agree(other legend) {
	for sign, role := range other {
		if was, known := l[sign]; known && was != role {
			role = party.None
		}
		l[sign] = role
	}
}

// complete adds the signs of which l says nothing.
func (l legend) complete(other legend) {
	for sign, role := range other {
		if _, known := l[sign]; !known {
			l[sign] = role
		}
	}
}

// legends returns the paragraphs of the notice outside of tables that say what signs mean.
func (x *extractor) legends() []placed {
	if x.placed != nil {
		return x.placed
	}
	x.placed = []placed{}
	tables := x.doc.Tables
	for _, r := range x.doc.Ranges() {
		for len(tables) > 0 && tables[0].End <= r.Start {
			tables = tables[1:]
		}
		text := string(x.doc.Folded[r.Start:r.End])
		if len(tables) > 0 && tables[0].Contains(r) || !strings.ContainsAny(text, grid.Ticks) {
			continue
		}
		if l := legendOf(strings.ReplaceAll(text, "\n", ""), x.party.Words); len(l) > 0 {
			x.placed = append(x.placed, placed{r, l})
		}
	}
	return x.placed
}

// legendOf returns what a paragraph says that signs mean: ★为牵头单位，▲为配合单位; 牵头（★）、配合（▲）. The first sign
// decides on which side of it its meaning stands. Where no word joins the two, a sign is explained by its note (注：★牵头) or
// another beside it (★牵头 ○配合): ●牵头单位：市民政局 is an entry of a list.
func legendOf(text string, words *party.Words) legend {
	out, bare := legend{}, legend{}
	runes := []rune(text)
	side := 0
	for i, sign := range runes {
		if !strings.ContainsRune(grid.Ticks, sign) {
			continue
		}
		word, joinedBefore := wordBefore(runes[:i])
		before, isBefore := party.Column(word, words)
		word, joinedBehind := wordBehind(runes[i+1:])
		behind, isBehind := party.Column(word, words)
		switch {
		case side == 0 && isBefore:
			side = -1
		case side == 0 && isBehind:
			side = 1
		}
		switch {
		case side < 0 && isBefore:
			among(joinedBefore, out, bare)[sign] = before
		case side > 0 && isBehind:
			among(joinedBehind, out, bare)[sign] = behind
		}
	}
	label, _, labelled := strings.Cut(strings.TrimSpace(text), ":")
	if len(bare) > 1 || labelled && lexicon.Notes().Has(label) {
		out.agree(bare)
	}
	return out
}

func among(joined bool, out, bare legend) legend {
	if joined {
		return out
	}
	return bare
}

const maxWord = 16 // characters of what a sign means, with what joins them

// Words between a sign and what it means: “★”号的单位为牵头单位; 牵头单位用★表示.
const (
	joinBehind = "为是系即指代表示均:=-"
	joinBefore = "用以标注记打加为:("
	idle       = "号的者单位部门“”\"'() "
)

// wordBehind returns the word behind a sign, and whether another joins them: 牵头单位 of 为牵头单位，….
func wordBehind(runes []rune) (word string, joined bool) {
	text := string(runes[:min(len(runes), maxWord)])
	word = strings.TrimLeft(text, joinBehind+idle)
	joined = strings.ContainsAny(text[:len(text)-len(word)], joinBehind+"(")
	if end := strings.IndexFunc(word, endsWord); end >= 0 {
		word = word[:end]
	}
	return word, joined
}

// wordBefore returns the word before a sign, and whether another joins them: 牵头单位 of 牵头单位（★）.
func wordBefore(runes []rune) (word string, joined bool) {
	text := string(runes[max(0, len(runes)-maxWord):])
	word = strings.TrimRight(text, joinBefore+"“\"' ")
	joined = strings.ContainsAny(text[len(word):], joinBefore)
	return word[behindWord(word):], joined
}

func endsWord(r rune) bool { return strings.ContainsRune("、,;。:()“”\"\n "+grid.Ticks, r) }

// behindWord returns where the last word of a text begins.
func behindWord(text string) int {
	i := strings.LastIndexFunc(text, endsWord)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}
