package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// body is the text of an item before its clauses are cut out.
type body struct {
	number     string
	title      block.Range
	first      block.Range   // the first paragraph with the title
	paragraphs []block.Range // the text behind the title
	span       block.Range   // label to end
	boxes      []block.Range // items of their own within span
}

// body returns the text of an item, with everything below it where whole is set.
func (x *extractor) body(it *parser.Item, title block.Range, whole bool) body {
	b := body{number: it.Marker.Label, title: title, span: own(it), boxes: it.Boxes}
	b.span.Start = it.Start
	for _, r := range it.Own {
		if title.Len() > 0 && r.Contains(title) {
			r.Start = x.behindTitle(title.End, r.End)
		}
		if r.Len() > 0 {
			b.paragraphs = append(b.paragraphs, r)
		}
	}
	if len(it.Own) > 0 {
		b.first = it.Own[0]
	}
	if whole {
		b.span.End = it.End
		b.paragraphs = append(b.paragraphs, below(it)...)
	}
	return b
}

// withoutLead takes the words off a body that lead in to the items below it: 具体措施：.
func (x *extractor) withoutLead(b body) body {
	n := len(b.paragraphs) - 1
	if n < 0 || !x.endsWith(b.paragraphs[n], ':') {
		return b
	}
	r := b.paragraphs[n]
	at := r.End
	for at > r.Start && !strings.ContainsRune("。;)", x.doc.Folded[at-1]) {
		at--
	}
	if r.End-at > maxLead {
		return b
	}
	b.paragraphs = append([]block.Range{}, b.paragraphs...)
	if b.paragraphs[n].End = at; at == r.Start {
		b.paragraphs = b.paragraphs[:n]
	}
	b.span.End = min(b.span.End, at)
	return b
}

// behindTitle returns where the text behind a title begins: past 。 】 and blanks.
func (x *extractor) behindTitle(i, end int) int {
	for i < end && strings.ContainsRune("。】 :\n\r", x.doc.Folded[i]) {
		i++
	}
	return i
}

// below returns the paragraphs of an item's children, labels included.
func below(it *parser.Item) []block.Range {
	var out []block.Range
	for _, c := range it.Children {
		first := block.Range{Start: c.Start, End: c.Marker.End}
		if len(c.Own) > 0 {
			first.End = c.Own[0].End
			out = append(out, first)
			out = append(out, c.Own[1:]...)
		} else {
			out = append(out, first)
		}
		out = append(out, below(c)...)
	}
	return out
}

// emit makes the tasks of an item: one for each of its clauses, or one without.
func (x *extractor) emit(b body, clauses []party.Clause, sc scope) {
	from := b.span.Start
	if len(clauses) == 0 {
		t := x.task(b, block.Range{Start: from, End: b.span.End}, nil, sc, "")
		if t.Departments = x.departments(sc.owner); sc.owner != nil {
			for i := range t.Departments.Responsible {
				d := &t.Departments.Responsible[i]
				d.Inherited = d.Inherited || d.Span.Start < t.Span.Start
			}
			x.explainDepartments(t.ID, sc.owner)
		} else {
			t.Departments = x.noted(b.span)
		}
		x.notice.Tasks = append(x.notice.Tasks, t)
		return
	}
	for n := range clauses {
		c := &clauses[n]
		end := x.stream.Range(c.Start, c.End).End
		if c.Opens {
			end = b.span.End
			if n+1 < len(clauses) {
				end = x.stream.Range(clauses[n+1].Start, clauses[n+1].End).Start
			}
		} else if rest := (block.Range{Start: end, End: b.span.End}); n == len(clauses)-1 && !sc.last && x.hasText(b, rest) {
			end = b.span.End
		} else if n == len(clauses)-1 {
			end = x.behindLimit(b, end)
		}
		suffix := ""
		if len(clauses) > 1 {
			suffix = "-" + strconv.Itoa(n+1)
		}
		x.notice.Tasks = append(x.notice.Tasks, x.task(b, block.Range{Start: from, End: end}, c, sc, suffix))
		from = end
	}
}

