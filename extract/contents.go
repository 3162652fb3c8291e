package extract

import (
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/source"
)

// restated returns where each label and heading of items stands last, so that an entry of a
// table of contents that a flattened page left among the items is known by what it repeats.
func (x *extractor) restated(items []*parser.Item, last map[string]int) map[string]int {
	for _, it := range items {
		last[x.entry(it)] = it.Start
		x.restated(it.Children, last)
	}
	return last
}

// entry returns the label and heading of an item, folded.
func (x *extractor) entry(it *parser.Item) string {
	return it.Marker.Label + " " + source.Squeeze(x.headingText(it, x.title(it)))
}
