package parser

import (
	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/schema"
)

// numbering remarks labels that are missing or stand twice, and a text that begins in
// the middle.
func (s *structure) numbering(p *Part) {
	var seen [label.Kinds]int
	var walk func(items []*Item)
	walk = func(items []*Item) {
		previous := map[MarkerKind]int{}
		for _, it := range items {
			m := it.Marker
			s.number(p, m, previous[m.Kind], seen[m.Kind])
			previous[m.Kind], seen[m.Kind] = m.Number, m.Number
			walk(it.Children)
		}
	}
	walk(p.Items)
}

func (s *structure) number(p *Part, m Marker, previous, seen int) {
	switch {
	case m.Number == previous+1 || m.Number == seen+1 || m.Number == 1:
	case previous == 0 && seen == 0 && m.Start == p.Items[0].Start && p == s.d.Parts[0]:
		s.d.remark(schema.Warning, schema.TruncatedInput, m.Range, "The numbering begins at %s: what stood before it is missing.", m.Label)
	case m.Number == max(previous, seen):
		s.d.remark(schema.Warning, schema.NumberingDuplicate, m.Range, "The label %s stands twice.", m.Label)
	case m.Number > max(previous, seen):
		s.d.remark(schema.Warning, schema.NumberingGap, m.Range, "The label %s follows %d: an item may be missing.", m.Label, max(previous, seen))
	default:
		s.d.remark(schema.Info, schema.NumberingGap, m.Range, "The label %s goes back behind %d.", m.Label, max(previous, seen))
	}
}
