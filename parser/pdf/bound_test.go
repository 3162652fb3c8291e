package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// told reports whether remarks say that not all was read, in words.
func told(remarks []schema.Diagnostic, words string) bool {
	return slices.ContainsFunc(remarks, func(d schema.Diagnostic) bool {
		return d.Severity == schema.Error && d.Code == schema.UnreadContent && strings.Contains(d.Message, words)
	})
}

// pagesOf is a file of n pages, all the same.
func pagesOf(n int) []byte {
	text := strings.Repeat("BT /F 9 Tf 50 700 Td (Yunxi county has to build thirty stations) Tj ET ", 3)
	return file(catalog, "<</Type/Pages/Count "+fmt.Sprint(n)+"/Kids["+strings.Repeat("3 0 R ", n)+"]>>", page, flate("", text, 1), latin)
}

// TestMostPages: pages behind the last one that is read are told, whichever are asked for.
func TestMostPages(t *testing.T) {
	first, err := layout.ParsePages("1")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int]bool{maxPages: false, maxPages + 1: true} {
		_, remarks, err := Read(&source.File{Data: pagesOf(n)}, Options{Pages: first})
		if err != nil || told(remarks, "behind page 5000") != want {
			t.Errorf("%d pages: %v, %v", n, remarks, err)
		}
	}
}

// TestMostGlyphs: the page that goes beyond all characters that are read ends the reading, with a word.
func TestMostGlyphs(t *testing.T) {
	data := pagesOf(3)
	s, err := open(leastFuel, "")
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	handle := s.call("FPDF_LoadMemDocument64", s.load(data), uint64(len(data)), 0)
	each := len(s.read(handle, 0).Glyphs)
	for before, want := range map[int]bool{maxGlyphs - 3*each: false, maxGlyphs - 3*each + 1: true} {
		d := document{session: s, glyphs: before}
		if err := d.read(handle, Options{}); err != nil || told(d.diagnostics, "Page 3 and those behind it") != want {
			t.Errorf("behind %d characters: %v, %v", before, d.diagnostics, err)
		}
	}
}

// TestMostPixels: a large page is drawn at a lower resolution.
func TestMostPixels(t *testing.T) {
	data := []byte(strings.Replace(string(pagesOf(1)), "595 842", "3000 3000", 1))
	s, err := open(leastFuel, "")
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	m, ok := s.render(s.call("FPDF_LoadMemDocument64", s.load(data), uint64(len(data)), 0), 0, 300)
	if !ok || m.DPI >= 300 || len(m.Pix) > maxPixels || len(m.Pix) < maxPixels*9/10 {
		t.Errorf("%d pixels at %d dots an inch, %v", len(m.Pix), m.DPI, ok)
	}
}
