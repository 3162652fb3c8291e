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

func TestReduce(t *testing.T) {
	for _, tt := range []struct {
		value float64
		unit  string
		want  float64
		to    string
	}{
		{2, "万人次", 20000, "人次"}, {3, "万元", 30000, "元"}, {20, "人次", 20, "人次"}, {1.5, "亿千瓦时", 1.5e8, "千瓦时"},
		{12, "/10万", 12, "/10万"}, {2, "万", 2, "万"}, {5, "万分之一", 0.05, "%"}, {0.3333, "1", 33.33, "%"},
	} {
		if got, to := Reduce(tt.value, tt.unit); got != tt.want || to != tt.to {
			t.Errorf("%v %s: got %v %s, want %v %s", tt.value, tt.unit, got, to, tt.want, tt.to)
		}
	}
}
