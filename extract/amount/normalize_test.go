package amount

import "testing"

func TestNormalize(t *testing.T) {
	tests := []struct {
		value float64
		unit  string
		want  float64
		to    string
		ok    bool
	}{
		{1.2, "万亿元", 1.2e12, "元", true},
		{7.2, "万元", 72000, "元", true},
		{300, "元", 300, "元", true},
		{20, "万平方米", 200000, "m²", true},
		{15, "亩", 10000, "m²", true},
		{3, "公顷", 30000, "m²", true},
		{60, "%", 60, "%", true},
		{8, "成", 80, "%", true},
		{3, "‰", 0.3, "%", true},
		{0.3, "个百分点", 0.3, "个百分点", false},
		{0.6667, "1", 0.6667, "1", false},
		{5000, "人次", 5000, "人次", false},
		{5, "万个", 5, "万个", false},
	}
	for _, tt := range tests {
		got, to, ok := Normalize(tt.value, tt.unit)
		if got != tt.want || to != tt.to || ok != tt.ok {
			t.Errorf("%v %s: got %v %s %v, want %v %s %v", tt.value, tt.unit, got, to, ok, tt.want, tt.to, tt.ok)
		}
	}
}
