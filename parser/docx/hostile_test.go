package docx

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/source"
)

// seeds are documents that between them use most of what the reader knows.
func seeds(t testing.TB) [][]byte {
	out := [][]byte{fromReading(t, notice(t, "task-table.txt")), fromReading(t, notice(t, "label-lines.txt"))}
	out = append(out, build(t, parts{
		"body": p(t1("甲"), `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>`+p(t1("框"))+`</w:txbxContent></mc:Choice></mc:AlternateContent><w:footnoteReference w:id="1"/></w:r>`) +
			styled("h", "题") + tbl(row(cell(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, tbl(row(c("内"))))), row(c("乙"), c("丙"))) +
			p(`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>目</w:t><w:fldChar w:fldCharType="end"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`),
		"styles":    `<w:style w:type="paragraph" w:default="1" w:styleId="h"><w:basedOn w:val="h"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>`,
		"numbering": officeNumbering,
		"footnotes": `<w:footnote w:id="1">` + p(t1("注")) + `</w:footnote>`,
	}))
	return out
}

func t1(s string) string { return t(s) }

// survive reads data, which may be anything, and holds what holds for every input.
func survive(t testing.TB, data []byte) {
	t.Helper()
	r, _, err := Read(&source.File{Data: data})
	if err != nil {
		if r != nil || err.Error() == "" || strings.Contains(err.Error(), "\n") {
			t.Fatalf("reading %v with error %q", r, err)
		}
		return
	}
	check(t, r)
}

func TestTruncated(t *testing.T) {
	for _, data := range seeds(t) {
		for n := 0; n < len(data); n += 1 + len(data)/700 {
			survive(t, data[:n])
		}
	}
}

func TestFlipped(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, data := range seeds(t) {
		for range 1000 {
			damaged := bytes.Clone(data)
			for range 1 + rng.IntN(4) {
				damaged[rng.IntN(len(damaged))] ^= 1 << rng.IntN(8)
			}
			survive(t, damaged)
		}
	}
}

// Damage within the XML, which the checksums of an archive would give away.
func TestFlippedXML(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	body := fromParts(t, seeds(t)[2])
	for range 3000 {
		files := map[string]string{}
		for name, content := range body {
			damaged := []byte(content)
			for range rng.IntN(3) {
				switch at := rng.IntN(len(damaged)); rng.IntN(3) {
				case 0:
					damaged[at] ^= 1 << rng.IntN(8)
				case 1:
					damaged = append(damaged[:at], damaged[min(at+rng.IntN(40), len(damaged)):]...)
				default:
					damaged = append(damaged[:at:at], damaged[rng.IntN(at+1):]...)
				}
				if len(damaged) == 0 {
					damaged = []byte("<")
				}
			}
			files[name] = string(damaged)
		}
		survive(t, packAs(t, zip.Store, files))
	}
}

// fromParts unpacks an archive.
func fromParts(t testing.TB, data []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		content, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(content)
	}
	return out
}

// Constructions whose cost could grow faster than their size.
func TestLarge(test *testing.T) {
	for name, body := range map[string]string{
		"nested tables": strings.Repeat("<w:tbl><w:tr><w:tc>", 150) + p(t("内")) + strings.Repeat("</w:tc></w:tr></w:tbl>", 150),
		"nested boxes":  strings.Repeat("<w:p><w:r><w:txbxContent>", 150) + p(t("内")) + strings.Repeat("</w:txbxContent></w:r></w:p>", 150),
		"open fields":   p(strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 50000), t("隐")) + p(t("隐")),
		"paragraphs":    strings.Repeat(p(t(incompressible(20))), 50000),
		"cells":         tbl(strings.Repeat(row(c(incompressible(9)), c("乙")), 30000)),
		"wide row":      tbl(row(strings.Repeat(c(incompressible(9)), 50000))),
		"notes":         p(strings.Repeat(`<w:r><w:footnoteReference w:id="1"/></w:r>`, 50000), t("文")),
		"attributes":    p(`<w:r ` + strings.Repeat(`a="b" `, 50000) + `><w:t>文</w:t></w:r>`),
		"names":         p(many(20000), t("文")),
	} {
		test.Run(name, func(t *testing.T) {
			survive(t, build(t, parts{"body": body, "footnotes": `<w:footnote w:id="1">` + p(t1("注")) + `</w:footnote>`}))
		})
	}
	loop := ""
	for i := range 3000 {
		loop += `<w:style w:styleId="s` + string(rune('a'+i%20)) + `"><w:basedOn w:val="s` + string(rune('a'+(i+1)%20)) + `"/></w:style>`
	}
	survive(test, build(test, parts{"styles": loop, "body": strings.Repeat(styled("sa", "文"), 1000)}))
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("<x" + incompressible(5) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + "/>")
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { survive(t, data) })
}

// FuzzXML looks into the main part, past the checksums of the archive.
func FuzzXML(f *testing.F) {
	for _, data := range seeds(f) {
		files := fromParts(f, data)
		f.Add(files["word/document.xml"], files["word/styles.xml"], files["word/numbering.xml"])
	}
	f.Fuzz(func(t *testing.T, document, styles, numbering string) {
		files := map[string]string{
			"word/document.xml":            document,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Type="x/styles" Target="styles.xml"/><Relationship Type="x/numbering" Target="numbering.xml"/></Relationships>`,
		}
		if styles != "" {
			files["word/styles.xml"] = styles
		}
		if numbering != "" {
			files["word/numbering.xml"] = numbering
		}
		survive(t, packAs(t, zip.Store, files))
	})
}

// The real documents lie beside the project; where they are missing there is nothing to
// read.
func TestCorpus(t *testing.T) {
	for _, path := range corpus(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, diagnostics := read(t, data)
		if len(r.Text) < 300 || len(diagnostics) > 0 {
			t.Errorf("%s: %d characters, %v", filepath.Base(path), len(r.Text), diagnostics)
		}
	}
}

func corpus(t testing.TB) []string {
	var paths []string
	for _, dir := range []string{"docx", "wild/docx"} {
		found, _ := filepath.Glob("../../../shared/corpus/" + dir + "/*.docx")
		paths = append(paths, found...)
	}
	if len(paths) == 0 {
		t.Skip("no corpus beside the project")
	}
	return paths
}

func BenchmarkRead(b *testing.B) {
	data := fromReading(b, notice(b, "task-table.txt"))
	files := fromParts(b, data)
	b.SetBytes(int64(len(files["word/document.xml"])))
	for b.Loop() {
		if _, _, err := Read(&source.File{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
