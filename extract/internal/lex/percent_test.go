package lex

import (
	"strings"
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

// TestMoreDigitsThanANumber: a run of digits that is no quantity is a code, so that no value is infinite or none.
func TestMoreDigitsThanANumber(t *testing.T) {
	many := strings.Repeat("5", 400)
	for text, want := range map[string]float64{
		"9007199254740991人": 1<<53 - 1, "1.5" + many + "万元": 1.555555555555555, "12345678901234567890人": -1,
		many + "人": -1, many + "." + many + "%": -1, strings.Repeat("五", 400) + "人": -1,
	} {
		s := Scan([]rune(text), []block.Range{{Start: 0, End: len([]rune(text))}})
		got := -1.0
		if tok := s.At(0); tok == nil {
			t.Errorf("%.20s: no token", text)
		} else if tok.Kind == Number {
			got = tok.Value
		}
		if got != want {
			t.Errorf("%.20s: %v, want %v", text, got, want)
		}
	}
}
