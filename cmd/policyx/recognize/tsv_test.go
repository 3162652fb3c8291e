package recognize

import (
	"math"
	"testing"

	"github.com/policyx/policyx/parser/ocr"
)

const sampleTSV = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
	"1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
	"4\t1\t1\t1\t1\t0\t265\t442\t1799\t300\t-1\t\n" +
	"5\t1\t1\t1\t1\t1\t265\t442\t228\t190\t91.5\t市\n" +
	"5\t1\t1\t1\t1\t2\t493\t442\t440\t190\t95\t民政\n" +
	"5\t1\t1\t1\t2\t1\t265\t700\t228\t190\t80\t\"局\"\n"

func TestReadTSV(t *testing.T) {
	lines, err := readTSV([]byte(sampleTSV))
	if err != nil || len(lines) != 2 || len(lines[0]) != 2 || len(lines[1]) != 1 {
		t.Fatalf("%v, %v", lines, err)
	}
	if w := lines[0][1]; w.Text != "民政" || w.Box != (ocr.Box{X0: 493, Y0: 442, X1: 933, Y1: 632}) || w.Confidence != 0.95 {
		t.Errorf("%+v", w)
	}
	for _, bad := range []string{"", "Error", "level\tx\n5\t1\n", "level\tx\n5\t1\t1\t1\t1\t1\ta\t2\t3\t4\t5\t字\n"} {
		if lines, err := readTSV([]byte(bad)); err == nil {
			t.Errorf("%q is read as %v", bad, lines)
		}
	}
}

// FuzzTSV holds that any answer of Tesseract is lines with places, or an error.
func FuzzTSV(f *testing.F) {
	f.Add([]byte(sampleTSV))
	f.Add([]byte("level\t\n5\t\t\t\t\t\tNaN\tInf\t1\t1\t1\t\xff\n"))
	f.Fuzz(func(t *testing.T, answer []byte) {
		lines, err := readTSV(answer)
		if err != nil && lines != nil {
			t.Error("lines and an error")
		}
		set(t, lines)
	})
}

// FuzzAnswer holds that any line of a COMMAND is lines with places, or an error.
func FuzzAnswer(f *testing.F) {
	for _, s := range []string{
		`{"lines":[{"text":"一","box":[1,2,3,4],"confidence":0.9}]}`, `{"error":"dark"}`, `{"lines":null}`, `[]`,
		`{"lines":[{"text":"\ud800","box":[-1e5,0,1e5,1e5],"confidence":1}]}`, `{"engine":"x","version":"1","dpi":200}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		if h, err := readHello(line); err == nil && (h.Engine == "" || h.DPI < 0) {
			t.Errorf("%+v", h)
		}
		if lines, err := readAnswer(line); err == nil {
			set(t, lines)
		}
	})
}

// set has the lines set on a page: whatever they are, characters stand at real places.
func set(t *testing.T, lines []ocr.Line) {
	t.Helper()
	m := page()
	for i := range m.Pix {
		m.Pix[i] = uint8(i * 37)
	}
	p, err := ocr.Read(&ocr.Engine{Recognize: func(ocr.Image) ([]ocr.Line, error) { return lines, nil }}, m)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range p.Glyphs {
		if sum := g.X0 + g.X1 + g.Base + g.Em; math.IsNaN(sum) || math.IsInf(sum, 0) {
			t.Fatalf("%+v", g)
		}
	}
}
