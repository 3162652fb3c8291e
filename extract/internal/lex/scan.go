package lex

import (
	"unicode"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// MostNumbers bounds the numbers of one range: what stands behind them is one run of text.
// No paragraph comes near; one that was made to fill the memory does.
const MostNumbers = 20_000

// Scan lexes the given ranges of a folded text. The ranges must be in order and must
// not overlap.
func Scan(folded []rune, ranges []block.Range) *Stream {
	return ScanUnits(folded, ranges, lexicon.Units())
}

// ScanUnits is [Scan] with another list of units.
func ScanUnits(folded []rune, ranges []block.Range, units *lexicon.Set) *Stream {
	size := 0
	for _, r := range ranges {
		size += r.Len()
	}
	s := &Stream{units: units, Runes: make([]rune, 0, size), at: make([]int32, 0, size), gaps: make([]Gap, 0, size)}
	var bounds []int
	for _, r := range ranges {
		s.squeeze(folded, r)
		bounds = append(bounds, len(s.Runes))
	}
	s.Edges = clause.Read(s.Runes, func(i int) bool { return s.gaps[i] == Boundary })
	s.starts = make([]int32, len(s.Runes))
	s.masked = make([]bool, len(s.Runes))
	s.Tokens = make([]Token, 0, len(s.Runes)/3)
	sc := scanner{Stream: s, plans: lexicon.Plans(), fixed: lexicon.NoNumbers()}
	begin := 0
	for _, end := range bounds {
		sc.scan(begin, end)
		begin = end
	}
	return s
}

// squeeze appends the runes of a range without its white space.
func (s *Stream) squeeze(folded []rune, r block.Range) {
	gap := Boundary
	for i := r.Start; i < r.End; i++ {
		switch c := folded[i]; {
		case c == '\n' || c == '\r':
			gap = max(gap, Line)
		case c == ' ':
			gap = max(gap, Space)
		default:
			s.Runes = append(s.Runes, c)
			s.at = append(s.at, int32(i))
			s.gaps = append(s.gaps, gap)
			gap = NoGap
		}
	}
}

type scanner struct {
	*Stream
	plans, fixed *lexicon.Set
}

// scan lexes runes begin to end.
func (s *scanner) scan(begin, end int) {
	run := begin // where the text run that is open began
	for i, numbers := begin, 0; i < end && numbers <= MostNumbers; {
		t, ok := s.token(i, end)
		if !ok {
			i++
			continue
		}
		if run < i {
			s.emit(Token{Kind: Text, Start: run, End: i})
		}
		s.emit(t)
		i = t.End
		if t.Kind == Number {
			numbers++
		}
		if t.Kind == Number && i < end {
			if u, ok := s.unit(i, end); ok {
				s.emit(u)
				i = u.End
			}
		}
		run = i
	}
	if run < end {
		s.emit(Token{Kind: Text, Start: run, End: end})
	}
}

func (s *scanner) emit(t Token) {
	s.Tokens = append(s.Tokens, t)
	s.starts[t.Start] = int32(len(s.Tokens))
}

// token returns the token that begins at i, unless it is plain text.
func (s *scanner) token(i, end int) (Token, bool) {
	r := s.Runes[i]
	switch {
	case r < 0x80:
		switch {
		case r >= '0' && r <= '9':
			return s.digits(i, end), true
		case isLetter(r):
			return s.letters(i, end), true
		}
		return Token{Kind: Punct, Start: i, End: i + 1}, true
	case s.beginsNumeral(i, end):
		if n, tag := s.plans.Prefix(s.Runes[i:end]); n > 2 || n > 0 && s.inQuote(i) {
			return Token{Kind: Plan, Start: i, End: i + n, Tag: tag}, true
		}
		if n, _ := s.fixed.Prefix(s.Runes[i:end]); n > 0 && (i+n >= end || s.Runes[i+n] != '之') { // 十分之三
			return Token{Kind: Fixed, Start: i, End: i + n}, true
		}
		return s.numerals(i, end)
	case r >= 0x4E00 && r <= 0x9FFF: // most of the text: no need to ask the tables
		return Token{}, false
	case unicode.IsPunct(r) || unicode.IsSymbol(r):
		return Token{Kind: Punct, Start: i, End: i + 1}, true
	}
	return Token{}, false
}

func isLetter(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

func (s *scanner) letters(i, end int) Token {
	j := i
	for j < end && isLetter(s.Runes[j]) {
		j++
	}
	return Token{Kind: Letters, Start: i, End: j}
}

// unit returns the longest unit that stands at i, right behind a number. A scale (万,
// 亿, 万亿) before a unit belongs to it: 1.2万亿元 is 1.2 with the unit 万亿元.
func (s *scanner) unit(i, end int) (Token, bool) {
	n, tag := s.units.Prefix(s.Runes[i:end])
	scale := i
	for scale < end && (s.Runes[scale] == '万' || s.Runes[scale] == '亿') {
		scale++
	}
	if scale > i {
		if m, t := s.units.Prefix(s.Runes[scale:end]); scale+m > i+n {
			if n, tag = scale+m-i, t; m == 0 {
				tag = "count"
			}
		}
	}
	return Token{Kind: Unit, Start: i, End: i + n, Tag: tag}, n > 0
}

// inQuote reports whether a quote opens before rune i: “九五” is a plan, 九五折 a price.
func (s *scanner) inQuote(i int) bool {
	return i > 0 && (s.Runes[i-1] == '“' || s.Runes[i-1] == '"')
}
