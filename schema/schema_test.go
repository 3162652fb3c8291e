package schema

import (
	"encoding/json"
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		in   Number
		want string
	}{
		{50, "50"}, {0, "0"}, {-3, "-3"}, {0.6667, "0.6667"}, {48.5, "48.5"}, {1e15, "1000000000000000"}, {1e-7, "0.0000001"},
	}
	for _, tt := range tests {
		got, err := json.Marshal(tt.in)
		if err != nil || string(got) != tt.want || tt.in.String() != tt.want {
			t.Errorf("%v prints as %s (%v), want %s", float64(tt.in), got, err, tt.want)
		}
		var back Number
		if err := json.Unmarshal(got, &back); err != nil || back != tt.in {
			t.Errorf("%s reads back as %v (%v)", got, back, err)
		}
	}
	if _, err := json.Marshal(Number(math.NaN())); err == nil {
		t.Error("NaN is written as JSON")
	}
}

func TestSeverityOrder(t *testing.T) {
	order := []Severity{Info, Warning, Error}
	for i, s := range order {
		for j, least := range order {
			if got := s.AtLeast(least); got != (i >= j) {
				t.Errorf("%s at least %s: %v", s, least, got)
			}
		}
	}
	if !Severity("new").AtLeast(Error) {
		t.Error("an unknown severity is taken lightly")
	}
}

func TestMeaningOfUnknownCode(t *testing.T) {
	if got := Code("no-such-code").Meaning(); got != "" {
		t.Errorf("an unknown code means %q", got)
	}
}
