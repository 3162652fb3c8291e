package source

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/policyx/policyx/schema"
)

const (
	simplified  = "云溪市人民政府办公室关于加快养老服务发展的通知\r\n各区人民政府，市有关单位：到2027年底，新建床位500张以上。\r\n"
	traditional = "雲溪市政府關於加快養老服務發展的通知\n各區政府，有關單位：請按照本通知要求認真辦理，並於年底前報告結果。\n"
)

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func utf16(e unicode.Endianness, bom unicode.BOMPolicy) encoding.Encoding {
	return unicode.UTF16(e, bom)
}

func TestOpenEncodings(t *testing.T) {
	gb := encode(t, simplifiedchinese.GB18030, simplified)
	u8 := []byte(simplified)
	meta := func(charset string) string { return `<html><meta charset="` + charset + `"><p>` }
	for _, tt := range []struct {
		name   string
		data   []byte
		opts   Options
		enc    string
		text   string
		faults int
	}{
		{"utf-8", u8, Options{}, "utf-8", simplified, 0},
		{"utf-8 with BOM", append([]byte("\xef\xbb\xbf"), u8...), Options{}, "utf-8", simplified, 0},
		{"ASCII", []byte("1. policy\n"), Options{}, "utf-8", "1. policy\n", 0},
		{"gb18030", gb, Options{}, "gb18030", simplified, 0},
		{"gb18030 with four bytes", encode(t, simplifiedchinese.GB18030, simplified+"㐂𠮷"), Options{}, "gb18030", simplified + "㐂𠮷", 0},
		{"named gb2312", gb, Options{Encoding: "GB2312"}, "gb18030", simplified, 0},
		{"named gbk", gb, Options{Encoding: " gbk "}, "gb18030", simplified, 0},
		{"named utf8", u8, Options{Encoding: "UTF8"}, "utf-8", simplified, 0},
		{"big5", encode(t, traditionalchinese.Big5, traditional), Options{}, "big5", traditional, 0},
		{"utf-16le with BOM", encode(t, utf16(unicode.LittleEndian, unicode.UseBOM), simplified), Options{}, "utf-16le", simplified, 0},
		{"utf-16be with BOM", encode(t, utf16(unicode.BigEndian, unicode.UseBOM), simplified), Options{}, "utf-16be", simplified, 0},
		{"utf-16le", encode(t, utf16(unicode.LittleEndian, unicode.IgnoreBOM), simplified), Options{}, "utf-16le", simplified, 0},
		{"utf-16be", encode(t, utf16(unicode.BigEndian, unicode.IgnoreBOM), simplified), Options{}, "utf-16be", simplified, 0},
		{"named utf-16", encode(t, utf16(unicode.BigEndian, unicode.UseBOM), simplified), Options{Encoding: "utf-16"}, "utf-16be", simplified, 0},
		{"meta claims gb2312 of utf-8", []byte(meta("gb2312") + simplified), Options{}, "utf-8", meta("gb2312") + simplified, 0},
		{"meta claims utf-8 of gb18030", append([]byte(meta("utf-8")), gb...), Options{}, "gb18030", meta("utf-8") + simplified, 0},
		{"meta claims gbk of big5", append([]byte(meta("gbk")), encode(t, traditionalchinese.Big5, traditional)...), Options{}, "big5", meta("gbk") + traditional, 0},
		{"utf-8 cut in a character", u8[:len("云溪市")-1], Options{}, "utf-8", "云溪\ufffd", 1},
		{"utf-8 with bad bytes", append(append([]byte{}, u8...), "\xff\xfe市\xe4\xba"...), Options{}, "utf-8", simplified + "\ufffd\ufffd市\ufffd", 3},
		{"gb18030 cut in a character", gb[:len(gb)-5], Options{}, "gb18030", "", 1},
		{"U+FFFD in the file itself", []byte("云溪\ufffd市"), Options{}, "utf-8", "云溪\ufffd市", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, diags, err := Open("x", tt.data, tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			if f.Encoding != tt.enc {
				t.Errorf("encoding %s, want %s", f.Encoding, tt.enc)
			}
			if tt.text != "" && f.Text != tt.text {
				t.Errorf("text %q, want %q", f.Text, tt.text)
			}
			if (len(diags) == 1) != (tt.faults > 0) {
				t.Fatalf("diagnostics %v, want %d faults", diags, tt.faults)
			}
			if tt.faults > 0 && (diags[0].Code != schema.DecodingErrors || diags[0].Severity != schema.Warning) {
				t.Errorf("diagnostic %v", diags[0])
			}
		})
	}
}

