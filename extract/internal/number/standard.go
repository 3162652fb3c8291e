package number

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

// Standard reads a standard's number at rune i, GB/T35796-2017, and returns it in
// standard form with the place behind it; 0 where none stands there (GB/T 1.1-2020, 8.3).
func Standard(s *lex.Stream, i int) (string, int) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Letters || t.End-t.Start > 4 {
		return "", 0
	}
	code, j := strings.ToUpper(s.String(t.Start, t.End)), t.End
	for j+1 < s.Len() && s.Runes[j] == '/' {
		next := s.At(j + 1)
		if next == nil || next.Kind != lex.Letters || next.End-next.Start > 4 {
			break
		}
		code += "/" + strings.ToUpper(s.String(next.Start, next.End))
		j = next.End
	}
	begin := j
	for j < s.Len() && (s.Runes[j] >= '0' && s.Runes[j] <= '9' || s.Runes[j] == '.') {
		j++
	}
	if j-begin < 2 || j+4 >= s.Len()+1 {
		return "", 0
	}
	number, dash := s.String(begin, j), j
	for dash < s.Len() && s.Runes[dash] == '-' {
		dash++
	}
	if dash == j || dash+4 > s.Len() {
		return "", 0
	}
	for _, r := range s.Runes[dash : dash+4] {
		if r < '0' || r > '9' {
			return "", 0
		}
	}
	if of, ok := strings.CutSuffix(code, "T"); ok && !strings.Contains(code, "/") && len(of) > 1 {
		code = of + "/T" // the page lost the stroke of a recommended standard: GBT 35796
	}
	return code + " " + number + "—" + s.String(dash, dash+4), dash + 4
}
