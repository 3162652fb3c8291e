package xls

import (
	"bytes"
	"testing"
)

// TestBesideCells: text in boxes and comments, and pictures, are said to be unread; a shape without text says nothing.
func TestBesideCells(t *testing.T) {
	cells := []value{{row: 0, col: 0, is: inline("No")}, {row: 0, col: 1, is: inline("Task")}, {row: 1, col: 0, is: inline("1")}, {row: 1, col: 1, is: inline("Build")}}
	for name, tt := range map[string]struct {
		old    bool
		beside []byte
		want   string
	}{
		"nothing":        {false, nil, ""},
		"a text box":     {false, file{}.object(6, "市民政局每月报送进展。"), "Text boxes and shapes with text stand on the sheets and were not read (1)."},
		"a shape":        {false, file{}.object(0x1E, "改为3座"), "Text boxes and shapes with text stand on the sheets and were not read (1)."},
		"a bare shape":   {false, file{}.object(0x1E, ""), ""},
		"a blank box":    {false, file{}.object(6, "  "), ""},
		"a comment":      {false, bytes.Join([][]byte{file{}.object(objectNote, "改为3座"), record(recNote, le16(1, 1, 0, 1, 0))}, nil), "Comments on cells were not read (1)."},
		"a picture":      {false, file{}.object(objectPicture, ""), "Pictures beside the text were not read (1); what they show is in no field."},
		"an old comment": {true, bytes.Join([][]byte{record(recNote, le16(1, 1, 4), []byte("four")), record(recNote, le16(0xFFFF, 0, 2), []byte("on"))}, nil), "Comments on cells were not read (1)."},
		"cut off":        {false, bytes.Join([][]byte{record(recObject, le16(0x15)), record(recText, le16(0)), record(recNote)}, nil), ""},
	} {
		f := file{old: tt.old, sheets: []tableau{{name: "Sheet1", cells: cells, beside: tt.beside}}}
		text, said := reading(t, open(t, f.build()))
		if text != "No | Task\n1 | Build\n" || said != tt.want {
			t.Errorf("%s: %q: %q", name, text, said)
		}
	}
}
