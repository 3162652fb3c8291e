package when

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// listRules are lists of months, quarters or years that share their 月, 季度 or 年: one
// time each.
var listRules = []row{
	{ID: "when/list-months", Pattern: "(YEAR 的?)? MONTHS " + ending + "? " + before + "?", Example: "3、6、9、12月", Build: listOf("MONTHS", func(n int) point { return months(n, n) })},
	{ID: "when/list-quarters", Pattern: "(YEAR 的?)? QUARTERS " + ending + "? " + before + "?", Example: "二、三季度", Build: listOf("QUARTERS", func(n int) point { return months(n*3-2, n*3) })},
	{ID: "when/list-years", Pattern: "YEARS " + ending + "? " + before + "?", Example: "2024、2025、2026年", Build: listOf("YEARS", func(n int) point { p := wholeYear(); p.year = n; return p })},
}

// members are the numbers of a list and where they stand.
type member struct{ value, start, end int }

// readList reads numbers parted by 、 or 和 at i, the last with the unit behind it: 3、6、9月.
// It ends at i where there are fewer than two, or they do not go up.
func readList(s *lex.Stream, i, end int, number func(s *lex.Stream, i, end int) (int, int), units ...string) ([]member, int) {
	var out []member
	for j := i; ; {
		n, k := number(s, j, end)
		if k <= j || len(out) > 0 && n <= out[len(out)-1].value {
			return nil, i
		}
		unit := unitAt(s, k, end, units)
		next := joinAt(s, k+unit, end)
		last := next == 0 || !numberAt(s, k+unit+next, end, number)
		if last != (unit > 0) || last && len(out) == 0 || len(out) == 12 {
			return nil, i // 3月、6月 are times of their own
		}
		out = append(out, member{n, j, k + unit})
		if j = k + unit; last {
			return out, j
		}
		j += next
	}
}

func numberAt(s *lex.Stream, i, end int, number func(s *lex.Stream, i, end int) (int, int)) bool {
	_, j := number(s, i, end)
	return j > i
}

func unitAt(s *lex.Stream, i, end int, units []string) int {
	for _, u := range units {
		if n := len([]rune(u)); i+n <= end && s.Has(i, u) {
			return n
		}
	}
	return 0
}

func joinAt(s *lex.Stream, i, end int) int {
	if i < end && strings.ContainsRune("、和及与", s.Runes[i]) {
		return 1
	}
	return 0
}

// small reads a whole number up to limit.
func small(limit float64) func(s *lex.Stream, i, end int) (int, int) {
	match := whole(limit)
	return func(s *lex.Stream, i, end int) (int, int) {
		if i < end && s.Runes[i] == '第' {
			i++
		}
		if j, ok := match(s, i, end); ok {
			return int(s.At(i).Value), j
		}
		return 0, 0
	}
}

var (
	anyMonth   = small(12)
	anyQuarter = small(4)
)

func anyYear(s *lex.Stream, i, end int) (int, int) {
	if y := fourDigits(s, i, end); y > 0 {
		return y, i + 4
	}
	return 0, 0
}

func monthList(s *lex.Stream, i, end int) ([]member, int) {
	return readList(s, i, end, anyMonth, "月份", "月")
}

func quarterList(s *lex.Stream, i, end int) ([]member, int) {
	return readList(s, i, end, anyQuarter, "季度")
}

func yearList(s *lex.Stream, i, end int) ([]member, int) {
	return readList(s, i, end, anyYear, "年度", "年")
}

// lists are the classes of lists by name.
var lists = map[string]func(s *lex.Stream, i, end int) ([]member, int){"MONTHS": monthList, "QUARTERS": quarterList, "YEARS": yearList}

// listClass is the class of a list.
func listClass(name string, runes string) match.Class {
	return match.Class{Kinds: []lex.Kind{lex.Number}, Runes: []rune(runes), Match: func(s *lex.Stream, i, end int) (int, bool) {
		_, j := lists[name](s, i, end)
		return j, j > i
	}}
}

// listOf builds a phrase for each member of a list; what stands behind it (底前) and the
// year before it hold for all.
func listOf(class string, of func(n int) point) func(match.Match) (phrase, string) {
	return func(m match.Match) (phrase, string) {
		c, _ := m.Capture(class, 0)
		found, _ := lists[class](m.Stream, c.Start, c.End)
		var all []phrase
		for n, f := range found {
			p := begin(m, schema.RelationDuring)
			p.start, p.end = f.start, f.end
			switch {
			case n == 0:
				p.start = m.Start
			case n == len(found)-1:
				p.end = m.End
			}
			p.to = of(f.value)
			if class != "YEARS" {
				p.to = p.to.in(yearOfMatch(m))
			}
			p.from = p.to
			if m.End > c.End {
				p.relation = schema.RelationBy
				p.ambiguous = strings.HasSuffix(m.Text(), "前") && m.End-c.End == 1
			}
			all = append(all, p)
		}
		all[0].others = all[1:]
		return all[0], ""
	}
}
