package party

import "github.com/policyx/policyx/extract/internal/clause"

// brackets are those of the stretch that is read: a partner outside of it is none.
type brackets struct {
	*clause.Edges
	begin, end int
}

// partner returns the other half of the bracket at i, -1 where it has none.
func (b brackets) partner(i int) int {
	if j := b.Partner(i); j >= b.begin && j < b.end {
		return j
	}
	return -1
}

// lone reports whether the bracket at i has no partner.
func (b brackets) lone(i int) bool { return b.partner(i) < 0 }
