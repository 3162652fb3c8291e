package when

import (
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
)

// The classes of the patterns:
//
//	Y      four digits of a year: 2025, 二〇二五, 二零二五
//	YEAR   a year with its 年, or its name: 2025年, 2025年度, 今年, 次年
//	M D Q  the number of a month, a day, a quarter
//	N      any whole number above zero
//	NOTE   what may stand behind a day: (星期五), (含), 24时, (周一)17时
//	YMD    2025-06-30, 2025/6/30, 2025.6.30
//	YM     2025.12; YMDD 20251231
//	PLAN   a planning period, with or without quotes: “十四五”
//	DUR    a length of time: 三年, 半年, 3个月, 20个工作日, 1-2年
//	LINK   并, 之后: what joins a clause to the one before it
//	POINT  all that points.go has
func pointClasses() match.Classes {
	return match.Classes{
		"Y":    {Runes: []rune("12一二"), Match: matchYear},
		"YEAR": {Runes: []rune("123一二今明后本当次翌同去前上下来"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYear(s, i, end); return j, j > i }},
		"M":    {Kinds: []lex.Kind{lex.Number}, Runes: []rune("元"), Match: matchMonth},
		"D":    {Kinds: []lex.Kind{lex.Number}, Match: whole(31)},
		"Q":    {Kinds: []lex.Kind{lex.Number}, Match: whole(4)},
		"N":    {Kinds: []lex.Kind{lex.Number}, Match: whole(10_000)},
		"YMD":  {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYMD(s, i, end); return j, j > i }},
		"YM":   {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readYM(s, i, end); return j, j > i }},
		"YMDD": {Runes: []rune("12"), Match: func(s *lex.Stream, i, end int) (int, bool) { _, j := readDigits(s, i, end); return j, j > i }},
		"NOTE": {Match: matchNote},
	}
}

func phraseClasses() match.Classes {
	c := pointClasses()
	c["PLAN"] = match.Class{Kinds: []lex.Kind{lex.Plan}, Runes: []rune("“\"‘'"), Match: matchPlan}
	c["DUR"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) { d := readDuration(s, i, end); return d.end, d.end > i }}
	c["POINT"] = match.Class{Kinds: pointTable().Kinds(), Runes: pointTable().Runes(), Match: matchPoint}
	c["FESTIVAL"] = match.Class{Runes: festivalRunes(), Match: matchFestival}
	c["MONTHS"] = listClass("MONTHS", "")
	c["QUARTERS"] = listClass("QUARTERS", "第")
	c["YEARS"] = listClass("YEARS", "12一二")
	c["YY"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: matchYY}
	c["MD"] = match.Class{Kinds: []lex.Kind{lex.Number}, Match: func(s *lex.Stream, i, end int) (int, bool) { _, _, j := readMD(s, i, end); return j, j > i }}
	c["DOCUMENT"], c["ISSUING"] = match.Phrase(document), match.Phrase(issuing)
	c["LINK"] = match.Class{Runes: []rune("并且后之此同"), Match: matchLink}
	return c
}

// links are the words that join a clause of its own to the one before it.
var links = []string{"并将", "并且", "并", "且", "之后", "此后", "同时", "后"}

func matchLink(s *lex.Stream, i, end int) (int, bool) {
	for _, w := range links {
		if j := i + len([]rune(w)); j <= end && s.Has(i, w) {
			return j, true
		}
	}
	return 0, false
}
