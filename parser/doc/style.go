package doc

// style is what of a style bears on the text ([MS-DOC] 2.9.271).
type style struct {
	base   int
	list   int // 0: not said, noList: none
	level  int // -1: not said
	hidden bool
}

const (
	noStyle   = 0xFFF
	mostBases = 20 // styles based on each other
)

// readStyles reads the style sheet; a broken one ends where it breaks.
func readStyles(data []byte) []style {
	if len(data) < 6 {
		return nil
	}
	count, base := u16(data, 2), u16(data, 4)
	at := 2 + u16(data, 0)
	out := make([]style, 0, min(count, 4096))
	for range min(count, 4096) {
		if at+2 > len(data) {
			break
		}
		size := u16(data, at)
		at += 2
		end := min(at+size, len(data))
		out = append(out, readStyle(data[at:end], base))
		at += size + size&1
		at = min(at, len(data))
	}
	return out
}

// readStyle reads one style, whose fixed part has base bytes.
func readStyle(b []byte, base int) style {
	s := style{base: noStyle, level: -1}
	if len(b) < base+2 || base < 6 {
		return s
	}
	kind := u16(b, 2) & 15
	s.base = u16(b, 2) >> 4
	parts := u16(b, 4) & 15
	at := base + 2 + 2*u16(b, base) + 2 // behind the name
	for i := range parts {
		if at+2 > len(b) {
			break
		}
		size := u16(b, at)
		part := b[min(at+2, len(b)):min(at+2+size, len(b))]
		if kind == 1 && i == 0 { // a paragraph style's properties of paragraphs, behind its number
			part = part[min(2, len(part)):]
		}
		each(part, s.set)
		at += 2 + size + size&1
	}
	return s
}

func (s *style) set(code int, operand []byte) {
	switch code {
	case propList:
		if s.list = u16(operand, 0); s.list == 0 {
			s.list = noList
		}
	case propLevel:
		s.level = int(operand[0])
	case propHidden:
		s.hidden = operand[0]&1 != 0
	}
}

// number returns the list and level that a style and those below it name; 0 and -1
// where they name none.
func (d *document) number(id int) (list, level int) {
	level = -1
	for n := 0; n < mostBases && id < len(d.styles); n++ {
		s := &d.styles[id]
		if list == 0 {
			list = s.list
		}
		if level < 0 {
			level = s.level
		}
		id = s.base
	}
	return list, level
}

// hiddenStyle reports whether a style or one below it hides its text.
func (d *document) hiddenStyle(id int) bool {
	for n := 0; n < mostBases && id < len(d.styles); n++ {
		if d.styles[id].hidden {
			return true
		}
		id = d.styles[id].base
	}
	return false
}
