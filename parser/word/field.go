package word

import "strings"

// Fields follows the fields of a story, which nest: what stands between a field's begin
// and its separator is its code, what stands behind it its result. The zero value is
// outside of any field.
type Fields struct {
	open   []field
	beyond int // open fields beyond mostFields
	hidden int // open fields in their code, or whose result is left out
}

type field struct {
	code   []byte // the first bytes of it
	result bool   // past the separator
	toc    bool
}

// mostFields bounds the nesting; mostCode what is kept of a code.
const (
	mostFields = 100
	mostCode   = 32
)

// Begin opens a field.
func (f *Fields) Begin() {
	if f.beyond > 0 || len(f.open) == mostFields {
		f.beyond++
		return
	}
	f.open = append(f.open, field{})
	f.hidden++
}

// Code adds s to the code of the innermost field.
func (f *Fields) Code(s string) {
	if n := len(f.open); n > 0 && !f.open[n-1].result {
		top := &f.open[n-1]
		top.code = append(top.code, s[:min(len(s), mostCode-len(top.code))]...)
	}
}

// Separate ends the code of the innermost field. It reports true for a table of
// contents, whose result repeats headings of the text and is left out.
func (f *Fields) Separate() (contents bool) {
	n := len(f.open)
	if n == 0 || f.beyond > 0 || f.open[n-1].result {
		return false
	}
	top := &f.open[n-1]
	top.result = true
	if words := strings.Fields(string(top.code)); len(words) > 0 && strings.EqualFold(words[0], "TOC") {
		top.toc = true
		return true
	}
	f.hidden--
	return false
}

// End closes the innermost field.
func (f *Fields) End() {
	n := len(f.open)
	if f.beyond > 0 || n == 0 {
		f.beyond = max(f.beyond-1, 0)
		return
	}
	if top := f.open[n-1]; !top.result || top.toc {
		f.hidden--
	}
	f.open = f.open[:n-1]
}

// InCode reports whether text now belongs to the code of a field.
func (f *Fields) InCode() bool { n := len(f.open); return n > 0 && !f.open[n-1].result }

// Visible reports whether text now is seen.
func (f *Fields) Visible() bool { return f.hidden == 0 }
