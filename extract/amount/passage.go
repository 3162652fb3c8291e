package amount

import (
	"sort"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/match"
	"github.com/policyx/policyx/schema"
)

// reach is how far from a number its clause is looked at, in runes.
const reach = 90

// stretch is runes start to end; empty where start >= end.
type stretch struct{ start, end int }

func (a stretch) empty() bool { return a.start >= a.end }

// reading is a number of the passage and what was read about it.
type reading struct {
	value
	rule        string
	lost        []match.Loser
	refused     string  // the refusal that took it out
	clause      stretch // its clause
	sentence    int     // number of its sentence
	used        int     // end of what it uses behind it: its noun
	indicator   stretch
	base        stretch // the phrase behind 每 or 各 before it, or 人均
	basis       string  // per as a string
	when        string
	whenBy      bool // the date is one to reach the value by
	kind        schema.TargetType
	nameRule    string // the rows that say so
	perRule     string
	typeRule    string
	numberFirst bool // the noun stands behind
}

func (r *reading) target() Target {
	if r.indicator.empty() {
		r.indicator = stretch{}
	}
	return Target{Rule: r.rule, Start: r.start, End: r.end, IndicatorStart: r.indicator.start, IndicatorEnd: r.indicator.end,
		Op: r.op, Value: r.low, Max: r.high, HasMax: r.hasMax, Unit: r.unit, Per: r.basis, When: r.when, Type: r.kind, NameRule: r.nameRule, PerRule: r.perRule, TypeRule: r.typeRule}
}

// passage is a range with its numbers.
type passage struct {
	s          *lex.Stream
	begin, end int
	ctx        Context
	readings   []reading
	near       around // of the number that is being described
	time       int    // index of the first time that is not yet behind
	trace      bool
}

func newPassage(s *lex.Stream, begin, end int, ctx Context, found []match.Found[value]) *passage {
	p := &passage{s: s, begin: begin, end: end, ctx: ctx, readings: make([]reading, len(found))}
	for k, f := range found {
		r := &p.readings[k]
		r.value, r.rule, r.lost = f.Value, f.Rule, f.Lost
		r.sentence = s.Sentence(r.start)
		p.readSign(r)
		r.clause = stretch{p.leftEdge(r.start), p.rightEdge(r.end)}
		r.used = max(r.end, min(r.through, r.clause.end))
	}
	return p
}

// readSign makes a number negative that has a minus behind a link or a comparator: 为-1.2‰,
// 控制在-2%至3%. Elsewhere - is a dash.
func (p *passage) readSign(r *reading) {
	at := r.num - 1
	if at <= p.begin || p.s.Runes[at] != '-' || !strings.ContainsRune("为至到在于达约过近(≥≤", p.s.Runes[at-1]) {
		return
	}
	r.start, r.num, r.low = min(r.start, at), at, -r.low
}

func (p *passage) inQuotes(i int) bool { return p.s.Quoted(i) }

// leftEdge returns where the clause of rune i begins.
func (p *passage) leftEdge(i int) int { return max(p.s.Left(i), p.begin, i-reach) }

// rightEdge returns where the clause of rune i ends; behind the passage that is its end.
func (p *passage) rightEdge(i int) int { return min(p.s.Right(min(i, p.end)), p.end, i+reach) }

// closeBracket returns the place of the bracket that closes the one at i, or i.
func (p *passage) closeBracket(i int) int {
	if j := p.s.Partner(i); j > i && j < p.end {
		return j
	}
	return i
}

// before returns the last reading before k in the same sentence that was not refused,
// or nil where none is near.
func (p *passage) before(k int) *reading {
	for j := k - 1; j >= max(0, k-16) && p.readings[j].sentence == p.readings[k].sentence; j-- {
		if p.readings[j].refused == "" {
			return &p.readings[j]
		}
	}
	return nil
}

// after returns the next reading behind k in the same clause that was not refused, or -1.
func (p *passage) after(k int) int {
	for j := k + 1; j < len(p.readings) && p.readings[j].start < p.readings[k].clause.end; j++ {
		if p.readings[j].refused == "" {
			return j
		}
	}
	return -1
}

// describe reads what belongs to reading k: base, noun, date and type.
func (p *passage) describe(k int) {
	r := &p.readings[k]
	p.inherit(k)
	p.reachBack(k)
	r.base = p.basePhrase(k)
	a := p.around(k)
	p.findName(a)
	p.findBase(a)
	p.findWhen(r)
	row, lost := p.typeOf(k, p.trace)
	r.kind, r.typeRule = row.is, row.id
	r.lost = append(r.lost, lost...)
}

