package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
)

// shorten cuts a reading behind most characters, and reports whether it had more: a paragraph
// is cut where the bound lies, a table at its begin.
func shorten(r *block.Reading, most int) bool {
	if len(r.Text) <= most {
		return false
	}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.End <= most {
			continue
		}
		if b.Grid != nil || b.Start >= most || len(b.Parts) > 0 {
			most = min(most, b.Start)
			r.Blocks = r.Blocks[:i]
		} else {
			b.End = most
			r.Blocks = r.Blocks[:i+1]
		}
		break
	}
	r.Text = r.Text[:most]
	r.Fields = until(r.Fields, func(f block.Field) bool { return f.Value.End > most })
	for i := range r.Links {
		if l := &r.Links[i]; l.End > most {
			l.Range = block.Range{}
		}
	}
	r.Sections = until(r.Sections, func(s block.Section) bool { return s.Start >= most || s.Heading.End > most })
	r.Pages = until(r.Pages, func(start int) bool { return start >= most })
	return true
}

// until returns what stands before the first item that is beyond the bound.
func until[T any](list []T, beyond func(T) bool) []T {
	if i := slices.IndexFunc(list, beyond); i >= 0 {
		return list[:i]
	}
	return list
}
