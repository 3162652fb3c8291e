package parser

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/csv"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/xls"
	"github.com/policyx/policyx/parser/xlsx"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// openBook reads the cells of a workbook or of a table as text. It fails with a
// [source.UnsupportedError] for another format.
func openBook(f *source.File) (*sheet.Book, error) {
	switch f.Format {
	case source.XLSX:
		return xlsx.Open(f)
	case source.XLS:
		return xls.Open(f)
	case source.SpreadsheetML:
		return xlsx.OpenXML(f)
	case source.CSV, source.TSV:
		return csv.Open(f)
	}
	return nil, &source.UnsupportedError{Format: string(f.Format)}
}

func readBook(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	b, err := openBook(f)
	if err != nil {
		return nil, nil, err
	}
	if ownLedger(b) {
		return nil, nil, &source.UnsupportedError{Format: "policyx"}
	}
	if (f.Format == source.CSV || f.Format == source.TSV) && !namedInChinese(b.Sheets[0].Rows()) {
		return nil, nil, message.Errorf("%w: no Chinese word names its columns", source.ErrNoNotice)
	}
	return sheet.Read(b)
}

// ownLedger reports a workbook or a table that policyx wrote, whatever it was saved as since: its first sheet is a ledger.
func ownLedger(b *sheet.Book) bool {
	if len(b.Sheets) == 0 {
		return false
	}
	rows := b.Sheets[0].Rows()
	return slices.ContainsFunc(rows[:min(len(rows), 2)], source.OwnLedger) // the header, or the title and the header
}

// namedInChinese reports that the first row of several cells has Chinese words, as the columns of a ledger do. What
// has other names for them is data of a program.
func namedInChinese(rows [][]string) bool {
	for _, row := range rows {
		cells, chinese := 0, false
		for _, c := range row {
			if c != "" {
				cells++
			}
			chinese = chinese || strings.ContainsFunc(c, func(r rune) bool { return unicode.Is(unicode.Han, r) })
		}
		if cells > 1 {
			return chinese
		}
	}
	return true
}

// rowNotices returns what makes the notice of each row of a workbook: the texts of a column, from whichever sheets
// have it. A row without one is a failure. What was left out is said with the first notice.
func (o Options) rowNotices(name string, f *source.File) (docs []func() (*Document, error), err error) {
	plain := f.Format == source.Text
	if plain {
		f.Format = source.CSV // whatever it looks like: the caller says that it has columns
	}
	b, err := openBook(f)
	if errors.Is(err, ErrUnsupported) {
		return nil, errNoRows
	}
	if err != nil {
		return nil, err
	}
	var without []string
	remarks := b.Remarks
	say := func(format string, args ...any) {
		remarks = append(remarks, schema.Remark(schema.Warning, schema.UnreadContent, format, args...))
	}
	for _, s := range b.Sheets {
		column, ok := s.Column(o.TextColumn)
		if !ok {
			without = append(without, s.Name)
			continue
		}
		prefix := name
		if len(b.Sheets) > 1 {
			prefix += "/" + s.Name
		}
		if column.Again {
			say("Several columns are called %s; the first was read.", o.TextColumn)
		}
		if column.Hidden > 0 {
			say("Hidden rows were left out (%d).", column.Hidden)
		}
		for _, e := range column.Entries {
			docs = append(docs, func() (*Document, error) {
				d, err := o.row(fmt.Sprintf("%s/%d", prefix, e.Row), e.Text)
				if err == nil {
					d.Diagnostics, remarks = append(d.Diagnostics, remarks...), nil
				}
				return d, err
			})
		}
	}
	if b.Hidden > 0 {
		say("Hidden sheets were left out (%d).", b.Hidden)
	}
	switch {
	case len(without) == len(b.Sheets) && plain:
		return nil, errNoRows
	case len(without) == len(b.Sheets):
		return nil, message.Errorf("%w: no column is called %s", ErrNoNotice, o.TextColumn)
	case len(docs) == 0:
		return nil, message.Errorf("%w: no row below %s is shown that holds anything", ErrNoNotice, o.TextColumn)
	case len(without) > 0:
		say("Sheets without a column called %s were left out (%s).", o.TextColumn, strings.Join(without, ", "))
	}
	if b.Cut {
		docs = append(docs, func() (*Document, error) { return nil, &MemberError{name, errRows} })
	}
	return docs, nil
}

var (
	errNoRows = message.Errorf("%w: it has no rows to read notices from", ErrNoNotice)

	// errNoText is a row of which the cell of the column is empty.
	errNoText = message.Errorf("%w: its cell of the column of texts is empty, or holds a formula without a stored result", ErrNoNotice)

	// errRows is what stands behind the bounds of a workbook.
	errRows = message.New("has more rows than are read: those behind 5,000,000 characters were left out")
)

// row reads the notice of one row.
func (o Options) row(name, text string) (d *Document, err error) {
	defer func() {
		if caught(&err); err != nil {
			d, err = nil, &MemberError{name, err}
		}
	}()
	if text == "" {
		return nil, errNoText
	}
	o.Format, o.Encoding = "", "utf-8"
	f, remarks, err := o.open(name, []byte(text))
	if err != nil {
		return nil, err
	}
	p, err := o.parse(f, remarks)
	return p.doc, err
}
