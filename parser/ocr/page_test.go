package ocr

import (
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"testing"

	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/schema"
)

const dpi = 150

// paper is a white page of A4.
func paper() Image {
	m := image.NewGray(image.Rect(0, 0, 1240, 1754))
	draw.Draw(m, m.Bounds(), image.NewUniform(color.Gray{Y: 235}), image.Point{}, draw.Src)
	return Image{m, dpi}
}

// fill draws a box in black.
func fill(m Image, x0, y0, x1, y1 int) {
	draw.Draw(m.Gray, image.Rect(x0, y0, x1, y1), image.NewUniform(color.Gray{Y: 30}), image.Point{}, draw.Src)
}

// character draws strokes such as a character has them.
func character(m Image, x, y, size int) {
	for i := 0; i < size; i += 6 {
		fill(m, x+2, y+i, x+size-2, y+i+2)
	}
	fill(m, x+size/2, y, x+size/2+2, y+size)
}

const em = 33

// text draws 20 lines of characters and returns what an engine reads of them.
func text(m Image) (lines []Line) {
	for row := range 20 {
		y := 200 + row*60
		for k := range 28 {
			character(m, 160+k*em, y, em)
		}
		lines = append(lines, Line{{Text: "一二三四五六七八九十一二三四五六七八九十一二三四五六七八", Box: Box{160, float64(y), 160 + 28*em, float64(y + em)}, Confidence: 0.9}})
	}
	return lines
}

func answering(lines []Line) *Engine {
	return &Engine{Name: "fake", Recognize: func(Image) ([]Line, error) { return lines, nil }}
}

func TestReadPage(t *testing.T) {
	m := paper()
	lines := text(m)
	p, err := Read(answering(lines), m)
	if err != nil || len(p.Glyphs) != 20*28 || p.Confidence != 0.9 || p.Missed > 0.01 {
		t.Fatalf("%d glyphs, confidence %v, missed %v, %v", len(p.Glyphs), p.Confidence, p.Missed, err)
	}
	const points = 72.0 / dpi
	for i, g := range p.Glyphs[:28] {
		if math.Abs(g.X0-(160+float64(i)*em)*points) > 1 || math.Abs(g.Em-em*points) > 1 || math.Abs(g.Base-(200+0.86*em)*points) > 1 {
			t.Fatalf("character %d: %+v", i, g)
		}
	}
	if len(p.Rules) > 0 {
		t.Errorf("strokes were taken for ruling lines: %v", p.Rules)
	}
}

// A blank page is not shown to the engine, with the dust of a scanner on it either.
func TestReadBlank(t *testing.T) {
	m := paper()
	fill(m, 300, 300, 304, 304)
	e := &Engine{Recognize: func(Image) ([]Line, error) { t.Error("the engine was asked"); return nil, nil }}
	if p, err := Read(e, m); err != nil || len(p.Glyphs) > 0 {
		t.Error(p, err)
	}
}

// A page is turned upright before the engine sees it.
func TestReadTurned(t *testing.T) {
	for _, angle := range []float64{0.5, -0.5, 1.5, -2.5} {
		m := paper()
		text(m)
		m.Gray = turned(m.Gray, -angle)
		found := darken(m.Gray).turn()
		if math.Abs(found-angle) > 0.06 {
			t.Errorf("turned by %v, found %v", angle, found)
		}
	}
	m := paper()
	text(m)
	if found := darken(m.Gray).turn(); found != 0 {
		t.Errorf("a level page is turned by %v", found)
	}
}

