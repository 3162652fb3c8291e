package render

import "io"

// pieceSize is how much text goes out at a time, in bytes; an item more is in room that is made for it at first.
const pieceSize = 1 << 16

// outlet takes the text of notices and hands it on in pieces, so that a long notice takes no
// memory as text. After a fault it takes text and drops it.
type outlet struct {
	out io.Writer
	buf []byte
	err error // the first fault
}

// pass hands on what is written, where it makes a piece.
func (o *outlet) pass() {
	if len(o.buf) >= pieceSize {
		o.flush()
	}
}

// flush hands on what is written and returns the first fault.
func (o *outlet) flush() error {
	if o.err == nil {
		_, err := o.out.Write(o.buf)
		o.fail(err)
	}
	o.buf = o.buf[:0]
	return o.err
}

// fail keeps the first fault.
func (o *outlet) fail(err error) {
	if o.err == nil {
		o.err = err
	}
}

// indent writes n spaces.
func (o *outlet) indent(n int) {
	const spaces = "                                "
	for ; n > len(spaces); n -= len(spaces) {
		o.buf = append(o.buf, spaces...)
	}
	o.buf = append(o.buf, spaces[:n]...)
}
