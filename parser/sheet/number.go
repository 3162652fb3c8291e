package sheet

import (
	"math"
	"strconv"
	"strings"
)

// showNumber fills the digits of a number into the places of a section.
func (s *section) showNumber(v float64) string {
	for range min(s.percents, 4) {
		v *= 100
	}
	for range min(s.thousands, 8) {
		v /= 1000
	}
	sign := ""
	if math.Signbit(v) {
		sign, v = "-", -v
	}
	var whole, decimals, exp string
	switch {
	case s.whole+s.decimals == 0:
		return s.around("") // literals alone
	case s.fraction:
		return sign + s.showFraction(v)
	case s.exponents > 0:
		whole, decimals, exp = s.scientific(v)
	default:
		whole, decimals, _ = strings.Cut(strconv.FormatFloat(rounded(v, s.decimals), 'f', min(s.decimals, 30), 64), ".")
	}
	if strings.Trim(whole+decimals, "0") == "" {
		sign = "" // -0.00
	}
	if whole == "0" {
		whole = ""
	}
	return sign + s.fill(whole, decimals, exp)
}

// rounded takes the error of the binary number off half a unit of the last place: 1.005 is shown as 1.01.
func rounded(v float64, decimals int) float64 {
	if decimals > 12 || v > 1e12 {
		return v
	}
	scale := math.Pow(10, float64(decimals))
	if n := math.Round(v * scale * (1 + 1e-15)); math.Abs(v*scale-n) <= 0.5+1e-6 {
		return n / scale
	}
	return v
}

// scientific returns the digits of a number in the way that the places before the exponent ask.
func (s *section) scientific(v float64) (whole, decimals, exp string) {
	e := 0
	if v > 0 {
		e = int(math.Floor(math.Log10(v)))
		if step := max(s.whole, 1); step > 1 {
			e = int(math.Floor(float64(e)/float64(step))) * step
		}
		v /= math.Pow(10, float64(e))
	}
	whole, decimals, _ = strings.Cut(strconv.FormatFloat(v, 'f', min(s.decimals, 30), 64), ".")
	if whole == "10" && s.whole <= 1 {
		whole, e = "1", e+1
	}
	return whole, decimals, strconv.Itoa(e)
}

// fill writes the section with the digits in its places: those before the first place stand there too.
func (s *section) fill(whole, decimals, exp string) string {
	var out strings.Builder
	places, at, behind, inExponent := s.whole, 0, false, false
	for _, t := range s.tokens {
		switch t.kind {
		case literal:
			out.WriteString(t.text)
		case point:
			if behind = true; s.whole == 0 {
				out.WriteString(whole)
			}
			if s.pointShows(decimals) {
				out.WriteByte('.')
			}
		case exponent:
			inExponent = true
			n, _ := strconv.Atoi(exp)
			out.WriteByte('E')
			if n < 0 {
				out.WriteByte('-')
			} else if t.text == "+" {
				out.WriteByte('+')
			}
			digits := strconv.Itoa(max(n, -n))
			out.WriteString(strings.Repeat("0", max(s.exponents-len(digits), 0)) + digits)
		case digit:
			switch {
			case inExponent:
			case behind:
				if at < len(decimals) && (t.text == "0" || strings.Trim(decimals[at:], "0") != "") {
					out.WriteByte(decimals[at])
				}
				at++
			default:
				s.putWhole(&out, t.text, whole, places)
				places--
			}
		}
	}
	return out.String()
}

// pointShows reports that the point is shown: what stands behind it is no # without digits. One that always shows does so
// in Excel (12.), which no reader wants.
func (s *section) pointShows(decimals string) bool {
	behind := false
	for _, t := range s.tokens {
		if t.kind == point {
			behind = true
		} else if behind && t.kind == digit && t.text == "0" {
			return true
		}
	}
	return strings.Trim(decimals, "0") != ""
}

// putWhole writes the digit of one of the places before the point, of which so many are left;
// at the first one all digits that have no place.
func (s *section) putWhole(out *strings.Builder, place, whole string, left int) {
	write := func(n int) { // the nth digit from the right
		out.WriteByte(whole[len(whole)-n])
		if s.grouped && n > 1 && (n-1)%3 == 0 {
			out.WriteByte(',')
		}
	}
	if left == s.whole {
		for n := len(whole); n > left; n-- {
			write(n)
		}
	}
	switch {
	case left <= len(whole):
		write(left)
	case place == "0":
		out.WriteByte('0')
		if s.grouped && left > 1 && (left-1)%3 == 0 {
			out.WriteByte(',')
		}
	}
}

// showFraction shows a number as 1 1/2 or 3/2: as many digits as the section has behind the bar.
func (s *section) showFraction(v float64) string {
	before, behind, mixed, digits := 0, 0, false, false
	fixed := ""
	bars := false
	for _, t := range s.tokens {
		switch {
		case t.kind == bar:
			bars = true
		case t.kind == digit && bars:
			behind++
		case t.kind == digit:
			if digits && before == 0 {
				mixed = true
			}
			digits = true
		case t.kind == literal && bars && behind == 0:
			fixed += strings.TrimSpace(t.text)
		case t.kind == literal && digits && !bars:
			mixed = true
		}
	}
	whole, rest := math.Modf(v)
	if !mixed {
		whole, rest = 0, v
	}
	most := math.Pow(10, float64(min(max(behind, 1), 3))) - 1
	num, den := nearest(rest, int(most))
	if n, err := strconv.Atoi(fixed); err == nil && n > 0 && n < 10000 {
		num, den = int(math.Round(rest*float64(n))), n
	}
	switch {
	case num == 0:
		return strconv.FormatFloat(whole, 'f', 0, 64)
	case num == den && mixed:
		return strconv.FormatFloat(whole+1, 'f', 0, 64)
	case whole == 0:
		return strconv.Itoa(num) + "/" + strconv.Itoa(den)
	}
	return strconv.FormatFloat(whole, 'f', 0, 64) + " " + strconv.Itoa(num) + "/" + strconv.Itoa(den)
}

// nearest returns the fraction next to v with a denominator up to most.
func nearest(v float64, most int) (num, den int) {
	best := math.Inf(1)
	for d := 1; d <= most; d++ {
		n := math.Round(v * float64(d))
		if off := math.Abs(v - n/float64(d)); off < best-1e-12 {
			best, num, den = off, int(n), d
		}
	}
	return num, den
}