// behindLimit returns the end of the lines behind an item's last clause that say by when it
// is to be done (完成时限:2025年9月底前); end where none does. What else stands behind the last
// item closes the document.
func (x *extractor) behindLimit(b body, end int) int {
	for _, p := range clip(b.paragraphs, block.Range{Start: end, End: b.span.End}) {
		if !x.doc.Spoken(p) {
			continue
		}
		label, _, ok := strings.Cut(source.Squeeze(string(x.doc.Folded[p.Start:p.End])), ":")
		if !ok || !slices.Contains(limitLabels, label) {
			break
		}
		end = p.End
	}
	return end
}

// limitLabels are labels of the time that an item is to be done by.
var limitLabels = []string{"完成时限", "完成时间", "完成期限", "时限要求", "时间要求", "时间进度", "时间节点", "办结时限", "完成节点"}

// hasText reports whether the paragraphs say anything within r.
func (x *extractor) hasText(b body, r block.Range) bool {
	return len(x.spoken(clip(b.paragraphs, r))) > 0
}

// clip returns what of the ranges lies within r.
func clip(ranges []block.Range, r block.Range) []block.Range {
	var out []block.Range
	for _, p := range ranges {
		p.Start, p.End = max(p.Start, r.Start), min(p.End, r.End)
		if p.Start < p.End {
			out = append(out, p)
		}
	}
	return out
}

// task makes one task of the part r of an item, which the clause c closes.
func (x *extractor) task(b body, r block.Range, c *party.Clause, sc scope, suffix string) schema.Task {
	t := schema.Task{ID: sc.id + suffix, Number: b.number, Path: sc.path}
	if b.title.Len() > 0 {
		t.Title = strings.ReplaceAll(x.doc.Join(b.title), "\n", "")
	}
	text := clip(b.paragraphs, r)
	if c != nil {
		at := x.stream.Range(c.Start, c.End)
		text = append(clip(text, block.Range{Start: r.Start, End: at.Start}), clip(text, block.Range{Start: at.End, End: r.End})...)
		t.Departments = x.departments(c)
	}
	t.Text = strings.TrimRight(x.doc.Join(x.spoken(text)...), " \n")
	r = x.trimEnd(r)
	t.Span = x.doc.Span(r)
	begin := r.Start
	if begin == b.span.Start && b.number != "" {
		begin = b.bodyStart(r)
	}
	t.Deadlines, t.Targets = x.facts(t.ID, around(b.boxes, block.Range{Start: begin, End: r.End}), when.Context{})
	if c != nil {
		t.Targets = slices.DeleteFunc(t.Targets, func(g schema.Target) bool { return x.countsBodies(g, c) })
	}
	x.explainDepartments(t.ID, c)
	return t
}

// countsBodies reports whether a number in a clause only counts who is named there: 等11个
// 部门.
func (x *extractor) countsBodies(g schema.Target, c *party.Clause) bool {
	at := x.stream.Range(c.Start, c.End)
	if g.Span.Start < at.Start || g.Span.End > at.End {
		return false
	}
	behind := string(x.doc.Folded[g.Span.End:min(g.Span.End+4, at.End)])
	return strings.HasPrefix(behind, "部门") || strings.HasPrefix(behind, "单位") || strings.HasPrefix(behind, "有关") || strings.HasPrefix(behind, "相关")
}

// bodyStart returns where the text of an item begins, behind its label.
func (b body) bodyStart(r block.Range) int {
	if b.first.Len() > 0 {
		return max(b.first.Start, r.Start)
	}
	if len(b.paragraphs) > 0 {
		return max(b.paragraphs[0].Start, r.Start)
	}
	return r.End
}

// spoken drops ranges that hold nothing but punctuation or a label.
func (x *extractor) spoken(ranges []block.Range) []block.Range {
	var out []block.Range
	for _, r := range ranges {
		if x.doc.Spoken(r) {
			out = append(out, r)
		}
	}
	return out
}

func (x *extractor) trimEnd(r block.Range) block.Range {
	for r.End > r.Start+1 && strings.ContainsRune(" \n\r", x.doc.Folded[r.End-1]) {
		r.End--
	}
	return r
}

