package archive

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
	"github.com/ulikunitz/xz/lzma"

	"github.com/policyx/policyx/parser/source"
)

// Coders of 7z with what they are told: LZMA2, LZMA and PPMd that want 4 GiB.
var (
	hugeLZMA2 = []byte{0x21, 0x21, 1, 40}
	hugeLZMA  = []byte{0x23, 3, 1, 1, 5, 0x5d, 0xff, 0xff, 0xff, 0xff}
	hugePPMd  = []byte{0x23, 3, 4, 1, 5, 6, 0xdb, 0xff, 0xff, 0xff}
)

// sevenZip packs one file, whose packed bytes a coder unpacks to size bytes, and further coders of the chain what it gives.
func sevenZip(packed []byte, size uint64, chain ...[]byte) []byte {
	h := []byte{1, 4}
	h = append(h, streams(packed, size, chain...)...)
	h = append(h, 5, 1, 0x11, 11, 0, 'a', 0, '.', 0, 't', 0, 'x', 0, 0, 0, 0, 0)
	return started(packed, h)
}

// sealed is an archive whose header is packed as well.
func sealed(packed []byte, size uint64, coder []byte) []byte {
	return started(packed, append([]byte{0x17}, streams(packed, size, coder)...))
}

func streams(packed []byte, size uint64, chain ...[]byte) []byte {
	out := append(number([]byte{6, 0, 1, 9}, len(packed)), 0, 7, 0x0b, 1, 0)
	out = append(number(out, len(chain)), bytes.Join(chain, nil)...)
	for i := 1; i < len(chain); i++ {
		out = number(number(out, i), i-1) // the input of one is the output of the one before
	}
	out = append(out, 0x0c)
	for range chain {
		out = number(out, int(size))
	}
	return append(out, 0, 0)
}

// number appends a number as 7z writes it, in its longest form.
func number(out []byte, n int) []byte {
	return binary.LittleEndian.AppendUint64(append(out, 0xff), uint64(n))
}

func started(packed, header []byte) []byte {
	start := binary.LittleEndian.AppendUint64(nil, uint64(len(packed)))
	start = binary.LittleEndian.AppendUint64(start, uint64(len(header)))
	start = binary.LittleEndian.AppendUint32(start, crc32.ChecksumIEEE(header))
	out := append([]byte("7z\xbc\xaf\x27\x1c\x00\x04"), binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(start))...)
	return bytes.Join([][]byte{out, start, packed, header}, nil)
}

func lzmaOf(t *testing.T, data []byte) (lzma2, lzma1 []byte) {
	t.Helper()
	var packed, old bytes.Buffer
	w, err := lzma.NewWriter2(&packed)
	if err != nil {
		t.Fatal(err)
	}
	v, err := lzma.WriterConfig{Size: int64(len(data)), SizeInHeader: true}.NewWriter(&old)
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, data)
	write(t, v, data)
	return packed.Bytes(), old.Bytes()[lzma.HeaderLen:]
}

func write(t *testing.T, w io.WriteCloser, data []byte) {
	t.Helper()
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestCoders holds that what a header wants is not taken unseen, neither by one coder nor by all of a chain, and that a
// small file is read whatever it wants.
func TestCoders(t *testing.T) {
	packed, old := lzmaOf(t, notice.Data)
	var framed, deflated bytes.Buffer
	squeeze, err := flate.NewWriter(&deflated, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	write(t, squeeze, notice.Data)
	write(t, lz4.NewWriter(&framed), notice.Data)
	zstandard, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	n := uint64(len(notice.Data))
	read := "a.tx=" + strings.TrimSpace(string(notice.Data))
	const huge, large = 5 << 30, 100 << 20
	long := append(bytes.Clone(packed), make([]byte, 1<<20)...) // of which 200 MiB may come
	model := []byte{0x23, 3, 4, 1, 5, 6, 0, 0, 0, 12}           // PPMd that wants 192 MiB
	for name, tt := range map[string]struct {
		data []byte
		want string // what is said of the archive or its file
	}{
		"small LZMA2":           {sevenZip(packed, n, hugeLZMA2), read},
		"small LZMA":            {sevenZip(old, n, hugeLZMA), read},
		"stored behind LZMA2":   {sevenZip(packed, n, hugeLZMA2, []byte{1, 0}), read},
		"Zstandard":             {sevenZip(zstandard.EncodeAll(notice.Data, nil), n, []byte{4, 4, 0xf7, 0x11, 1}), read},
		"LZ4":                   {sevenZip(framed.Bytes(), n, []byte{4, 4, 0xf7, 0x11, 4}), read},
		"Deflate":               {sevenZip(deflated.Bytes(), n, []byte{3, 4, 1, 8}), read},
		"LZMA2":                 {sevenZip(packed, huge, hugeLZMA2), "a.tx:" + errRatio.Error()},
		"LZMA":                  {sevenZip(packed, huge, hugeLZMA), "a.tx:" + errRatio.Error()},
		"PPMd":                  {sevenZip(packed, n, hugePPMd), "a.tx:" + errMemory.Error()},
		"a chain of LZMA2":      {sevenZip(long, large, hugeLZMA2, hugeLZMA2, hugeLZMA2), "a.tx:" + errMemory.Error()},
		"a chain of PPMd":       {sevenZip(long, n, model, model), "a.tx:" + errMemory.Error()},
		"a chain of small ones": {sevenZip(packed, n, slices.Repeat([][]byte{{1, 0}}, 5000)...), "a.tx:" + errMemory.Error()},
		"a header in LZMA2":     {sealed(packed, huge, hugeLZMA2), ErrTooMany.Error()},
		"a large header":        {started(nil, make([]byte, mostHeader+1)), ErrTooMany.Error()},
		"without properties":    {sevenZip(packed, n, []byte{1, 0x21}), errProperties.Error()},
		"a filter of programs":  {sevenZip(packed, n, []byte{4, 3, 3, 1, 3}), errMethod.Error()},
		"encrypted":             {sevenZip(packed, n, []byte{4, 6, 0xf1, 7, 1}), ErrEncrypted.Error()},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		members, err := Read(source.SevenZip, tt.data, NewBudget())
		runtime.ReadMemStats(&after)
		if got := strings.TrimSpace(said(members, err)); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		if left := unpacking.memory; tt.want == read && left != mostMemory {
			t.Errorf("%s: %d bytes were not given back", name, mostMemory-left)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > mostMemory {
			t.Errorf("%s: %d MiB of memory", name, took>>20)
		}
	}
}
