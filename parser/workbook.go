package parser

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/csv"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/xls"
	"github.com/policyx/policyx/parser/xlsx"
	"github.com/policyx/policyx/schema"
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
	if (f.Format == source.CSV || f.Format == source.TSV) && !namedInChinese(b.Sheets[0].Rows()) {
		return nil, nil, fmt.Errorf("%w: no Chinese word names its columns", source.ErrNoNotice)
	}
	return sheet.Read(b)
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
