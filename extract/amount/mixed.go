package amount

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

// mixed is a number of several parts while it is read: 3亿5000万, 一万二千, 2千5百.
type mixed struct {
	total, section, number float64 // number is -1 where none is open
	largest, last          float64 // the largest scale, and the last one
	name                   string  // of the largest
	parts                  int     // numbers that a power or scale closed, or that stand at the end
}

// readMixed reads a number in mixed form in its largest unit: 3亿5000万元 is 3.5亿元, 一万二千人
// is 1.2万人.
func readMixed(s *lex.Stream, t *lex.Token, end int) (quantity, bool) {
	if t.Form != lex.Digits && t.Form != lex.Counting {
		return quantity{}, false
	}
	m, j := mixed{number: -1}, t.Start
	for j < end && m.parts < 12 {
		next, ok := m.step(s, j, end)
		if !ok {
			return quantity{}, false
		}
		if next == j {
			break
		}
		j = next
	}
	if m.last > 0 && m.section == 0 && m.number > 0 && m.number < 10 && !isDigit(s.Runes[j-1]) && s.Runes[j-2] != '零' {
		return quantity{}, false // 200万一个: not 200.0001
	}
	m.section += max(m.number, 0)
	if m.parts < 2 || m.largest == 0 && t.Form == lex.Counting || m.largest > 0 && m.section == 0 && m.total == m.last*float64(int(m.total/m.last)) && !m.inner(t) {
		return quantity{}, false
	}
	u := readUnit(s, j, end)
	if u.end == j || s.Masked(t.Start, u.end) || isDate(s, t, u) {
		return quantity{}, false
	}
	value := m.total + m.section
	if m.largest > 0 {
		value /= m.largest
	}
	return quantity{start: t.Start, end: u.end, value: round(value), unit: m.name + u.text, tag: u.tag, form: lex.Digits}, true
}

// inner reports whether the number of a single scale is itself mixed and no rule for plain
// numbers reads it: 2千5百万, 3亿5000万.
func (m *mixed) inner(t *lex.Token) bool { return t.Form == lex.Digits || m.last < m.largest }

// step reads what stands at rune j and returns the place behind it; j at the end, false
// where no number is written so.
func (m *mixed) step(s *lex.Stream, j, end int) (int, bool) {
	r, t := s.Runes[j], s.At(j)
	if t != nil && (t.Kind == lex.Fixed || t.Kind == lex.Plan) {
		return j, true // 200万一次性: a word
	}
	if t != nil && t.Kind == lex.Number && t.Form == lex.Digits {
		if m.number >= 0 || t.End > end {
			return j, false
		}
		m.number = t.Value
		m.parts++
		return t.End, true
	}
	if d := strings.IndexRune("零一二三四五六七八九", r); d >= 0 || r == '两' {
		if m.number > 0 {
			return j, false
		}
		if m.number = float64(d / 3); r == '两' {
			m.number = 2
		}
		if m.number > 0 {
			m.parts++
		}
		return j + 1, true
	}
	if p := power(r); p > 0 && p < 1e4 {
		if m.number < 0 && p > 10 {
			return j, true
		}
		if m.number < 0 {
			m.number = 1
			m.parts++
		}
		m.section += m.number * p
		m.number = -1
		return j + 1, true
	}
	return m.scale(s, j, end)
}

// scale reads 万, 亿 or 万亿 at rune j.
func (m *mixed) scale(s *lex.Stream, j, end int) (int, bool) {
	factor, n := power(s.Runes[j]), 1
	if factor < 1e4 {
		return j, true
	}
	if factor == 1e4 && j+1 < end && s.Runes[j+1] == '亿' {
		factor, n = 1e12, 2
	}
	m.section += max(m.number, 0)
	if m.section == 0 || m.last > 0 && factor >= m.last {
		return j, false
	}
	m.total += m.section * factor
	m.section, m.number, m.last = 0, -1, factor
	if factor > m.largest {
		m.largest, m.name = factor, s.String(j, j+n)
	}
	return j + n, true
}

// readCoins adds what stands behind 元 in 角 and 分: 1元2角5分 is 1.25元.
func readCoins(s *lex.Stream, q *quantity, end int) {
	if q.unit != "元" {
		return
	}
	for _, coin := range []struct {
		name  string
		value float64
	}{{"角", 0.1}, {"分", 0.01}} {
		t := s.At(q.end)
		if t == nil || t.Kind != lex.Number || t.End >= end || t.Value >= 10 || !s.Has(t.End, coin.name) {
			continue
		}
		q.value, q.end = round(q.value+t.Value*coin.value), t.End+1
	}
}

// readOutOf returns the place behind the population of a rate, /10万 of 12/10万, that stands
// behind the number t.
func readOutOf(s *lex.Stream, t *lex.Token, end int) (int, bool) {
	if t.Form != lex.Digits || t.End+2 >= end || s.Runes[t.End] != '/' {
		return 0, false
	}
	of := s.At(t.End + 1)
	if of == nil || of.Kind != lex.Number || of.End >= end || of.Value != 1 && of.Value != 10 && of.Value != 100 || s.Runes[of.End] != '万' {
		return 0, false
	}
	return of.End + 1, true
}
