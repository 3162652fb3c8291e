package grid

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/header"
)

// Row is a row of a task table. Its cells are those that reach into it.
type Row struct {
	block.Range        // the cells that begin in it
	Index       int    // in the body of the table, from 1
	Section     int    // how many group rows stand above it
	Number      string // the 序号; "" without
	Count       int    // 1 for the first row of its number
	Groups      []string
	Title       []*block.Cell // several where a new page cuts it
	Text        []*block.Cell
	Rest        []*block.Cell // of the text, behind a new page that cuts it
	Parties     []Party
	Schedule    []*block.Cell
	Facts       []*block.Cell // what times and numbers are read from, in the order of the text; some may repeat one above
}

// Party is a cell that names who answers for a row.
type Party struct {
	*block.Cell
	Header string      // of its column, folded
	Says   *block.Cell // the cell itself, or the one above that it repeats
	Head   *block.Cell // the head of the column that names the body whose rows the cells only mark; else nil
}

// TaskRows returns the rows that are tasks: those with a department, a time or a number
// of their own.
func (s *Sheet) TaskRows() []Row {
	s.findDitto()
	r := reader{Sheet: s, layout: s.layout()}
	for i := s.Header; i < len(s.Rows); i++ {
		if !s.repeats(i) && !s.aside(i) {
			r.row(i)
		}
	}
	return slices.DeleteFunc(r.rows, func(row Row) bool {
		return len(row.Parties)+len(row.Schedule) == 0 && row.Number == "" || len(row.Title)+len(row.Text) == 0
	})
}

// reader goes through the rows of a table.
type reader struct {
	*Sheet
	layout
	rows    []Row
	groups  []group
	section int
	number  string // of the row above
	count   int
	title   []*block.Cell // of the row above
}

func (r *reader) row(i int) {
	if heading, ok := r.groupRow(i); ok {
		r.groups = heading.below(r.groups)
		r.section++
		r.number, r.count, r.title = "", 0, nil
		return
	}
	row := r.read(i)
	if row.Len() == 0 { // blank lines of a form: nothing stands there
		return
	}
	if r.continues(i, row) {
		r.rows[len(r.rows)-1].join(row)
		return
	}
	if n := len(r.rows); n > 0 && r.layout.number >= 0 && r.number != "" && row.Number == "" && len(row.Title) == 0 {
		row.Number, row.Title = r.number, r.title // what an empty cell leaves to the one above
	}
	if row.Number != r.number || r.layout.number >= 0 && r.own(i, r.layout.number) && r.Rows[i][r.layout.number] != "" {
		r.number, r.count = row.Number, 0
	}
	r.count++
	row.Count, r.title = r.count, row.Title
	r.rows = append(r.rows, row)
}

// read takes the cells of row i apart.
func (r *reader) read(i int) Row {
	row := Row{Index: i - r.Header + 1, Section: r.section, Range: r.extent(i)}
	for _, g := range r.groups {
		row.Groups = append(row.Groups, g.heading)
	}
	if r.layout.number >= 0 {
		row.Number = strings.TrimRight(header.Fold(r.Rows[i][r.layout.number]), ".、")
	}
	if r.chapter >= 0 && r.Rows[i][r.chapter] != "" {
		row.Groups = append(row.Groups, r.Rows[i][r.chapter])
	}
	for _, c := range r.cells(i, r.work) {
		row.Text = append(row.Text, r.Repeated(c))
	}
	if r.layout.title >= 0 {
		if title := r.Repeated(r.Grid.At(i, r.layout.title)); title.Len() > 0 && !slices.Contains(row.Text, title) {
			row.Title = []*block.Cell{title}
		}
	}
	names := slices.Concat(row.Title, row.Text) // one that reaches over the columns behind it is neither time nor department
	row.Schedule = slices.DeleteFunc(r.cells(i, r.schedules), func(c *block.Cell) bool { return slices.Contains(names, c) })
	for n, c := range r.parties {
		cell := r.Grid.At(i, c)
		if cell.Len() > 0 && !slices.Contains(names, cell) && (r.Columns[c].Organ || n == 0 || cell != r.Grid.At(i, r.parties[n-1])) {
			row.Parties = append(row.Parties, r.party(cell, c))
		}
	}
	row.Facts = r.facts(i, row)
	return row
}

