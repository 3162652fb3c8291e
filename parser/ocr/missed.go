package ocr

// A cell of the grid on which ink is looked for that no line covers: an eighth of an inch, with so many
// hundredths of it dark, looks like text.
const (
	cellsPerInch = 8
	lightest     = 4
	darkest      = 55
)

// missed is which share of what looks like text stands in no line.
func (k *ink) missed(lines []Line, dpi int) float64 {
	side := max(2, dpi/cellsPerInch)
	across, down := k.w/side, k.h/side
	covered := make([]bool, across*down)
	for _, line := range lines {
		for _, w := range line {
			b := w.Box
			for y := max(0, int(b.Y0)/side-1); y <= min(down-1, int(b.Y1)/side+1); y++ {
				for x := max(0, int(b.X0)/side-1); x <= min(across-1, int(b.X1)/side+1); x++ {
					covered[y*across+x] = true
				}
			}
		}
	}
	all, missed := 0, 0
	for y := range down {
		for x := range across {
			if !k.textual(x*side, y*side, side) {
				continue
			}
			all++
			if !covered[y*across+x] {
				missed++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(missed) / float64(all)
}

// textual reports a cell with strokes in it: neither a speck, nor a ruling line alone, nor a bar.
func (k *ink) textual(x0, y0, side int) bool {
	n, rows, columns := 0, 0, make([]bool, side)
	for y := range side {
		inRow := 0
		for x := range side {
			if k.at(x0+x, y0+y) {
				inRow++
				columns[x] = true
			}
		}
		n += inRow
		if inRow > 0 {
			rows++
		}
	}
	wide := 0
	for _, c := range columns {
		if c {
			wide++
		}
	}
	return n*100 >= lightest*side*side && n*100 <= darkest*side*side && rows*3 >= side && wide*3 >= side
}
