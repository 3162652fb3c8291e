package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/label"
)

// openBox is a box, 专栏1, whose frame says where it ends: all in the frame is its text, and
// the item that it interrupts goes on behind it.
type openBox struct {
	block.Range
	stack []*Item
	last  [label.Kinds]int
}

// enterBox notes what a box interrupts, where its label line in opens a frame or stands right
// above one. A frame around more than the box, such as that of a page, says nothing of it.
func (s *structure) enterBox(m Marker, in block.Range) {
	if m.Kind != Box || s.box != nil {
		return
	}
	for _, f := range s.frames {
		if m.Start <= f.Start && f.Start <= in.End+1 {
			s.box = &openBox{block.Range{Start: m.Start, End: f.End}, slices.Clone(s.stack), s.last}
			return
		}
	}
}

// leaveBox goes on with the interrupted item behind the frame.
func (s *structure) leaveBox(at int) {
	if s.box == nil || at < s.box.End {
		return
	}
	s.stack, s.last = s.box.stack, s.box.last
	if n := len(s.stack); n > 0 {
		s.stack[n-1].Boxes = append(s.stack[n-1].Boxes, s.box.Range)
	}
	s.box = nil
}
