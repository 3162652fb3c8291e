package workbook

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
)

// Book is a workbook on its way to out.
type Book struct {
	Footer string // of each page in print, with &P for its number and &N for how many there are

	zip    *zip.Writer
	title  string
	sheets []*Sheet
	direct *Sheet // the open sheet that goes straight to out
	pages  int    // sheet entries opened so far
	titled []heading
}

// heading is the place of a title: a page of a sheet, from 1.
type heading struct {
	sheet *Sheet
	page  int
}

// text is known when all pages are there.
func (h heading) text() string {
	title := h.sheet.Title
	if n := len(h.sheet.pages); n > 1 && h.sheet.Several != "" {
		title += fmt.Sprintf(h.sheet.Several, h.page, n)
	}
	return title
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

// Further returns the names of the pages that sheets have behind their first, for want of room on it.
func (b *Book) Further() []string {
	var names []string
	for _, s := range b.sheets {
		for _, p := range s.pages[min(1, len(s.pages)):] {
			names = append(names, p.name)
		}
	}
	return names
}

// titleOf returns where the title of the last page of s stands in the table of shared texts. It is not written until
// the end: how many notices and pages there are is not known before.
func (b *Book) titleOf(s *Sheet) int {
	b.titled = append(b.titled, heading{s, len(s.pages)})
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
