package extract

import "github.com/policyx/policyx/extract/amount"

// Reduce returns a value in base units, as Normalized has them (3万元 is 30000 元), a fraction as a share (三分之一, of unit 1, is 33.33 %) and a
// count without the numeral of its unit (2万人次 is 20000 人次), for values that stand in different units.
func Reduce(value float64, unit string) (float64, string) { return amount.Reduce(value, unit) }
