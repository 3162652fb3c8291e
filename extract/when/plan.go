package when

import "github.com/policyx/policyx/extract/internal/lex"

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '"', '‘', '’', '\'':
		return true
	}
	return false
}

// matchPlan matches a planning period with the quotes around it.
func matchPlan(s *lex.Stream, i, end int) (int, bool) {
	j, quoted := i, false
	if i < end && isQuote(s.Runes[i]) {
		j, quoted = i+1, true
	}
	t := s.At(j)
	if t == nil || t.Kind != lex.Plan || t.End > end {
		return 0, false
	}
	if j = t.End; !quoted {
		return j, true
	}
	if j < end && isQuote(s.Runes[j]) {
		return j + 1, true
	}
	return 0, false // “十四五规划”: a name
}

// readPlan reads what matchPlan matched.
func readPlan(s *lex.Stream, i int) point {
	t := s.At(i)
	if t == nil || t.Kind != lex.Plan {
		t = s.At(i + 1)
	}
	p := wholeYear()
	if t == nil || len(t.Tag) != 9 {
		return p
	}
	number := func(text string) (n int) {
		for _, r := range text {
			n = n*10 + int(r-'0')
		}
		return n
	}
	p.year = number(t.Tag[:4])
	p.more = number(t.Tag[5:]) - p.year
	return p
}
