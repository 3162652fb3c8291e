package align_test

import (
	"testing"

	"github.com/policyx/policyx/schema/align"
)

func TestHeading(t *testing.T) {
	for heading, want := range map[string]string{"一、重点任务": "重点任务", "（三） 完善 政策": "完善政策", "第二章 保障": "保障", "一体化推进": "一体化推进"} {
		if got := align.Heading(heading); got != want {
			t.Errorf("%q is known by %q, want %q", heading, got, want)
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, tt := range []struct {
		a, b        string
		least, most float64
	}{
		{"护理型床位占比", "护理型床位 占比", 1, 1},
		{"护理型床位占比", "护理型养老床位占比", 0.6, 0.99},
		{"护理型床位占比", "培训养老护理员", 0, 0.2},
		{"", "床位", 0, 0},
	} {
		if got := align.Likeness(tt.a, tt.b); got < tt.least || got > tt.most {
			t.Errorf("%q and %q are alike by %v", tt.a, tt.b, got)
		}
	}
}

func TestContained(t *testing.T) {
	part := align.Item{Title: "改造老旧管网", Text: "完成十公里。"}
	whole := align.Item{Title: "更新城市设施", Text: "改造老旧管网，完成十公里。建成口袋公园。"}
	if got := align.Contained(part, whole); got < 0.9 {
		t.Errorf("the part is contained by %v", got)
	}
	if got := align.Contained(whole, part); got > 0.6 {
		t.Errorf("the whole is contained by %v", got)
	}
	if got := align.Contained(align.Item{}, whole); got != 0 {
		t.Errorf("nothing is contained by %v", got)
	}
}
