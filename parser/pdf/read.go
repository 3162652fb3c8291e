package pdf

import (
	"cmp"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ErrDamaged is a file that is no PDF behind its first line, or too damaged to open.
var ErrDamaged = message.New("is a damaged PDF: it cannot be opened")

// ErrBound is a file of which not one page could be read within the bounds of its size.
var ErrBound = message.New("is a PDF that cannot be read")

// Options say what is to be read.
type Options struct {
	Pages  layout.Pages // nil means all
	Engine *ocr.Engine  // reads the pages without readable text; nil for nobody
	Cache  string       // folder that keeps the compiled reader for the next run; "" the user's, [NoCache] none
}

// Bounds of one document. They count what is done, so the same file ends at the same place
// on every machine. Fuel is what metered counts: real notices take up to 0.1 million a page
// and 250 a byte, all of them together less than a hundred million.
const (
	maxPages    = 5000
	maxGlyphs   = 4_000_000
	leastFuel   = 1_000_000_000 // some seconds
	fuelPerByte = 300
)

// Errors of FPDF_GetLastError, as fpdfview.h numbers them.
const (
	lastPassword = 4
	lastSecurity = 5
)

// Read reads the PDF f. Its error is [ErrDamaged], [ErrBound], [source.ErrEncrypted], [layout.ErrNoSuchPage], a
// [layout.UnreadableError], or that the module could not be started. A page that cannot be read is a warning;
// what ends the reading before the last page, a bound above all, is a diagnostic of severity error.
func Read(f *source.File, opts Options) (*block.Reading, []schema.Diagnostic, error) {
	return readWith(leastFuel+fuelPerByte*int64(len(f.Data)), f, opts)
}

func readWith(fuel int64, f *source.File, opts Options) (*block.Reading, []schema.Diagnostic, error) {
	s, err := open(fuel, opts.Cache)
	if err != nil {
		return nil, nil, err
	}
	defer s.close()
	d := document{session: s, scans: ocr.Scans{Engine: opts.Engine}}
	handle := s.call("FPDF_LoadMemDocument64", s.load(f.Data), uint64(len(f.Data)), 0)
	if handle == 0 {
		return nil, nil, d.refused()
	}
	if err := d.read(handle, opts); err != nil {
		return nil, nil, err
	}
	reading, clipped, err := layout.Read(d.pages)
	if err != nil {
		return nil, nil, err
	}
	if clipped {
		d.remark(schema.Error, schema.TableShape, "A page or table is too large; what is beyond its bounds was left out.")
	}
	if website(reading) {
		return nil, nil, &layout.UnreadableError{Code: schema.UnreadContent, Reason: message.New("shows the navigation of a web site and no notice: save the page of the notice itself")}
	}
	reading.Recognized = d.scans.Read
	return reading, d.diagnostics, nil
}

// document is a file being read.
type document struct {
	session     *session
	pages       []layout.Page
	seen        layout.Judgement
	scans       ocr.Scans
	glyphs      int // on all pages
	damaged     int // pages
	diagnostics []schema.Diagnostic
}

func (d *document) remark(severity schema.Severity, code schema.Code, format string, args ...any) {
	d.diagnostics = append(d.diagnostics, schema.Remark(severity, code, format, args...))
}

// refused says why a file could not be opened.
func (d *document) refused() error {
	if d.session.err != nil {
		return d.session.failure()
	}
	switch d.session.number("FPDF_GetLastError") {
	case lastPassword, lastSecurity:
		return source.ErrEncrypted
	}
	return ErrDamaged
}

// read reads the pages that are asked for.
func (d *document) read(handle uint64, opts Options) error {
	count := d.session.number("FPDF_GetPageCount", handle)
	if d.session.err != nil || count < 1 {
		return ErrDamaged
	}
	if count > maxPages {
		d.remark(schema.Error, schema.UnreadContent, "The pages behind page %d were not read: there are %d.", maxPages, count)
		count = maxPages
	}
	if !opts.Pages.Any(count) {
		return message.Errorf("%w: its last one is %d", layout.ErrNoSuchPage, count)
	}
	d.pages = make([]layout.Page, count)
	newspapers := 0
	for i := range count {
		if !opts.Pages.Contains(i + 1) {
			continue
		}
		sheet := d.session.read(handle, i)
		d.glyphs += len(sheet.Glyphs)
		if d.session.err != nil {
			d.unread(i + 1)
			break
		}
		if d.glyphs > maxGlyphs {
			d.remark(schema.Error, schema.UnreadContent, "Page %d and those behind it were not read: the document holds more than %d characters.", i+1, maxGlyphs)
			break
		}
		if newspaper(&sheet) {
			newspapers++
			d.remark(schema.Warning, schema.UnreadContent, "Page %d is a newspaper's by size and was left out.", i+1)
			continue
		}
		d.remarkSheet(i+1, &sheet)
		if d.seen.Page(i+1, &sheet.Page, sheet.faults, sheet.picture) {
			d.pages[i] = sheet.Page
			if sheet.recognized {
				d.seen.Recognized(i + 1)
			}
		} else if !sheet.damaged {
			if err := d.scan(handle, i); err != nil {
				return err
			}
		}
		if d.session.err != nil {
			d.unread(i + 1)
			break
		}
	}
	d.diagnostics = append(d.diagnostics, d.scans.Remarks()...)
	err := d.seen.Err()
	if err != nil {
		err = cmp.Or(d.scans.Err(), err)
	}
	switch {
	case err == nil:
		d.diagnostics = append(d.diagnostics, d.seen.Remarks()...)
	case newspapers > 0:
		err = &layout.UnreadableError{Code: schema.UnreadContent, Reason: message.New("is a newspaper's page by size: give the notice itself")}
	case d.session.err != nil:
		err = d.session.failure()
	case d.damaged > 0:
		err = ErrDamaged
	}
	return err
}

// unread says that the reading ends before page n.
func (d *document) unread(n int) {
	d.remark(schema.Error, schema.UnreadContent, "Page %d and those behind it were not read: %s.", n, cmp.Or(d.session.bound(), "the page is damaged"))
}

// remarkSheet says what could not be read of a page.
func (d *document) remarkSheet(n int, s *sheet) {
	switch {
	case s.damaged:
		d.damaged++
		d.remark(schema.Warning, schema.UnreadContent, "Page %d is damaged and was not read.", n)
	case s.clipped:
		d.remark(schema.Error, schema.UnreadContent, "Page %d holds more characters or lines than are read: the rest was left out.", n)
	}
}
