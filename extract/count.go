package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/amount"
	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// counts are the columns of one task table that hold bare numbers: 建设数量（座）, or 目标值 beside 单位.
type counts struct {
	x       *extractor
	s       *grid.Sheet
	columns []countColumn
	units   []int       // columns of units
	unread  *block.Cell // the first number without a unit
	left    int         // how many there are
}

// countColumn is a column of numbers.
type countColumn struct {
	at        int
	unit      string // in the brackets of the header; "" where a column of units has it
	indicator string // what the header says is counted; "" where it is what the row is about
	year      string // that the header names, as EDTF; else ""
}

func (x *extractor) countsOf(s *grid.Sheet) *counts {
	c := &counts{x: x, s: s}
	for at, column := range s.Columns {
		if column.Kind == header.Unit {
			c.units = append(c.units, at)
			continue
		}
		name, unit := nameAndUnit(x.stream.Units(), column.Key)
		if column.Sheet != "" || lexicon.Baselines().In(column.Key) || column.Kind != header.Value && (unit == "" || column.Kind != header.Unknown && column.Kind != header.Work) {
			continue
		}
		out := countColumn{at: at, unit: unit}
		if year, ok := column.Year(); ok {
			if year < x.issued.Year {
				continue // what was reached
			}
			out.year = strconv.Itoa(year)
		}
		if !saysOnlyCount(name) {
			out.indicator = name
		}
		c.columns = append(c.columns, out)
	}
	return c
}

// saysOnlyCount reports a header that does not say what is counted: 2025年目标值, 建设数量.
func saysOnlyCount(name string) bool {
	if behind := strings.TrimLeft(name, "0123456789-"); behind != name {
		name = strings.TrimPrefix(behind, "年")
	}
	rest := []rune(name)
	for len(rest) > 0 {
		n, _ := lexicon.CountWords().Prefix(rest)
		if n == 0 {
			n, _ = lexicon.Verbs().Prefix(rest)
		}
		if n == 0 {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// read adds the numbers of a row to its task.
func (c *counts) read(row grid.Row, t *schema.Task) {
	r := c.s.Header + row.Index - 1
	before := len(t.Targets)
	for n, column := range c.columns {
		cell := c.s.Grid.At(r, column.at)
		if cell.Row != r || cell.Len() == 0 || n > 0 && cell == c.s.Grid.At(r, c.columns[n-1].at) || hasFact(t, cell.Range) {
			continue
		}
		text := source.Squeeze(c.x.cellText(c.s.Repeated(cell)))
		digits := strings.LastIndexAny(text, "0123456789")
		if digits < 0 {
			continue
		}
		unit := column.unit
		if unit == "" {
			unit = c.unitBeside(r, column.at)
		}
		if unit == "" || !c.target(t, column, cell, text[:digits+1]+unit+text[digits+1:]) {
			c.left++
			if c.unread == nil {
				c.unread = cell
			}
		}
	}
	if len(t.Targets) > before {
		slices.SortStableFunc(t.Targets, func(a, b schema.Target) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
}

// unitBeside returns the unit of a number in another cell of its row: the one of the table's only
// column of units, of several the one right beside it.
func (c *counts) unitBeside(r, at int) string {
	for _, column := range c.units {
		if len(c.units) == 1 || column == at-1 || column == at+1 {
			if unit := source.Squeeze(c.x.cellText(c.s.Repeated(c.s.Grid.At(r, column)))); isUnit(c.x.stream.Units(), unit) {
				return unit
			}
		}
	}
	return ""
}

// target adds what a cell says, read as if its unit stood behind the number.
func (c *counts) target(t *schema.Task, column countColumn, cell *block.Cell, text string) bool {
	x := c.x
	indicator := column.indicator
	if indicator == "" {
		indicator = about(t)
	}
	written := []rune(indicator + ":" + text)
	s := lex.ScanUnits(written, []block.Range{{Start: 0, End: len(written)}}, x.stream.Units())
	begin := len([]rune(indicator)) + 1
	found := slices.DeleteFunc(amount.Find(s, 0, s.Len(), amount.Context{}, false), func(f amount.Target) bool { return f.End <= begin })
	if len(found) != 1 || found[0].Start != begin || found[0].End != s.Len() {
		return false
	}
	out := x.target(found[0])
	out.Text, out.Span = x.evidence(cell.Range)
	out.Indicator, out.When = indicator, column.year
	t.Targets = append(t.Targets, out)
	i, j := x.stream.Slice(cell.Range)
	x.explain(t.ID, "target", "table/count", message.Sprintf("%s of %s", string(out.Op)+" "+out.Value.String()+" "+out.Unit, indicator), i, j, nil)
	return true
}

// maxAbout is how long a text is that names what a row is about, without a title.
const maxAbout = 20

// about returns what a row is about: its title, else its text where that is no more than a name;
// without a verb that makes it: 新建社区食堂 is about 社区食堂.
func about(t *schema.Task) string {
	name := []rune(t.Title)
	if len(name) == 0 {
		name = []rune(strings.TrimRight(t.Text, "。"))
	}
	if len(name) > maxAbout || strings.ContainsAny(string(name), "，,；;。：:、") {
		return ""
	}
	if n, tag := lexicon.Verbs().Prefix(name); n < len(name) && (strings.HasPrefix(tag, "make") || strings.HasPrefix(tag, "act")) {
		name = name[n:]
	}
	return string(name)
}

// hasFact reports a time or a number of a task that stands in a cell.
func hasFact(t *schema.Task, r block.Range) bool {
	for _, g := range t.Targets {
		if r.Start <= g.Span.Start && g.Span.End <= r.End {
			return true
		}
	}
	return timeWithin(t.Deadlines, r)
}

// remark says of a table that numbers of it have no unit.
func (c *counts) remark() {
	if c.unread != nil {
		c.x.remark(schema.Info, schema.TableShape, c.unread.Range, "Numbers of a column of values whose unit is not known: %d, the first is %s.", c.left, c.x.cellText(c.unread))
	}
}
