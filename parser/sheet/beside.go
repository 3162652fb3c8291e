package sheet

import (
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Beside is what is to be said of what stands on the sheets and in no cell.
func (b *Book) Beside() (out []schema.Diagnostic) {
	for _, left := range []struct {
		n      int
		format string
	}{
		{b.Boxes, "Text boxes and shapes with text stand on the sheets and were not read (%d)."},
		{b.Comments, "Comments on cells were not read (%d)."},
	} {
		if left.n > 0 {
			out = append(out, schema.Remark(schema.Warning, schema.UnreadContent, left.format, left.n))
		}
	}
	return append(out, source.Pictures(b.Pictures)...)
}
