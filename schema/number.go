package schema

import "strconv"

// Number is a decimal that prints the same in JSON and YAML: without exponent, and
// without a fraction where it is whole.
type Number float64

// String returns the shortest decimal that reads back as n.
func (n Number) String() string { return strconv.FormatFloat(float64(n), 'f', -1, 64) }

// MarshalJSON prints n as [Number.String] does.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(n.String()), nil }

// MarshalYAML prints whole numbers as integers.
func (n Number) MarshalYAML() (any, error) {
	if i := int64(n); Number(i) == n {
		return i, nil
	}
	return float64(n), nil
}
