package pdf

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

const paragraph = "柳湾区人民政府负责建立困难群众探访关爱制度，到2026年底前覆盖全部乡镇（街道），每月探访不少于2次，具体办法由区民政局会同有关部门制定并组织实施。"

func blocks() (out []press.Block) {
	out = append(out, press.Block{Text: "柳湾区探访关爱工作方案", Centre: true})
	for _, label := range []string{"一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、"} {
		out = append(out, press.Block{Text: label + strings.Repeat(paragraph, 3)})
	}
	return out
}

func read(t testing.TB, data []byte, opts Options) (string, []schema.Diagnostic) {
	t.Helper()
	r, diags, err := Read(&source.File{Data: data}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return string(r.Text), diags
}

// unreadable holds that a file is refused for that reason.
func unreadable(t *testing.T, name string, data []byte, code schema.Code) {
	t.Helper()
	_, _, err := Read(&source.File{Data: data}, Options{})
	var e *layout.UnreadableError
	if !errors.As(err, &e) || code != "" && e.Code != code {
		t.Errorf("%s: error %v, want %s", name, err, code)
	}
}

func want(t *testing.T, text string) {
	t.Helper()
	var lines []string
	for _, b := range blocks() {
		lines = append(lines, b.Text)
	}
	if w := strings.Join(lines, "\n") + "\n"; text != w {
		t.Errorf("the text is\n%s\nwant\n%s", text, w)
	}
}

func TestRead(t *testing.T) {
	pages := press.Print(blocks(), press.Style{Number: "— %d —", Header: "柳湾区人民政府公报"})
	for name, opts := range map[string]press.PDFOptions{
		"upright": {}, "turned to the right": {Rotate: 90, Sideways: true}, "sideways": {Sideways: true},
	} {
		t.Run(name, func(t *testing.T) {
			text, diags := read(t, press.PDF(pages, opts), Options{})
			want(t, text)
			if len(diags) > 0 {
				t.Errorf("diagnostics %v", diags)
			}
		})
	}
}

// Characters of a font that has no shapes for them, each drawn by itself: it is not embedded.
func TestReadApart(t *testing.T) {
	text, diags := read(t, press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{Apart: true}), Options{})
	want(t, text)
	if len(diags) > 0 {
		t.Errorf("diagnostics %v", diags)
	}
}

// Text that a program laid under a scan is read, and said to be no more than that.
func TestReadRecognized(t *testing.T) {
	text, diags := read(t, press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{Recognized: true}), Options{})
	want(t, text)
	if len(diags) != 1 || diags[0].Code != schema.RecognizedText {
		t.Errorf("diagnostics %v", diags)
	}
}

func TestPages(t *testing.T) {
	pages := press.Print(blocks(), press.Style{Number: "- %d -"})
	data := press.PDF(pages, press.PDFOptions{})
	choice, err := layout.ParsePages("2")
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := Read(&source.File{Data: data}, Options{Pages: choice})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Pages) != len(pages) || r.Pages[1] != 0 || r.Pages[2] != len(r.Text) {
		t.Errorf("pages begin at %v of %d", r.Pages, len(r.Text))
	}
	choice, _ = layout.ParsePages("90-")
	if _, _, err := Read(&source.File{Data: data}, Options{Pages: choice}); !errors.Is(err, layout.ErrNoSuchPage) {
		t.Errorf("error %v", err)
	}
}

func TestReadRefuses(t *testing.T) {
	pages := press.Print(blocks(), press.Style{})
	for name, tt := range map[string]struct {
		opts press.PDFOptions
		code schema.Code
	}{
		"scan":               {press.PDFOptions{Scan: true}, schema.NoTextLayer},
		"private characters": {press.PDFOptions{Garbled: true}, schema.GarbledText},
	} {
		unreadable(t, name, press.PDF(pages, tt.opts), tt.code)
	}
	for name, tt := range map[string]struct {
		data []byte
		err  error
	}{
		"password":  {press.PDF(pages, press.PDFOptions{Password: "云溪"}), source.ErrEncrypted},
		"head only": {[]byte("%PDF-1.7\n"), ErrDamaged},
		"nothing":   {nil, ErrDamaged},
	} {
		if _, _, err := Read(&source.File{Data: tt.data}, Options{}); !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", name, err, tt.err)
		}
	}
}

// A newspaper's page and the entrance of a web site hold no notice.
func TestReadNoNotice(t *testing.T) {
	pages := press.Print(blocks(), press.Style{})
	large := layout.Page{Width: 990, Height: 1400}
	for _, p := range pages {
		large.Glyphs = append(large.Glyphs, p.Glyphs...)
	}
	site := press.Print([]press.Block{
		{Text: "首页 登录 注册 无障碍 网站地图 更多>>要闻动态云溪市召开全市养老服务工作会议更多>>", Flush: true},
		{Text: "版权所有：云溪市人民政府 网站标识码1234567890 清ICP备12345678号 清公网安备1234号 联系我们 网站声明", Flush: true},
	}, press.Style{})
	for name, data := range map[string][]byte{
		"newspaper": press.PDF([]layout.Page{large}, press.PDFOptions{}),
		"web site":  press.PDF(site, press.PDFOptions{}),
	} {
		unreadable(t, name, data, schema.UnreadContent)
	}
}

// The negative samples of the real files; where those are missing there is nothing to read.
func TestCorpus(t *testing.T) {
	dir := "../../../shared/corpus/wild/pdf/"
	files, _ := filepath.Glob(dir + "_neg-*.pdf")
	if len(files) == 0 {
		t.Skip("no corpus beside the project")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		unreadable(t, filepath.Base(file), data, "")
	}
}

// Two instances read at the same time; the module is compiled once.
func TestReadTogether(t *testing.T) {
	data := press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{})
	done := make(chan string)
	for range 4 {
		go func() {
			text, _ := read(t, data, Options{})
			done <- text
		}()
	}
	for range 4 {
		want(t, <-done)
	}
}

func BenchmarkRead(b *testing.B) {
	data := press.PDF(press.Print(blocks(), press.Style{}), press.PDFOptions{})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Read(&source.File{Data: data}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
