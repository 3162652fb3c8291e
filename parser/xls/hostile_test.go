package xls

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/sheet"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

func seeds() []file {
	return []file{
		{formats: []string{"yyyy-mm-dd"}, sheets: []tableau{{name: "任务", rows: []int{2}, columns: []int{3}, merges: [][4]int{{0, 0, 0, 2}, {1, 0, 9, 0}},
			cells: []value{{is: "云溪市任务清单"}, {row: 1, is: inline("序号")}, {row: 1, col: 1, is: packed{8, 12, 16}}, {row: 2, style: 1, is: 45930.0}, {row: 3, is: formula{"结果"}}, {row: 4, is: true}}}}},
		{old: true, sheets: []tableau{{name: "S", cells: []value{{is: inline("\xd0\xf2")}}}}},
		{sheets: []tableau{{cells: []value{{is: strings.Repeat("老旧管网", 3000)}}}, {state: 1}, {kind: 2}}},
	}
}

// survive reads data, which may be anything, and returns what was said of severity error.
func survive(t testing.TB, data []byte) (said []schema.Diagnostic) {
	t.Helper()
	b, err := Open(&source.File{Data: data})
	if err != nil {
		if b != nil || err.Error() == "" || strings.Contains(err.Error(), "\n") {
			t.Fatalf("book %v with error %q", b, err)
		}
		return nil
	}
	r, remarks, err := sheet.Read(b)
	if err == nil && len(r.Text) > source.MostCharacters {
		t.Fatalf("%d characters", len(r.Text))
	}
	return slices.DeleteFunc(remarks, func(d schema.Diagnostic) bool { return d.Severity != schema.Error })
}

func TestDamaged(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, f := range seeds() {
		data := f.build()
		for n := 0; n < len(data); n += 1 + len(data)/300 {
			survive(t, data[:n])
		}
		for range 1500 {
			damaged := bytes.Clone(data)
			for range 1 + rng.IntN(4) {
				damaged[rng.IntN(len(damaged))] ^= 1 << rng.IntN(8)
			}
			survive(t, damaged)
		}
	}
}

// TestHostile: workbooks made to exhaust memory or time are cut with a diagnostic of severity error.
func TestHostile(t *testing.T) {
	var wide, many []value
	for i := range 60000 {
		wide = append(wide, value{row: i, is: 1.0}, value{row: i, col: i % 256, is: packed{4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72}})
		many = append(many, value{row: i, is: uint32(4)})
	}
	bomb := []value{{is: strings.Repeat("改造老旧管网", 500)}}
	for name, data := range map[string][]byte{
		"more cells than are read": file{sheets: []tableau{{cells: wide}}}.build(),
		"one string in all cells":  overAndOver(bomb),
		"merges over each other":   file{sheets: []tableau{{cells: wide[:20000], merges: slices.Repeat([][4]int{{0, 0, 65535, 255}, {1, 1, 65535, 255}}, 60000)}}}.build(),
	} {
		if said := survive(t, data); len(said) == 0 {
			t.Errorf("%s: nothing is said", name)
		}
	}
	// a sheet that is listed over and over is read no more often than the file is long
	stream := file{sheets: []tableau{{cells: many}}}.stream()
	start := bytes.LastIndex(stream, []byte{0x09, 0x08})
	globals := record(recBOF, le16(versionBIFF8, 5))
	entry := record(recBoundSheet, le32(0), []byte{0, 0, 1, 0, 'S'})
	at := len(globals) + 5000*len(entry) + 4
	for range 5000 {
		globals = append(globals, record(recBoundSheet, le32(at), []byte{0, 0, 1, 0, 'S'})...)
	}
	globals = append(globals, record(recEOF)...)
	if _, err := Open(&source.File{Data: press.Compound(map[string][]byte{"Workbook": append(globals, stream[start:]...)})}); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("listed over and over: %v", err)
	}
}

// overAndOver is a workbook whose one string stands in each of many cells.
func overAndOver(cells []value) []byte {
	f := file{sheets: []tableau{{name: "S", cells: cells}}}
	for i := range 20000 {
		f.sheets[0].cells = append(f.sheets[0].cells, value{row: 1 + i, is: uint32(4)})
	}
	stream := f.stream()
	for at := 0; at+4 <= len(stream); at += 4 + u16(stream, at+2) {
		if u16(stream, at) == recRK {
			copy(stream[at:], le16(recSharedText))
			copy(stream[at+10:], le32(0))
		}
	}
	return press.Compound(map[string][]byte{"Workbook": stream})
}

func FuzzOpen(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s.build())
	}
	f.Fuzz(func(t *testing.T, data []byte) { survive(t, data) })
}

// FuzzStream looks into the records, past the chains of the OLE2 file.
func FuzzStream(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s.stream())
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		survive(t, press.Compound(map[string][]byte{"Workbook": stream}))
	})
}
