package bundle

import (
	"slices"
	"testing"
)

func TestParse(t *testing.T) {
	for name, want := range map[string]Name{
		"附件1.docx":          {true, 1, 0, ""},
		"a/附件 2：桥梁清单.docx":  {true, 2, 0, "桥梁清单"},
		"附件3-2 名单.xls":      {true, 3, 2, "名单"},
		"附件十一.pdf":          {true, 11, 0, ""},
		"（附件4）路面.doc":       {true, 4, 0, "路面"},
		"附件：清单.doc":         {true, 0, 0, "清单"},
		"附件2024年清单.doc":     {true, 0, 0, "2024年清单"},
		"附件一览表.doc":         {true, 0, 0, "一览表"},
		"附表2.doc":           {true, 2, 0, ""},
		"附1.doc":            {true, 1, 0, ""},
		"附近步道.doc":          {false, 0, 0, "附近步道"},
		"附属医院名单.doc":        {false, 0, 0, "附属医院名单"},
		"云溪市通知附件2：清单.doc":   {true, 2, 0, "清单"},
		"关于印发附件模板的通知.doc":   {false, 0, 0, "关于印发附件模板的通知"},
		"1.路面清单.docx":       {false, 1, 0, "路面清单"},
		"02、桥梁.docx":        {false, 2, 0, "桥梁"},
		"3-1 涵洞.docx":       {false, 3, 1, "涵洞"},
		"1.5亿元资金的通知.docx":   {false, 0, 0, "1.5亿元资金的通知"},
		"2024.05.01通知.docx": {false, 0, 0, "2024.05.01通知"},
		"3年行动.docx":         {false, 0, 0, "3年行动"},
		"关于2.0版的通知":         {false, 0, 0, "关于2.0版的通知"},
	} {
		if got := Parse(name); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func TestLess(t *testing.T) {
	want := []string{"附件1.txt", "附件2.txt", "附件2-1.txt", "附件2-2.txt", "附件9.txt", "附件10.txt", "a.txt", "清单.txt"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Less)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPageFolder(t *testing.T) {
	files := []string{"通知.html", "公告.HTM", "通知"}
	for folder, want := range map[string]bool{"通知_files": true, "公告.files": true, "通知_文件": true, "其他_files": false, "files": false, "_files": false, "通知": false} {
		if got := PageFolder(folder, files); got != want {
			t.Errorf("%s: %v", folder, got)
		}
	}
}

// FuzzParse holds that a name gives a number and a title, and no panic.
func FuzzParse(f *testing.F) {
	f.Add("附件3-2 名单.xls")
	f.Add("1.5亿元.doc")
	f.Fuzz(func(t *testing.T, name string) {
		if n := Parse(name); n.Number < 0 || n.Sub < 0 || Less(name, name) != 0 {
			t.Errorf("%q: %+v", name, n)
		}
	})
}

func TestEdition(t *testing.T) {
	for name, want := range map[string]string{"通知（征求意见稿）.html": "征求意见稿", "a/步道方案-定稿.docx": "定稿", "草案/通知.txt": "", "附件1.txt": ""} {
		if got := Edition(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
