package lex

import (
	"iter"
	"sort"
	"unicode"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/rank"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// Kind is the sort of a token.
type Kind uint8

// The kinds of tokens.
const (
	Number  Kind = iota // 50, 1,200, 二十, 二〇二三, 百分之六十, 三分之二
	Unit                // a unit right behind a number: 人次, 万元, %
	Plan                // 十四五
	Fixed               // a word that begins like a number and is none: 一体化
	Letters             // a run of Latin letters, or of more digits than a number has
	Punct               // one mark
	Text                // a run of anything else
	Kinds               // how many kinds there are
)

// Form says how a number is written.
type Form uint8

// The forms of numbers.
const (
	Digits     Form = iota // 2023, 1,200, 7.2
	Positional             // 二〇二三: one digit a character
	Counting               // 十二, 两百, 五万三千
	Percent                // 百分之六十: Value is 60
	Fraction               // 三分之二: Value is 0.6667
	PerMille               // 千分之三: Value is 3
	PerMyriad              // 万分之五, 十万分之三: Value is 5, 3
)

// Token is a stretch of a Stream.
type Token struct {
	Kind       Kind
	Form       Form
	Start, End int     // indexes into Stream.Runes, half open
	Value      float64 // of a Number
	Tag        string  // of a Unit (money, area, share, time, count) or Plan (2021/2025)
}

// Gap says what white space stood before a rune.
type Gap uint8

// The gaps, from none to the start of a new range.
const (
	NoGap    Gap = iota
	Space        // white space within a line
	Line         // a line break within a range
	Boundary     // the rune begins a range
)

// Stream is lexed text. Its indexes count folded runes without white space; Range and
// Index convert to and from the reading text. Its Edges say where sentences and clauses begin and end.
type Stream struct {
	Runes  []rune
	Tokens []Token // those of a kind before Punct, in order
	clause.Edges
	runs   []run
	starts rank.Bits // where Tokens begin
	flags  []flag    // of each rune
	units  *lexicon.Set
}

// run is a stretch of the reading text without white space: the rune that it begins with, and its place.
type run struct{ rune, place int32 }

// flag is the gap before a rune, and whether it is masked.
type flag uint8

const masked flag = 1 << 7

// Units returns the units that the stream was lexed with.
func (s *Stream) Units() *lexicon.Set { return s.units }

// Len returns the number of runes.
func (s *Stream) Len() int { return len(s.Runes) }

// Begins reports whether a token of [Stream.Tokens] begins at rune i.
func (s *Stream) Begins(i int) bool { return s.starts.Has(i) }

// At returns the token of [Stream.Tokens] that begins at rune i, or nil where none does.
func (s *Stream) At(i int) *Token {
	if i < 0 || i >= len(s.Runes) || !s.starts.Has(i) {
		return nil
	}
	return &s.Tokens[s.starts.Rank(i)-1]
}

// Within returns the tokens of [Stream.Tokens] that begin in runes i to j.
func (s *Stream) Within(i, j int) []Token {
	first := 0
	if i > 0 {
		first = s.starts.Rank(i - 1)
	}
	if i >= j {
		return nil
	}
	return s.Tokens[first:s.starts.Rank(j-1)]
}

// All returns the tokens of all kinds that tile the stream.
func (s *Stream) All() iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i, k := 0, 0; i < len(s.Runes); {
			t := Token{Kind: Punct, Start: i, End: i + 1}
			if k < len(s.Tokens) && s.Tokens[k].Start == i {
				t = s.Tokens[k]
				k++
			} else if !isPunct(s.Runes[i]) {
				t.Kind = Text
				for t.End < len(s.Runes) && !s.starts.Has(t.End) && !isPunct(s.Runes[t.End]) && s.Gap(t.End) != Boundary {
					t.End++
				}
			}
			if !yield(t) {
				return
			}
			i = t.End
		}
	}
}

// Marks reports whether rune i is a mark, and not one within a number or a unit.
func (s *Stream) Marks(i int) bool {
	if i < 0 || i >= len(s.Runes) || !isPunct(s.Runes[i]) {
		return false
	}
	n := s.starts.Rank(i)
	return n == 0 || s.Tokens[n-1].End <= i
}

func isPunct(r rune) bool {
	if r < 0x80 {
		return !isDigit(r) && !isLetter(r)
	}
	return !(r >= 0x4E00 && r <= 0x9FFF) && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

// Gap returns the white space that stood before rune i.
func (s *Stream) Gap(i int) Gap {
	if i >= len(s.Runes) {
		return Boundary
	}
	return Gap(s.flags[i] &^ masked)
}

// Range returns where runes i to j stand in the reading text. It is empty for i >= j.
func (s *Stream) Range(i, j int) block.Range {
	if i < j {
		return block.Range{Start: s.place(i), End: s.place(j-1) + 1}
	}
	if i < len(s.Runes) {
		return block.Range{Start: s.place(i), End: s.place(i)}
	}
	return block.Range{}
}

// place returns the place of rune i in the reading text.
func (s *Stream) place(i int) int {
	n := sort.Search(len(s.runs), func(n int) bool { return int(s.runs[n].rune) > i })
	return int(s.runs[n-1].place) + i - int(s.runs[n-1].rune)
}

// Index returns the first rune that stands at or behind a place of the reading text.
func (s *Stream) Index(place int) int {
	n := sort.Search(len(s.runs), func(n int) bool { return int(s.runs[n].place) > place })
	if n == 0 {
		return 0
	}
	i, end := int(s.runs[n-1].rune)+place-int(s.runs[n-1].place), len(s.Runes)
	if n < len(s.runs) {
		end = int(s.runs[n].rune)
	}
	return min(i, end)
}

// Slice returns the runes that stand within r.
func (s *Stream) Slice(r block.Range) (i, j int) { return s.Index(r.Start), s.Index(r.End) }

// String returns runes i to j.
func (s *Stream) String(i, j int) string { return string(s.Runes[i:j]) }

// Has reports whether text stands at rune i.
func (s *Stream) Has(i int, text string) bool {
	for _, r := range text {
		if i < 0 || i >= len(s.Runes) || s.Runes[i] != r {
			return false
		}
		i++
	}
	return true
}

// Mask marks runes i to j as no place for values: a title in 《》, a document number.
func (s *Stream) Mask(i, j int) {
	for ; i < j; i++ {
		s.flags[i] |= masked
	}
}

// Masked reports whether any of runes i to j is masked.
func (s *Stream) Masked(i, j int) bool {
	for ; i < j; i++ {
		if s.flags[i] >= masked {
			return true
		}
	}
	return false
}
