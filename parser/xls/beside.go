package xls

// Kinds of objects ([MS-XLS] 2.5.143, FtCmo). All others that hold text are boxes and shapes.
const (
	objectPicture = 0x08
	objectNote    = 0x19
)

// beside counts what a sheet says outside of its cells: text boxes and shapes with text, comments, pictures. A comment is
// a record of its own in BIFF5, in BIFF8 an object whose text comes behind it.
func (c *cells) beside(r *records) {
	b := r.body
	switch {
	case r.kind == recNote:
		if c.old && len(b) >= 6 && u16(b, 0) != 0xFFFF && u16(b, 4) > 0 { // row 0xFFFF goes on with the comment before
			c.book.Comments++
		}
	case r.kind == recObject:
		if len(b) < 6 {
			return
		}
		if c.object = u16(b, 4); c.object == objectPicture {
			c.book.Pictures++
		}
	case len(b) >= 12 && u16(b, 10) > 0 && says(r.rest()):
		if c.object == objectNote {
			c.book.Comments++
		} else {
			c.book.Boxes++
		}
	}
}

// says reports whether the text behind its record is more than blanks: one byte or two a character, behind one that says which.
func says(parts [][]byte) bool {
	if len(parts) == 0 || len(parts[0]) == 0 {
		return false
	}
	for _, c := range parts[0][1:] {
		if c > ' ' {
			return true
		}
	}
	return false
}
