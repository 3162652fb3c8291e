package doc

// extent is a stretch of characters.
type extent struct{ start, end int }

// readReferences returns where the text of each footnote and endnote stands, by the
// character that refers to it.
func (d *document) readReferences() map[int]extent {
	out := map[int]extent{}
	for _, k := range []struct{ refs, size, text, story int }{
		{placeFootnoteRefs, 2, placeFootnoteText, footnoteStory},
		{placeEndnoteRefs, 2, placeEndnoteText, endnoteStory},
	} {
		refs := newPLC(d.place(d.table, k.refs), k.size)
		text := d.place(d.table, k.text)
		begin := d.begins(k.story)
		end := begin + d.counts[k.story]
		for i := range refs.n {
			if 4*(i+2) > len(text) {
				break
			}
			e := extent{begin + int(int32(u32(text, 4*i))), begin + int(int32(u32(text, 4*i+4)))}
			if e.start >= begin && e.start < e.end && e.end <= end {
				out[refs.position(i)] = e
				begin = e.end // no text twice
			}
		}
	}
	return out
}

const (
	shapeSize = 26
	boxSize   = 22
	boxShape  = 14 // where a box's record names its shape
)

// readBoxes returns where the text of each text box stands, by the character that
// anchors it.
func (d *document) readBoxes() map[int][]extent {
	anchors := map[uint32]int{} // by shape
	shapes := newPLC(d.place(d.table, placeShapes), shapeSize)
	for i := range shapes.n {
		anchors[u32(shapes.record(i), 0)] = shapes.position(i)
	}
	out := map[int][]extent{}
	boxes := newPLC(d.place(d.table, placeBoxText), boxSize)
	begin := d.begins(boxStory)
	end := begin + d.counts[boxStory]
	start := begin
	for i := range boxes.n {
		e := extent{start + boxes.position(i), start + boxes.position(i+1)}
		anchor, ok := anchors[u32(boxes.record(i), boxShape)]
		if ok && e.start >= begin && e.start < e.end && e.end <= end {
			out[anchor] = append(out[anchor], e)
			begin = e.end // no text twice
		}
	}
	return out
}