func TestOpenNUL(t *testing.T) {
	f, diags, err := Open("x", []byte(strings.ReplaceAll(simplified, "，", "\x00")), Options{})
	if err != nil || f.Encoding != "utf-8" || strings.Contains(f.Text, "\x00") || len(diags) != 1 {
		t.Fatalf("%v %v %+v", err, diags, f)
	}
	if !strings.HasPrefix(diags[0].Message, "2 NUL") {
		t.Errorf("message %q", diags[0].Message)
	}
}

const ole2 = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"

// Documents that are containers come out as they came in, whatever their name says.
func TestOpenContainers(t *testing.T) {
	for data, want := range map[string]File{
		"PK\x03\x04\x14\x00word/document.xml":                                 {Format: DOCX, Encoding: "ooxml"},
		ole2 + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00": {Format: DOC, Encoding: "ole2"},
		`{\rtf1\ansi`:                 {Format: RTF, Encoding: "rtf"},
		"%PDF-1.7\n%\xe2\xe3\xcf\xd3": {Format: PDF, Encoding: "pdf"},
		"PK\x03\x04\x14\x00OFD.xml":   {Format: OFD, Encoding: "ofd"},
	} {
		f, diagnostics, err := Open("notice.txt", []byte(data), Options{})
		if err != nil || f.Format != want.Format || f.Encoding != want.Encoding || f.Text != "" || string(f.Data) != data || diagnostics != nil {
			t.Errorf("%q: %+v %v %v", data, f, diagnostics, err)
		}
	}
	for _, name := range []Format{DOC, "wps"} {
		if f, _, err := Open("x", []byte("rubbish"), Options{Format: name}); err != nil || f.Format != DOC {
			t.Errorf("forced: %+v %v", f, err)
		}
	}
}