// party is what a cell of a column of those who answer says.
func (r *reader) party(cell *block.Cell, c int) Party {
	p := Party{Cell: cell, Header: r.Columns[c].Key, Says: r.Repeated(cell)}
	if r.Columns[c].Organ && r.Header > 0 {
		p.Head = r.Grid.At(r.Header-1, c)
	}
	return p
}

// cells returns the cells of some columns of row i, each once, without empty ones.
func (r *reader) cells(i int, columns []int) []*block.Cell {
	var out []*block.Cell
	for _, c := range columns {
		if cell := r.Grid.At(i, c); cell.Len() > 0 && !slices.Contains(out, cell) {
			out = append(out, cell)
		}
	}
	return out
}

// facts returns the cells that begin in row i, and a schedule that spans it.
func (r *reader) facts(i int, row Row) []*block.Cell {
	out := slices.Clone(row.Schedule)
	for c := range r.Columns {
		cell := r.Grid.At(i, c)
		switch {
		case r.Repeated(cell) != cell && !r.is(c, header.Time, header.Value):
		case cell.Row != i || cell.Len() == 0 || slices.Contains(out, cell) || slices.Contains(r.parties, c):
		case r.is(c, header.Order, header.Party, header.Body, header.Holder, header.People, header.Field, header.Note, header.Report):
		default:
			out = append(out, cell)
		}
	}
	slices.SortFunc(out, func(a, b *block.Cell) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// extent is the stretch of the cells that begin in row i, or of all its cells where none
// does.
func (r *reader) extent(i int) block.Range {
	var out block.Range
	for _, own := range []bool{true, false} {
		for _, n := range r.Grid.Rows[i] {
			c := &r.Grid.Cells[n]
			if c.Len() == 0 || own && c.Row != i {
				continue
			}
			if out.Len() == 0 {
				out = c.Range
			}
			out.Start, out.End = min(out.Start, c.Start), max(out.End, c.End)
		}
		if out.Len() > 0 {
			break
		}
	}
	return out
}

// continues reports that row i is the rest of the row above, which a new page cut: it has
// text, but neither number nor title, and the text above stops in a sentence or nobody
// answers for the rest. A row with a 序号 of its own never does.
func (r *reader) continues(i int, row Row) bool {
	n := len(r.rows)
	if n == 0 || r.layout.number < 0 || row.Number != "" || len(row.Text)+len(row.Parties) == 0 || r.rows[n-1].Section != r.section {
		return false
	}
	if r.layout.title >= 0 && len(row.Title) > 0 && !r.own(i, r.layout.title) {
		return false
	}
	above := slices.Concat(r.rows[n-1].Text, r.rows[n-1].Rest)
	if len(above) == 0 {
		return false
	}
	last := above[len(above)-1]
	text := r.Rows[last.Row][last.Col]
	return !strings.HasSuffix(text, "。") && !strings.HasSuffix(text, "；") && !strings.HasSuffix(text, ";") || len(row.Parties)+len(row.Schedule)+len(row.Title) == 0
}

// join adds what continues a row.
func (row *Row) join(rest Row) {
	row.End = max(row.End, rest.End)
	row.Rest = append(row.Rest, rest.Text...)
	row.Parties = append(row.Parties, rest.Parties...)
	row.Schedule = append(row.Schedule, rest.Schedule...)
	row.Facts = append(row.Facts, rest.Facts...)
	row.Title = append(slices.Clone(row.Title), rest.Title...)
}
