package ofd

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

const sentence = "青禾县民政局牵头建立特殊困难老年人探访制度，到2026年底前每月探访不少于2次。"

func notice(first string, paragraphs int) []layout.Page {
	blocks := []press.Block{{Text: first, Centre: true}}
	for range paragraphs {
		blocks = append(blocks, press.Block{Text: strings.Repeat(sentence, 3)})
	}
	return press.Print(blocks, press.Style{Number: "— %d —"})
}

func text(first string, paragraphs int) string {
	return first + "\n" + strings.Repeat(strings.Repeat(sentence, 3)+"\n", paragraphs)
}

func read(t testing.TB, data []byte, opts Options) (string, []int, []schema.Diagnostic) {
	t.Helper()
	r, diags, err := Read(&source.File{Data: data}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return string(r.Text), r.Pages, diags
}

func TestRead(t *testing.T) {
	got, pages, diags := read(t, press.OFD(notice("青禾县探访制度", 12)), Options{})
	if want := text("青禾县探访制度", 12); got != want || len(diags) > 0 || len(pages) < 2 {
		t.Errorf("text %s\nwant %s\npages %v, diagnostics %v", got, want, pages, diags)
	}
}

// Documents of one file are read one behind the other, and pages counted over all.
func TestReadDocuments(t *testing.T) {
	data := press.OFD(notice("甲号通知", 1), notice("乙号通知", 1))
	got, pages, _ := read(t, data, Options{})
	if want := text("甲号通知", 1) + text("乙号通知", 1); got != want || len(pages) != 2 {
		t.Errorf("text %q, pages %v", got, pages)
	}
	choice, err := layout.ParsePages("2-")
	if err != nil {
		t.Fatal(err)
	}
	if got, _, _ := read(t, data, Options{Pages: choice}); got != text("乙号通知", 1) {
		t.Errorf("page 2 is %q", got)
	}
}

// pack makes an OFD file with one page that holds objects, and parts as they are given.
func pack(objects string, parts ...string) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	put := func(name, body string) {
		w, err := z.Create(name)
		if err == nil {
			_, _ = w.Write([]byte(body))
		}
	}
	put("OFD.xml", `<OFD><DocBody><DocRoot>/Doc_0/Document.xml</DocRoot></DocBody></OFD>`)
	put("Doc_0/Document.xml", `<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>
		<TemplatePage ID="7" BaseLoc="Tpls/t.xml"/></CommonData><Pages><Page ID="1" BaseLoc="Pages\P\Content.xml"/></Pages></Document>`)
	template := ""
	if len(parts) > 0 {
		template = `<Template TemplateID="7"/>`
	}
	put("doc_0/pages/p/content.xml", `<Page>`+template+`<Content><Layer>`+objects+`</Layer></Content></Page>`)
	for i := 0; i+1 < len(parts); i += 2 {
		put(parts[i], parts[i+1])
	}
	_ = z.Close()
	return buf.Bytes()
}

func TestPlacement(t *testing.T) {
	const filler = `<TextObject Boundary="20 200 100 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 19 5">落实责任加强监督检查确保取得实效特此通知</TextCode></TextObject>`
	for _, tt := range []struct{ name, objects, want string }{
		{"deltas", `<TextObject Boundary="20 20 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="5 g 2 5 5">云溪市文件</TextCode></TextObject>`, "云溪市文件"},
		{"letter-spaced", `<TextObject Boundary="20 20 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 4 9">云溪市文件</TextCode></TextObject>`, "云溪市文件"},
		{"no deltas", `<TextObject Boundary="20 20 90 10" Size="5"><TextCode X="0" Y="5">云溪市2026年</TextCode></TextObject>`, "云溪市2026年"},
		{"transformed", `<TextObject CTM="0.3528 0 0 0.3528 0 0" Boundary="20 20 90 10" Size="14"><TextCode X="0" Y="14" DeltaX="14 14">云溪市</TextCode></TextObject>` +
			`<TextObject Boundary="34.82 20 90 10" Size="4.94"><TextCode X="0" Y="4.94" DeltaX="4.94">文件</TextCode></TextObject>`, "云溪市文件"},
		{"drawn backwards", `<TextObject Boundary="30 20 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="5">文件</TextCode></TextObject>` +
			`<TextObject Boundary="20 20 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="5">云溪</TextCode></TextObject>`, "云溪文件"},
		{"turned and hidden", `<TextObject CTM="0.7 0.7 -0.7 0.7 0 0" Boundary="20 90 90 10" Size="9"><TextCode X="0" Y="5">内部资料</TextCode></TextObject>` +
			`<TextObject Visible="false" Boundary="20 90 90 10" Size="9"><TextCode X="0" Y="5">草稿</TextCode></TextObject>`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, diags := read(t, pack(tt.objects+filler), Options{})
			want := strings.TrimPrefix(tt.want+"\n", "\n") + "落实责任加强监督检查确保取得实效特此通知\n"
			if got != want || len(diags) > 0 {
				t.Errorf("text %q, diagnostics %v", got, diags)
			}
		})
	}
}

