package ocr

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/layout"
)

// tidy leaves out words without text or place, and puts those of a line in order.
func tidy(lines []Line, w, h float64) (out []Line) {
	count := 0
	for _, line := range lines {
		var kept Line
		for _, word := range line {
			word.Text = strings.Join(strings.FieldsFunc(word.Text, unprinted), " ")
			word.Box = word.Box.within(w, h)
			word.Confidence = min(max(word.Confidence, 0), 1)
			if word.Text == "" || !(word.Box.width() >= 1 && word.Box.height() >= 1) || math.IsNaN(word.Confidence) {
				continue
			}
			if count++; count > maxWords {
				break
			}
			kept = append(kept, word)
		}
		slices.SortStableFunc(kept, func(a, b Word) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return begin(out)
}

// begin takes off the marks that no line and no cell begins with, but for a mark that the line above had no room for.
func begin(lines []Line) (out []Line) {
	for _, line := range lines {
		if !goesOn(line, lines) {
			line = begun(line)
		}
		if len(line) > 0 {
			out = append(out, line)
		}
	}
	return out
}

// goesOn reports a line that begins with a mark and stands right under a full one that ends with none.
func goesOn(line Line, lines []Line) bool {
	first, _ := utf8.DecodeRuneInString(line[0].Text)
	if box := line[0].Box; utf8.RuneCountInString(line[0].Text) > 1 && closing(first) {
		return slices.ContainsFunc(lines, func(above Line) bool {
			end := above[len(above)-1]
			last, _ := utf8.DecodeLastRuneInString(end.Text)
			down := box.middle() - end.Box.middle()
			return !closing(last) && down > 0.7*box.height() && down < 2.5*box.height() &&
				math.Abs(above[0].Box.X0-box.X0) < 0.5*box.height() && end.Box.X1 > line[len(line)-1].Box.X1-box.height()
		})
	}
	return false
}

// begun takes off the marks that no line and no cell begins with, such as 。 and ”: Tesseract reads them into
// the blank before a cell.
func begun(line Line) (out Line) {
	for _, w := range line {
		first := len(out) == 0 || w.Box.X0-out[len(out)-1].Box.X1 > w.Box.height()
		if text := strings.TrimLeftFunc(w.Text, closing); first && text != w.Text {
			if w.Box.X0 += w.Box.width() * (1 - units([]rune(text))/units([]rune(w.Text))); text == "" {
				continue
			}
			w.Text = text
		}
		out = append(out, w)
	}
	return out
}

func unprinted(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == 0xFEFF }

// size is what a line is set in.
type size struct {
	em     float64 // of its characters, in pixels
	middle float64 // y of the middle of its characters
	units  float64 // how many ems it is long
}

// glyphs sets the lines, in points: the characters of a word share its box.
func glyphs(lines []Line, scale float64) (out []layout.Glyph) {
	for i, s := range sizes(lines) {
		line := lines[i]
		base := s.middle + 0.36*s.em // see layout.Glyph
		for k, w := range line {
			runes := []rune(w.Text)
			x0, x1 := w.Box.X0, end(line, k)
			if k+1 < len(line) && !lettersMeet(w.Text, line[k+1].Text) && line[k+1].Box.X0-x1 < column*s.em {
				x1 = max(x1, line[k+1].Box.X0) // no blank: Chinese has none
			}
			if k == 0 && opening(runes[0]) {
				x0 -= 0.5 * s.em // its ink begins in the middle of its square
			}
			if k == len(line)-1 && closing(runes[len(runes)-1]) {
				x1 += 0.5 * s.em
			}
			out = append(out, share(runes, x0, x1, base, s.em, scale)...)
		}
	}
	return out
}

// column is how many ems part what stands side by side in two columns or cells.
const column = 1.5

// end is where word k ends: not behind where the next one begins.
func end(line Line, k int) float64 {
	if w := line[k].Box; k+1 == len(line) || w.X1 <= line[k+1].Box.X0 {
		return w.X1
	}
	return max(line[k+1].Box.X0, line[k].Box.X0+1)
}

// lettersMeet reports that a letter or digit ends one word and begins the next.
func lettersMeet(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return width(last) < 1 && width(first) < 1
}

// share gives the characters of a word their room: a Chinese one twice as much as a letter.
func share(word []rune, x0, x1, base, em, scale float64) (out []layout.Glyph) {
	total := units(word)
	if total == 0 {
		return nil
	}
	each := (x1 - x0) / total
	for i, r := range word {
		room := unit(word, i) * each
		if r != ' ' {
			out = append(out, layout.Glyph{Rune: r, X0: x0 * scale, X1: (x0 + room) * scale, Base: base * scale, Em: em * scale})
		}
		x0 += room
	}
	return out
}

// unit is how wide character i is, in em. A space is one between letters only.
func unit(word []rune, i int) float64 {
	if word[i] != ' ' {
		return width(word[i])
	}
	if i > 0 && i+1 < len(word) && width(word[i-1]) < 1 && width(word[i+1]) < 1 {
		return 0.4
	}
	return 0
}

func units(word []rune) (sum float64) {
	for i := range word {
		sum += unit(word, i)
	}
	return sum
}

func width(r rune) float64 {
	if r >= 0x2E80 || r >= 0x2010 && r <= 0x2040 || r >= 0x2460 && r < 0x2600 {
		return 1
	}
	return 0.5
}

func opening(r rune) bool { return strings.ContainsRune("（《〈“‘【「〔", r) }
func closing(r rune) bool {
	return strings.ContainsRune("）》〉”’】」〕，。、；：！？", r)
}

// sizes measures the lines. The size of a line is what its characters take of its length, but no more than
// their height; sizes that differ by less than an engine's boxes do are one.
func sizes(lines []Line) []size {
	out := make([]size, len(lines))
	for i, line := range lines {
		out[i] = measure(line)
	}
	sorted := make([]*size, len(out))
	for i := range out {
		sorted[i] = &out[i]
	}
	slices.SortStableFunc(sorted, func(a, b *size) int { return cmp.Compare(a.em, b.em) })
	level(sorted)
	return out
}

func measure(line Line) (s size) {
	var heights, middles []float64
	length := 0.0
	for k, w := range line {
		length += end(line, k) - w.Box.X0
		n := units([]rune(w.Text))
		s.units += n
		for range max(1, int(2*n)) {
			heights, middles = append(heights, w.Box.height()), append(middles, w.Box.middle())
		}
	}
	slices.Sort(heights)
	slices.Sort(middles)
	s.middle = middles[len(middles)/2]
	s.em = heights[len(heights)/2] * 1.08 // ink does not fill the square
	if s.units > 0 {
		s.em = min(s.em, length/s.units)
	}
	return s
}

// alike is the ratio of sizes that are taken for one.
const alike = 1.25

// level gives lines of like size, in the order of their sizes, the same one: first those of the size that most
// characters have, then the smaller and the larger ones.
func level(sorted []*size) {
	if len(sorted) == 0 {
		return
	}
	usual := most(sorted)
	from, to := 0, len(sorted)
	for sorted[from].em*alike < usual {
		from++
	}
	for sorted[to-1].em > usual*alike {
		to--
	}
	for _, s := range sorted[from:to] {
		s.em = usual
	}
	level(sorted[:from])
	level(sorted[to:])
}

// most is the size of the character in the middle.
func most(sorted []*size) float64 {
	rest := 0.0
	for _, s := range sorted {
		rest += s.units
	}
	half := rest / 2
	for _, s := range sorted {
		if rest -= s.units; rest <= half {
			return s.em
		}
	}
	return sorted[len(sorted)-1].em
}
