package rtf

// font is what the table of fonts says of one.
type font struct {
	set  int // \fcharset
	page int // \cpg
	name []byte
}

// Bounds of the table of fonts.
const (
	mostFonts = 4096
	longName  = 64
)

// fonts are the fonts of a document by their numbers.
type fonts struct {
	byNumber map[int]*font
	open     *font // the one being defined
	more     bool  // there are others behind the bound
}

// define begins the font of a number.
func (f *fonts) define(number int) {
	if f.open = f.byNumber[number]; f.open != nil {
		return
	}
	if len(f.byNumber) == mostFonts {
		f.more = true
		return
	}
	f.open = &font{set: setDefault}
	f.byNumber[number] = f.open
}

// name adds to the name of the font being defined, which a semicolon ends.
func (f *fonts) name(text []byte) {
	if f.open == nil {
		return
	}
	for _, c := range text {
		if c == ';' {
			f.open = nil
			return
		}
		if len(f.open.name) < longName {
			f.open.name = append(f.open.name, c)
		}
	}
}

// control reads a control word of the table.
func (f *fonts) control(t token) {
	switch {
	case t.word == "f":
		f.define(t.param)
	case f.open == nil:
	case t.word == "fcharset":
		f.open.set = t.param
	case t.word == "cpg":
		f.open.page = t.param
	}
}

// symbols reports the name of a font whose characters are signs.
func (f *fonts) symbols(number int) (name string, ok bool) {
	if known := f.byNumber[number]; known != nil && known.set == setSymbol {
		return string(known.name), true
	}
	return "", false
}

// page returns the code page of text in a font within a document of the code page whole. It is not
// sure where the font claims the Western one, or nobody says anything: see [runs].
func (f *fonts) page(number, whole int) (page int, sure bool) {
	set := setDefault
	if known := f.byNumber[number]; known != nil {
		if known.page != unstated {
			return known.page, true
		}
		if set = known.set; pageOf(set) != unstated {
			return pageOf(set), true
		}
	}
	if whole == unstated {
		return pageGBK, false
	}
	return whole, set != setANSI || !chinese(whole)
}
