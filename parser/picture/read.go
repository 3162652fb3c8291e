package picture

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ErrDamaged is a file that is no picture behind its first bytes.
var ErrDamaged = message.New("is a damaged picture: it cannot be decoded")

// Options say what is to be read.
type Options struct {
	Pages  layout.Pages // of a TIFF; nil means all
	Engine *ocr.Engine  // nil reads nothing
}

// Read reads the picture f. Its error is [ErrDamaged], [layout.ErrNoSuchPage], a [layout.UnreadableError], or
// that of an engine that was cancelled.
func Read(f *source.File, opts Options) (*block.Reading, []schema.Diagnostic, error) {
	if opts.Engine == nil {
		return nil, nil, &layout.UnreadableError{Code: schema.NoTextLayer, Reason: message.Errorf("is a picture (%s): put it through text recognition (OCR) first", strings.ToUpper(f.Encoding))}
	}
	frames, whole := []frame{{data: f.Data}}, true
	if f.Format == source.TIFF {
		frames, whole = directories(f.Data)
	}
	if len(frames) == 0 {
		return nil, nil, ErrDamaged
	}
	if !opts.Pages.Any(len(frames)) {
		return nil, nil, message.Errorf("%w: its last one is %d", layout.ErrNoSuchPage, len(frames))
	}
	scans := ocr.Scans{Engine: opts.Engine}
	pages := make([]layout.Page, len(frames))
	for i := range frames {
		if !opts.Pages.Contains(i + 1) {
			continue
		}
		m, err := frames[i].decode(f.Format, opts.Engine.Resolution())
		if err != nil {
			scans.Fail(i+1, err)
			continue
		}
		page, ok, err := scans.Page(i+1, m)
		if err != nil {
			return nil, nil, err
		}
		if ok {
			pages[i] = page
		}
	}
	if !whole && opts.Pages.Contains(len(frames)+1) {
		scans.Fail(len(frames)+1, errBroken)
	}
	if err := scans.Err(); err != nil {
		return nil, nil, err
	}
	reading, clipped, err := layout.Read(pages)
	if err != nil {
		return nil, nil, err
	}
	remarks := scans.Remarks()
	if clipped {
		remarks = append(remarks, schema.Remark(schema.Error, schema.TableShape, "A page or table is too large; what is beyond its bounds was left out."))
	}
	reading.Recognized = scans.Read
	return reading, remarks, nil
}
