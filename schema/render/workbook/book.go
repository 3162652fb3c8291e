package workbook

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"slices"
)

// Book is a workbook on its way to out.
type Book struct {
	Footer string // of each page in print, with &P for its number and &N for how many there are

	zip    *zip.Writer
	title  string
	sheets []*Sheet
	direct *Sheet // the open sheet that goes straight to out
	pages  int    // sheet entries opened so far
	titled []*Sheet
}

// New returns an empty workbook with a title, which heads its printed pages.
func New(out io.Writer, title string) *Book {
	b := &Book{zip: zip.NewWriter(out), title: title}
	b.zip.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, level) })
	return b
}

// Add appends a sheet. Its exported fields are to be set before its first row.
func (b *Book) Add(name string) *Sheet {
	s := &Sheet{Name: name, book: b}
	b.sheets = append(b.sheets, s)
	return s
}

// Names returns the names of the sheets.
func (b *Book) Names() []string {
	var names []string
	for _, s := range b.sheets {
		names = append(names, s.Name)
	}
	return names
}

// titleOf returns where the title of s stands in the table of shared texts. It is not written until
// the end: how many notices there are is not known before.
func (b *Book) titleOf(s *Sheet) int {
	if i := slices.Index(b.titled, s); i >= 0 {
		return i
	}
	b.titled = append(b.titled, s)
	return len(b.titled) - 1
}

// Close ends all sheets and the workbook. It does not close the underlying writer.
func (b *Book) Close() error {
	for _, s := range b.sheets {
		if err := s.Close(); err != nil {
			return err
		}
	}
	for _, s := range b.sheets {
		for _, p := range s.pages {
			if err := p.store(b); err != nil {
				return err
			}
		}
	}
	for _, p := range b.parts() {
		w, err := b.zip.CreateHeader(entry(p.name))
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			return err
		}
	}
	return b.zip.Close()
}

// entry is the header of a part, without a date, so that the same parts give the same bytes.
func entry(name string) *zip.FileHeader {
	return &zip.FileHeader{Name: name, Method: zip.Deflate}
}

func pageName(number int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", number) }
