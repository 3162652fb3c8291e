package lex

import (
	"testing"

	"github.com/policyx/policyx/parser/block"
)

func TestPercentInWords(t *testing.T) {
	tests := []struct {
		text  string
		value float64
		runes int
		form  Form
	}{
		{"百分之百", 100, 4, Percent},
		{"百分百", 100, 3, Percent},
		{"百分之六十", 60, 5, Percent},
		{"百分之三点五", 3.5, 6, Percent},
		{"百分之九十五以上", 95, 6, Percent},
		{"千分之三", 3, 4, PerMille},
		{"千分之二点五", 2.5, 6, PerMille},
	}
	for _, tt := range tests {
		r := []rune(tt.text)
		s := Scan(r, []block.Range{{Start: 0, End: len(r)}})
		if n := s.At(0); n == nil || n.Kind != Number || n.Form != tt.form || n.Value != tt.value || n.End != tt.runes {
			t.Errorf("%s: got %+v", tt.text, n)
		}
	}
}
