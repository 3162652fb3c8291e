package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

// file makes a PDF of objects, numbered from 1; the first one is the catalog. It has no
// table of them: pdfium finds them by itself.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n0\n%%%%EOF\n", len(objects)+1)
	return b.Bytes()
}

func flate(dict string, data string, times int) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	for range times {
		_, _ = w.Write([]byte(data))
	}
	_ = w.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, z.Len(), z.Bytes())
}

const (
	catalog = "<</Type/Catalog/Pages 2 0 R>>"
	one     = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
	page    = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
	latin   = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
)

// Files that ask for more than there is come to an end, behind a number of steps and within memory.
func TestHostile(t *testing.T) {
	megabyte := strings.Repeat(" ", 1<<20)
	for name, data := range map[string][]byte{
		"bomb of white space": file(catalog, one, page, flate("", megabyte, 256), latin),
		"bomb of operators":   file(catalog, one, page, flate("", strings.Repeat("q ", 1<<19), 60), latin),
		"bomb of text":        file(catalog, one, page, flate("", "BT /F 9 Tf 9 9 Td ("+strings.Repeat("yunxi", 1<<17)+") Tj ET ", 40), latin),
		"bomb of lines":       file(catalog, one, page, flate("", strings.Repeat("0 0 m 500 0 l S ", 1<<16), 10), latin),
		"bomb in a bomb":      file(catalog, one, page, strings.Replace(flate("", string(bytes.Repeat([]byte{0}, 1<<20)), 200), "/FlateDecode", "[/FlateDecode/FlateDecode]", 1), latin),
		"form in itself":      file(catalog, one, page, flate("", "/X Do ", 1), latin, flate("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do ", 1)),
		"pages in themselves": file(catalog, "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"),
		"many pages":          file(catalog, "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", page),
		"huge page":           file(catalog, one, strings.Replace(page, "595 842", "1e30 1e30", 1), flate("", "BT /F 9 Tf (yunxi) Tj ET", 1), latin),
		"deep arrays":         file(catalog, one, page, strings.Repeat("[", 100_000)),
		"deep dictionaries":   file(strings.Repeat("<</A", 50_000)),
	} {
		t.Run(name, func(t *testing.T) { check(t, data) })
	}
}
