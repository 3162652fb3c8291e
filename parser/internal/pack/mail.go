package pack

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime/quotedprintable"
	"strings"
)

// Mail is a message with a text in GB18030 and files, whose names stand in encoded words of gb18030.
func Mail(text string, files ...File) []byte {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\r\n", args...) }
	line("Received: from mail.example.com; Mon, 18 Mar 2024 09:00:00 +0800")
	line("From: %s <a@example.com>\r\nTo: b@example.com\r\nSubject: %s", word("云溪市水务局"), word("请查收"))
	line("MIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n\tboundary=\"=_1\"\r\n")
	line("--=_1\r\nContent-Type: text/plain; charset=\"gb18030\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s", wrapped([]byte(gb(text))))
	for _, f := range files {
		line("--=_1\r\nContent-Type: application/octet-stream; name=\"%s\"", word(f.Name))
		line("Content-Disposition: attachment; filename=\"%s\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%s", word(f.Name), wrapped(f.Data))
	}
	line("--=_1--")
	return []byte(b.String())
}

// Page is a page saved with a picture as MHTML.
func Page(html []byte) []byte {
	var b bytes.Buffer
	b.WriteString("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/notice.html\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----Boundary--1----\"\r\n\r\n\r\n" +
		"------Boundary--1----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n" +
		"Content-Location: https://example.com/notice.html\r\n\r\n")
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write(html); err != nil {
		panic(err) // a buffer takes everything
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	b.WriteString("\r\n------Boundary--1----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n" +
		"Content-Location: https://example.com/logo.png\r\n\r\niVBORw0KGgo=\r\n\r\n------Boundary--1------\r\n")
	return b.Bytes()
}

// word is an encoded word (RFC 2047).
func word(s string) string {
	return "=?gb18030?B?" + base64.StdEncoding.EncodeToString([]byte(gb(s))) + "?="
}

func wrapped(data []byte) string {
	var b strings.Builder
	text := base64.StdEncoding.EncodeToString(data)
	for len(text) > 76 {
		b.WriteString(text[:76] + "\r\n")
		text = text[76:]
	}
	return b.String() + text
}