func TestTemplate(t *testing.T) {
	template := `<Page><Content><Layer><TextObject Boundary="20 60 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 9 5">青禾县人民政府办公室</TextCode></TextObject></Layer></Content></Page>`
	page := `<TextObject Boundary="20 90 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 11 5">关于开展探访工作的通知书</TextCode></TextObject>`
	if got, _, _ := read(t, pack(page, "Doc_0/Tpls/t.xml", template), Options{}); got != "青禾县人民政府办公室\n关于开展探访工作的通知书\n" {
		t.Errorf("text %q", got)
	}
}

func TestReadRefuses(t *testing.T) {
	deep := strings.Repeat("<Layer>", 100)
	entity := `<!DOCTYPE p [<!ENTITY a "云溪云溪"><!ENTITY b "&a;&a;&a;&a;">]><OFD><DocBody><DocRoot>&b;</DocRoot></DocBody></OFD>`
	bomb := strings.Repeat(" ", maxPart+1)
	for name, tt := range map[string]struct {
		data []byte
		err  error
	}{
		"no archive":  {[]byte("PK\x03\x04 and no more"), ErrDamaged},
		"no document": {zipped("OFD.xml", "<OFD/>"), ErrDamaged},
		"no OFD.xml":  {zipped("Doc_0/Document.xml", "<Document/>"), ErrDamaged},
		"entities":    {zipped("OFD.xml", entity), ErrDamaged},
		"bomb":        {zipped("OFD.xml", "<OFD>"+bomb+"</OFD>"), source.ErrLimit},
		"encrypted":   {zipped("OFD.xml", "<OFD/>", "Encryptions.xml", "<E/>"), source.ErrEncrypted},
		"depth":       {zipped("OFD.xml", deep), ErrDamaged},
		"deep page":   {pack(strings.Repeat("<PageBlock>", 5000)), ErrDamaged},
	} {
		if _, _, err := Read(&source.File{Data: tt.data}, Options{}); !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", name, err, tt.err)
		}
	}
}

// A page that is too large ends the reading; it is said which, and not that the file is damaged.
func TestLargePage(t *testing.T) {
	page := `<Page><Content><Layer><TextObject Boundary="20 90 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 11 5">关于开展探访工作的通知书</TextCode></TextObject></Layer></Content></Page>`
	large := strings.Repeat(" ", maxPart) + page
	const limit = "pages/2.xml unpacks to more than 32 MiB: print the pages that belong to the notice as a PDF"
	build := func(first, second string) []byte {
		return zipped("OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`,
			"D.xml", `<Document><Pages><Page ID="1" BaseLoc="Pages/`+first+`.xml"/><Page ID="2" BaseLoc="Pages/`+second+`.xml"/></Pages></Document>`,
			"Pages/1.xml", page, "Pages/2.xml", large)
	}
	_, pages, remarks := read(t, build("1", "2"), Options{})
	if len(pages) != 1 || len(remarks) != 1 || remarks[0].Message != "What stands behind page 1 was not read: "+limit+"." {
		t.Errorf("pages %v, diagnostics %v", pages, remarks)
	}
	if _, _, err := Read(&source.File{Data: build("2", "1")}, Options{}); !errors.Is(err, source.ErrLimit) || err.Error() != limit {
		t.Errorf("%v, want %s", err, limit)
	}
}

func zipped(parts ...string) []byte {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i+1 < len(parts); i += 2 {
		if w, err := z.Create(parts[i]); err == nil {
			_, _ = w.Write([]byte(parts[i+1]))
		}
	}
	_ = z.Close()
	return buf.Bytes()
}

// check reads data, whatever it is.
func check(t *testing.T, data []byte) {
	t.Helper()
	r, _, err := Read(&source.File{Data: data}, Options{})
	if err != nil {
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, source.ErrLimit) && !errors.Is(err, source.ErrEncrypted) && !errors.Is(err, layout.ErrUnreadable) {
			t.Errorf("error %v", err)
		}
		return
	}
	at := 0
	for _, b := range r.Blocks {
		if b.Start < at || b.End < b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v of %d, behind %d", b.Range, len(r.Text), at)
		}
		at = b.End
	}
	if !slices.IsSorted(r.Pages) {
		t.Errorf("pages %v", r.Pages)
	}
}

