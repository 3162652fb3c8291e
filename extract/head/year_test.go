package head_test

import (
	"testing"

	"github.com/policyx/policyx/extract/head"
)

func TestYear(t *testing.T) {
	for title, want := range map[string]int{
		"云溪市２０２６年工作任务清单":     2026,
		"云溪市步道目录（2020年版）":    0,
		"云溪市步道目录（2020年修订）":   0,
		"云溪市2024年和2025年工作任务": 0,
		"云溪市2026号工作任务清单":     0,
		"云溪市工作任务清单":          0,
	} {
		if got := head.Year(title); got != want {
			t.Errorf("%s: %d, want %d", title, got, want)
		}
	}
}

// TestWhatTimesCountFrom holds what a notice without a day of issue is dated by.
func TestWhatTimesCountFrom(t *testing.T) {
	const body = "各区水务局：\n一、修缮步道。加快施工。\n"
	for _, c := range []struct{ text, issued, want string }{
		{"发布日期：2024-03-08\n云溪市水务局关于修缮步道的通知\n云水发〔2023〕9号\n" + body + "云溪市水务局\n2024年3月5日\n", "2022-01-01", "2024-03-05"},
		{"发布日期：2024-03-08\n云溪市水务局关于修缮步道的通知\n云水发〔2023〕9号\n" + body, "2022-01-01", "2022-01-01"},
		{"发布日期：2024-03-08\n云溪市水务局关于修缮步道的通知\n云水发〔2023〕9号\n" + body, "no day", "2024-03-08"},
		{"云溪市水务局关于修缮步道的通知\n云水发〔2023〕9号\n" + body, "", "2023"},
		{"云溪市水务局关于修缮步道的通知\n" + body, "", ""},
	} {
		if got := read(t, c.text, head.Options{Issued: c.issued}).Issued; got != c.want {
			t.Errorf("%q counts from %q, want %q", c.text, got, c.want)
		}
	}
}
