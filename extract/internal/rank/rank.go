// Package rank is a bit vector that counts: which of a list of things stands at a place of a text. One
// bit a place and a list as long as there are things take the room of a number a place.
package rank

import "math/bits"

// Bits are bits for places from 0. Bits are set first, then sealed, then asked.
type Bits []word

type word struct {
	bits   uint64
	before int32 // bits set in the words before
}

// New returns bits for places 0 to n, none of them set.
func New(n int) Bits { return make(Bits, n>>6+1) }

// Set sets the bit of place i.
func (b Bits) Set(i int) { b[i>>6].bits |= 1 << (i & 63) }

// Seal counts the bits.
func (b Bits) Seal() {
	n := int32(0)
	for i := range b {
		b[i].before = n
		n += int32(bits.OnesCount64(b[i].bits))
	}
}

// Has reports whether the bit of place i is set.
func (b Bits) Has(i int) bool { return b[i>>6].bits>>(i&63)&1 != 0 }

// Rank returns how many bits are set at or before place i.
func (b Bits) Rank(i int) int {
	w := &b[i>>6]
	return int(w.before) + bits.OnesCount64(w.bits<<(63-i&63))
}
