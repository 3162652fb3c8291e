package xls

import (
	"errors"
	"fmt"

	"github.com/policyx/policyx/parser/compound"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// DamagedError is a file that is no whole workbook.
type DamagedError struct{ Reason error }

func (e *DamagedError) Error() string { return fmt.Sprintf("is a damaged workbook: %v", e.Reason) }

func (e *DamagedError) Unwrap() error { return e.Reason }

// ErrOld is a workbook of a version before Excel 95, whose format is another one.
var ErrOld = message.New("was written by Excel 4 or before: save it as xlsx")

var (
	errTruncated = message.New("breaks off")
	errBegin     = message.New("does not begin as a workbook does")
)

// Open reads the workbook f. It fails with a [DamagedError] for a file that is broken, with
// [source.ErrEncrypted], [ErrOld], with a [source.UnsupportedError] for an OLE2 file without a
// workbook.
func Open(f *source.File) (*sheet.Book, error) {
	c, err := compound.Open(f.Data)
	if err != nil {
		return nil, &DamagedError{err}
	}
	var stream []byte
	for _, name := range []string{"Workbook", "Book"} {
		if stream, err = c.Stream(name); err != nil {
			return nil, &DamagedError{err}
		}
		if stream != nil {
			break
		}
	}
	if stream == nil {
		return nil, &source.UnsupportedError{Format: "ole2"}
	}
	w := &workbook{book: &sheet.Book{}, stream: stream, left: 2 * len(stream)}
	if err := w.read(); err != nil {
		if errors.Is(err, errTruncated) || errors.Is(err, errBegin) {
			return nil, &DamagedError{err}
		}
		return nil, err
	}
	w.book.Remarks = append(w.book.Remarks, w.book.Beside()...)
	if w.faults > 0 {
		w.book.Remarks = append(w.book.Remarks, schema.Remark(schema.Warning, schema.DecodingErrors, "%d places are no characters of their code page and were replaced by U+FFFD.", w.faults))
	}
	return w.book, nil
}

// workbook is a workbook being read.
type workbook struct {
	book     *sheet.Book
	stream   []byte
	left     int  // bytes of records that may still be read: each stands in one sheet only
	old      bool // BIFF5
	page     int  // code page of a BIFF5 file
	faults   int  // places that are no character of it
	from1904 bool
	tabs     []tab
	strings  []string
	formats  sheet.Formats
	styles   []int // the number of the format of each style
}

// tab is a sheet of cells that is shown.
type tab struct {
	name string
	at   int // where its records begin
}

// The versions of the format.
const (
	versionBIFF5 = 0x0500
	versionBIFF8 = 0x0600
)

func (w *workbook) read() error {
	if err := w.globals(); err != nil {
		return err
	}
	for _, t := range w.tabs {
		if w.book.Cut {
			break
		}
		if err := w.sheet(t); err != nil {
			return err
		}
	}
	return nil
}

// globals reads what all sheets share.
func (w *workbook) globals() error {
	r := &records{data: w.stream, left: &w.left}
	if !r.next() || r.kind != recBOF || len(r.body) < 4 {
		return errBegin
	}
	switch version := u16(r.body, 0); {
	case version == versionBIFF5:
		w.old = true
	case version != versionBIFF8:
		return ErrOld
	}
	for r.next() && r.kind != recEOF {
		if err := w.global(r); err != nil {
			return err
		}
	}
	return r.err
}

func (w *workbook) global(r *records) error {
	b := w.reader(r.body)
	switch r.kind {
	case recFilePass:
		return source.ErrEncrypted
	case recCodePage:
		w.page = b.number(2)
	case recDateMode:
		w.from1904 = b.number(2) == 1
	case recBoundSheet:
		at, state, kind := b.number(4), b.number(1), b.number(1)
		switch {
		case kind != 0: // a chart or a macro
		case state&3 != 0:
			w.book.Hidden++
		default:
			w.tabs = append(w.tabs, tab{b.short(), at})
		}
	case recFormat:
		if id := b.number(2); w.old {
			w.formats.Define(id, b.short())
		} else {
			w.formats.Define(id, b.long())
		}
	case recXF:
		b.skip(2)
		w.styles = append(w.styles, b.number(2))
	case recSST:
		b.parts = append(b.parts, r.rest()...)
		w.readStrings(b)
	}
	return nil
}

// readStrings reads the table of shared strings, as many as are there.
func (w *workbook) readStrings(b *reader) {
	b.skip(4)
	for n := b.number(4); n > 0 && !b.ended(); n-- {
		w.strings = append(w.strings, b.rich())
	}
}