// The ruling lines of a table are found, of a turned page as well; a bar and a stroke are none.
func TestRules(t *testing.T) {
	for _, angle := range []float64{0, 0.5} {
		m := paper()
		for y := 1400; y <= 1600; y += 50 {
			fill(m, 160, y, 1084, y+3)
		}
		for x := 160; x <= 1084; x += 231 {
			fill(m, x, 1400, x+3, 1603)
		}
		fill(m, 160, 1650, 1084, 1690) // a bar
		lines := text(m)
		if angle != 0 {
			m.Gray = turned(m.Gray, -angle)
		}
		p, err := Read(answering(lines), m)
		if err != nil {
			t.Fatal(err)
		}
		across, down := map[int]bool{}, map[int]bool{}
		for _, r := range p.Rules {
			if r.X1-r.X0 > r.Y1-r.Y0 {
				across[int(math.Round((r.Y0*dpi/72-1400)/50))] = true
			} else {
				down[int(math.Round((r.X0*dpi/72-160)/231))] = true
			}
		}
		if len(across) != 5 || len(down) != 5 || !across[0] || !across[4] || !down[0] || !down[4] {
			t.Errorf("turned by %v: lines across %v, down %v", angle, across, down)
		}
	}
}

// A paragraph that the engine did not see is noticed.
func TestMissed(t *testing.T) {
	m := paper()
	lines := text(m)
	p, err := Read(answering(lines[:10]), m)
	if err != nil || p.Missed < 0.4 || p.Missed > 0.6 {
		t.Errorf("missed %v, %v", p.Missed, err)
	}
}

// Words as Tesseract gives them: boxes that overlap, blanks between Chinese words, columns that stay apart.
func TestGlyphs(t *testing.T) {
	word := func(text string, x0, x1 float64) Word { return Word{text, Box{x0, 100, x1, 140}, 1} }
	out := glyphs([]Line{
		{word("市民", 100, 300), word("政局", 180, 260), word("和 财政", 300, 420)},
		{word("序号", 100, 180), word("任务", 400, 480)},
		{word("GB/T 1", 100, 220)},
	}, 1)
	var text []rune
	for _, g := range out {
		text = append(text, g.Rune)
	}
	if string(text) != "市民政局和财政序号任务GB/T1" {
		t.Fatalf("%s", string(text))
	}
	for i := 1; i < 7; i++ {
		if gap := out[i].X0 - out[i-1].X1; math.Abs(gap) > 1 {
			t.Errorf("a gap of %v before %c", gap, out[i].Rune)
		}
	}
	if gap := out[9].X0 - out[8].X1; gap < 200 {
		t.Errorf("the columns are %v apart", gap)
	}
	if gap := out[15].X0 - out[14].X1; gap < 0.18*out[15].Em {
		t.Errorf("letters are %v apart", gap)
	}
	if !slices.IsSortedFunc(out[:7], func(a, b layout.Glyph) int { return int(a.X0 - b.X0) }) {
		t.Error("out of order")
	}
}

// What an engine may say that is no place: nothing of it stands on the page.
func TestTidy(t *testing.T) {
	nan := math.NaN()
	lines := tidy([]Line{
		{{Text: " \u200b", Box: Box{0, 0, 9, 9}}, {Text: "甲", Box: Box{nan, 0, 9, 9}}, {Text: "乙", Box: Box{50, 0, 40, 9}}, {Text: "丙", Box: Box{2000, 0, 2040, 9}}},
		{{Text: "丁", Box: Box{-5, 0, 40, 9}, Confidence: 7}},
	}, 1000, 1000)
	for _, line := range lines {
		for _, w := range line {
			if w.Text != "丁" && w.Text != "\u200b" || w.Confidence > 1 || w.Box.X0 < 0 {
				t.Errorf("%+v", w)
			}
		}
	}
}

func TestScans(t *testing.T) {
	m := paper()
	lines := text(m)
	page := 0
	s := Scans{Engine: &Engine{Name: "fake", Recognize: func(Image) ([]Line, error) {
		switch page {
		case 1:
			return lines, nil
		case 2:
			return nil, errors.New("it stumbled")
		case 3:
			return nil, nil
		case 4:
			return lines[:5], nil
		}
		return nil, context.Canceled
	}}}
	for page = 1; page <= 4; page++ {
		n := page
		if _, ok, err := s.Page(n, m); ok != (n == 1 || n == 4) || err != nil {
			t.Errorf("page %d: %v, %v", n, ok, err)
		}
	}
	if _, _, err := s.Page(5, m); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if len(s.Read) != 2 || len(s.Remarks()) != 3 || s.Err() != nil {
		t.Errorf("read %v, said %v, %v", s.Read, s.Remarks(), s.Err())
	}
	var none Scans
	if none.More() || none.Err() != nil {
		t.Error("nobody was asked")
	}
}