// Pictures are told by their first bytes.
func TestOpenPictures(t *testing.T) {
	for format, data := range map[Format]string{
		PNG: "\x89PNG\r\n\x1a\n\x00\x00", JPEG: "\xff\xd8\xff\xe0\x00\x10JFIF", WebP: "RIFF\x00\x00\x00\x00WEBPVP8 ", GIF: "GIF89a",
		BMP: "BM\x00\x10\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00", TIFF: "MM\x00*\x00\x00\x00\x08",
	} {
		f, _, err := Open("page", []byte(data), Options{})
		if err != nil || f.Format != format || !f.Format.Picture() || f.Encoding != string(format) {
			t.Errorf("%s: %+v, %v", format, f, err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i*i>>3 ^ i*31)
	}
	for _, tt := range []struct {
		name string
		data string
		opts Options
		want error
		text string
	}{
		{"empty", "", Options{}, ErrEmpty, "is empty"},
		{"white space", " \r\n\t　\ufeff", Options{}, ErrEmpty, "is empty"},
		{"png said to be text", "\x89PNG\r\n\x1a\n\x00\x00", Options{Format: Text}, ErrUnsupported, "a PNG image"},
		{"heif", "\x00\x00\x00\x18ftypheic", Options{}, ErrUnsupported, "a HEIF image"},
		{"docx said to be text", "PK\x03\x04\x14\x00word/document.xml", Options{Format: Text}, ErrUnsupported, "a Word document (docx), not text"},
		{"xlsx said to be text", "PK\x03\x04\x14\x00xl/workbook.xml", Options{Format: Text}, ErrUnsupported, "an Excel workbook (xlsx), not text"},
		{"xls said to be html", ole2 + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", Options{Format: HTML}, ErrUnsupported, "an Excel or WPS workbook"},
		{"ppt", ole2 + "P\x00o\x00w\x00e\x00r\x00P\x00o\x00i\x00n\x00t\x00 \x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", Options{}, ErrUnsupported, "a presentation"},
		{"ole2", ole2, Options{}, ErrUnsupported, "an OLE2 file"},
		{"encrypted docx", ole2 + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", Options{}, ErrEncrypted, "password"},
		{"rtf said to be text", `{\rtf1\ansi`, Options{Format: Text}, ErrUnsupported, "an RTF document (rtf), not text"},
		{"ceb", "Founder CEB\x00\x03", Options{}, ErrUnsupported, "a CEB document of Founder Apabi, which this version does not read: open it in Apabi Reader and print it to a PDF"},
		{"caj", "CAJ\x00\x01", Options{}, ErrUnsupported, "open it in CAJViewer"},
		{"kdh", "KDH 2.00 Copyright(C) 2000 CAJCD", Options{}, ErrUnsupported, "a CAJ document"},
		{"hn", "HN\x00\x00\xc8", Options{}, ErrUnsupported, "a CAJ document"},
		{"c8", "\xc8\x00\x00\x00\x01", Options{}, ErrUnsupported, "a CAJ document"},
		{"wdl", "DDocFB\x01\x02", Options{}, ErrUnsupported, "open it in DynaDoc"},
		{"uof", `<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"><字:主体/></uof:UOF>`, Options{}, ErrUnsupported, "a UOF document, which this version does not read: save it as docx"},
		{"uof 2", "PK\x03\x04\x14\x00uof.xml", Options{}, ErrUnsupported, "a UOF document"},
		{"gzip", "\x1f\x8b\x08\x00", Options{}, ErrUnsupported, "a gzip"},
		{"elf", "\x7fELF\x02\x01", Options{}, ErrUnsupported, "a program"},
		{"noise", string(noise), Options{}, ErrUnsupported, "binary data"},
		{"encoding", "云溪", Options{Encoding: "klingon"}, ErrUnknownEncoding, "klingon"},
		{"replacement encoding", "云溪", Options{Encoding: "replacement"}, ErrUnknownEncoding, "replacement"},
		{"format", "云溪", Options{Format: "odt"}, ErrUnknownFormat, "odt"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Open("notice.txt", []byte(tt.data), tt.opts)
			if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}

func TestFormatNames(t *testing.T) {
	for _, s := range signatures {
		if formatNames[s.format] == "" {
			t.Errorf("no name for %s", s.format)
		}
	}
}

func TestTextFormat(t *testing.T) {
	for text, want := range map[string]Format{
		"<!DOCTYPE html><html>":                   HTML,
		"\r\n <html>":                             HTML,
		"<div><p>通知</p></div>":                    HTML,
		"<!-- 注 --><p>通知</p>":                     HTML,
		"<?xml version=\"1.0\"?><html><body>":     HTML,
		strings.Repeat("通知<br>\n", 20):            HTML,
		"各县<市、区>人民政府：\n<附件>":                      Text,
		"<市、区>人民政府：\n":                            Text,
		"网页里的 <p> 标签\n":                           Text,
		"1 < 2 and a > b, <a, b>, <table of c>\n": Text,
	} {
		if got := textFormat(text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestOpenForced(t *testing.T) {
	f, _, err := Open("x", []byte("<p>通知</p>各有关单位"), Options{Format: Text})
	if err != nil || f.Format != Text {
		t.Errorf("%v %v", f, err)
	}
}

// The real files lie beside the project; where they are missing there is nothing to read.
func TestOpenCorpus(t *testing.T) {
	var names []string
	for _, pattern := range []string{"*", "*/*", "*/*/*"} {
		found, _ := filepath.Glob("../../../shared/corpus/" + pattern)
		names = append(names, found...)
	}
	if len(names) == 0 {
		t.Skip("no corpus beside the project")
	}
	formats := map[string]Format{".html": HTML, ".pdf": PDF, ".docx": DOCX, ".ofd": OFD, ".doc": DOC, ".wps": DOC, ".txt": Text}
	for _, name := range names {
		want, ok := formats[filepath.Ext(name)]
		if !ok {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, _, err := Open(name, data, Options{})
		if want == Text && err == nil && f.Format == Markdown { // a copy with front matter
			continue
		}
		if err != nil || f.Format != want {
			t.Errorf("%s: %+v %v", filepath.Base(name), f, err)
		}
	}
}

func BenchmarkOpenUTF8(b *testing.B) { benchmarkOpen(b, []byte(simplified)) }
func BenchmarkOpenGB18030(b *testing.B) {
	benchmarkOpen(b, encode(b, simplifiedchinese.GB18030, simplified))
}

func benchmarkOpen(b *testing.B, unit []byte) {
	data := bytes.Repeat(unit, 1000)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Open("x", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(simplified), "")
	f.Add(encode(f, simplifiedchinese.GB18030, simplified), "gbk")
	f.Add(encode(f, traditionalchinese.Big5, traditional), "")
	f.Add(encode(f, utf16(unicode.LittleEndian, unicode.UseBOM), simplified), "utf-16")
	f.Add([]byte("<html>\xff\x00\x81\x30\x81"), "iso-2022-jp")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		file, diags, err := Open("x", data, Options{Encoding: name})
		if err != nil {
			return
		}
		if !utf8.ValidString(file.Text) || strings.Contains(file.Text, "\x00") || len(diags) > 1 {
			t.Errorf("text %q, diagnostics %v", file.Text, diags)
		}
		if file.Encoding == "" || file.Format == "" {
			t.Errorf("no encoding or format: %+v", file)
		}
	})
}
