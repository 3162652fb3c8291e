package rtf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// seeds are documents that between them use most of what the reader knows.
func seeds(test testing.TB) [][]byte {
	rich := doc(officeList, shown(1, 0, "一、", t("要求")), numbered(1, 1, t("目标"), `{\deleted `+t("旧")+`\par}{\v `+t("隐")+"}"),
		par(`{\field{\*\fldinst TOC}{\fldrslt x\par}}{\field{\*\fldinst SYMBOL 254 \\f "Wingdings"}{\fldrslt}}{\f2\'a8}`),
		par(t("锚"), `{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt `+row(cell{"", 900, "a"}, cell{"", 1900, "b"})+par("c")+`}}}{\footnote `+par(t("注"))+`}`),
		row(cell{`\clvmgf`, 1000, t("甲")}, cell{`\clmgf`, 2000, t("乙")}, cell{`\clmrg`, 3000, ""}), row(cell{`\clvmrg`, 1000, ""}, cell{"", 3000, "x"}),
		`\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx2000\cellx4000\nestrow}{\nonesttables\par}\pard\intbl\cell\row`,
		par(`{\upr{a}{\*\ud{\u20113?}}}\uc1\u-10179?\u-8704?`, `{\pict\bin2 {}00}{\f3\'a5\'ab}`))
	return [][]byte{rich, fromReading(notice(test, "task-table.txt"))}
}

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
		for n := 0; n < len(data); n += 1 + len(data)/500 {
			survive(t, data[:n])
		}
	}
}

func TestFlipped(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, data := range seeds(t) {
		for range 500 {
			damaged := bytes.Clone(data)
			for range 1 + rng.IntN(8) {
				damaged[rng.IntN(len(damaged))] = `{}\*'0a 1`[rng.IntN(9)]
			}
			survive(t, damaged)
		}
	}
}

// Constructions whose cost could grow faster than their size.
func TestLarge(test *testing.T) {
	for name, body := range map[string]string{
		"jumping depth":    strings.Repeat(`\itap10 a\itap0 b`, 50_000),
		"cells":            strings.Repeat(`\cell`, 100_000),
		"rows":             `\trowd\cellx1` + strings.Repeat(`a\row`, 50_000),
		"shapes":           `\trowd` + strings.Repeat(`\cellx1`, 100_000) + `\pard\intbl a\cell\row`,
		"fonts":            `{\fonttbl` + strings.Repeat(`\f1 a`, 100_000) + "}",
		"lists":            `{\*\listtable` + strings.Repeat(`\list\listlevel{\leveltext a}\listid1`, 50_000) + "}",
		"open fields":      strings.Repeat(`{\field{\*\fldinst `, 200) + "a",
		"labels":           strings.Repeat(`{\listtext abcdefghij`, 200) + strings.Repeat("}", 200) + `a\par`,
		"notes":            "a" + strings.Repeat(`{\footnote a}`, 20_000),
		"text boxes":       "a" + strings.Repeat(`{\shptxt a}`, 20_000),
		"one word":         `\` + strings.Repeat("a", 1<<20) + strings.Repeat("1", 1<<20),
		"one piece":        strings.Repeat("ab", mostPending),
		"bytes beyond end": `\bin2147483647 a`,
	} {
		test.Run(name, func(t *testing.T) { survive(t, doc("a", body)) })
	}
}

// What is beyond the bounds is not read, and said.
func TestBounds(test *testing.T) {
	for name, body := range map[string]string{
		"groups":     strings.Repeat("{}", MaxGroups),
		"cells":      strings.Repeat(`\cell`, MaxCells+1),
		"tables":     strings.Repeat(`\itap10 a\itap0 b`, MaxCells/10+1),
		"characters": strings.Repeat(`abcdefghi\par `, source.MostCharacters/9+1),
	} {
		r, diagnostics := readAll(test, doc("a", body, `\pard\itap0\par z\par`))
		if len(diagnostics) == 0 || diagnostics[len(diagnostics)-1].Code != schema.UnreadContent || diagnostics[len(diagnostics)-1].Severity != schema.Error {
			test.Errorf("%s: %v", name, diagnostics)
		}
		if strings.HasSuffix(string(r.Text), "z\n") {
			test.Errorf("%s: read beyond the bound", name)
		}
	}
}

// What is left out of a document that is read to its end is said, and nothing of one at the bound.
func TestLeftOut(test *testing.T) {
	each := func(n int, s string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, s, i)
		}
		return b.String()
	}
	for name, tt := range map[string]struct {
		most int
		body func(n int) string
		code schema.Code
	}{
		"notes": {mostNotes, func(n int) string { return "a" + each(n, `{\footnote n%d}`) + `\par ` }, schema.UnreadContent},
		"lists": {mostLists, func(n int) string { return `{\*\listtable` + each(n, `{\list\listid%d}`) + "}a" }, schema.UnreadContent},
		"fonts": {mostFonts, func(n int) string { return `{\fonttbl` + each(n, `{\f%d a;}`) + "}a" }, schema.DecodingErrors},
	} {
		if _, remarks := readAll(test, doc("", tt.body(tt.most))); len(remarks) > 0 {
			test.Errorf("%s at the bound: %v", name, remarks)
		}
		_, remarks := readAll(test, doc("", tt.body(tt.most+1)))
		if len(remarks) != 1 || remarks[0].Code != tt.code || remarks[0].Severity != schema.Error {
			test.Errorf("%s beyond the bound: %v", name, remarks)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { survive(t, data) })
}

func BenchmarkRead(b *testing.B) {
	data := fromReading(notice(b, "task-table.txt"))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Read(&source.File{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
}
