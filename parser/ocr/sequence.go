package ocr

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/parser/pattern"
)

// style is a kind of labels at the head of lines, and what is left of one of which a mark was not read. Groups
// are the number.
type style struct {
	whole, torn func() *regexp.Regexp
	mark        string // the one that was not read
	behind      bool   // it stands behind the number
	sure        bool   // what is left begins nothing else
}

const numerals = `([一二三四五六七八九十]{1,3})`

var (
	paused    = style{pattern.Of(`^` + numerals + `、`), pattern.Of(`^` + numerals + `[^一二三四五六七八九十百千万亿、.．,，)）是要方些定般批次年月日个项类级种条款章节]`), "、", true, false}
	bracketed = style{pattern.Of(`^[（(《〈<]` + numerals + `[)）]`), pattern.Of(`^` + numerals + `[)）]\p{Han}`), "（", false, true}
)

// head is a label at the head of a line, whole or torn.
type head struct {
	line   int
	number int
	digits string
	torn   bool
	Box
}

// labels are those of one style, from the top of the page to its end.
func (s *style) labels(lines []Line) (out []head) {
	for i, line := range lines {
		text := line.text()
		torn := false
		m := s.whole().FindStringSubmatch(text)
		if m == nil {
			m, torn = s.torn().FindStringSubmatch(text), true
		}
		if m == nil {
			continue
		}
		digits := []rune(m[1])
		if n, end := label.Chinese(digits, 0, len(digits)); end == len(digits) {
			out = append(out, head{i, n, m[1], torn, line[0].Box})
		}
	}
	slices.SortStableFunc(out, func(a, b head) int { return cmp.Compare(a.middle(), b.middle()) })
	return out
}

// complete puts in the marks of torn labels that those before and behind them prove.
func (s *style) complete(lines []Line) (out []block.Misreading) {
	found := s.labels(lines)
	left := margin(lines)
	for i, l := range found {
		if !l.torn || l.X0-left < l.height() || !s.follows(found, i) {
			continue
		}
		at := 0
		if s.behind {
			at = utf8.RuneCountInString(l.digits)
		}
		was := lines[l.line].head()
		lines[l.line] = lines[l.line].insert(at, s.mark)
		out = append(out, block.Misreading{Was: was, Is: lines[l.line].head()})
	}
	return out
}

// follows reports that label i is the one between its whole neighbours, or beside the only one, which begins as far
// in as it does. Behind one that is sure others may be missing, where the one before proves it.
func (s *style) follows(found []head, i int) bool {
	l, proved := found[i], false
	beside := func(step int) bool {
		for k := i + step; k >= 0 && k < len(found); k += step {
			if n := found[k]; !n.torn {
				next := n.number == l.number+step
				proved = proved || next
				return (next || s.sure && step > 0 && n.number > l.number) && math.Abs(n.X0-l.X0) < 1.2*l.height()
			}
		}
		return true
	}
	return beside(-1) && beside(1) && proved
}

// margin is where most lines begin: those of a paragraph behind its first.
func margin(lines []Line) float64 {
	var lefts []float64
	for _, line := range lines {
		lefts = append(lefts, line[0].Box.X0)
	}
	slices.Sort(lefts)
	if len(lefts) == 0 {
		return 0
	}
	return lefts[len(lefts)/4]
}

// text is what stands on the line.
func (l Line) text() string {
	var b strings.Builder
	for _, w := range l {
		b.WriteString(w.Text)
	}
	return b.String()
}

// head is how the line begins.
func (l Line) head() string {
	text := []rune(l.text())
	return string(text[:min(len(text), 8)])
}

// insert puts a mark in at a place, counted in characters.
func (l Line) insert(at int, mark string) Line {
	out := slices.Clone(l)
	for i, w := range out {
		text := []rune(w.Text)
		if at <= len(text) {
			out[i].Text = string(slices.Insert(text, at, []rune(mark)...))
			break
		}
		at -= len(text)
	}
	return out
}

// mendLines tries the repairs that make a line longer.
func mendLines(lines []Line) (out []block.Misreading) {
	for _, r := range lineRepairs {
		for _, m := range r.lines(lines) {
			m.Repair = r.ID
			out = append(out, m)
		}
	}
	return out
}
