package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// Workbooks made to exhaust the memory are refused, or cut with a diagnostic of severity error.
func TestHostile(t *testing.T) {
	cell := `<c t="s"><v>0</v></c>`
	rows := func(n int, cells string) string {
		return `<sheetData>` + strings.Repeat(`<row>`+cells+`</row>`, n) + `</sheetData>`
	}
	for _, tt := range []struct {
		name string
		p    parts
		want string // part of the error, a limit and no damage; "" for a diagnostic
	}{
		{"packed too well", parts{sheet: `<sheetData>` + strings.Repeat("<row/>", 2<<20) + `</sheetData>`}, "sheet 任务: xl/worksheets/sheet1.xml is packed more than 200 times"},
		{"a million rows", parts{stored: true, sheet: rows(1<<20, `<c><v>`+noise(12)+`</v></c>`)}, "sheet 任务: xl/worksheets/sheet1.xml unpacks to more than 32 MiB: save the sheets"},
		{"more rows than a table has", parts{stored: true, sheet: rows(block.MaxRows+10, `<c t="str"><v>`+noise(3)+`</v></c><c><v>1</v></c>`)}, ""},
		{"one string over and over", parts{stored: true, sheet: rows(2000, strings.Repeat(cell, 20)), strings: `<si><t>` + strings.Repeat(noise(100), 100) + `</t></si>`}, ""},
		{"a row of all columns", parts{sheet: rows(1, strings.Repeat(`<c t="str"><v>甲</v></c>`, 16384)+`<c/>`)}, ""},
		{"merged over all", parts{sheet: rows(4, strings.Repeat(`<c t="str"><v>甲</v></c>`, 4)) + `<mergeCells>` + strings.Repeat(`<mergeCell ref="B2:XFD1048576"/>`, 1000) + `</mergeCells>`}, "read"},
		{"merges over each other", parts{stored: true, sheet: rows(2000, strings.Repeat(`<c t="str"><v>甲</v></c>`, 100)) + `<mergeCells>` + overlapping(3000) + `</mergeCells>`}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, remarks, err := read(tt.p.build(t))
			switch {
			case tt.want == "read" && err == nil:
				return
			case err != nil && (tt.want == "" || !errors.Is(err, source.ErrLimit) || !strings.Contains(err.Error(), tt.want)):
				t.Fatalf("%v, want %q", err, tt.want)
			case err == nil && tt.want != "":
				t.Fatalf("was read, want %q", tt.want)
			case err == nil && (len(remarks) == 0 || remarks[len(remarks)-1].Severity != schema.Error || len(r.Text) > source.MostCharacters):
				t.Errorf("%d characters, %v", len(r.Text), remarks)
			}
		})
	}
}

// TestTotal: what all parts together hold is bounded, too, a part that is read again as often as it is.
func TestTotal(t *testing.T) {
	tabs, rels := "", ""
	for i := range 12 {
		tabs += fmt.Sprintf(`<sheet name="%d" r:id="r%d"/>`, i, i)
		rels += fmt.Sprintf(`<Relationship Id="r%d" Type="x/worksheet" Target="s.xml"/>`, i)
	}
	_, _, err := read(pack(t, zip.Store, map[string]string{
		"_rels/.rels":      `<Relationships><Relationship Type="x/officeDocument" Target="w.xml"/></Relationships>`,
		"_rels/w.xml.rels": `<Relationships>` + rels + `</Relationships>`,
		"w.xml":            `<workbook ` + main + `><sheets>` + tabs + `</sheets></workbook>`,
		"s.xml":            `<worksheet ` + main + `>` + strings.Repeat("<c/>"+strings.Repeat(" ", 996), 25000) + `</worksheet>`,
	}))
	if !errors.Is(err, source.ErrLimit) || !strings.Contains(err.Error(), "unpack to more than 256 MiB") {
		t.Errorf("%v", err)
	}
}

func read(data []byte) (*block.Reading, []schema.Diagnostic, error) {
	b, err := Open(&source.File{Data: data})
	if err != nil {
		return nil, nil, err
	}
	return sheet.Read(b)
}

func overlapping(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, `<mergeCell ref="A%d:CV2000"/>`, 1+i%1999)
	}
	return out.String()
}

// noise is text that packs little.
func noise(n int) string {
	rng := rand.New(rand.NewPCG(5, uint64(n)))
	out := make([]byte, n)
	for i := range out {
		out[i] = 'a' + byte(rng.IntN(26))
	}
	return string(out)
}

// survive reads data, which may be anything.
func survive(t testing.TB, data []byte) {
	t.Helper()
	r, _, err := read(data)
	if err != nil && (r != nil || strings.Contains(err.Error(), "\n")) {
		t.Fatalf("reading %v with error %q", r, err)
	}
}

func seeds(t testing.TB) []parts {
	return []parts{
		{sheet: grid([]string{"序号", "任务"}, []string{"1", "建站"}) + `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A9"/></mergeCells>`, styles: styles},
		{sheet: `<cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1048576" hidden="1"><c r="XFD1" s="1" t="s"><f>A1</f><v>0</v></c></row></sheetData>`, styles: styles, strings: `<si><r><t>甲</t></r></si>`, book: `<workbookPr date1904="1"/>`},
	}
}

func TestDamaged(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, p := range seeds(t) {
		data := p.build(t)
		for n := 0; n < len(data); n += 1 + len(data)/300 {
			survive(t, data[:n])
		}
		for range 500 {
			damaged := bytes.Clone(data)
			damaged[rng.IntN(len(damaged))] ^= 1 << rng.IntN(8)
			survive(t, damaged)
		}
	}
}

// FuzzXML looks into the parts, past the checksums of the archive.
func FuzzXML(f *testing.F) {
	for _, p := range seeds(f) {
		f.Add(p.sheet, p.styles, p.strings)
	}
	f.Fuzz(func(t *testing.T, sheet, styles, strings string) {
		survive(t, parts{sheet: sheet, styles: styles, strings: strings}.build(t))
	})
}

func FuzzSpreadsheetML(f *testing.F) {
	f.Add(spreadsheetML)
	f.Fuzz(func(t *testing.T, data string) {
		if b, err := OpenXML(&source.File{Text: data}); err == nil {
			_, _, _ = sheet.Read(b)
		}
	})
}
