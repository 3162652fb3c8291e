package when

import (
	"sync"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// Column is what the header of a column of times says of its cells. The zero value is that of
// any other text.
type Column struct {
	Figures  bool            // a cell may hold a day or quarter in figures alone: 12/31/2025, Q4
	Relation schema.Relation // of a cell that holds one point alone: from under 开始时间; "" where the cell says it
}

// figureRules are the wordings of a time in figures alone. In a sentence they are fractions,
// versions and names, so they hold only in a cell of a column of times, and only all of it.
var figureRules = []row{
	{ID: "when/figures", Pattern: "FIGURES", Example: "12/31/2025", Build: figures(schema.RelationDuring)},
	{ID: "when/figures-by", Pattern: until + "? FIGURES " + before, Example: "12.31前", Build: figures(schema.RelationBy)},
	{ID: "when/figures-until", Pattern: "(至|到|截至|截止) FIGURES", Example: "至25.12.31", Build: figures(schema.RelationBy)},
	{ID: "when/figures-from", Pattern: start + "? FIGURES (起|开始)", Example: "2025Q3起", Build: figures(schema.RelationFrom)},
	{ID: "when/figures-range", Pattern: start + "? FIGURES " + rangeP + " FIGURES", Example: "Q1-Q3", Build: figures(schema.RelationDuring)},
}

var figureTable = sync.OnceValue(func() *match.Table[phrase] {
	return match.NewTable(match.Classes{"FIGURES": {Kinds: []lex.Kind{lex.Number}, Runes: []rune("Qq12"), Match: func(s *lex.Stream, i, end int) (int, bool) {
		_, _, j := readFigures(s, i, end)
		return j, j > i
	}}}, figureRules)
})

// inFigures returns the times of a cell that holds nothing else, one or several: 6.30、12.31.
func inFigures(s *lex.Stream, begin, end int) ([]match.Found[phrase], bool) {
	var out []match.Found[phrase]
	for i := begin; i < end; i++ { // over the mark between two
		f, ok := figureTable().At(s, i, end, false)
		if !ok || s.Masked(i, f.End) || f.End < end && !isListMark(s.Runes[f.End]) {
			return nil, false
		}
		out = append(out, f)
		i = f.End
	}
	return out, len(out) > 0
}

func isListMark(r rune) bool { return r == '、' || r == ',' || r == ';' }

func figures(relation schema.Relation) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		p := begin(m, relation)
		for n := range 2 {
			c, ok := m.Capture("FIGURES", n)
			if !ok {
				break
			}
			at, turned, _ := readFigures(m.Stream, c.Start, c.End)
			if p.to = at; n == 0 {
				p.from = at
			}
			p.turned = p.turned || turned
		}
		return p, ""
	}
}

// readFigures reads a day or a quarter in figures at i: 12/31/2025, 31.12.2025, 25.12.31, 12.31,
// Q4, 2025Q4. It ends at i where there is none. turned says that day and month may be the other
// way round (5/6/2025); the month is read first then.
func readFigures(s *lex.Stream, i, end int) (p point, turned bool, j int) {
	if p, j := readQuarter(s, i, end); j > i {
		return p, false, j
	}
	n, mark, j := figureGroups(s, i, end)
	switch {
	case len(n) == 3 && n[2].digits == 4 && n[2].value >= 1949 && n[2].value <= 2100:
		m, d := n[0].value, n[1].value
		turned = m != d && m <= 12 && d <= 12
		if m > 12 {
			m, d = d, m
		}
		p = days(m, d, d)
		p.year = n[2].value
		j = clock24(s, j, end)
	case len(n) == 3 && n[2].digits <= 2:
		first, last := dayOfShortYear(n[0], n[1], n[2]), dayOfShortYear(n[2], n[0], n[1])
		if mark != '/' {
			last = point{}
		}
		if first.year > 0 == (last.year > 0) {
			return point{}, false, i // neither, or both: 11/12/25
		}
		if p = first; p.year == 0 {
			p = last
		}
	case len(n) == 2 && (mark != '-' || n[1].value > 12) && n[1].digits <= 2:
		p = days(n[0].value, n[1].value, n[1].value)
	}
	if !p.exists() {
		return point{}, false, i
	}
	return p, turned, j
}

// dayOfShortYear is the day of a year of two digits, nothing where it has no such day.
func dayOfShortYear(y, m, d figure) point {
	p := days(m.value, d.value, d.value)
	if p.year = 2000 + y.value; y.digits != 2 || !p.exists() {
		return point{}
	}
	return p
}

// exists reports a day that its month has, in some year.
func (p point) exists() bool {
	m, d := p.first.month, p.first.day
	return m >= 1 && m <= 12 && d >= 1 && d <= monthDays(orElse(p.year, 2000), m)
}

// readQuarter reads Q4 and 2025Q4, with - or 年 between them or not.
func readQuarter(s *lex.Stream, i, end int) (point, int) {
	j, y := i, fourDigits(s, i, end)
	if y > 0 {
		if j += 4; j < end && (s.Runes[j] == '-' || s.Runes[j] == '年') {
			j++
		}
	}
	if j+1 >= end || s.Runes[j] != 'Q' && s.Runes[j] != 'q' {
		return point{}, i
	}
	q := int(s.Runes[j+1] - '0')
	if q < 1 || q > 4 || j+2 < end && digit(s.Runes[j+2]) >= 0 {
		return point{}, i
	}
	p := months(q*3-2, q*3)
	p.year = y
	return p, j + 2
}

// figure is a number of a day in figures.
type figure struct{ value, digits int }

// figureGroups reads two or three numbers with one mark between them, ., / or -.
func figureGroups(s *lex.Stream, i, end int) (n []figure, mark rune, j int) {
	for j = i; len(n) < 3; j++ {
		var f figure
		for ; j < end && s.Runes[j] >= '0' && s.Runes[j] <= '9' && f.digits < 5 && (f.digits == 0 || s.Gap(j) == lex.NoGap); j++ {
			f = figure{f.value*10 + int(s.Runes[j]-'0'), f.digits + 1}
		}
		if f.digits == 0 {
			return nil, 0, i
		}
		n = append(n, f)
		if j >= end || s.Runes[j] != '.' && s.Runes[j] != '/' && s.Runes[j] != '-' || mark != 0 && s.Runes[j] != mark {
			break
		}
		mark = s.Runes[j]
	}
	return n, mark, j
}
