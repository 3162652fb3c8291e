package xlsx

import (
	"strings"

	"github.com/policyx/policyx/parser/ooxml"
)

// beside counts what a sheet says outside of its cells: text boxes and shapes with text, comments, pictures. What
// is broken there costs the cells nothing.
func (w *workbook) beside(part string) {
	parts, err := w.archive.Relations(part)
	if err != nil {
		return
	}
	for _, r := range parts {
		switch r.Kind {
		case "drawing":
			_, _ = w.archive.Scan(r.Target, func(x *ooxml.Scanner) {
				x.Root()
				w.book.Pictures += pictures(x)
			})
			_, _ = w.archive.Scan(r.Target, func(x *ooxml.Scanner) {
				x.Root()
				w.book.Boxes += count(x, ":txBody", ":t")
			})
		case "comments":
			_, _ = w.archive.Scan(r.Target, func(x *ooxml.Scanner) {
				x.Root()
				w.book.Comments += count(x, "x:comment", "x:t")
			})
		}
	}
}

// count counts the elements of a name within the one just begun that hold text in elements of another.
func count(x *ooxml.Scanner, name, text string) int {
	n := 0
	x.Each(func(child string) {
		switch {
		case child != name:
			n += count(x, name, text)
		case says(x, text):
			n++
		}
	})
	return n
}

// pictures counts the pictures within the element just begun.
func pictures(x *ooxml.Scanner) int {
	n := 0
	x.Each(func(child string) {
		if child == ":pic" {
			n++
		} else {
			n += pictures(x)
		}
	})
	return n
}

// says reports whether an element of a name within the one just begun holds text.
func says(x *ooxml.Scanner, name string) bool {
	found := false
	x.Each(func(child string) {
		if child == name {
			found = found || strings.TrimSpace(x.Text()) != ""
		} else if says(x, name) {
			found = true
		}
	})
	return found
}
