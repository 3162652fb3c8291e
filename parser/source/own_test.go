package source

import (
	"errors"
	"testing"
)

func TestOwnData(t *testing.T) {
	for text, want := range map[string]string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//policyx//policyx//ZH\r\n":                    "policyx",
		"BEGIN:VCALENDAR\nSUMMARY:制定云溪市方案\nEND:VCALENDAR\n":                                       "ics",
		"file,id,title,text,lead,support,responsible,deadlines,due,targets,path,line\r\n":         "policyx",
		"# 云溪市通知\n\n| 项目 | 内容 |\n| --- | --- |\n| 源文件 | a.txt（text，40字） |\n":                      "policyx",
		"# 云溪市通知\n\n| 项目 | 内容 |\n| --- | --- |\n| 养老 | 建站 |\n":                                    "",
		"# 云溪市通知\n\n一、建站。\n":                                                                      "",
		"<html><head><meta name=\"generator\" content=\"policyx\"></head><body>云溪市</body></html>": "policyx",
		"<html><head><meta name=\"generator\" content=\"site\"></head><body>云溪市</body></html>":    "",
		"源文件,任务,出处行\n甲,建站,1\n":                                                                    "",
	} {
		_, _, err := Open("", []byte(text), Options{})
		var refused *UnsupportedError
		got := ""
		if errors.As(err, &refused) {
			got = refused.Format
		}
		if got != want {
			t.Errorf("%q is %q (%v), want %q", text, got, err, want)
		}
	}
}
