package parser_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/internal/pack"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

const letter = "云溪市人民政府关于修缮步道的通知\n云政发〔2024〕6号\n各县（市、区）人民政府：\n请认真落实以下工作。\n一、修缮步道。2025年底前修缮步道10公里。（市水务局负责）\n"

// list is an attachment with a title of its own.
func list(title string) []byte {
	return []byte(title + "\n一、巡查" + title + "。每月巡查1次，发现问题及时整改。（市水务局负责）\n")
}

// TestContainers writes the archives and mails of testdata/formats with -update: notices of testdata as Chinese Windows packs them.
func TestContainers(t *testing.T) {
	for name, make := range map[string]func(pack.File) []byte{
		"label-lines.zip": func(f pack.File) []byte { return pack.Zip(f) },
		"label-lines.rar": func(f pack.File) []byte { return pack.RAR(f) },
		"label-lines.eml": func(f pack.File) []byte { return pack.Mail("各位同事：\n通知见附件，请查收。\n", f) },
		"page.mht":        func(f pack.File) []byte { return pack.Page(f.Data) },
	} {
		notice, err := filepath.Glob("../testdata/notices/" + strings.TrimSuffix(name, filepath.Ext(name)) + ".*")
		if err != nil || len(notice) != 1 {
			t.Fatal(notice, err)
		}
		data, err := os.ReadFile(notice[0])
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("../testdata/formats", name)
		want := make(pack.File{Name: "关于消防安全治理的通知" + filepath.Ext(notice[0]), Data: data})
		if *update {
			if err := os.WriteFile(path, want, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the test makes (%v): go test ./parser -update", name, err)
		}
	}
}

// notices reads all of an input: a line each, the parts and why others are left out.
func notices(name string, data []byte) string {
	var out []string
	for d, err := range parser.ParseAll(name, data, parser.Options{}) {
		if err != nil {
			out = append(out, "! "+err.Error())
			continue
		}
		out = append(out, described(d))
	}
	return strings.Join(out, "\n")
}

func described(d *parser.Document) string {
	s := d.Source.Name + " " + d.Source.Format
	for i, p := range d.Source.Parts {
		s += " " + p.Name
		if i > 0 && p.Start <= d.Source.Parts[i-1].Start || p.Start >= len(d.Text) {
			s += "?"
		}
	}
	for _, r := range d.Diagnostics {
		if r.Code == schema.UnreadContent || r.Code == schema.DuplicatePart || r.Code == schema.SeveralNotices {
			s += fmt.Sprintf(" | %s %s", r.Severity, r.Message)
		}
	}
	return s
}

// TestOneNotice holds which files make one notice, and in which order.
func TestOneNotice(t *testing.T) {
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00")
	other := strings.NewReplacer("步道", "路灯", "6号", "7号", "水务", "住建", "10公里", "300盏", "一、", "一、更换路灯。").Replace(letter)
	html := "<html><head><title>云溪市人民政府关于修缮步道的通知</title></head><body><div class=content><p>" + strings.ReplaceAll(letter, "\n", "</p><p>") +
		"</p><p>二、加强巡查。各地要加强巡查，及时发现问题，落实整改措施，确保步道安全畅通。（市水务局牵头，市财政局配合）</p></div></body></html>"
	text := letter + "二、加强巡查。各地要加强巡查，及时发现问题，落实整改措施，确保步道安全畅通。（市水务局牵头，市财政局配合）\n"
	for name, c := range map[string]struct {
		files []pack.File
		want  string
	}{
		"numbers": {[]pack.File{{Name: "附件10 桥梁.txt", Data: list("桥梁")}, {Name: "附件9.txt", Data: list("涵洞")}, {Name: "附件二：路面.txt", Data: list("路面")}, {Name: "通知.txt", Data: []byte(letter)}, {Name: "附件2-1.txt", Data: list("标线")}},
			"a.zip zip 通知.txt 附件二：路面.txt 附件2-1.txt 附件9.txt 附件10 桥梁.txt"},
		"listed": {[]pack.File{{Name: "b/桥梁清单.txt", Data: list("桥梁清单")}, {Name: "b/通知.txt", Data: []byte(letter + "附件：1.路面清单\n2.桥梁清单\n")}, {Name: "b/路面清单.txt", Data: list("路面清单")}},
			"a.zip zip b/通知.txt b/路面清单.txt b/桥梁清单.txt"},
		"issued": {[]pack.File{{Name: "1.txt", Data: []byte(strings.ReplaceAll(letter, "关于修缮步道的通知", "关于印发步道管理办法的通知"))}, {Name: "步道管理办法.txt", Data: list("步道管理办法")}},
			"a.zip zip 1.txt 步道管理办法.txt"},
		"several": {[]pack.File{{Name: "路灯.txt", Data: []byte(other)}, {Name: "步道修缮通知.txt", Data: []byte(letter)}, {Name: "步道修缮通知附件1.txt", Data: list("路面")}},
			"a.zip/步道修缮通知.txt bundle 步道修缮通知.txt 步道修缮通知附件1.txt\na.zip/路灯.txt text"},
		"folders": {[]pack.File{{Name: "1/步道.txt", Data: []byte(letter)}, {Name: "1/附件.txt", Data: list("路面")}, {Name: "2/路灯.txt", Data: []byte(other)}, {Name: "2/附件/清单.txt", Data: list("灯杆")}},
			"a.zip/1/步道.txt bundle 1/步道.txt 1/附件.txt\na.zip/2/路灯.txt bundle 2/路灯.txt 2/附件/清单.txt"},
		"beside a folder": {[]pack.File{{Name: "正文/步道.txt", Data: []byte(letter)}, {Name: "附件/1.路面.txt", Data: list("路面")}},
			"a.zip zip 正文/步道.txt 附件/1.路面.txt"},
		"twins": {[]pack.File{{Name: "通知.html", Data: []byte(html)}, {Name: "正式文本.txt", Data: []byte(text)}},
			"a.zip zip 通知.html | warning The page has little running text; it may not show a whole notice. | info 正式文本.txt says what 通知.html says, and was left out."},
		"editions": {[]pack.File{{Name: "通知（征求意见稿）.html", Data: []byte(html)}, {Name: "通知（定稿）.txt", Data: []byte(strings.Replace(text, "修缮步道10公里", "修缮步道16公里", 1))}},
			"a.zip/通知（定稿）.txt text | warning 通知（定稿）.txt is another edition of 通知（征求意见稿）.html, and both are kept: it has “底前修缮步道16公里市水务局负” where that has “底前修缮步道10公里市水务局负”.\n" +
				"a.zip/通知（征求意见稿）.html html | warning The page has little running text; it may not show a whole notice."},
		"a wording": {[]pack.File{{Name: "通知.html", Data: []byte(html)}, {Name: "通知.txt", Data: []byte(strings.Replace(text, "市财政局配合", "市审计局配合", 1))}},
			"a.zip zip 通知.html | warning The page has little running text; it may not show a whole notice. | warning 通知.txt says what 通知.html says but for “市水务局牵头市审计局配合”, and was left out."},
		"a longer one": {[]pack.File{{Name: "通知.html", Data: []byte(html)}, {Name: "通知.txt", Data: []byte(text + "三、安排资金。各地要足额安排2万元。\n")}},
			"a.zip zip 通知.txt | info 通知.html says what 通知.txt says, and was left out."},
		"the same attachment": {[]pack.File{{Name: "1/步道.txt", Data: []byte(letter)}, {Name: "1/附件.txt", Data: list("路面")}, {Name: "2/路灯.txt", Data: []byte(other)}, {Name: "2/附件.txt", Data: list("路面")}},
			"a.zip/1/步道.txt bundle 1/步道.txt 1/附件.txt\na.zip/2/路灯.txt bundle 2/路灯.txt 2/附件.txt"},
		"the same twice": {[]pack.File{{Name: "通知.txt", Data: []byte(letter)}, {Name: "通知（副本）.txt", Data: []byte(letter)}},
			"a.zip zip 通知.txt | info 通知（副本）.txt says what 通知.txt says, and was left out."},
		"scan in a Word document": {[]pack.File{{Name: "通知.txt", Data: []byte(letter)}, {Name: "附件1.rtf", Data: []byte(`{\rtf1{\pict 00}}`)}},
			"a.zip zip 通知.txt | warning 附件1.rtf holds pictures but no text."},
		"pictures": {[]pack.File{{Name: "通知.txt", Data: []byte(letter)}, {Name: "附件1.png", Data: png}},
			"a.zip zip 通知.txt | warning 附件1.png is a picture (PNG): put it through text recognition (OCR) first."},
		"damaged": {[]pack.File{{Name: "通知.txt", Data: []byte(letter)}, {Name: "附件1.xlsx", Data: []byte("PK\x03\x04[Content_Types].xml xl/workbook.xml")}, {Name: "附件2.pdf", Data: []byte("%PDF-1.4\n1 0 obj\n")}, {Name: "附件3.doc", Data: []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600))}, {Name: "附件4.xlsx"}},
			"a.zip zip 通知.txt | error 附件1.xlsx is a damaged workbook: zip: not a valid zip file. | error 附件2.pdf is a damaged PDF: it cannot be opened. | error 附件3.doc is an OLE2 file, which this version does not read. | error 附件4.xlsx is empty."},
		"issued first": {[]pack.File{{Name: "附件1.txt", Data: list("路面")}, {Name: "步道管理办法.txt", Data: list("步道管理办法")}, {Name: "通知.txt", Data: []byte(strings.ReplaceAll(letter, "关于修缮步道的通知", "关于印发步道管理办法的通知"))}},
			"a.zip zip 通知.txt 步道管理办法.txt 附件1.txt"},
		"short title": {[]pack.File{{Name: "指标表.txt", Data: list("指标表")}, {Name: "通知.txt", Data: []byte(letter + "附件：1.路面清单\n2.指标表\n")}},
			"a.zip zip 通知.txt 指标表.txt"},
		"saved page": {[]pack.File{{Name: "通知.html", Data: []byte(html)}, {Name: "通知_files/a.js", Data: []byte("x")}, {Name: "通知_files/frame.html", Data: []byte(html)}},
			"a.zip zip 通知.html | warning The page has little running text; it may not show a whole notice."},
		"nested": {[]pack.File{{Name: "通知.txt", Data: []byte(letter)}, {Name: "附件.zip", Data: pack.Zip(pack.File{Name: "附件2.txt", Data: list("桥梁")}, pack.File{Name: "附件1.txt", Data: list("路面")})}},
			"a.zip zip 通知.txt 附件.zip/附件1.txt 附件.zip/附件2.txt"},
		"too deep": {[]pack.File{{Name: "a.zip", Data: pack.Zip(pack.File{Name: "b.zip", Data: pack.Zip(pack.File{Name: "c.zip", Data: pack.Zip(pack.File{Name: "d.txt", Data: []byte(letter)})})})}},
			"! a.zip: a.zip/b.zip/c.zip is packed more than 3 times: unpack it, and name the files themselves"},
		"nothing": {nil, "! a.zip: is empty"},
		"unreadable": {[]pack.File{{Name: "1.png", Data: png}, {Name: "2.png", Data: png}},
			"! a.zip: none of 2 files can be read: 1.png is a picture (PNG): put it through text recognition (OCR) first"},
	} {
		if got := notices("a.zip", pack.Zip(c.files...)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestMail holds when a mail's own text is a notice.
func TestMail(t *testing.T) {
	attached := pack.File{Name: "附件1：路面清单.txt", Data: list("路面清单")}
	for text, want := range map[string]string{
		"见附件": "m.eml eml 附件1：路面清单.txt",
		"各位同事：现将路面清单发给你们，请认真研究并抓好落实。\n": "m.eml eml 附件1：路面清单.txt | info body.txt is the text of the mail itself, which is no notice, and was left out.",
		letter: "m.eml eml body.txt 附件1：路面清单.txt",
		"云溪市步道安排\n一、修缮步道10公里。\n":         "m.eml eml body.txt 附件1：路面清单.txt",
		"请修缮步道10公里（市水务局负责），清单见附件。\n":     "m.eml eml body.txt 附件1：路面清单.txt",
		"各位同事：请于3月10日前反馈对路面清单的意见。\n":     "m.eml eml 附件1：路面清单.txt | warning body.txt is the text of the mail itself, which is no notice but says by when something is to be done, and was left out.",
		`{"任务": ["更换路灯"]}`:               "m.eml eml 附件1：路面清单.txt | warning body.txt is JSON, which this version does not read: with --records, notices come as JSON, a line each.",
		"各位同事：路面清单见附件，请查收。\n2024年3月5日\n": "m.eml eml 附件1：路面清单.txt | info body.txt is the text of the mail itself, which is no notice, and was left out.",
	} {
		if got := notices("m.eml", pack.Mail(text, attached)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", text, got, want)
		}
	}
	two := pack.Mail("两份通知见附件，请查收。\n", pack.File{Name: "步道.txt", Data: []byte(letter)}, pack.File{Name: "路灯.txt", Data: []byte(strings.ReplaceAll(letter, "步道", "路灯"))})
	if got := notices("m.eml", two); got != "m.eml/步道.txt bundle 步道.txt | info body.txt is the text of the mail itself, which is no notice, and was left out.\nm.eml/路灯.txt text" {
		t.Errorf("two: %s", got)
	}
	cut := pack.Mail(letter, attached)
	if got := notices("m.eml", cut[:len(cut)-12]); got != "m.eml eml body.txt 附件1：路面清单.txt | error the rest of the message is missing: it breaks off before its closing boundary." {
		t.Errorf("cut: %s", got)
	}
	if got := notices("m.eml", pack.Mail(letter)); got != "m.eml eml body.txt" {
		t.Errorf("alone: %s", got)
	}
}

// TestFrame holds that a frame of a saved page that gives tasks is a part, or said where it cannot be read; another is none.
func TestFrame(t *testing.T) {
	const page = "Subject: x\r\nSnapshot-Content-Location: https://example.com/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n%s\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>%s</p>\r\n--b--\r\n"
	body := "<p>" + strings.ReplaceAll(strings.Repeat("一、修缮步道。各地要加强巡查，及时发现问题，落实整改措施，确保步道安全畅通。（市水务局负责）\n", 4), "\n", "</p><p>") + "</p>"
	tasks := strings.ReplaceAll(strings.ReplaceAll(letter, "步道", "路灯"), "\n", "</p><p>") + strings.ReplaceAll(body, "步道", "路灯")
	for frame, want := range map[string]string{
		tasks: "m.mht mhtml page.html frame.html",
		"（二）更换路灯。（市住建局牵头）": "m.mht mhtml page.html | warning frame.html is no notice: no notice text in this page.",
		"扫一扫": "m.mht mhtml page.html",
	} {
		if got := notices("m.mht", fmt.Appendf(nil, page, body, frame)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", frame, got, want)
		}
	}
}

// TestBundle holds that files named together are one notice, whose parts are structured as if each stood alone.
func TestBundle(t *testing.T) {
	files := []parser.File{
		{Name: "附件2.txt", Data: []byte("一、巡查。每月巡查1次，发现问题及时整改。（市水务局负责）")},
		{Name: "附件1.txt", Data: list("路面清单")},
		{Name: "通知.txt", Data: []byte(letter + "附件：1.路面清单\n2.桥梁清单\n")},
		{Name: "a.png", Data: []byte("\x89PNG\r\n\x1a\n")},
	}
	var first *parser.Document
	for range 2 {
		d, err := parser.ParseBundle("通知", files, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := letter + "附件：1.路面清单\n2.桥梁清单\n" + string(list("路面清单")) + "桥梁清单\n" + string(files[len(files)-1].Data)
		if files[0].Name == "附件2.txt" {
			want = letter + "附件：1.路面清单\n2.桥梁清单\n" + string(list("路面清单")) + "桥梁清单\n" + string(files[0].Data)
		}
		if string(d.Text) != want {
			t.Errorf("text\n%s\nwant\n%s", string(d.Text), want)
		}
		if len(d.Parts) != 3 || d.Join(d.Parts[1].Title...) != "路面清单" || d.Join(d.Parts[2].Title...) != "桥梁清单" {
			t.Errorf("%d parts", len(d.Parts))
		}
		for i, p := range d.Source.Parts {
			if at := string(d.Text[p.Start:]); i == 1 && !strings.HasPrefix(at, "路面清单\n") || i == 2 && !strings.HasPrefix(at, "桥梁清单\n一、") {
				t.Errorf("part %d begins with %.10q", i, at)
			}
		}
		if first != nil && (first.Source.SHA256 != d.Source.SHA256 || string(first.Text) != string(d.Text)) {
			t.Error("another order of files gives another notice")
		}
		first = d
		slices.Reverse(files)
	}
	several := []parser.File{{Name: "步道.txt", Data: []byte(letter)}, {Name: "路灯.txt", Data: []byte("云溪市人民政府关于更换路灯的通知\n一、更换路灯300盏。（市住建局负责）\n")}}
	if d, err := parser.ParseBundle("通知", several, parser.Options{}); err != nil || len(d.Parts) != 2 || !d.Parts[1].Notice || !strings.Contains(described(d), "Another notice begins here, 路灯.txt") {
		t.Errorf("two notices of a bundle: %v", err)
	}
	if _, err := parser.ParseBundle("通知", files[:0], parser.Options{}); !errors.Is(err, parser.ErrEmpty) {
		t.Errorf("no files: %v", err)
	}
	if _, err := parser.Parse("a.zip", pack.Zip(pack.File{Name: "a.txt", Data: []byte(letter)}, pack.File{Name: "b.txt", Data: []byte(strings.ReplaceAll(letter, "步道", "路灯"))}), parser.Options{}); err == nil {
		t.Error("two notices are read as one")
	} else if several := (*parser.SeveralError)(nil); !errors.As(err, &several) {
		t.Errorf("two notices: %v", err)
	}
}

// TestLinesOfTheFile holds that lines are those of the user's file where the reading text has others, and in a bundle of
// several files those of the joined text.
func TestLinesOfTheFile(t *testing.T) {
	page := []byte("# 云溪市人民政府关于修缮步道的通知\n\n\n**各县（市、区）人民政府：**\n\n\n## 一、修缮步道\n\n2025年底前修缮**步道**10公里。（市水务局负责）\n")
	other := pack.File{Name: "附件1.txt", Data: list("路面清单")}
	for name, c := range map[string]struct {
		data []byte
		want int
	}{
		"page.md": {page, 7},
		"a.zip":   {pack.Zip(pack.File{Name: "page.md", Data: page}), 7},
		"b.zip":   {pack.Zip(pack.File{Name: "page.md", Data: page}, other), 5},
	} {
		d, err := parser.Parse(name, c.data, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Span(d.Parts[0].Items[0].Range).Line; got != c.want {
			t.Errorf("%s: the item stands on line %d, want %d\n%s", name, got, c.want, string(d.Text))
		}
	}
}

// FuzzBundle holds that files joined to a notice keep the order of ranges, whatever they hold.
func FuzzBundle(f *testing.F) {
	f.Add([]byte{47, 0, 42, 0, 11, 43, 0, 13, 44, 4, 46, 51, 0}, []byte{14, 45, 4, 12, 43, 0, 18, 45, 4, 19, 45}, "附件1")
	f.Add([]byte{57, 0, 11, 43}, []byte{57, 0, 65, 0, 18, 45}, "3.清单")
	f.Fuzz(func(t *testing.T, a, b []byte, name string) {
		if len(a)+len(b) > 1000 || len(name) > 200 {
			t.Skip()
		}
		files := []parser.File{{Name: name + ".txt", Data: []byte(written(b))}, {Name: "通知.txt", Data: []byte(written(a))}}
		d, err := parser.ParseBundle("fuzz", files, parser.Options{})
		if internal := (*parser.InternalError)(nil); errors.As(err, &internal) {
			t.Fatalf("%v\n%s", err, internal.Stack)
		}
		if err != nil {
			return
		}
		if fault := outlineFault(d, headsOf(d, files)...); fault != "" {
			t.Fatalf("%s\n%s", fault, string(d.Text))
		}
		for i, p := range d.Source.Parts {
			if i == 0 && p.Start != 0 || i > 0 && p.Start <= d.Source.Parts[i-1].Start || p.Start >= len(d.Text) {
				t.Fatalf("parts %+v of %d characters", d.Source.Parts, len(d.Text))
			}
		}
	})
}

// headsOf returns what the heads of files hold that are read alone, where their texts stand together: the head of the first is
// that of all, and the others' are not kept.
func headsOf(d *parser.Document, files []parser.File) (out []block.Range) {
	for _, f := range files {
		alone, err := parser.Parse(f.Name, f.Data, parser.Options{})
		if err != nil {
			continue
		}
		text, part := string(d.Text), string(alone.Text)
		for at := 0; ; {
			i := strings.Index(text[at:], part)
			if i < 0 {
				break
			}
			begin := len([]rune(text[:at+i]))
			for _, r := range headOf(alone) {
				out = append(out, block.Range{Start: begin + r.Start, End: begin + r.End})
			}
			at += i + len(part)
		}
	}
	return out
}

// TestMostOfFiles: files of an archive behind those that together are as long as a notice may be are not read, which is told.
func TestMostOfFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: six million characters")
	}
	fill := strings.Repeat(" \n", source.MostCharacters*3/10)
	file := func(name, text string) pack.File { return pack.File{Name: name, Data: []byte(text + fill)} }
	d, err := parser.Parse("a.rar", pack.RAR(file("通知.txt", letter), file("附件1.txt", string(list("路面"))), file("附件2.txt", string(list("桥梁")))), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Source.Parts) != 2 || !slices.ContainsFunc(d.Diagnostics, func(r schema.Diagnostic) bool { return r.Severity == schema.Error && r.Code == schema.UnreadContent }) {
		t.Errorf("%s of %d characters: %v", described(d), len(d.Text), d.Diagnostics)
	}
}
