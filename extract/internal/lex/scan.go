package lex

import (
	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/rank"
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
	s := &Stream{units: units, Runes: make([]rune, 0, size), flags: make([]flag, size), runs: make([]run, 0, 2*len(ranges))}
	bounds := make([]int32, 0, len(ranges)+1) // where ranges begin that hold a rune
	for _, r := range ranges {
		begin := int32(len(s.Runes))
		if s.squeeze(folded, r); begin < int32(len(s.Runes)) {
			bounds = append(bounds, begin)
		}
	}
	bounds = append(bounds, int32(len(s.Runes)))
	s.Edges = clause.Read(s.Runes, bounds[min(1, len(bounds)-1):len(bounds)-1])
	s.starts = rank.New(len(s.Runes))
	s.Tokens = make([]Token, 0, len(s.Runes)/16+1)
	sc := scanner{Stream: s, plans: lexicon.Plans(), fixed: lexicon.NoNumbers()}
	for n, begin := range bounds[:len(bounds)-1] {
		sc.scan(int(begin), int(bounds[n+1]))
	}
	s.starts.Seal()
	return s
}

// squeeze appends the runes of a range without its white space.
func (s *Stream) squeeze(folded []rune, r block.Range) {
	gap := flag(Boundary)
	for i := r.Start; i < r.End; {
		switch folded[i] {
		case '\n', '\r':
			gap = max(gap, flag(Line))
			i++
			continue
		case ' ':
			gap = max(gap, flag(Space))
			i++
			continue
		}
		begin := i
		for i < r.End && folded[i] != ' ' && folded[i] != '\n' && folded[i] != '\r' {
			i++
		}
		s.flags[len(s.Runes)] = gap
		s.runs = append(s.runs, run{rune: int32(len(s.Runes)), place: int32(begin)})
		s.Runes = append(s.Runes, folded[begin:i]...)
		gap = 0
	}
}

type scanner struct {
	*Stream
	plans, fixed *lexicon.Set
}

// scan lexes runes begin to end.
func (s *scanner) scan(begin, end int) {
	for i, numbers := begin, 0; i < end && numbers <= MostNumbers; {
		r := s.Runes[i]
		if r >= 0x80 && numeralRunes[r>>6&63]&(1<<(r&63)) == 0 || r < '0' { // most of the text
			i++
			continue
		}
		t, ok := s.token(i, end)
		if !ok {
			i++
			continue
		}
		s.emit(t)
		i = t.End
		if t.Kind != Number {
			continue
		}
		numbers++
		if i < end {
			if u, ok := s.unit(i, end); ok {
				s.emit(u)
				i = u.End
			}
		}
	}
}

func (s *scanner) emit(t Token) {
	s.Tokens = append(s.Tokens, t)
	s.starts.Set(t.Start)
}

// token returns the token that begins at i, unless it is a mark or plain text.
func (s *scanner) token(i, end int) (Token, bool) {
	switch r := s.Runes[i]; {
	case r >= '0' && r <= '9':
		return counted(s.digits(i, end)), true
	case isLetter(r):
		return s.letters(i, end), true
	case r >= 0x80 && s.beginsNumeral(i, end):
		if n, tag := s.plans.Prefix(s.Runes[i:end]); n > 2 || n > 0 && s.inQuote(i) {
			return Token{Kind: Plan, Start: i, End: i + n, Tag: tag}, true
		}
		if n, _ := s.fixed.Prefix(s.Runes[i:end]); n > 0 && (i+n >= end || s.Runes[i+n] != '之') { // 十分之三
			return Token{Kind: Fixed, Start: i, End: i + n}, true
		}
		t, ok := s.numerals(i, end)
		return counted(t), ok
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
