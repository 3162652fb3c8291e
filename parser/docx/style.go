package docx

import "github.com/policyx/policyx/parser/ooxml"

// style is what of a paragraph or character style bears on the text.
type style struct {
	basedOn string
	number  numberRef
	hidden  *bool // nil: as the style it is based on
}

// numberRef says which list a paragraph counts in. nil parts are not said.
type numberRef struct{ list, level *int }

// or fills what r leaves open from other.
func (r numberRef) or(other numberRef) numberRef {
	if r.list == nil {
		r.list = other.list
	}
	if r.level == nil {
		r.level = other.level
	}
	return r
}

// styles are the styles of a document, by their id.
type styles struct {
	byID     map[string]*style
	standard string // the paragraph style of paragraphs that name none
}

// mostBases bounds the chain of styles that are based on each other.
const mostBases = 20

func readStyles(x *ooxml.Scanner) *styles {
	s := &styles{byID: map[string]*style{}}
	x.Root()
	x.Each(func(name string) {
		if name != "w:style" {
			return
		}
		id, st := x.Attr("styleId"), &style{}
		if def := x.Attr("default"); x.Attr("type") == "paragraph" && (def == "1" || def == "true") {
			s.standard = id
		}
		x.Each(func(name string) {
			switch name {
			case "w:basedOn":
				st.basedOn = x.Attr("val")
			case "w:pPr":
				x.Each(func(name string) {
					if name == "w:numPr" {
						st.number = readNumberRef(x)
					}
				})
			case "w:rPr":
				st.hidden = readRun(x).hidden
			}
		})
		s.byID[id] = st
	})
	return s
}

func readNumberRef(x *ooxml.Scanner) (r numberRef) {
	x.Each(func(name string) {
		n, ok := x.Number("val")
		switch {
		case !ok:
		case name == "w:numId":
			r.list = &n
		case name == "w:ilvl":
			r.level = &n
		}
	})
	return r
}

// number is the list that a style and those below it name.
func (s *styles) number(id string) (r numberRef) {
	for n := 0; n < mostBases && id != ""; n++ {
		st := s.byID[id]
		if st == nil {
			break
		}
		r = r.or(st.number)
		id = st.basedOn
	}
	return r
}

// hidden reports whether text of a style is hidden.
func (s *styles) hidden(id string) bool {
	for n := 0; n < mostBases && id != ""; n++ {
		st := s.byID[id]
		if st == nil {
			break
		}
		if st.hidden != nil {
			return *st.hidden
		}
		id = st.basedOn
	}
	return false
}

// run is what of a run's properties bears on the text.
type run struct {
	style   string
	font    string
	hidden  *bool
	deleted bool // of a paragraph mark: the paragraph goes on in the next one
}

// readRun reads the properties of a run, <w:rPr>, of which the scanner is at the start.
func readRun(x *ooxml.Scanner) (r run) {
	x.Each(func(name string) {
		switch name {
		case "w:rStyle":
			r.style = x.Attr("val")
		case "w:rFonts":
			if r.font = x.Attr("ascii"); r.font == "" {
				r.font = x.Attr("hAnsi")
			}
		case "w:vanish":
			on := x.On()
			r.hidden = &on
		case "w:del", "w:moveFrom":
			r.deleted = true
		}
	})
	return r
}