// inherit gives a bare number the comparator of the number before it in a list of
// values (不低于200元、350元和500元) or of alternatives (至少建成1个A或1个B).
func (p *passage) inherit(k int) {
	r, prev := &p.readings[k], p.before(k)
	p.heldWithNext(k)
	if prev == nil || !prev.front || prev.hasMax || r.op != schema.OpEqual || r.front || r.all || prev.tag != r.tag {
		return
	}
	between := p.s.String(min(max(prev.end, prev.through), r.start), r.start) // 最高100万元/项、50万元/项
	if p.isListed(prev, r, between) {
		r.op, r.front = prev.op, true
		return
	}
	list := strings.Trim(between, "、,和及与或者") == "" && between != ","
	other := prev.clause.start == r.clause.start && (strings.HasSuffix(between, "或") || strings.HasSuffix(between, "或者"))
	if list && between != "" || other {
		r.op, r.front = prev.op, true
	}
}

// heldWithNext gives a bare number behind 控制在 the bound of the list that it begins: 控制在10%和4%以下.
func (p *passage) heldWithNext(k int) {
	r := &p.readings[k]
	if r.op != schema.OpEqual || !p.endsAny(r.start, "控制在") {
		return
	}
	for last, next := r, p.after(k); next >= 0; next = p.after(next) {
		n := &p.readings[next]
		if n.tag != r.tag || !p.follows(last, n) {
			return
		}
		if n.op == schema.OpAtMost && n.tail {
			r.op, r.front, r.start = n.op, true, r.start-len([]rune("控制在"))
			return
		}
		last = n
	}
}

// follows reports whether b is the next of a list behind a, with nothing between but what joins them.
func (p *passage) follows(a, b *reading) bool {
	return b.start == a.end+1 && strings.ContainsRune("、和及与", p.s.Runes[a.end])
}

// listStart returns where the list begins that reading k is of, or the reading.
func (p *passage) listStart(k int) int {
	at := p.readings[k].start
	for k > 0 && p.readings[k-1].start > at-reach && p.follows(&p.readings[k-1], &p.readings[k]) {
		k--
	}
	return p.readings[k].start
}

// isListed reports whether a number goes on a list of counts in one unit whose first has a comparator of one word:
// 提供至少1次宣讲、1次指导、3次推荐及1次见习.
func (p *passage) isListed(prev, r *reading, between string) bool {
	goesOn := prev.rule == "amount/plain" && prev.op == schema.OpAtLeast && prev.front
	if prev.rule != "amount/at-least-word" && !goesOn || prev.unit != r.unit || r.unit != "次" || r.tail || prev.clause.start != r.clause.start {
		return false
	}
	return strings.HasSuffix(between, "、") || strings.HasSuffix(between, "及") || strings.HasSuffix(between, "和")
}

// distant are comparators that may stand far before the share of a long name.
var distant = []struct {
	word string
	op   schema.Op
}{
	{"最高可按", schema.OpAtMost}, {"最高按", schema.OpAtMost}, {"最高给予", schema.OpAtMost}, {"最高可给予", schema.OpAtMost},
	{"不超过", schema.OpAtMost}, {"不得超过", schema.OpAtMost}, {"不高于", schema.OpAtMost}, {"不得高于", schema.OpAtMost},
	{"不低于", schema.OpAtLeast}, {"不得低于", schema.OpAtLeast}, {"不少于", schema.OpAtLeast}, {"不得少于", schema.OpAtLeast},
}

// reachBack gives a share the comparator before the name of what it is a share of:
// 不超过设备购置和安装实际支出总额的30%.
func (p *passage) reachBack(k int) {
	r := &p.readings[k]
	if r.tag != "share" || r.op != schema.OpEqual || r.front || r.all || r.num-1 < p.begin {
		return
	}
	of := p.s.Runes[r.num-1] == '的'
	low := max(r.clause.start, r.num-50)
	if k > 0 {
		low = max(low, p.readings[k-1].end)
	}
	for i := r.num - 4; i >= low; i-- {
		for _, d := range distant {
			if p.s.Has(i, d.word) && (of || strings.HasPrefix(d.word, "最高")) {
				r.start, r.op, r.front = i, d.op, true
				return
			}
		}
	}
}

// findWhen gives a reading the nearest time before it in its sentence.
func (p *passage) findWhen(r *reading) {
	for p.time < len(p.ctx.Times) && p.ctx.Times[p.time].Start < r.start {
		p.time++
	}
	for j := p.time - 1; j >= 0 && p.time-j <= 32; j-- {
		w := p.ctx.Times[j]
		if w.End < r.sentence {
			return
		}
		switch w.Relation {
		case schema.RelationBy, schema.RelationFrom, schema.RelationDuring, schema.RelationWithin:
			if w.Value != "" && !w.Readable {
				r.when, r.whenBy = w.Value, w.Relation == schema.RelationBy
				return
			}
		}
	}
}

// timesIn returns the times that touch runes i to j.
func (p *passage) timesIn(i, j int) []When {
	times := p.ctx.Times
	from := sort.Search(len(times), func(n int) bool { return times[n].End > i })
	to := from
	for to < len(times) && times[to].Start < j {
		to++
	}
	return times[from:to]
}
