package docx

import (
	"archive/zip"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
)

var update = flag.Bool("update", false, "write the documents of testdata/formats anew")

func read(t testing.TB, data []byte) (*block.Reading, []schema.Diagnostic) {
	t.Helper()
	r, diagnostics, err := Read(&source.File{Format: source.DOCX, Data: data})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	check(t, r)
	return r, diagnostics
}

// check holds what every reading must hold: blocks in order and within the text, cells
// within their block, grids without holes, nothing written that belongs to no block.
func check(t testing.TB, r *block.Reading) {
	t.Helper()
	last := 0
	for _, b := range r.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v after %d in a text of %d", b.Range, last, len(r.Text))
		}
		if strings.Trim(string(r.Text[last:b.Start]), "\n") != "" {
			t.Fatalf("%q belongs to no block", string(r.Text[last:b.Start]))
		}
		last = b.End
		if b.Grid == nil {
			if strings.ContainsRune(string(r.Text[b.Start:b.End]), '\n') {
				t.Fatalf("paragraph %v holds a line end", b.Range)
			}
			continue
		}
		for i, c := range b.Grid.Cells {
			if !b.Contains(c.Range) || c.End < c.Start || b.Grid.Rows[c.Row][c.Col] != i {
				t.Fatalf("cell %d %+v in block %v", i, c, b.Range)
			}
		}
	}
}

