package extract

import (
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/source"
)

// restated returns where the label and heading of an item stand last in its part, so that an entry of a
// table of contents that a flattened page left among the items is known by what it repeats.
func (x *extractor) restated(it *parser.Item) int {
	if x.entries == nil {
		x.entries = map[string]int{}
		x.enter(x.part.Items)
	}
	return x.entries[x.entry(it)]
}

func (x *extractor) enter(items []*parser.Item) {
	for _, it := range items {
		x.entries[x.entry(it)] = it.Start
		x.enter(it.Children)
	}
}

// entry returns the label and heading of an item, folded.
func (x *extractor) entry(it *parser.Item) string {
	return it.Marker.Label + " " + source.Squeeze(x.headingText(it, x.title(it)))
}
