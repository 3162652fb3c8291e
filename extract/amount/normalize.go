package amount

import (
	"math"
	"strings"
)

// base gives units in base units. Points (个百分点) are differences, not shares, and stay.
var base = []struct {
	unit   string
	factor float64
	to     string
}{
	{"元", 1, "元"}, {"千元", 1e3, "元"}, {"百元", 1e2, "元"}, {"百万元", 1e6, "元"}, {"千万元", 1e7, "元"}, {"块钱", 1, "元"},
	{"平方米", 1, "m²"}, {"平米", 1, "m²"}, {"平方", 1, "m²"}, {"㎡", 1, "m²"}, {"m²", 1, "m²"},
	{"平方公里", 1e6, "m²"}, {"平方千米", 1e6, "m²"}, {"公顷", 1e4, "m²"}, {"亩", 10000.0 / 15, "m²"},
	{"%", 1, "%"}, {"‰", 0.1, "%"}, {"成", 10, "%"}, {"折", 10, "%"}, {"万分之一", 0.01, "%"}, {"十万分之一", 0.001, "%"}, {"百万分之一", 0.0001, "%"},
}

// Normalize returns a value in base units: 元, m² or %; false where the unit stays.
// 2万亿元 is 2e12 元, 八成 is 80 %.
func Normalize(v float64, unit string) (float64, string, bool) {
	factor, rest := unscaled(unit)
	for _, b := range base {
		if b.unit == rest {
			return round(v * factor * b.factor), b.to, true
		}
	}
	return v, unit, false
}

// Reduce returns a value in base units, a fraction (unit 1) as the share it is, and a count without the numeral of its unit: 三分之一 is
// 33.33 %, 2万人次 is 20000 人次.
func Reduce(v float64, unit string) (float64, string) {
	if unit == "1" {
		return round(v * 100), "%"
	}
	if v, unit, ok := Normalize(v, unit); ok {
		return v, unit
	}
	if factor, rest := unscaled(unit); rest != "" && !strings.HasPrefix(rest, "/") && !strings.HasPrefix(rest, "分之") {
		return round(v * factor), rest
	}
	return v, unit
}

// unscaled is a unit without the numerals before it, and what they multiply by.
func unscaled(unit string) (factor float64, rest string) {
	factor, rest = 1, unit
	for rest != "万分之一" {
		if cut, ok := strings.CutPrefix(rest, "万"); ok {
			factor, rest = factor*1e4, cut
		} else if cut, ok := strings.CutPrefix(rest, "亿"); ok {
			factor, rest = factor*1e8, cut
		} else {
			break
		}
	}
	return factor, rest
}

// round takes the noise of binary fractions out of the sixth decimal and beyond.
func round(v float64) float64 {
	if math.Abs(v) > 1e9 {
		return math.Round(v)
	}
	return math.Round(v*1e6) / 1e6
}