// A page on its side is turned until the engine reads it: the way that it reads best.
func TestReadSideways(t *testing.T) {
	upright := paper()
	lines := text(upright)
	for quarters := 1; quarters <= 3; quarters++ {
		m := Image{quarter(upright.Gray, quarters), dpi}
		e := &Engine{Name: "fake", Recognize: func(m Image) ([]Line, error) {
			if m.Rect == upright.Rect && m.GrayAt(180, 206).Y < 60 && m.GrayAt(180, 212).Y < 60 {
				return lines, nil
			}
			return []Line{{{Text: "丨丨", Box: Box{100, 100, 130, 900}, Confidence: 0.3}}}, nil
		}}
		p, err := Read(e, m)
		if err != nil || p.Turned != 360-90*quarters || len(p.Glyphs) != 20*28 {
			t.Errorf("turned by %d quarters: %d characters, turned back by %d, %v", quarters, len(p.Glyphs), p.Turned, err)
		}
	}
}

// A line over two cells is cut at the ruling line; one that a line only touches is whole.
func TestParted(t *testing.T) {
	bars := []bar{{Box: Box{200, 0, 202, 500}, upright: true, ruled: true}, {Box: Box{399, 0, 401, 500}, upright: true, ruled: true}}
	out := parted([]Line{{{Text: "市民政局到明年底", Box: Box{80, 100, 400, 140}}}, {{Text: "区财政局", Box: Box{210, 100, 398, 140}}}}, bars)
	var words []string
	for _, line := range out {
		words = append(words, line.text())
	}
	if !slices.Equal(words, []string{"市民政", "局到明年底", "区财政局"}) || out[0][0].Box.X1 != 201 || out[1][0].Box.X0 != 201 {
		t.Errorf("%v", out)
	}
}

// A mark at the head of a line is kept where the line above had no room for it.
func TestBegin(t *testing.T) {
	word := func(text string, x0, y, x1 float64) Line { return Line{{text, Box{x0, y, x1, y + 40}, 1}} }
	out := begin([]Line{word("市商务局", 80, 100, 400), word("、市民政局", 82, 160, 402), word("。任务", 500, 160, 620)})
	if out[1].text() != "、市民政局" || out[2].text() != "任务" {
		t.Errorf("%v", out)
	}
}

// A page of which the engine makes hardly anything is an error, whatever it says.
func TestHardlyRecognised(t *testing.T) {
	m := paper()
	lines := text(m)
	for _, c := range []struct {
		name  string
		lines []Line
		sure  float64
		want  schema.Severity
	}{
		{"most of it is missed", lines[:5], 0.9, schema.Error},
		{"a part is missed", lines[:14], 0.9, schema.Warning},
		{"noise", lines, 0.3, schema.Error},
		{"all of it", lines, 0.9, ""},
	} {
		for _, l := range c.lines {
			for i := range l {
				l[i].Confidence = c.sure
			}
		}
		s := Scans{Engine: answering(c.lines)}
		if _, ok, err := s.Page(1, m); !ok || err != nil {
			t.Fatal(c.name, ok, err)
		}
		got := schema.Severity("")
		for _, d := range s.Remarks() {
			if d.Code == schema.UnreadContent {
				got = d.Severity
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q: %+v", c.name, got, c.want, s.Remarks())
		}
	}
}

// Of a page that has more words than are taken of one, the others are left out.
func TestMostWords(t *testing.T) {
	word := Word{Text: "字", Box: Box{0, 0, 9, 9}, Confidence: 1}
	n := 0
	for _, line := range tidy([]Line{slices.Repeat(Line{word}, maxWords-1), slices.Repeat(Line{word}, 3), {word}}, 100, 100) {
		n += len(line)
	}
	if n != maxWords {
		t.Errorf("%d words", n)
	}
}
