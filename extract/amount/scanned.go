package amount

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
)

// shareLinks stand between the name of a share and its value.
var shareLinks = []string{"分别达到", "达到", "不低于", "不少于", "不高于", "不超过", "超过", "提高到", "提升到", "达", "为", "至"}

// scannedPercent returns the value of a number whose % a scan read as 00: 普及率达到7000 is
// 70 %, 97.500 is 97.5 %. It stands right behind the name of a share and ends its clause.
func scannedPercent(s *lex.Stream, t *lex.Token, end int) (float64, bool) {
	digits := s.String(t.Start, t.End)
	if t.Form != lex.Digits || len(digits) < 4 || !strings.HasSuffix(digits, "00") || t.End < end && !strings.ContainsRune(",;。、)(", s.Runes[t.End]) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(digits, "00"), 64)
	if err != nil || v < 1 || v > 100 {
		return 0, false
	}
	before := s.String(max(0, t.Start-8), t.Start)
	for _, link := range shareLinks {
		name, ok := strings.CutSuffix(before, link)
		if !ok {
			continue
		}
		if n, tag := lexicon.ShareNames().Suffix([]rune(name)); n > 0 && tag != "none" {
			return v, true
		}
	}
	return 0, false
}

// isScanned reports whether the % of a reading is one that [scannedPercent] gave.
func (r *reading) isScanned(s *lex.Stream) bool {
	digits := s.String(r.num, r.stop)
	return r.unit == "%" && r.low <= 100 && len(digits) >= 4 && strings.HasSuffix(digits, "00")
}