// facts returns the deadlines and targets in stretches of one item. ctx says whether they
// are cells of a table, and the year in its title.
func (x *extractor) facts(id string, ranges []block.Range, ctx when.Context) ([]schema.Deadline, []schema.Target) {
	var times []when.Time
	var found []amount.Target
	ctx.Issued = x.issued
	for _, r := range x.bounded(ranges) {
		i, j := x.stream.Slice(r)
		if ctx.TableYear == 0 {
			ctx.TableYear = x.yearAround(r)
		}
		here := when.Find(x.stream, i, j, ctx, times, x.trace)
		times = append(times, here...)
		in := amount.Context{Times: whens(here)}
		found = append(found, amount.Find(x.stream, i, j, in, x.trace)...)
		for _, u := range amount.Unread(x.stream, i, j, in) {
			x.remark(schema.Info, schema.UnreadUnit, x.stream.Range(u.Start, u.End), "No rule knows the unit of %s: the number is in no target.", x.text(u.Start, u.End))
		}
	}
	var deadlines []schema.Deadline
	for _, t := range times {
		if t.Deadline {
			deadlines = append(deadlines, schema.Deadline{
				Text: x.text(t.Start, t.End), Relation: t.Relation, Value: t.Value, Start: t.First, End: t.Last, Tentative: t.Tentative, Span: x.span(t.Start, t.End),
			})
		}
		if t.Ambiguous {
			x.remark(schema.Warning, schema.AmbiguousDate, x.stream.Range(t.Start, t.End), "前 behind a year or month is read as its end.")
		}
		if t.Deadline && t.NoSuchDay {
			x.remark(schema.Warning, schema.AmbiguousDate, x.stream.Range(t.Start, t.End), "The month has no such day; it is read as its last.")
		}
		x.explainTime(id, t)
	}
	var targets []schema.Target
	for _, f := range found {
		targets = append(targets, x.target(f))
		if f.Scanned {
			x.remark(schema.Warning, schema.UnreadUnit, x.stream.Range(f.Start, f.End), "No unit stands behind the share %s: the scan reads %% as 00, and it is taken as %g %%.", x.text(f.Start, f.End), f.Value)
		}
		x.explainTarget(id, f)
	}
	return deadlines, targets
}

// whens converts times for the amount family.
func whens(times []when.Time) []amount.When {
	out := make([]amount.When, len(times))
	for i, t := range times {
		out[i] = amount.When{Start: t.Start, End: t.End, Relation: t.Relation, Readable: t.Amount}
		if t.Deadline {
			out[i].Value = t.Value
		}
	}
	return out
}

func (x *extractor) target(f amount.Target) schema.Target {
	t := schema.Target{
		Text: x.text(f.Start, f.End), Op: f.Op, Value: schema.Number(f.Value), Unit: f.Unit, Per: f.Per, When: f.When, Type: f.Type, Span: x.span(f.Start, f.End),
	}
	if f.IndicatorEnd > f.IndicatorStart {
		t.Indicator = unspaced(x.doc.Join(x.stream.Range(f.IndicatorStart, f.IndicatorEnd)))
	}
	base, unit, ok := amount.Normalize(f.Value, f.Unit)
	if ok {
		t.Normalized = &schema.Normalized{Value: schema.Number(base), Unit: unit}
	}
	if f.HasMax {
		top := schema.Number(f.Max)
		t.ValueMax = &top
		if high, _, ok := amount.Normalize(f.Max, f.Unit); ok {
			top := schema.Number(high)
			t.Normalized.ValueMax = &top
		}
	}
	return t
}

// unspaced returns a phrase without the white space that damage put between its
// characters; between two Latin words it stays.
func unspaced(phrase string) string {
	words := strings.FieldsFunc(phrase, func(r rune) bool { return source.Fold(r) == ' ' })
	var out strings.Builder
	for i, w := range words {
		if i > 0 && isLetter(words[i-1][len(words[i-1])-1]) && isLetter(w[0]) {
			out.WriteByte(' ')
		}
		out.WriteString(w)
	}
	return out.String()
}

func isLetter(b byte) bool { return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' }
