package extract

import (
	"strconv"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// lostHeading returns the first of items whose label stands twice, each with items below: a
// page lost the heading between them, and the section of the first ends before it. It returns
// 0 where none does.
func lostHeading(items []*parser.Item) int {
	for n := 1; n < len(items); n++ {
		a, b := items[n-1], items[n]
		if a.Marker.Kind == b.Marker.Kind && a.Marker.Number == b.Marker.Number && len(a.Children) > 0 && len(b.Children) > 0 {
			return n
		}
	}
	return 0
}

// behindLost reads a section of goals behind whose item before at a heading was lost: what
// stands above it states goals, the items below it and all from at on are another section's.
func (x *extractor) behindLost(it *parser.Item, at int, sc scope) []schema.Heading {
	head := *it
	head.Children = it.Children[:at-1]
	x.goals(&head)
	last := *it.Children[at-1]
	last.Children = nil
	x.goals(&last)
	out := x.plain(it.Children[:at])
	inner := sc.below(strconv.Itoa(at), x.pathEntry(&last, x.title(&last)))
	out[at-1].Children = nil
	for n, c := range it.Children[at-1].Children {
		out[at-1].Children = append(out[at-1].Children, x.item(c, inner.below(strconv.Itoa(n+1), "")))
	}
	for n, c := range it.Children[at:] {
		out = append(out, x.item(c, sc.below(strconv.Itoa(at+n+1), "")))
	}
	return out
}
