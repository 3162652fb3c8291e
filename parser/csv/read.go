package csv

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
)

// Open reads the table f, whose separator is a tab where it is tsv, and else the one that
// [source.Separator] finds. A quote that is none stays as it is.
func Open(f *source.File) (*sheet.Book, error) {
	r := csv.NewReader(strings.NewReader(f.Text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = '\t', -1, true
	if f.Format == source.CSV {
		r.Comma = source.Separator(f.Text)
	}
	book := &sheet.Book{}
	s := book.Add("")
	for row, at := 0, 0; ; row++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return book, nil
		}
		if err != nil {
			return nil, fmt.Errorf("is a damaged table: %w", err)
		}
		end := int(r.InputOffset())
		if strings.TrimLeft(f.Text[at:end], "\r\n") != f.Text[at:end] {
			row++ // an empty line sets what follows apart
		}
		at = end
		for col, text := range cells {
			if !s.Put(row, col, text) {
				return book, nil
			}
		}
	}
}
