package ocr

import (
	"context"
	"errors"

	"github.com/policyx/policyx/schema/message"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/schema"
)

// MostPages bounds how many pages of one document are shown to an engine: hours of its work.
const MostPages = 1000

// mostMissed is which share of what looks like text may stand in no line: a seal, a picture.
const mostMissed = 0.2

// doubtful is the confidence below which a page is noise for the most part.
const doubtful = 0.5

// Scans are the pages of one document that an engine reads.
type Scans struct {
	Engine *Engine
	Read   []block.Recognition // pages that were read

	shown       int
	failure     *schema.Diagnostic // of the first page that was not read
	failed      bool
	diagnostics []schema.Diagnostic
}

// More reports whether there is an engine that a further page may be shown to.
func (s *Scans) More() bool { return s.Engine != nil && s.shown <= MostPages }

// Page shows page n, counted from 1, to the engine. ok reports that text was found on it; where the engine
// failed, a diagnostic says so. err ends the reading: the engine was cancelled.
func (s *Scans) Page(n int, m Image) (page layout.Page, ok bool, err error) {
	if s.shown++; s.shown > MostPages {
		s.fail(schema.Error, schema.UnreadContent, "Page %d and the scans behind it were not recognised: there are more than %d.", n, MostPages)
		return page, false, nil
	}
	read, err := Read(s.Engine, m)
	switch {
	case errors.Is(err, context.Canceled):
		return page, false, err
	case err != nil:
		s.Fail(n, err)
		return page, false, nil
	case len(read.Glyphs) == 0:
		s.fail(schema.Warning, schema.NoTextLayer, "Page %d: %s found no text on it.", n, s.Engine.Name)
		return page, false, nil
	}
	switch {
	case read.Missed > halfMissed || read.Confidence < doubtful:
		s.remark(schema.Error, schema.UnreadContent, "Page %d was hardly recognised: with a confidence of %s, and without about %.0f%% of what looks like text; scan it anew, upright and with 300 dpi.", n, schema.Number(read.Confidence), 100*read.Missed)
	case read.Missed > mostMissed:
		s.remark(schema.Warning, schema.UnreadContent, "Page %d: about %.0f%% of what looks like text was not recognised.", n, 100*read.Missed)
	}
	if read.Turned > 0 {
		s.remark(schema.Info, schema.RecognizedText, "Page %d was turned by %d° to be read.", n, read.Turned)
	}
	s.Read = append(s.Read, block.Recognition{Page: n, Confidence: read.Confidence, Mended: read.Mended})
	return read.Page, true, nil
}

// Fail notes that page n could not be read, and why.
func (s *Scans) Fail(n int, why error) {
	s.fail(schema.Error, schema.UnreadContent, "Page %d was not recognised: %v.", n, why)
}

func (s *Scans) fail(severity schema.Severity, code schema.Code, format string, args ...any) {
	d := schema.Remark(severity, code, format, args...)
	if s.failure == nil {
		s.failure = &d
	}
	s.failed = s.failed || severity == schema.Error
	s.diagnostics = append(s.diagnostics, d)
}

func (s *Scans) remark(severity schema.Severity, code schema.Code, format string, args ...any) {
	s.diagnostics = append(s.diagnostics, schema.Remark(severity, code, format, args...))
}

// Remarks are what is to be said of the pages.
func (s *Scans) Remarks() []schema.Diagnostic { return s.diagnostics }

// Err is why no page of a document was read: what became of the first one; nil where an engine was not
// asked, or read a page.
func (s *Scans) Err() error {
	if s.failure == nil || len(s.Read) > 0 {
		return nil
	}
	return &layout.UnreadableError{Code: schema.NoTextLayer, Failed: s.failed, Reason: message.Errorf("is a scan that could not be read. %w", s.failure)}
}
