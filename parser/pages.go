package parser

import (
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// Pages says which pages of a document are to be read.
type Pages = layout.Pages

// ErrPages is matched by the errors of [ParsePages].
var ErrPages = layout.ErrPages

// ErrNoPages is a choice of pages in a format that has none.
var ErrNoPages = message.New("has no pages to choose from")

// ParsePages reads a choice of pages: 3, 3-9, 12- and several with commas between.
func ParsePages(s string) (Pages, error) { return layout.ParsePages(s) }

// paged reports the formats that have pages.
func paged(f source.Format) bool { return f == source.PDF || f == source.OFD || f.Picture() }
