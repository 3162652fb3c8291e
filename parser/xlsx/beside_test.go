package xlsx

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestBesideCells: text in shapes and comments is said to be unread; a shape without text says nothing.
func TestBesideCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for cell, text := range map[string]string{"A1": "序号", "B1": "任务", "A2": "1", "B2": "建站"} {
		if err := f.SetCellStr("Sheet1", cell, text); err != nil {
			t.Fatal(err)
		}
	}
	for cell, runs := range map[string][]excelize.RichTextRun{"D1": {{Text: "市民政局每月报送进展。"}}, "D9": {{Text: " "}}} {
		if err := f.AddShape("Sheet1", &excelize.Shape{Cell: cell, Type: "rect", Paragraph: runs}); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.AddComment("Sheet1", excelize.Comment{Cell: "B2", Author: "周某", Text: "改为3座"}); err != nil {
		t.Fatal(err)
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	if err := f.AddPictureFromBytes("Sheet1", "F9", &excelize.Picture{Extension: ".png", File: picture.Bytes()}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	text, said := reading(t, open(t, out.Bytes()))
	if text != "序号 | 任务\n1 | 建站\n" || !strings.Contains(said, "not read (1).") || !strings.Contains(said, "Comments on cells were not read (1).") || !strings.Contains(said, "Pictures beside the text were not read (1);") {
		t.Errorf("%q: %q", text, said)
	}
	text, said = reading(t, open(t, parts{sheet: grid([]string{"序号", "任务"}, []string{"1", "建站"})}.build(t)))
	if said != "" {
		t.Errorf("%q: %q", text, said)
	}
}
