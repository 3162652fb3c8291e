package amount

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/clause"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// value is a number with its comparators.
type value struct {
	start, end int // the text
	num, stop  int // the number with its unit
	op         schema.Op
	low, high  float64
	hasMax     bool
	unit, tag  string
	per        string // behind a stroke
	through    int    // end of that base, or 0
	front      bool   // a comparator stands before the number
	tail       bool   // a comparator stands behind it
	all        bool   // 全覆盖, 翻番: the words are the number
}

// measure reads the quantity or range that a pattern captured. The text ends behind the
// unit, or behind the match where a comparator follows the base.
func measure(m match.Match, op schema.Op) (value, string) {
	v := value{start: m.Start, end: m.End, op: op}
	if c, ok := m.Capture("R", 0); ok {
		low, high, _ := readRange(m.Stream, c.Start, c.End)
		v.num, v.stop = c.Start, c.End
		v.op, v.low, v.high, v.hasMax = schema.OpRange, low.value, high.value, true
		v.unit, v.tag = high.unit, high.tag
	} else {
		c, _ := m.Capture("Q", 0)
		q, _ := readQuantity(m.Stream, c.Start, c.End)
		if q.unit == "" { // its unit stands at the end of a list
			u := sharedUnit(m.Stream, c.End, m.Stream.Len())
			q.unit, q.tag = u.text, cmp.Or(u.tag, q.tag)
		}
		v.num, v.stop, v.low, v.unit, v.tag = c.Start, c.End, q.value, q.unit, q.tag
		if lexicon.FigureUnits().Has(q.unit) {
			if q.form != lex.Digits {
				return v, "a classifier behind a numeral is as often a word: 一段, 两节"
			}
			if c.End < m.Stream.Len() && isDigit(m.Stream.Runes[c.End]) {
				return v, "a number of a road: 4段9号"
			}
		}
		if low, high, ok := q.adjacent(m.Stream); ok && q.form == lex.Counting {
			v.op, v.low, v.high, v.hasMax = schema.OpRange, low, high, true
		} else if q.form == lex.Positional && !q.whole {
			low, high, ok := q.adjacent(m.Stream)
			if !ok && q.value < 100 {
				return v, "two numerals that are no range"
			}
			if ok {
				v.op, v.low, v.high, v.hasMax = schema.OpRange, low, high, true
			}
		}
	}
	if p, ok := m.Capture("P", 0); ok {
		v.through = p.End
		v.per = strings.Trim(strings.ReplaceAll(m.Stream.String(p.Start+1, p.End), " ", ""), "()")
		if p.End == m.End {
			v.end = v.stop
		}
	}
	return v, ""
}

// front builds a number behind its comparator. 不少于3000元 is a bound whatever follows.
func front(op schema.Op) func(match.Match) (value, string) {
	return func(m match.Match) (value, string) {
		v, why := measure(m, op)
		v.front, v.tail = true, v.end > v.stop
		return v, why
	}
}

// passes is front for what is more than a number; 突破 before works that are counted is a verb: 突破关键技术8项, 突破8项关键技术.
func passes(m match.Match) (value, string) {
	v, why := front(schema.OpMore)(m)
	if why != "" || v.tag != "count" || !m.Stream.Has(m.Start+1, "破") || !strings.ContainsAny(v.unit, "项个种类款") {
		return v, why
	}
	behind := m.Stream.Runes[v.end:min(v.end+solved, m.Stream.Len())]
	if end := slices.IndexFunc(behind, func(r rune) bool { return !source.IsHan(r) && r != '“' && r != '”' }); end >= 0 {
		behind = behind[:end]
	}
	if v.num > m.Start+3 || says(behind, lexicon.Solved()) {
		return v, "the comparator is the verb of what is counted"
	}
	return v, ""
}

// solved is how far behind a number it may stand what is broken through: 突破10项左右人工智能关键技术.
const solved = 20

