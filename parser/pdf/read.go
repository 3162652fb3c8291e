package pdf

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// ErrDamaged is a file that is no PDF behind its first line, or too damaged to open.
var ErrDamaged = errors.New("is a damaged PDF: it cannot be opened")

// Options say what is to be read.
type Options struct {
	Pages layout.Pages // nil means all
}

// Bounds of one document.
const (
	maxPages  = 5000
	openTime  = 8 * time.Second
	timePerMB = 12 * time.Second // more for larger files
)

// Errors of FPDF_GetLastError, as fpdfview.h numbers them.
const (
	lastPassword = 4
	lastSecurity = 5
)

// Read reads the PDF f. Its error is [ErrDamaged], [source.ErrEncrypted], [layout.ErrNoSuchPage], or that the
// module could not be started; what is wrong with single pages is a diagnostic, and a document that holds
// nothing to read gives an empty reading with the diagnostic that says why.
func Read(f *source.File, opts Options) (*block.Reading, []schema.Diagnostic, error) {
	return within(openTime+timePerMB*time.Duration(len(f.Data)>>10)/1024, f, opts)
}

// within reads as much of f as it can in the given time.
func within(limit time.Duration, f *source.File, opts Options) (*block.Reading, []schema.Diagnostic, error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	s, err := open(ctx)
	if err != nil {
		return nil, nil, err
	}
	defer s.close()
	d := document{session: s}
	handle := s.call("FPDF_LoadMemDocument64", s.load(f.Data), uint64(len(f.Data)), 0)
	if handle == 0 {
		return d.refused()
	}
	if err := d.read(handle, opts); err != nil {
		return nil, nil, err
	}
	reading, clipped := layout.Read(d.pages)
	if clipped {
		d.remark(schema.Error, schema.TableShape, "A page or table is too large; what is beyond its bounds was left out.")
	}
	if website(reading) {
		d.remark(schema.Error, schema.UnreadContent, "The pages show the navigation of a web site and no notice: the text was left out.")
		return &block.Reading{}, d.diagnostics, nil
	}
	return reading, d.diagnostics, nil
}

// document is a file being read.
type document struct {
	session     *session
	pages       []layout.Page
	diagnostics []schema.Diagnostic
}

func (d *document) remark(severity schema.Severity, code schema.Code, format string, args ...any) {
	d.diagnostics = append(d.diagnostics, schema.Diagnostic{Severity: severity, Code: code, Message: fmt.Sprintf(format, args...)})
}

// refused says why a file could not be opened.
func (d *document) refused() (*block.Reading, []schema.Diagnostic, error) {
	if d.session.err != nil {
		return nil, nil, fmt.Errorf("%w (%w)", ErrDamaged, d.session.err)
	}
	switch d.session.number("FPDF_GetLastError") {
	case lastPassword, lastSecurity:
		return nil, nil, source.ErrEncrypted
	}
	return nil, nil, ErrDamaged
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
		return fmt.Errorf("%w: its last one is %d", layout.ErrNoSuchPage, count)
	}
	d.pages = make([]layout.Page, count)
	var seen layout.Judgement
	for i := range count {
		if !opts.Pages.Contains(i + 1) {
			continue
		}
		sheet := d.session.read(handle, i)
		if err := d.session.err; err != nil {
			d.remark(schema.Error, schema.UnreadContent, "Page %d and those behind it were not read: the page is damaged, or takes too long.", i+1)
			break
		}
		if newspaper(&sheet) {
			d.remark(schema.Error, schema.UnreadContent, "Page %d is a newspaper's by size and was left out.", i+1)
		} else if seen.Page(i+1, &sheet.Page, sheet.faults, sheet.picture) {
			d.pages[i] = sheet.Page
		}
	}
	d.diagnostics = append(d.diagnostics, seen.Remarks(len(d.diagnostics) > 0)...)
	return nil
}