func TestRead(test *testing.T) {
	for _, tt := range []struct {
		name string
		p    parts
		want string
	}{
		{"runs", parts{"body": p(t("柳湾区"), t("政务"), t("数据局"))}, "柳湾区政务数据局\n"},
		{"spaces", parts{"body": p(`<w:r><w:t> 主 送 </w:t><w:tab/><w:t>各镇</w:t></w:r>`)}, "主 送 各镇\n"},
		{"entities", parts{"body": p(`<w:r><w:t>A&amp;B &lt;区&#24066;&#x533A;&gt; &无;</w:t></w:r>`)}, "A&B <区市区> &无;\n"},
		{"cdata and comments", parts{"body": p(`<w:r><w:t>清<!-- 不 -->江<![CDATA[<省>]]></w:t></w:r>`)}, "清江<省>\n"},
		{"breaks", parts{"body": p(`<w:r><w:t>关于推进社区食堂建设</w:t><w:br/><w:t>的通知</w:t><w:br w:type="page"/><w:t>附件</w:t></w:r>`)}, "关于推进社区食堂建设\n的通知\n附件\n"},
		{"hyphens", parts{"body": p(`<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2026年社</w:t><w:softHyphen/><w:t>区</w:t></w:r>`)}, "2024-2026年社区\n"},
		{"revisions", parts{"body": p(t("由"), `<w:del><w:r><w:delText>县</w:delText></w:r></w:del><w:ins>`+t("区")+`</w:ins><w:moveFrom>`+t("旧")+`</w:moveFrom><w:moveTo>`+t("民政局")+`</w:moveTo>`, t("牵头"))}, "由区民政局牵头\n"},
		{"deleted mark", parts{"body": `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + t("加快建设") + "</w:p>" + p(t("幸福食堂"))}, "加快建设幸福食堂\n"},
		{"hidden", parts{"body": p(t("公开"), `<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>`, `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>发布</w:t></w:r>`)}, "公开发布\n"},
		{"hidden by style", parts{
			"body": p(`<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>批注</w:t></w:r>`, t("正文")) +
				p(`<w:pPr><w:pStyle w:val="g"/></w:pPr>`, t("隐去"), `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>留下</w:t></w:r>`),
			"styles": `<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="f"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="g"><w:basedOn w:val="f"/></w:style>`,
		}, "正文\n留下\n"},
		{"old properties", parts{"body": p(`<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>可见</w:t></w:r>`)}, "可见\n"},
		{"fields", parts{"body": p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "http://example.invalid"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`,
			t("链接文字"), `<w:r><w:fldChar w:fldCharType="end"/></w:r>`, `<w:fldSimple w:instr="DATE">`+t("2024年5月6日")+`</w:fldSimple>`)}, "链接文字2024年5月6日\n"},
		{"nested fields", parts{"body": p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>条件</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>结果</w:t><w:fldChar w:fldCharType="end"/><w:t>之后</w:t></w:r>`)}, "结果之后\n"},
		{"contents", parts{"body": p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText xml:space="preserve"> TOC \o "1-3" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`, t("一、总体要求	1")) +
			p(t("二、重点任务	2")) + p(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`) + p(t("一、总体要求"))}, "一、总体要求\n"},
		{"content control", parts{"body": `<w:sdt><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent>` + p(t("临河市")) + p(`<w:sdt><w:sdtContent>`+t("文件")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`}, "临河市\n文件\n"},
		{"wrapped runs", parts{"body": p(`<w:hyperlink r:id="r9">` + t("甲") + `</w:hyperlink><w:smartTag>` + t("乙") + `</w:smartTag><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>`)}, "甲乙x\n"},
		{"ruby", parts{"body": p(`<w:r><w:ruby><w:rt><w:r><w:t>lín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>临</w:t></w:r></w:rubyBase></w:ruby></w:r>`, t("河"))}, "临河\n"},
		{"text box once", parts{"body": p(t("锚点"), `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+p(t("云溪市人民政府文件"))+`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+p(t("云溪市人民政府文件"))+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, t("之后"))}, "锚点之后\n云溪市人民政府文件\n"},
		{"fallback", parts{"body": p(`<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p(t("旧框")) + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`)}, "旧框\n"},
		{"symbols", parts{"body": p(`<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>60</w:t></w:r>`, `<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>&#xF0FE;</w:t></w:r>`)}, "☑是□否≥60☑\n"},
		{"notes", parts{
			"body":      p(t("到2026年建成60个"), `<w:r><w:footnoteReference w:id="3"/></w:r>`, t("。")) + p(t("另"), `<w:r><w:endnoteReference w:id="2"/></w:r>`),
			"footnotes": `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="3">` + p(`<w:r><w:footnoteRef/></w:r>`, t(" 含改建。")) + `</w:footnote>`,
			"endnotes":  `<w:endnote w:id="2">` + p(t("见附表。")) + p(t("下同。")) + `</w:endnote>`,
		}, "到2026年建成60个。\n另\n[1] 含改建。\n[2] 见附表。\n下同。\n"},
		{"namespace of another name", parts{"body": `<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><x:t>严格</x:t></x:r></x:p>`}, "严格\n"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := read(t, build(t, tt.p))
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestUTF16(test *testing.T) {
	files := map[string]string{"word/document.xml": "\xff\xfe" + utf16le(`<w:document `+space+`><w:body>`+p(t("青禾县"))+`</w:body></w:document>`)}
	r, _ := read(test, pack(test, files))
	if got := string(r.Text); got != "青禾县\n" {
		test.Errorf("got %q", got)
	}
}

func utf16le(s string) string {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}

func TestDiagnostics(test *testing.T) {
	_, diagnostics := read(test, build(test, parts{"body": p(t("正文")) + `<w:altChunk r:id="r5"/>`}))
	if len(diagnostics) != 1 || diagnostics[0].Code != schema.UnreadContent || diagnostics[0].Severity != schema.Warning {
		test.Errorf("%+v", diagnostics)
	}
}

// TestPictures: what pictures beside the text show is said to be unread, but for icons and rules; in a text none is.
func TestPictures(test *testing.T) {
	drawing := func(width, height string) string {
		return `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="` + width + `" cy="` + height + `"/><a:blip/></wp:inline></w:drawing></w:r>`
	}
	for _, tt := range []struct{ name, body, want string }{
		{"none", "", ""},
		{"one", drawing("3600000", "1800000"), "Pictures beside the text were not read (1); what they show is in no field."},
		{"an icon and a rule", drawing("360000", "360000") + drawing("5400000", "36000"), ""},
		{"an icon before a chart", drawing("360000", "360000") + drawing("5400000", "3600000"), "Pictures beside the text were not read (1); what they show is in no field."},
		{"of unknown size", `<w:r><w:pict><v:imagedata/></w:pict></w:r>`, "Pictures beside the text were not read (1); what they show is in no field."},
	} {
		_, diagnostics := read(test, build(test, parts{"body": p(t("正文") + tt.body)}))
		got := ""
		for _, d := range diagnostics {
			got += d.Message
		}
		if got != tt.want {
			test.Errorf("%s: %q", tt.name, got)
		}
	}
}

// The documents of testdata/formats are the notices of testdata written as Word would
// keep them; go test ./parser/docx -update writes them anew.
func TestFormats(t *testing.T) {
	for _, name := range []string{"label-lines.txt", "task-table.txt", "indicator-tables.txt", "page.html"} {
		made := fromReading(t, notice(t, name))
		path := filepath.Join("../../testdata/formats", strings.TrimSuffix(name, filepath.Ext(name))+".docx")
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, made, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := read(t, kept)
		want, _ := read(t, made)
		if string(got.Text) != string(want.Text) {
			t.Errorf("%s is out of date: run go test ./parser/docx -update", path)
		}
	}
}

// notice reads a notice of testdata in its own format.
func notice(t testing.TB, name string) *block.Reading {
	t.Helper()
	data, err := os.ReadFile("../../testdata/notices/" + name)
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := source.Open(name, data, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reader := text.Read
	if f.Format == source.HTML {
		reader = html.Read
	}
	r, _, err := reader(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every notice of testdata, written as a Word document and read again, has the same
// paragraphs and cells.
func TestSameBlocks(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/notices/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no notices", err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			want := notice(t, name)
			got, _ := read(t, fromReading(t, want))
			if len(got.Blocks) != len(want.Blocks) {
				t.Fatalf("%d blocks, want %d", len(got.Blocks), len(want.Blocks))
			}
			for i, b := range want.Blocks {
				g := got.Blocks[i]
				if (g.Grid == nil) != (b.Grid == nil) {
					t.Fatalf("block %d: a table is none, or the other way round", i)
				}
				if b.Grid == nil {
					if a, b := squeeze(string(got.Text[g.Start:g.End])), squeeze(paragraphText(want.Text, b)); a != b {
						t.Errorf("block %d is %q, want %q", i, a, b)
					}
					continue
				}
				sameGrid(t, got.Text, g.Grid, want.Text, b.Grid)
			}
		})
	}
}

func sameGrid(t *testing.T, text []rune, g *block.Grid, wantText []rune, want *block.Grid) {
	t.Helper()
	if len(g.Rows) != len(want.Rows) || g.Columns() != want.Columns() {
		t.Fatalf("a table of %d by %d, want %d by %d", len(g.Rows), g.Columns(), len(want.Rows), want.Columns())
	}
	for r := range want.Rows {
		for c := range want.Rows[r] {
			a, b := g.At(r, c), want.At(r, c)
			if x, y := squeeze(string(text[a.Start:a.End])), squeeze(string(wantText[b.Start:b.End])); x != y {
				t.Errorf("row %d, column %d is %q, want %q", r, c, x, y)
			}
		}
	}
}

// squeeze leaves white space aside, in which formats differ.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\u00a0' || r == '\u3000' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
}

func TestRefuses(test *testing.T) {
	deep := strings.Repeat("<w:x>", ooxml.MaxDepth+1) + strings.Repeat("</w:x>", ooxml.MaxDepth+1)
	for _, tt := range []struct {
		name string
		data []byte
		want error
		text string
	}{
		{"no archive", []byte("PK\x03\x04 this is none"), nil, "damaged"},
		{"another archive", pack(test, map[string]string{"notice.txt": "通知"}), ErrNotWord, "no main document part"},
		{"doctype", pack(test, map[string]string{"word/document.xml": `<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body>&b;</w:body></w:document>`}), ooxml.ErrDoctype, "document type"},
		{"deep", build(test, parts{"body": deep}), ooxml.ErrDeep, "too deep"},
		{"not closed", pack(test, map[string]string{"word/document.xml": "<w:document><w:body><w:p>"}), ooxml.ErrOpen, "breaks off"},
		{"crossed", pack(test, map[string]string{"word/document.xml": "<w:document><w:body></w:document></w:body>"}), ooxml.ErrMarkup, "well-formed"},
		{"no xml", pack(test, map[string]string{"word/document.xml": "通知"}), ooxml.ErrMarkup, "well-formed"},
		{"empty", build(test, parts{"body": p()}), source.ErrEmpty, "empty"},
		{"picture", build(test, parts{"body": p(`<w:r><w:drawing><a:blip/></w:drawing></w:r>`)}), word.ErrPictures, "pictures"},
		{"embedded", build(test, parts{"body": `<w:altChunk r:id="r5"/>`}), nil, "embedded in another format"},
		{"size", packAs(test, zip.Store, map[string]string{"word/document.xml": incompressible(ooxml.MaxPart + 1)}), source.ErrLimit, "word/document.xml unpacks to more than 32 MiB: divide it"},
		{"ratio", build(test, parts{"body": p(t(strings.Repeat("0", 8<<20)))}), source.ErrLimit, "word/document.xml is packed more than 200 times"},
		{"parts", manyParts(test), source.ErrLimit, "has more than 5000 parts: divide it"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			_, _, err := Read(&source.File{Data: tt.data})
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}

// incompressible is text that compresses little.
func incompressible(n int) string {
	out := make([]byte, n)
	state := uint32(1)
	for i := range out {
		state = state*1664525 + 1013904223
		out[i] = 'a' + byte(state>>24)%16
	}
	return string(out)
}

func manyParts(t testing.TB) []byte {
	files := map[string]string{}
	for i := range ooxml.MaxParts + 1 {
		files[strings.Repeat("x", i%50)+string(rune('0'+i/50))] = ""
	}
	return pack(t, files)
}
