package block

// Shift moves all that a reading says of its text by a number of code points. Text itself stays.
func (r *Reading) Shift(by int) {
	for i := range r.Blocks {
		r.Blocks[i].Shift(by)
	}
	for i := range r.Fields {
		r.Fields[i].Value = r.Fields[i].Value.Shift(by)
	}
	for i := range r.Links {
		if l := &r.Links[i]; l.Len() > 0 {
			l.Range = l.Range.Shift(by)
		}
	}
	for i := range r.Pages {
		r.Pages[i] += by
	}
	for i := range r.Frames {
		r.Frames[i] = r.Frames[i].Shift(by)
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		s.Start, s.Heading = s.Start+by, s.Heading.Shift(by)
	}
}
