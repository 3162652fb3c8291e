package doc

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/compound"
	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"

	"github.com/policyx/policyx/schema"
)

// seeds are documents that between them use most of what the reader knows.
func seeds(t testing.TB) [][]byte {
	rich := file{
		paras: slices.Concat(
			[]para{numbered(1, 0, "要求"), numbered(1, 1, "目标").with("目", isDeleted), {text: "样式\r", style: 1}, line("见\x13 TOC \x14录\x15(").with("(", prop(propSymbol, join(le16(0), le16(0xF0B3))...)), line("锚\x08点\x02")},
			row(cellOf{"甲", 0, 1000, 3 << 5}, cellOf{"乙", 1000, 3000, 0}), row(cellOf{"", 0, 1000, 1 << 5}, cellOf{"丙", 1000, 3000, 0}), inner(3, "内", "里"),
			[]para{line("尾").having(prop(propHuge, le32(0)...)), line("\x02 注"), line("框"), line("")},
		),
		notes: 1, refs: []int{20}, boxes: 1, anchors: []int{18},
		styles: []style{{base: noStyle, level: -1}, {base: 1, list: 1, level: 0}}, fonts: []string{"Symbol"},
		lists: [][]word.Level{officeList}, starts: map[int]int{0: 4}, data: join(le16(4), prop(propList, le16(1)...)), pieces: 3,
	}
	return [][]byte{rich.build(), fromReading(notice(t, "task-table.txt"))}
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
		for n := 0; n < len(data); n += 1 + len(data)/1000 {
			survive(t, data[:n])
		}
	}
}

func TestFlipped(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, data := range seeds(t) {
		// Most of a file is empty; damage is to strike where something stands.
		var full []int
		for i, b := range data {
			if b != 0 {
				full = append(full, i)
			}
		}
		for range 2000 {
			damaged := bytes.Clone(data)
			for range 1 + rng.IntN(8) {
				at := full[rng.IntN(len(full))]
				switch rng.IntN(4) {
				case 0:
					damaged[at] = 0xFF
				case 1:
					damaged[at] = byte(rng.IntN(256))
				default:
					damaged[at] ^= 1 << rng.IntN(8)
				}
			}
			survive(t, damaged)
		}
	}
}

// Constructions whose cost could grow faster than their size.
func TestLarge(test *testing.T) {
	deep := func(depth int) []byte { return join(prop(propInTable, 1), prop(propDepth, le32(depth)...)) }
	var jumps []para
	for i := range 20000 {
		jumps = append(jumps, line("甲").having(deep(i%2*1000000)))
	}
	large := row(cellOf{"甲", 0, 1000, 0})
	end := large[len(large)-1]
	var huge []para
	for range 30000 {
		huge = append(huge, line("甲").having(prop(propHuge, le32(0)...)))
	}
	data := append(le16(0xFFFF), bytes.Repeat(prop(propLevel, 1), 0xFFFF/3)...)
	for name, f := range map[string]file{
		"jumping depth":   {paras: jumps},
		"row ends":        {paras: slices.Repeat([]para{end}, 20000)},
		"huge properties": {paras: huge, data: data},
		"many pieces":     {paras: slices.Repeat([]para{line("文字")}, 700), pieces: 1000},
		"open fields":     {paras: []para{line(strings.Repeat("\x13", 50000) + "隐"), line("文")}},
		"one paragraph":   {paras: []para{line(strings.Repeat("文字(", 100000))}},
		"page breaks":     {paras: []para{line(strings.Repeat("文\x0c", 100000))}},
	} {
		test.Run(name, func(t *testing.T) { survive(t, f.build()) })
	}
}

// A file so large that its table of chains has lists of its own.
func TestManySectors(t *testing.T) {
	text := strings.Repeat("各县市区人民政府要压实责任，", 1000)
	r, _ := read(t, file{paras: slices.Repeat([]para{line(text)}, 300)}.build())
	if got := len(r.Text); got != 300*(14*1000+1) {
		t.Errorf("%d characters", got)
	}
}

// Loops in the chains of an OLE2 file.
func TestLoops(t *testing.T) {
	data := seeds(t)[0]
	fat := 512 * (1 + int(u32(data, 76)))
	for at := fat; at < min(fat+512, len(data)); at += 4 {
		for _, next := range []uint32{0, 1, uint32(at-fat) / 4, 5} {
			damaged := bytes.Clone(data)
			binary.LittleEndian.PutUint32(damaged[at:], next)
			survive(t, damaged)
		}
	}
	for _, at := range []int{48, 60, 68, 76} { // directory, short streams, lists of the table
		for next := range uint32(len(data) / 512) {
			damaged := bytes.Clone(data)
			binary.LittleEndian.PutUint32(damaged[at:], next)
			survive(t, damaged)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { survive(t, data) })
}

// FuzzStreams looks into the streams, past the chains of the OLE2 file.
func FuzzStreams(f *testing.F) {
	for _, data := range seeds(f) {
		c, err := compound.Open(data)
		if err != nil {
			f.Fatal(err)
		}
		stream, _ := c.Stream("WordDocument")
		table, _ := c.Stream("1Table")
		more, _ := c.Stream("Data")
		f.Add(stream, table, more)
	}
	f.Fuzz(func(t *testing.T, stream, table, data []byte) {
		survive(t, press.Compound(map[string][]byte{"WordDocument": stream, "1Table": table, "Data": data}))
	})
}

// The real documents lie beside the project; where they are missing there is nothing to
// read.
func TestCorpus(t *testing.T) {
	var paths []string
	for _, pattern := range []string{"doc/*.doc", "wps/*.wps"} {
		found, _ := filepath.Glob("../../../shared/corpus/wild/" + pattern)
		paths = append(paths, found...)
	}
	if len(paths) == 0 {
		t.Skip("no corpus beside the project")
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, diagnostics := read(t, data)
		if len(r.Text) < 300 || slices.ContainsFunc(diagnostics, func(d schema.Diagnostic) bool { return d.Severity != schema.Info }) {
			t.Errorf("%s: %d characters, %v", filepath.Base(path), len(r.Text), diagnostics)
		}
		for n := 0; n < len(data); n += 1 + len(data)/50 {
			survive(t, data[:n])
		}
	}
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
