package mail

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/pack"
	"github.com/policyx/policyx/parser/source"
)

// said lists the files of a message; the body with a star.
func said(format source.Format, data []byte) string {
	files, rest, err := Read(format, data)
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, f := range files {
		mark := ""
		if f.Body {
			mark = "*"
		}
		out = append(out, fmt.Sprintf("%s%s=%s", mark, f.Name, bytes.TrimSpace([]byte(source.Decode(f.Data, "")))))
	}
	if rest != nil {
		out = append(out, rest.Error())
	}
	return strings.Join(out, " | ")
}

// mail is a message with a content type and lines of a body.
func mail(contentType string, lines ...string) []byte {
	return []byte("From: a@example.com\r\nTo: b@example.com\r\nMIME-Version: 1.0\r\nContent-Type: " + contentType + "\r\n\r\n" + strings.Join(lines, "\r\n"))
}

func TestRead(t *testing.T) {
	const mixed = `multipart/mixed; boundary="b"`
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"packed":      {pack.Mail("见附件", pack.File{Name: "附件1：清单.txt", Data: []byte("清单")}), "*body.txt=见附件 | 附件1：清单.txt=清单"},
		"plain":       {mail("text/plain; charset=utf-8", "请落实。"), "*body.txt=请落实。"},
		"no type":     {[]byte("From: a\nTo: b\nSubject: c\n\n请落实。"), "*body.txt=请落实。"},
		"alternative": {mail(`multipart/alternative; boundary=b`, "--b", "Content-Type: text/plain", "", "简", "--b", "Content-Type: text/html", "", "<p>详</p>", "--b--"), "*body.html=<p>详</p>"},
		"quoted":      {mail(mixed, "--b", "Content-Type: text/plain", "Content-Transfer-Encoding: quoted-printable", "", "=E8=AF=B7=", "=E8=90=BD=E5=AE=9E", "--b--"), "*body.txt=请落实"},
		"rfc 2231": {mail(mixed, "--b", "Content-Disposition: attachment;", " filename*0*=gb18030''%CD%A8;", " filename*1*=%D6%AA;", " filename*2=.txt", "", "x", "--b--"),
			"通知.txt=x"},
		"utf-8 2231":   {mail(mixed, "--b", "Content-Disposition: attachment; filename*=UTF-8''%E9%80%9A%E7%9F%A5.txt", "", "x", "--b--"), "通知.txt=x"},
		"raw gbk":      {mail(mixed, "--b", "Content-Disposition: attachment; filename=\"\xcd\xa8\xd6\xaa.txt\"", "", "x", "--b--"), "通知.txt=x"},
		"split word":   {mail(mixed, "--b", "Content-Disposition: attachment; filename=\"=?gb2312?B?zajW?= =?gb2312?B?qi50eHQ=?=\"", "", "x", "--b--"), "通知.txt=x"},
		"q word":       {mail(mixed, "--b", "Content-Disposition: attachment; filename=\"=?GB2312?Q?=CD=A8=D6=AA.txt?=\"", "", "x", "--b--"), "通知.txt=x"},
		"broken off":   {mail(mixed, "--b", "Content-Disposition: attachment; filename=a.txt", "Content-Transfer-Encoding: base64", "", "5riF5Y2", "V"), "a.txt=清单 | " + ErrBroken.Error()},
		"path":         {mail(mixed, "--b", `Content-Disposition: attachment; filename="C:\\a\\b.txt"`, "", "x", "--b--"), "b.txt=x"},
		"picture":      {mail(`multipart/related; boundary=b`, "--b", "Content-Type: text/html", "", "<p>详</p>", "--b", "Content-Type: image/png; name=logo.png", "Content-ID: <1>", "", "x", "--b--"), "*body.html=<p>详</p>"},
		"message":      {mail(mixed, "--b", "Content-Type: message/rfc822", "", "Subject: x", "", "y", "--b--"), "message.eml=Subject: x\r\n\r\ny"},
		"quotes":       {mail("text/plain; charset=utf-8", "请落实。", "> 1.修缮步道。", ">> 2.更换路灯。"), "*body.txt=请落实。"},
		"quotes alone": {mail("text/plain; charset=utf-8", "> 请落实。"), "*body.txt=> 请落实。"},
		"empty":        {mail(mixed, "--b--"), ErrNoParts.Error()},
		"no boundary":  {mail("multipart/mixed", "x"), ErrNoParts.Error()},
		"header alone": {[]byte("From: a\r\nTo: b\r\nSubject: c"), "*body.txt="},
		"many":         {mail(mixed, strings.Repeat("--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n", 3)+"--b--"), "a.txt=x | a.txt=x | a.txt=x"},
	} {
		if got := said(source.EML, c.data); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	framed := mail("multipart/related; boundary=b", "--b", "Content-Type: text/html", "", "<p>通知</p>", "--b", "Content-Type: text/html", "Content-ID: <f>", "", "<p>任务</p>", "--b--")
	if got := said(source.MHTML, framed); got != "*page.html=<p>通知</p> | frame.html=<p>任务</p>" {
		t.Errorf("frame: %q", got)
	}
	if got := said(source.MHTML, pack.Page([]byte("<p>通知</p>"))); got != "*page.html=<p>通知</p>" {
		t.Errorf("page: %q", got)
	}
}

// TestHostile holds that nesting and counts have bounds.
func TestHostile(t *testing.T) {
	deep := []byte("x")
	for i := range 50 {
		b := fmt.Sprint("b", i)
		deep = mail("multipart/mixed; boundary="+b, "--"+b, "", "text", "--"+b, string(deep), "--"+b+"--")
	}
	if _, rest, err := Read(source.EML, deep); rest == nil && err == nil && strings.Contains(said(source.EML, deep), "b49") {
		t.Error("50 levels are read")
	}
	many := mail("multipart/mixed; boundary=b", strings.Repeat("--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n", 3*mostParts))
	files, rest, err := Read(source.EML, many)
	if err != nil || len(files) > mostParts || rest != ErrCut {
		t.Errorf("%d files, %v, %v", len(files), rest, err)
	}
	within := mail("multipart/mixed; boundary=a", "--a", "Content-Type: multipart/mixed; boundary=b", "", strings.Repeat("--b\r\n\r\nx\r\n", mostParts+1)+"--b--", "--a--")
	if _, rest, err := Read(source.EML, within); rest != ErrCut {
		t.Errorf("more parts than are read, one level down: %v, %v", rest, err)
	}
}

// FuzzRead holds that no message panics, and that a file has a name.
func FuzzRead(f *testing.F) {
	f.Add(pack.Mail("见附件", pack.File{Name: "附件1.txt", Data: []byte("清单")}))
	f.Add(pack.Page([]byte("<p>通知</p>")))
	f.Add(mail("multipart/alternative; boundary=b", "--b", "Content-Type: text/plain", "", "x", "--b--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range []source.Format{source.EML, source.MHTML} {
			files, _, err := Read(format, data)
			if (err == nil) == (len(files) == 0) || err != nil && !errors.Is(err, ErrNoParts) {
				t.Errorf("%d files, %v", len(files), err)
			}
			for _, file := range files {
				if file.Name == "" {
					t.Error("a file without name")
				}
			}
		}
	})
}
