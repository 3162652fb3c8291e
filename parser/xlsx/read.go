package xlsx

import (
	"errors"
	"strings"

	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// ErrNotWorkbook is an archive without the main part of a workbook.
var ErrNotWorkbook = message.New("has no workbook part")

var errMissing = message.New("is missing")

// Open reads the workbook f. It fails with an [ooxml.DamagedError] for a file that is broken or no
// workbook, with a [source.LimitError] for one that is too large, with a [source.UnsupportedError]
// for one in binary parts (xlsb).
func Open(f *source.File) (*sheet.Book, error) {
	a, err := ooxml.Open(f.Data, ooxml.Workbook)
	if err != nil {
		return nil, err
	}
	w := &workbook{archive: a, book: &sheet.Book{}}
	if err := w.open(); err != nil {
		return nil, err
	}
	for _, t := range w.tabs {
		if w.book.Cut {
			break
		}
		err := w.read(t)
		if errors.Is(err, source.ErrLimit) {
			err = message.Errorf("sheet %s: %w", t.name, err)
		}
		if err != nil {
			return nil, err
		}
		w.beside(t.part)
	}
	w.book.Remarks = append(w.book.Remarks, w.book.Beside()...)
	return w.book, nil
}

// workbook is a workbook being read.
type workbook struct {
	archive  *ooxml.Archive
	book     *sheet.Book
	tabs     []tab
	from1904 bool
	strings  []string
	formats  []*sheet.Format // by the number of a style
}

// tab is a sheet that is shown.
type tab struct{ name, id, part string }

// open reads the main part and what all sheets share.
func (w *workbook) open() error {
	top, err := w.archive.Relations("")
	if err != nil {
		return err
	}
	main := top.Of("officeDocument")
	if main == "" {
		main = "xl/workbook.xml"
	}
	if strings.HasSuffix(main, ".bin") {
		return &source.UnsupportedError{Format: "xlsb"}
	}
	found, err := w.archive.Scan(main, w.readMain)
	if err != nil {
		return err
	}
	if !found {
		return w.archive.Damaged("", ErrNotWorkbook)
	}
	parts, err := w.archive.Relations(main)
	if err != nil {
		return err
	}
	w.locate(parts)
	if name := parts.Of("styles"); name != "" {
		if _, err := w.archive.Scan(name, w.readStyles); err != nil {
			return err
		}
	}
	if name := parts.Of("sharedStrings"); name != "" {
		_, err = w.archive.Scan(name, w.readStrings)
	}
	return err
}

// locate gives the sheets their parts; what is no sheet of cells, such as a chart, is left out. One that the file refers
// to nowhere stays, without a part.
func (w *workbook) locate(parts ooxml.Relations) {
	byID := make(map[string]ooxml.Relation, len(parts))
	for _, r := range parts {
		byID[r.ID] = r
	}
	tabs := w.tabs[:0]
	for _, t := range w.tabs {
		if r, ok := byID[t.id]; !ok || r.Kind == "worksheet" {
			t.part = r.Target
			tabs = append(tabs, t)
		}
	}
	w.tabs = tabs
}

func (w *workbook) readMain(x *ooxml.Scanner) {
	x.Root()
	x.Each(func(name string) {
		switch name {
		case "x:workbookPr":
			w.from1904 = isTrue(x.Attr("date1904"))
		case "x:sheets":
			x.Each(func(string) {
				switch x.Attr("state") {
				case "hidden", "veryHidden":
					w.book.Hidden++
				default:
					w.tabs = append(w.tabs, tab{name: x.Attr("name"), id: x.Attr("id")})
				}
			})
		}
	})
}

func isTrue(s string) bool { return s == "1" || s == "true" }

// readStyles reads the number format of each style of cells.
func (w *workbook) readStyles(x *ooxml.Scanner) {
	var formats sheet.Formats
	x.Root()
	x.Each(func(name string) {
		switch name {
		case "x:numFmts":
			x.Each(func(string) {
				if id, ok := x.Number("numFmtId"); ok {
					formats.Define(id, x.Attr("formatCode"))
				}
			})
		case "x:cellXfs":
			x.Each(func(string) {
				id, _ := x.Number("numFmtId")
				w.formats = append(w.formats, formats.Of(id))
			})
		}
	})
}

func (w *workbook) readStrings(x *ooxml.Scanner) {
	x.Root()
	x.Each(func(string) { w.strings = append(w.strings, richText(x)) })
}

// richText is the text of a string and of its runs, without phonetic guides.
func richText(x *ooxml.Scanner) string {
	var out strings.Builder
	x.Each(func(name string) {
		switch name {
		case "x:t":
			out.WriteString(x.Text())
		case "x:r":
			x.Each(func(name string) {
				if name == "x:t" {
					out.WriteString(x.Text())
				}
			})
		}
	})
	return unescape(out.String())
}
