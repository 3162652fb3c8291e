package rtf

import (
	"bytes"
	"fmt"

	"golang.org/x/text/encoding"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"
)

// document is a document being read, group by group.
type document struct {
	scanner
	top    state
	groups []state // those that top stands in, outermost first

	main   *story
	notes  []*story
	fonts  fonts
	lists  lists
	page   int // the code page: \ansicpg
	plain  int // the font of \plain: \deff
	coders map[int]*encoding.Decoder

	pending []byte // of text in the font of now, not yet decoded
	high    rune   // the first half of a surrogate pair
	ignore  int    // characters that stand for the \u before

	count      int // groups
	cells      int
	characters int
	full       bool // a bound was reached
	broken     bool // ends within a group
	faults     int  // places that could not be decoded
	contents   int  // tables of contents left out
	pictures   int
	moreNotes  bool // there are others behind the bound
}

// read reads a whole document.
func read(data []byte) (*document, error) {
	if !bytes.HasPrefix(data, []byte(`{\rtf`)) {
		return nil, ErrHeader
	}
	d := &document{
		scanner: scanner{data: data}, main: &story{seen: true}, coders: map[int]*encoding.Decoder{},
		fonts: fonts{byNumber: map[int]*font{}},
		lists: lists{defs: map[int]*word.Definition{}, byName: map[int]*word.Override{}},
	}
	d.top = state{story: d.main, instead: 1}
	if err := d.walk(); err != nil {
		return nil, err
	}
	for len(d.groups) > 0 { // broken off
		d.endGroup()
	}
	d.endStory(d.main)
	for i, n := range d.notes {
		d.main.Label(fmt.Sprintf("[%d] ", i+1))
		d.main.Append(&n.Story)
	}
	return d, nil
}

// walk reads the groups until the outermost one ends.
func (d *document) walk() error {
	for {
		switch t := d.next(); t.kind {
		case endOfFile:
			d.flush()
			d.broken = true
			return nil
		case groupBegin:
			if len(d.groups) == MaxDepth {
				return ErrDeep
			}
			d.flush()
			d.ignore = 0
			d.groups = append(d.groups, d.top)
			if d.count++; d.count > MaxGroups {
				d.full = true
			}
		case groupEnd:
			d.flush()
			d.ignore = 0
			if d.endGroup(); len(d.groups) == 0 {
				return nil
			}
		case control:
			d.control(t)
		case char:
			if d.ignore > 0 {
				d.ignore--
			} else {
				d.put(t.char)
			}
		}
		if d.full || d.characters > source.MostCharacters {
			return nil
		}
	}
}

// endGroup goes back to the state before the group, and ends what began with it.
func (d *document) endGroup() {
	ended := d.top
	d.top = d.groups[len(d.groups)-1]
	d.groups = d.groups[:len(d.groups)-1]
	if ended.destination == levelText && d.top.destination != levelText {
		d.lists.endText()
	}
	if ended.field != nil && ended.field != d.top.field {
		d.endField(ended.field, ended.story)
	}
	if ended.story != d.top.story {
		d.endStory(ended.story)
	}
}

// endStory ends what the last paragraph left open, and keeps a note or a text box.
func (d *document) endStory(s *story) {
	s.Close()
	s.Items = append(s.Items, s.boxes...)
	s.boxes = nil
	if len(s.Items) == 0 || !s.seen {
		return
	}
	switch s.kind {
	case noteStory:
		d.notes = append(d.notes, s)
	case boxStory:
		d.top.story.boxes = append(d.top.story.boxes, s.Items...)
		d.top.story.shown++
	}
}
