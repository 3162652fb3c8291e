package lex

import (
	"sort"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// Kind is the sort of a token.
type Kind uint8

// The kinds of tokens.
const (
	Text    Kind = iota // a run of anything else
	Number              // 50, 1,200, 二十, 二〇二三, 百分之六十, 三分之二
	Unit                // a unit right behind a number: 人次, 万元, %
	Plan                // 十四五
	Fixed               // a word that begins like a number and is none: 一体化
	Letters             // a run of Latin letters
	Punct               // one mark
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
	Tokens []Token
	*clause.Edges
	at     []int32 // the place of each rune in the reading text
	starts []int32 // 1 + the token that begins at each rune; 0 for none
	gaps   []Gap
	masked []bool
	units  *lexicon.Set
}

// Units returns the units that the stream was lexed with.
func (s *Stream) Units() *lexicon.Set { return s.units }

// Len returns the number of runes.
func (s *Stream) Len() int { return len(s.Runes) }

// At returns the token that begins at rune i, or nil where none does.
func (s *Stream) At(i int) *Token {
	if i < 0 || i >= len(s.starts) || s.starts[i] == 0 {
		return nil
	}
	return &s.Tokens[s.starts[i]-1]
}

// Gap returns the white space that stood before rune i.
func (s *Stream) Gap(i int) Gap {
	if i >= len(s.gaps) {
		return Boundary
	}
	return s.gaps[i]
}

// Range returns where runes i to j stand in the reading text. It is empty for i >= j.
func (s *Stream) Range(i, j int) block.Range {
	if i >= j {
		if i < len(s.at) {
			return block.Range{Start: int(s.at[i]), End: int(s.at[i])}
		}
		return block.Range{}
	}
	return block.Range{Start: int(s.at[i]), End: int(s.at[j-1]) + 1}
}

// Index returns the first rune that stands at or behind a place of the reading text.
func (s *Stream) Index(place int) int {
	return sort.Search(len(s.at), func(i int) bool { return int(s.at[i]) >= place })
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
		s.masked[i] = true
	}
}

// Masked reports whether any of runes i to j is masked.
func (s *Stream) Masked(i, j int) bool {
	for ; i < j; i++ {
		if s.masked[i] {
			return true
		}
	}
	return false
}
