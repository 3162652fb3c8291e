package ofd

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Options say what is to be read.
type Options struct {
	Pages  layout.Pages // counted over all documents of the file; nil means all
	Engine *ocr.Engine  // reads the pages that a picture fills; nil for nobody
}

// Read reads the OFD file f. Its error is [ErrDamaged], a [source.LimitError], [source.ErrEncrypted],
// [layout.ErrNoSuchPage], a [layout.UnreadableError] or that of an engine that was cancelled; a page that cannot be read is a
// warning, what ends the reading before the last page a diagnostic of severity error.
func Read(f *source.File, opts Options) (*block.Reading, []schema.Diagnostic, error) {
	a, err := openArchive(f.Data)
	if err != nil {
		return nil, nil, err
	}
	if a.has("Encryptions.xml") {
		return nil, nil, source.ErrEncrypted
	}
	roots, err := a.roots()
	if err != nil {
		return nil, nil, err
	}
	if len(roots) == 0 {
		return nil, nil, message.Errorf("%w: it lists no document", ErrDamaged)
	}
	r := reader{choice: opts.Pages, scans: ocr.Scans{Engine: opts.Engine}}
	for _, root := range roots {
		if err = r.document(a, root); err != nil {
			break
		}
	}
	if err != nil && (len(r.pages) == 0 || errors.Is(err, context.Canceled)) {
		return nil, nil, err
	}
	switch {
	case errors.Is(err, source.ErrLimit):
		r.remark(schema.Error, schema.UnreadContent, "What stands behind page %d was not read: %v.", len(r.pages), err)
	case err != nil:
		r.remark(schema.Error, schema.UnreadContent, "What stands behind page %d is damaged and was not read.", len(r.pages))
	}
	if !opts.Pages.Any(len(r.pages)) {
		return nil, nil, message.Errorf("%w: its last one is %d", layout.ErrNoSuchPage, len(r.pages))
	}
	if err := r.seen.Err(); err != nil && r.damaged {
		return nil, nil, ErrDamaged
	} else if err != nil {
		return nil, nil, cmp.Or(r.scans.Err(), r.unseen(err))
	}
	reading, clipped, err := layout.Read(r.pages)
	if err != nil {
		return nil, nil, err
	}
	if clipped {
		r.remark(schema.Error, schema.TableShape, "A page or table is too large; what is beyond its bounds was left out.")
	}
	reading.Recognized = r.scans.Read
	return reading, slices.Concat(r.diagnostics, r.scans.Remarks(), r.seen.Remarks()), nil
}

// unseen says of an unreadable file, of which a page cannot be shown to an engine, what to do.
func (r *reader) unseen(err error) error {
	var scan *layout.UnreadableError
	if !errors.As(err, &scan) || scan.Blank || !r.unshown {
		return err
	}
	e := *scan
	e.Unseen = true
	e.Reason = message.Errorf("%w, or print it as a PDF", e.Reason)
	return &e
}

// reader collects the pages of all documents.
type reader struct {
	choice      layout.Pages
	pages       []layout.Page
	seen        layout.Judgement
	scans       ocr.Scans
	damaged     bool // a page is
	unshown     bool // a page cannot be shown to an engine
	diagnostics []schema.Diagnostic
}

func (r *reader) remark(severity schema.Severity, code schema.Code, format string, args ...any) {
	r.diagnostics = append(r.diagnostics, schema.Remark(severity, code, format, args...))
}

// document reads the pages of one document. A page with faults keeps what was read of it.
func (r *reader) document(a *archive, root string) error {
	doc, err := a.open(root)
	if err != nil {
		return err
	}
	for n := range doc.pages {
		number := len(r.pages) + 1
		if number > maxPages {
			r.remark(schema.Error, schema.UnreadContent, "The pages behind page %d were not read.", maxPages)
			return nil
		}
		r.pages = append(r.pages, layout.Page{})
		if r.choice.Contains(number) {
			s, err := doc.page(n)
			if errors.Is(err, source.ErrLimit) {
				r.pages = r.pages[:number-1]
				return err
			}
			if err != nil {
				r.damaged = true
				r.remark(schema.Warning, schema.UnreadContent, "Page %d is damaged and was not read to its end.", number)
			}
			if r.seen.Page(number, &s.Page, 0, s.scanned()) {
				r.pages[number-1] = s.Page
			} else if err := r.scan(doc, s, number); err != nil {
				return err
			}
		}
	}
	return nil
}
