package parser

import "github.com/policyx/policyx/parser/block"

// finish computes ranges from the bottom up.
func (p *Part) finish() {
	for _, item := range p.Items {
		item.finish()
	}
	grow := func(r block.Range) {
		if r.Len() > 0 && (p.Len() == 0 || r.Start < p.Start) {
			p.Start = r.Start
		}
		p.End = max(p.End, r.End)
	}
	for _, r := range p.Loose {
		grow(r)
	}
	for _, item := range p.Items {
		grow(item.Range)
	}
	for _, t := range p.Tables {
		grow(t.Range)
	}
}

func (it *Item) finish() {
	if it.Own[0].Len() == 0 {
		it.Own = it.Own[1:]
	}
	it.End = it.Marker.End
	for _, r := range it.Own {
		it.End = max(it.End, r.End)
	}
	for _, t := range it.Tables {
		it.End = max(it.End, t.End)
	}
	for _, c := range it.Children {
		c.finish()
		it.End = max(it.End, c.End)
	}
}