// Files with flipped bits and cut ends, and pages with flipped bits inside a whole archive.
func TestDamaged(t *testing.T) {
	data := press.OFD(notice("青禾县探访制度", 6))
	page := `<TextObject Boundary="20 90 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 11 5">关于开展探访工作的通知书</TextCode></TextObject>` +
		`<PathObject Boundary="20 20 100 100"><AbbreviatedData>M 0 0 L 100 0 L 100 100 L 0 100 C M 50 0 L 50 100</AbbreviatedData></PathObject>`
	random := rand.New(rand.NewPCG(3, 4))
	for range 1500 {
		out := slices.Clone(data)
		for range 1 + random.IntN(6) {
			out[random.IntN(len(out))] ^= 1 << random.IntN(8)
		}
		check(t, out[:random.IntN(len(out)+1)])
		check(t, out)
		bad := []byte(page)
		for range 1 + random.IntN(4) {
			bad[random.IntN(len(bad))] = byte(random.IntN(128))
		}
		check(t, pack(string(bad)))
	}
}

// A page can claim any number of characters and places.
func TestAbsurdNumbers(t *testing.T) {
	for _, objects := range []string{
		`<TextObject Boundary="20 90 90 10" Size="1e300"><TextCode X="1e308" Y="-1e308" DeltaX="g 999999999 1e308">云溪市</TextCode></TextObject>`,
		`<TextObject Boundary="NaN Inf 0 0" Size="5"><TextCode X="0" Y="0" DeltaX="g -5 -5">云溪市</TextCode></TextObject>`,
		fmt.Sprintf(`<PathObject Boundary="0 0 9 9"><AbbreviatedData>%s</AbbreviatedData></PathObject>`, strings.Repeat("M 0 0 L 200 0 M 0 0 L 0 200 ", 60_000)),
		strings.Repeat(`<PathObject Boundary="20 20 100 0.1"><AbbreviatedData>M 0 0 L 100 0</AbbreviatedData></PathObject>`, 30_000),
	} {
		check(t, pack(objects))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(press.OFD(notice("青禾县探访制度", 2)))
	f.Add(pack(`<TextObject Boundary="20 90 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 3 5">云溪市府</TextCode></TextObject>`))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

// FuzzPage fuzzes what stands on a page, the archive being whole.
func FuzzPage(f *testing.F) {
	f.Add(`<TextObject CTM="1 0 0 1 0 0" Boundary="20 90 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 3 5" DeltaY="0">云溪市府</TextCode></TextObject>`)
	f.Add(`<PathObject Boundary="20 20 100 100"><AbbreviatedData>M 0 0 L 100 0 B 1 1 2 2 3 3 Q 1 1 2 2 A 1 1 0 0 0 5 5 C</AbbreviatedData></PathObject>`)
	f.Fuzz(func(t *testing.T, objects string) { check(t, pack(objects)) })
}

func BenchmarkRead(b *testing.B) {
	data := press.OFD(notice("青禾县探访制度", 40))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Read(&source.File{Data: data}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestMost: an archive of more parts is refused, and pages that are not read are told.
func TestMost(t *testing.T) {
	if _, _, err := Read(&source.File{Data: zipped(slices.Repeat([]string{"a.xml", ""}, maxParts+1)...)}, Options{}); !errors.Is(err, source.ErrLimit) {
		t.Errorf("%d parts: %v", maxParts+1, err)
	}
	const page = `<Page><Content><Layer><TextObject Boundary="20 90 90 10" Size="5"><TextCode X="0" Y="5" DeltaX="g 11 5">关于开展探访工作的通知书</TextCode></TextObject></Layer></Content></Page>`
	first, err := layout.ParsePages("1")
	if err != nil {
		t.Fatal(err)
	}
	for pages, told := range map[int]bool{maxPages: false, maxPages + 1: true, 2*maxPages + 1: true} {
		data := zipped("OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`,
			"D.xml", "<Document><Pages>"+strings.Repeat(`<Page ID="1" BaseLoc="P.xml"/>`, pages)+"</Pages></Document>", "P.xml", page)
		_, _, remarks := read(t, data, Options{Pages: first})
		if got := slices.ContainsFunc(remarks, func(d schema.Diagnostic) bool { return d.Severity == schema.Error && d.Code == schema.UnreadContent }); got != told {
			t.Errorf("%d pages: told %v, %v", pages, got, remarks)
		}
	}
}

// TestTotal: the parts of an archive are counted together.
func TestTotal(t *testing.T) {
	const part = "<Page><Content/></Page>"
	a, err := openArchive(zipped("P.xml", part))
	if err != nil || a.left != maxTotal {
		t.Fatalf("%d bytes are left, %v", a.left, err)
	}
	through := func() error {
		return a.walk("P.xml", func(*xml.Decoder, xml.StartElement) (bool, error) { return true, nil })
	}
	if err := through(); err != nil || a.left != maxTotal-int64(len(part)) {
		t.Errorf("%d bytes are left, %v", a.left, err)
	}
	a.left = int64(len(part)) - 1
	if err := through(); !errors.Is(err, source.ErrLimit) {
		t.Errorf("beyond the last byte: %v", err)
	}
}
