package parser

import (
	"testing"

	"github.com/policyx/policyx/parser/block"
)

// A diagnostic names what was mended in a line and in the text, each with its place; what the page shows in another
// form has the place of the page.
func TestMendRemarks(t *testing.T) {
	r := &block.Reading{
		Text:  []rune("封面\n八、加强云溪市养老\n按职贡。\n"),
		Pages: []int{0, 3},
		Recognized: []block.Recognition{{Page: 2, Confidence: 0.9, Mended: []block.Misreading{
			{Repair: "ocr/pause", Was: "八加强", Is: "八、加强"}, {Repair: "ocr/opening", Was: "二)青", Is: "（二)青"},
		}}},
	}
	out := mend(r, &Engine{Name: "fake"})
	want := []struct {
		message    string
		start, end int
	}{
		{"Page 2 was read off its picture by fake with a confidence of 0.9: single characters may be wrong.", 3, 18},
		{"八加强 was read as 八、加强 (ocr/pause).", 3, 7},
		{"二)青 was read as （二)青 (ocr/opening).", 3, 18},
		{"贡 was read as 责 (ocr/duty).", 15, 16},
	}
	if len(out) != len(want) {
		t.Fatalf("%v", out)
	}
	for i, w := range want {
		if d := out[i]; d.Message != w.message || d.Span.Start != w.start || d.Span.End != w.end {
			t.Errorf("%s at %d-%d, want %v", d.Message, d.Span.Start, d.Span.End, w)
		}
	}
}
