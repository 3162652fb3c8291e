package sheet

import (
	"strings"
	"unicode"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ErrHidden is a workbook of which too little is shown.
var ErrHidden = message.Errorf("%w: its sheets, rows or columns are hidden: show them and save it", source.ErrNoNotice)

// Read lays a workbook out as text: a section for each sheet, a line for each paragraph and
// each row of a table. It fails with [source.ErrEmpty] where there is nothing, with [ErrHidden] where nothing is shown that could be a notice.
func Read(b *Book) (*block.Reading, []schema.Diagnostic, error) {
	w := &writer{}
	var views []*view
	var names []string
	for _, s := range b.Sheets {
		if v := look(s); len(v.rows) > 0 {
			views, names = append(views, v), append(names, s.Name)
		} else {
			w.hidden += v.hidden
		}
	}
	for i, v := range views {
		if len(views) > 1 {
			w.section(names[i])
		}
		w.view(v)
	}
	if len(w.Text) == 0 {
		if b.Hidden > 0 || w.hidden > 0 {
			return nil, nil, ErrHidden
		}
		return nil, nil, source.ErrEmpty
	}
	if w.hidden > 0 && source.CheckNotice(w.Text) != nil {
		return nil, nil, ErrHidden
	}
	return &block.Reading{Text: w.Text, Blocks: w.Blocks, Sections: w.sections}, w.remarks(b), nil
}

// writer writes the views of a workbook.
type writer struct {
	block.Writer
	line     block.Line
	sections []block.Section
	hidden   int
	cut      bool
}

// section begins a sheet. A name that says something is its heading.
func (w *writer) section(name string) {
	s := block.Section{Start: len(w.Text)}
	if isTitle(name) {
		w.line.Write(name)
		s.Heading = w.Paragraph(w.line.Take())
	}
	w.sections = append(w.sections, s)
}

// isTitle reports a name that somebody gave a sheet: Sheet1, 工作表2 and 3 are not.
func isTitle(name string) bool {
	name = strings.TrimFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	if name == "工作表" || lexicon.Annexes().Has(name) {
		return false
	}
	han := 0
	for _, r := range name {
		if unicode.Is(unicode.Han, r) {
			han++
		}
	}
	return han > 1
}

func (w *writer) view(v *view) {
	w.hidden += v.hidden
	w.cut = w.cut || v.cut
	for _, p := range v.parts() {
		if p.table {
			v.reachDown(p)
			w.table(v.rows[p.first:p.end])
			continue
		}
		for r := p.first; r < p.end; r++ {
			w.paragraphs(v.rows[r], p.notes || v.remarks(r))
		}
	}
}

// paragraphs writes what stands in a row above or below a table, each line of a cell for itself.
func (w *writer) paragraphs(row []place, note bool) {
	for _, p := range row {
		if p.covered {
			continue
		}
		for text := range strings.Lines(p.text) {
			if w.line.Write(text); w.line.Len() > 0 {
				w.Paragraph(w.line.Take())
				w.Blocks[len(w.Blocks)-1].Note = note
			}
		}
	}
}

// table writes rows as a grid. The lines of a cell are set apart as those of a Word table are.
func (w *writer) table(rows [][]place) {
	t := w.Table()
	for _, row := range rows {
		t.Row()
		for _, p := range row {
			if p.covered {
				continue
			}
			for text := range strings.Lines(p.text) {
				w.line.Write(text)
				w.line.Part()
			}
			t.Cell(w.line.Take(), p.rowSpan, p.colSpan)
		}
	}
	t.End()
}

func (w *writer) remarks(b *Book) (out []schema.Diagnostic) {
	add := func(severity schema.Severity, format string, args ...any) {
		out = append(out, schema.Remark(severity, schema.UnreadContent, format, args...))
	}
	if b.Hidden > 0 {
		add(schema.Warning, "Hidden sheets were left out (%d).", b.Hidden)
	}
	if w.hidden > 0 {
		add(schema.Warning, "Hidden rows and columns were left out (%d).", w.hidden)
	}
	if b.Logical > 0 {
		add(schema.Warning, "Cells that show an error (#REF!, #N/A) or a truth value (TRUE, FALSE) were read as empty (%d).", b.Logical)
	}
	if b.Formulas > 0 {
		add(schema.Warning, "Formulas without a stored result were read as empty cells (%d): open the workbook and save it.", b.Formulas)
	}
	if b.Lost > 0 {
		add(schema.Error, "Cells whose texts the file does not hold were read as empty (%d): open the workbook and save it.", b.Lost)
	}
	if b.Cut || w.cut || w.Clipped {
		add(schema.Error, "The workbook has more cells or text than %d cells and 5,000,000 characters, or than a table has room for; what lies behind them was not read.", MostCells)
	}
	return append(out, b.Remarks...)
}