// behind builds a number before its comparator.
func behind(op schema.Op) func(match.Match) (value, string) {
	return func(m match.Match) (value, string) {
		v, why := measure(m, op)
		v.tail = true
		return v, why
	}
}

// afterWord is front for a comparator of one character that also ends other words:
// 节约, 就近, 高超.
func afterWord(op schema.Op) func(match.Match) (value, string) {
	return func(m match.Match) (value, string) {
		if m.Start > 0 && strings.ContainsRune("节预签契合大公条制邀附就最临邻靠亲相新远不经通难渡突", m.Stream.Runes[m.Start-1]) {
			return value{}, "the comparator is the end of another word"
		}
		return front(op)(m)
	}
}

// plain builds a number without comparator.
func plain(m match.Match) (value, string) {
	v, why := measure(m, schema.OpEqual)
	v.tail = v.end > v.stop
	if t := m.Stream.At(v.num); why == "" && t == nil {
		why = "百 or 千 without comparator"
	}
	return v, why
}

// hold builds 控制在…以内. With 稳定, 保持 or 压缩 only the number belongs to the text.
func hold(m match.Match) (value, string) {
	v, why := measure(m, schema.OpAtMost)
	v.tail = true
	if slices.ContainsFunc(m.Stream.Within(m.Start, v.num), func(t lex.Token) bool { return t.Kind == lex.Number }) {
		return v, "holds a list of values"
	}
	if m.Stream.Has(m.Start, "控制") || m.Stream.Has(m.Start, "限") {
		v.front = true
		return v, why
	}
	return v, "only 控制在 and 限制在 belong to the text"
}

// extend builds 延长至20年.
func extend(m match.Match) (value, string) {
	v, why := measure(m, schema.OpAtMost)
	if v.front = true; v.tag != "time" {
		return v, "no span of time"
	}
	return v, why
}

// within builds 24小时内.
func within(m match.Match) (value, string) {
	v, why := measure(m, schema.OpAtMost)
	v.op, v.tail = schema.OpAtMost, true
	if v.hasMax {
		v.op = schema.OpRange
	}
	if v.tag != "time" {
		return v, "内 bounds only a span of time"
	}
	return v, why
}

// odd builds 100余家 and 3万余人: more than the number, the unit without 余.
func odd(m match.Match) (value, string) {
	s := m.Stream
	n, _ := m.Capture("N", 0)
	u, _ := m.Capture("U", 0)
	read := readUnit(s, u.Start, u.End)
	scale := strings.TrimRight(s.String(n.End, u.Start), "余多")
	v := value{start: m.Start, end: m.End, num: m.Start, stop: m.End, op: schema.OpMore, tail: true,
		low: m.Number("N", 0), unit: scale + read.text, tag: read.tag}
	if read.text == "年" || read.text == "月" || read.text == "日" {
		return v, "an odd span of time"
	}
	return v, ""
}

// plus builds 20家+ and 20+家: at least the number. 3个+模式 is a formula.
func plus(m match.Match) (value, string) {
	s := m.Stream
	if q, ok := m.Capture("Q", 0); ok {
		v, why := measure(m, schema.OpAtLeast)
		v.end, v.tail = m.End, true
		if end := q.End + 1; end < s.Len() && !clause.IsMark(s.Runes[end]) && !strings.ContainsRune("、)", s.Runes[end]) {
			return v, "+ adds something"
		}
		return v, why
	}
	u, _ := m.Capture("U", 0)
	read := readUnit(s, u.Start, u.End)
	return value{start: m.Start, end: m.End, num: m.Start, stop: m.End, op: schema.OpAtLeast, tail: true, low: m.Number("N", 0), unit: read.text, tag: read.tag}, ""
}

