package ofd

import (
	"math"
	"strconv"
	"strings"
)

// point is how many points a millimetre has.
const point = 72 / 25.4

// numbers reads numbers with white space between them; a word that is none ends them.
func numbers(s string) (out []float64) {
	for f := range strings.FieldsSeq(s) {
		v, err := strconv.ParseFloat(f, 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			break
		}
		out = append(out, v)
	}
	return out
}

// deltas reads the steps between characters: 5 5 2.5, or g 3 5 for 5 5 5. There are at
// most as many as are wanted.
func deltas(s string, want int) (out []float64) {
	fields := strings.Fields(s)
	for i := 0; i < len(fields) && len(out) < want; i++ {
		n := 1
		if fields[i] == "g" {
			if i+2 >= len(fields) {
				break
			}
			n, _ = strconv.Atoi(fields[i+1])
			i += 2
		}
		v, err := strconv.ParseFloat(fields[i], 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			break
		}
		for range min(max(n, 0), want-len(out)) {
			out = append(out, v)
		}
	}
	return out
}

// matrix is a transformation: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

// place is the transformation of an object: its CTM, then its boundary's corner.
func place(ctm, boundary string) (matrix, []float64) {
	m := matrix{1, 0, 0, 1, 0, 0}
	if v := numbers(ctm); len(v) >= 6 {
		copy(m[:], v)
	}
	box := numbers(boundary)
	if len(box) >= 2 {
		m[4] += box[0]
		m[5] += box[1]
	}
	return m, box
}

// apply maps a point of an object, in millimetres, to points of the page.
func (m matrix) apply(x, y float64) (float64, float64) {
	return (m[0]*x + m[2]*y + m[4]) * point, (m[1]*x + m[3]*y + m[5]) * point
}

// upright reports a transformation that turns nothing.
func (m matrix) upright() bool {
	return m[0] > 0 && m[3] > 0 && math.Abs(m[1]) < 0.05*m[0] && math.Abs(m[2]) < 0.3*m[3]
}
