package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// Unread returns the numbers in runes begin to end that a verb of work governs or that close a clause, and whose unit
// no rule knows: 建成5垛, 新打机井50垛; also those of more digits than a value has. Start and End take in the first rune behind the number. Years, labels,
// ordinals, names and what is masked or stands in a time are none.
func Unread(s *lex.Stream, begin, end int, ctx Context) []Target {
	var p *passage
	var out []Target
	for _, t := range s.Within(begin, end) {
		if !s.IsDigits(&t) || t.End >= end || s.Masked(t.Start, t.End) || s.Quoted(t.Start) {
			continue
		}
		if p == nil {
			p = newPassage(s, begin, end, ctx, nil)
		}
		if p.hasUnknownUnit(&t) {
			out = append(out, Target{Start: t.Start, End: t.End + 1})
		}
	}
	return out
}

// hasUnknownUnit reports whether a number stands right behind a verb of work or a comparator, or closes its clause,
// and before a Chinese character that begins no unit and no word that a number stands before.
func (p *passage) hasUnknownUnit(t *lex.Token) bool {
	s := p.s
	r := s.Runes[t.End]
	if !source.IsHan(r) || strings.ContainsRune("年月日号时分余多以之", r) || t.Kind == lex.Number && readUnit(s, t.End, p.end).end > t.End || isVague(s, t) {
		return false
	}
	if n, _ := lexicon.NoUnits().Prefix(s.Runes[t.End:p.end]); n > 0 {
		return false
	}
	for _, w := range p.timesIn(t.Start, t.End) {
		if w.Start < t.End && w.End > t.Start {
			return false
		}
	}
	if p.closesClause(t) {
		return true
	}
	left := p.leftEdge(t.Start)
	n, tag := lexicon.Verbs().Suffix(s.Runes[left:t.Start])
	return n >= 2 && (isMaking(tag) || tag == "change" || tag == "equip") || p.endsAny(t.Start, "不少于", "不低于", "不超过", "达到", "超过", "至少")
}

// closesClause reports whether a number behind a word has one character between it and the end of its clause, as a number
// with a classifier has that counts what stands before it: 新打机井50垛。
func (p *passage) closesClause(t *lex.Token) bool {
	end := t.End + 1
	return t.Start > p.begin && source.IsHan(p.s.Runes[t.Start-1]) && !p.endsAny(t.Start, "第") && (end == p.end || strings.ContainsRune("。,;、", p.s.Runes[end]))
}