// roundAs builds 上百家, 近万人, 破百亿元: a round number without a digit.
func roundAs(op schema.Op) func(match.Match) (value, string) {
	return func(m match.Match) (value, string) {
		s := m.Stream
		u, _ := m.Capture("U", 0)
		at := u.Start - 1
		read := readUnit(s, u.Start, u.End)
		v := value{start: m.Start, end: m.End, num: at, stop: m.End, op: op, front: true, low: power(s.Runes[at]), unit: read.text, tag: read.tag}
		if m.Start > 0 && strings.ContainsRune("以线网水海陆路街会版身节预签附就最临邻靠亲相新经通超不突度渡打爆侦", s.Runes[m.Start-1]) {
			return v, "the comparator is the end of another word"
		}
		if read.tag == "time" {
			return v, "a round span of time"
		}
		if end := m.End; read.tag == "money" && end < s.Len() && source.IsHan(s.Runes[end]) && !isPassed(s.Runes[end:]) {
			return v, "says what kind is meant" // 产值过亿元企业10家
		}
		return v, ""
	}
}

// isPassed reports whether a text behind a round sum says that it is passed or reached: 大关.
func isPassed(text []rune) bool {
	n, _ := lexicon.Thresholds().Prefix(text)
	return n > 0
}

// round100 builds 百余家: more than 100.
func round100(m match.Match) (value, string) {
	s := m.Stream
	u, _ := m.Capture("U", 0)
	read := readUnit(s, u.Start, u.End)
	v := value{start: m.Start, end: m.End, num: m.Start, stop: m.End, op: schema.OpMore, tail: true, low: power(s.Runes[m.Start]), unit: read.text, tag: read.tag}
	if m.Start > 0 && (isNumeral(s.Runes[m.Start-1]) || isDigit(s.Runes[m.Start-1])) {
		return v, "the end of a longer number"
	}
	return v, ""
}

// overHalf builds 过半: more than 0.5 of what there is.
func overHalf(m match.Match) (value, string) {
	v := value{start: m.Start, end: m.End, num: m.Start, stop: m.End, op: schema.OpMore, tail: true, low: 0.5, unit: "1", tag: "share", all: true}
	if m.Start > 0 && strings.ContainsRune("不经通超", m.Stream.Runes[m.Start-1]) {
		return v, "the end of another word"
	}
	return v, ""
}

// fold builds 翻两番: 4倍.
func fold(m match.Match) (value, string) {
	n := m.Number("N", 0)
	if n < 1 || n > 10 {
		return value{}, "no sensible multiple"
	}
	v, _ := foldOnce(m)
	v.low = math.Pow(2, math.Floor(n))
	return v, ""
}

// foldOnce builds 翻番: 2倍.
func foldOnce(m match.Match) (value, string) {
	v := value{start: m.Start, end: m.End, num: m.Start, stop: m.End, op: schema.OpEqual, low: 2, unit: "倍", tag: "share", all: true}
	if end := m.End; m.Text() == "倍增" && end < m.Stream.Len() && !clause.IsMark(m.Stream.Runes[end]) && !strings.ContainsRune("、)和且", m.Stream.Runes[end]) {
		return v, "倍增 in a name"
	}
	if strings.HasSuffix(m.Text(), "以上") {
		v.op, v.tail = schema.OpAtLeast, true
	}
	return v, ""
}

// whole builds 全覆盖 and 100%全覆盖: 100%.
func whole(m match.Match) (value, string) {
	if c, ok := m.Capture("Q", 0); ok && m.Number("Q", 0) != 100 {
		return value{start: c.Start}, "covered are fewer than all"
	}
	return value{start: m.Start, end: m.End, num: m.Start, stop: m.End, op: schema.OpEqual, low: 100, unit: "%", tag: "share", all: true}, ""
}

// wholeRegion builds 全市域覆盖: 100% of the region. 全市域覆盖率 is a rate.
func wholeRegion(m match.Match) (value, string) {
	if end := m.End; end < m.Stream.Len() && !clause.IsMark(m.Stream.Runes[end]) && !strings.ContainsRune("、)和且", m.Stream.Runes[end]) {
		return value{}, "says what kind is meant"
	}
	return whole(m)
}
