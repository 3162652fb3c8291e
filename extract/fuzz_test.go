package extract_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// FuzzExtract holds the whole way, bytes to notice: no panic, and every span says what
// it claims.
func FuzzExtract(f *testing.F) {
	for _, data := range notices(f) {
		f.Add(data)
	}
	f.Add([]byte("一、任务\n1.甲。2025年底前,建成3个。(市民政局牵头)\n1.乙。"))
	f.Add([]byte("附件\n序号|工作任务|牵头单位|时间进度\n1|甲|市民政局|持续实施\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 {
			t.Skip()
		}
		doc, err := parser.Parse("fuzz", data, parser.Options{})
		if errors.Is(err, parser.ErrInternal) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		n := mustExtract(t, doc, extract.Options{})
		if faults := spanFaults(doc, n); len(faults) > 0 {
			t.Fatal(faults[0])
		}
	})
}

// FuzzWord holds the way from the parts of a Word notice to its tasks: labels that the
// file only counts, tables, text.
func FuzzWord(f *testing.F) {
	const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>修缮危房。2025年底前修缮30户。（市住建局负责）</w:t></w:r></w:p>`
	const table = `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>序号</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>工作任务</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr>` +
		`<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>修缮危房</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>市住建局</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	f.Add("<w:p><w:r><w:t>云溪市修缮危房工作方案</w:t></w:r></w:p>"+item+item+table, numbering)
	f.Add(table+item, strings.Replace(numbering, "%1、", strings.Repeat("%1", 300), 1))
	f.Fuzz(func(t *testing.T, body, numbering string) {
		if len(body)+len(numbering) > 64<<10 {
			t.Skip()
		}
		doc, err := parser.Parse("fuzz.docx", wordFile(t, body, numbering), parser.Options{})
		if errors.Is(err, parser.ErrInternal) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		n, err := extract.Extract(doc, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if faults := spanFaults(doc, n); len(faults) > 0 {
			t.Fatal(faults[0])
		}
	})
}

// wordFile packs the body of a document and its numbering, uncompressed.
func wordFile(t *testing.T, body, numbering string) []byte {
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"word/_rels/document.xml.rels", `<Relationships><Relationship Type="x/numbering" Target="numbering.xml"/></Relationships>`},
		{"word/document.xml", "<w:document " + space + "><w:body>" + body + "</w:body></w:document>"},
		{"word/numbering.xml", "<w:numbering " + space + ">" + numbering + "</w:numbering>"},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestHostileTextEnds reads texts that repeat what begins a rule or an item: what grows
// with the square of the length does not end in the suite's time.
func TestHostileTextEnds(t *testing.T) {
	for _, piece := range []string{
		"一", "(一)", "1.", "《", "(市民政局", "市民政局、", "到2025年", "不少于", "第一条", "|", "甲|\n", "附件:1.", "各", "牵头单位:", "2025年底前建成3个。", "一、", "。(一)",
	} {
		text := "关于工作的通知\n一、任务\n" + strings.Repeat(piece, 200_000/len(piece))
		doc, err := parser.Parse("hostile", []byte(text), parser.Options{Fragment: true})
		if err != nil {
			t.Errorf("%q: %v", piece, err)
			continue
		}
		mustExtract(t, doc, extract.Options{})
	}
}
