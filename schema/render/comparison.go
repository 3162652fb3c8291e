package render

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

// Table is a table in lines, to read on a terminal.
const Table Format = "table"

// ComparisonFormats returns the names that [WriteComparison] takes.
func ComparisonFormats() []string {
	return []string{string(Table), string(JSON), string(CSV), string(TSV), string(XLSX), string(HTML)}
}

// ComparisonRows returns what a row of CSV and TSV can stand for: a value of a notice, a topic with a column for each
// notice, a last day.
func ComparisonRows() []string { return []string{"indicators", "topics", "deadlines"} }

// WriteComparison writes what several notices say about the same things. JSON is the report itself; the other formats are in lang,
// CSV and TSV in English by keys. rows is one of [ComparisonRows], "" for the first.
func WriteComparison(w io.Writer, f Format, r *compare.Report, rows string, lang term.Language) error {
	c := comparison{Report: r, lang: cmp.Or(lang, term.Chinese)}
	switch f {
	case JSON:
		return writeJSON(w, r)
	case CSV:
		return c.grid(rows).delimited(w, ',', c.lang)
	case TSV:
		return c.grid(rows).delimited(w, '\t', c.lang)
	case XLSX:
		return c.workbook(w)
	case HTML:
		return c.page(w)
	case Table:
		out := bufio.NewWriter(w)
		c.table(out)
		return out.Flush()
	}
	return message.Errorf("unknown format %q: want %s", f, strings.Join(ComparisonFormats(), ", "))
}

// comparison is a report in a language.
type comparison struct {
	*compare.Report
	lang term.Language
}

func (c comparison) word(kind, value string) string { return term.Value(c.lang, kind, value) }

// value is a value with its bound as people write it: ≥ 52%.
func (c comparison) value(i *compare.Indicator, v *compare.Value) string {
	text := amount(v.Value) + i.Unit
	if v.Max != nil {
		text = amount(v.Value) + "～" + amount(*v.Max) + i.Unit
	}
	switch v.Op {
	case schema.OpEqual, schema.OpRange:
		return text
	}
	return sign(v.Op) + " " + text
}

// amount is a number in 万 or 亿 where it is large.
func amount(n schema.Number) string {
	switch {
	case n >= 1e8:
		return (n / 1e8).String() + "亿"
	case n >= 1e4:
		return (n / 1e4).String() + "万"
	}
	return n.String()
}

// unit is the unit of an indicator with its base: 元/张床位.
func unitOf(i *compare.Indicator) string {
	if i.Per == "" {
		return i.Unit
	}
	return i.Unit + "/" + i.Per
}

// by is the day or year until which a value holds.
func by(when string) string {
	when = strings.TrimPrefix(when, "../")
	if strings.HasSuffix(when, "-12-31") {
		return when[:len(when)-len("-12-31")]
	}
	return when
}

// grid is a table: its columns, and rows of as many cells.
type grid struct {
	columns []column
	rows    [][]cell
}

func (c comparison) grid(rows string) grid {
	switch rows {
	case "topics":
		return c.topicGrid()
	case "deadlines":
		return c.deadlineGrid()
	}
	return c.indicatorGrid()
}

func (c comparison) indicatorGrid() grid {
	g := grid{columns: []column{
		{"indicator", "Indicator.name", 36}, {"unit", "Indicator.unit", 10}, {"place", "place", 16}, {"op", "Target.op", 10}, {"value", "Target.value", 12},
		{"value_max", "Target.value_max", 10}, {"when", "Target.when", 14}, {"name", "called", 36}, {"likeness", "likeness", 10}, {"shared", "shared", 28},
		{"text", "Target.text", 24}, {"task", "task", 30}, {"line", "line", 8}, {"page", "page", 6}, {"file", "Source.name", 20},
	}}
	say := wordsIn(c.lang)
	if c.lang == term.English {
		say = ownWords
	}
	for _, i := range c.Indicators {
		for _, v := range i.Values {
			page := cell{}
			if v.Span.Page > 0 {
				page = count(v.Span.Page)
			}
			g.rows = append(g.rows, []cell{
				text(i.Name), text(unitOf(&i)), text(c.Notices[v.Notice].Label), text(say("Op", string(v.Op))), num(v.Value), maybe(v.Max), text(v.When),
				text(v.Name), num(v.Likeness), text(strings.Join(v.Shared, "、")), text(v.Text), text(strings.TrimSpace(v.Task + " " + v.Title)), line(v.Span), page, text(c.Notices[v.Notice].Name),
			})
		}
	}
	return g
}

// topicGrid has a column for each notice: the tasks, in brackets those that only mention the topic.
func (c comparison) topicGrid() grid {
	g := grid{columns: []column{{"topic", "topic", 20}}}
	for _, n := range c.Notices {
		g.columns = append(g.columns, column{n.Label, n.Label, 30})
	}
	for _, t := range c.Topics {
		row := []cell{text(t.Phrase)}
		for _, of := range t.Cells {
			row = append(row, text(c.tasks(of)))
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// tasks is what a notice has on a topic, "" where it has nothing.
func (c comparison) tasks(of compare.Cell) string {
	var list []string
	for _, t := range of.Tasks {
		list = append(list, strings.TrimSpace(t.ID+" "+t.Title))
	}
	if list != nil {
		return strings.Join(list, "\n")
	}
	for _, t := range of.Mentions {
		list = append(list, t.ID)
	}
	if list == nil {
		return ""
	}
	return fmt.Sprintf(c.word("compare", "mentioned"), strings.Join(list, "、"))
}

func (c comparison) deadlineGrid() grid {
	g := grid{columns: []column{{"due", "due", 12}, {"place", "place", 16}, {"text", "Deadline.text", 24}, {"id", "Task.id", 8}, {"title", "task", 40}, {"line", "line", 8}, {"file", "Source.name", 20}}}
	for _, d := range c.Deadlines {
		n := c.Notices[d.Notice]
		g.rows = append(g.rows, []cell{day(d.Day), text(n.Label), text(d.Text), text(d.Task.ID), text(d.Task.Title), line(d.Task.Span), text(n.Name)})
	}
	return g
}

// delimited writes the grid as CSV, as that of notices is written.
func (g grid) delimited(w io.Writer, comma byte, lang term.Language) error {
	out := &csvWriter{out: bufio.NewWriter(w), table: ledger{columns: g.columns}, lang: lang, comma: comma}
	out.begin()
	for _, row := range g.rows {
		out.add(row...)
	}
	return out.close()
}

// workbook writes a sheet of each kind of rows.
func (c comparison) workbook(w io.Writer) error {
	book := workbook.New(w, c.word("compare", "title"))
	for _, kind := range ComparisonRows() {
		g := c.grid(kind)
		sheet := book.Add(c.word("comparison", kind))
		sheet.Columns, sheet.Fixed = sheetColumns(c.lang, g.columns...), 1
		for _, row := range g.rows {
			if err := sheet.Row(sheetCells(row)...); err != nil {
				return err
			}
		}
	}
	return book.Close()
}
