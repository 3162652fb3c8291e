package when

import (
	"strconv"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

// festivalRules are the wordings of festivals and seasons that something is to be done
// before.
var festivalRules = []row{
	{ID: "when/by-festival", Pattern: "(到|在|于)? (YEAR 的?)? FESTIVAL (假期|长假|放假|来临|到来)? (前|之前|以前)", Example: "国庆节前", Build: byFestival},
	{ID: "when/by-season", Pattern: "(到|在|于)? (YEAR 的?)? (主汛期|入汛|汛期|采暖季|采暖期|供暖季|供暖期|雨季|防火期|开学) (开始|来临|到来)? (前|之前|以前)", Example: "汛期前", Build: bySeason},
}

// fixedFestivals are those on the same day each year; the others are in the lexicon.
var fixedFestivals = []struct {
	name string
	day  part
}{
	{"元旦", part{1, 1}}, {"劳动节", part{5, 1}}, {"五一", part{5, 1}}, {"“五一”", part{5, 1}}, {"国庆", part{10, 1}}, {"“十一”", part{10, 1}},
}

// movingFestivals are those whose day the lexicon has for each year.
var movingFestivals = []string{"春节", "元宵", "清明", "端午", "中秋", "重阳"}

// festivalRunes are those that names of festivals begin with.
func festivalRunes() (out []rune) {
	for _, f := range fixedFestivals {
		out = append(out, []rune(f.name)[0])
	}
	for _, name := range movingFestivals {
		out = append(out, []rune(name)[0])
	}
	return out
}

// matchFestival matches the name of a festival, with 节 behind it.
func matchFestival(s *lex.Stream, i, end int) (int, bool) {
	if name := festivalAt(s, i); name != "" {
		j := i + len([]rune(name))
		if j < end && s.Runes[j] == '节' {
			j++
		}
		return j, j <= end
	}
	return 0, false
}

func festivalAt(s *lex.Stream, i int) string {
	for _, f := range fixedFestivals {
		if s.Has(i, f.name) {
			return f.name
		}
	}
	for _, name := range movingFestivals {
		if s.Has(i, name) {
			return name
		}
	}
	return ""
}

// festivalDay returns the day of a festival in a year; the zero date where it is unknown.
func festivalDay(name string, year int) Date {
	for _, f := range fixedFestivals {
		if f.name == name {
			return Date{year, f.day.month, f.day.day}
		}
	}
	key := []rune(strconv.Itoa(year) + name)
	n, day := lexicon.Festivals().Prefix(key)
	if n != len(key) || len(day) != len("2025-01-29") {
		return Date{}
	}
	month, _ := strconv.Atoi(day[5:7])
	of, _ := strconv.Atoi(day[8:])
	return Date{year, month, of}
}

// festival resolves a point that a festival names: without a year, the next one behind
// the day of issue.
func (c clock) festival(p point) stretch {
	year := p.year
	switch {
	case year == 0 && p.ref != nearest:
		year, _ = c.yearOf(p)
	case year == 0:
		if year = c.issued.Year; year > 0 && festivalDay(p.festival, year).before(c.issued) {
			year++
		}
	}
	d := festivalDay(p.festival, year)
	return stretch{first: d, last: d, grain: day}
}

func byFestival(m match.Match) (phrase, string) {
	if m.End < m.Stream.Len() && m.Stream.Runes[m.End] == '后' {
		return phrase{}, "before and after it" // 春节前后
	}
	p := begin(m, schema.RelationBy)
	c, _ := m.Capture("FESTIVAL", 0)
	p.to = point{grain: day, festival: festivalAt(m.Stream, c.Start)}.in(yearOfMatch(m))
	return p, ""
}

// bySeason builds 汛期前: no day is known.
func bySeason(m match.Match) (phrase, string) {
	if m.End < m.Stream.Len() && m.Stream.Runes[m.End] == '后' {
		return phrase{}, "before and after it"
	}
	p := begin(m, schema.RelationBy)
	p.open = true
	return p, ""
}
