package archive

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"runtime"
	"strings"
	"testing"

	"github.com/ulikunitz/xz/lzma"

	"github.com/policyx/policyx/parser/source"
)

// Coders of 7z with what they are told: LZMA2, LZMA and PPMd that want 4 GiB.
var (
	hugeLZMA2 = []byte{0x21, 0x21, 1, 40}
	hugeLZMA  = []byte{0x23, 3, 1, 1, 5, 0x5d, 0xff, 0xff, 0xff, 0xff}
	hugePPMd  = []byte{0x23, 3, 4, 1, 5, 6, 0xdb, 0xff, 0xff, 0xff}
)

// sevenZip packs one file, whose packed bytes a coder unpacks to size bytes.
func sevenZip(coder, packed []byte, size uint64) []byte {
	h := []byte{1, 4}
	h = append(h, streams(0, len(packed), coder, size)...)
	h = append(h, 5, 1, 0x11, 11, 0, 'a', 0, '.', 0, 't', 0, 'x', 0, 0, 0, 0, 0)
	return started(packed, h)
}

// sealed is an archive whose header is packed as well.
func sealed(coder, packed []byte, size uint64) []byte {
	return started(packed, append([]byte{0x17}, streams(0, len(packed), coder, size)...))
}

func streams(at byte, packed int, coder []byte, size uint64) []byte {
	out := []byte{6, at, 1, 9, 0xC0, byte(packed), byte(packed >> 8), 0} // 0xC0: two bytes follow, little-endian
	out = append(out, 7, 0x0b, 1, 0, 1)
	out = append(out, coder...)
	out = append(out, 0x0c, 0xff)
	out = binary.LittleEndian.AppendUint64(out, size)
	return append(out, 0, 0)
}

func started(packed, header []byte) []byte {
	start := binary.LittleEndian.AppendUint64(nil, uint64(len(packed)))
	start = binary.LittleEndian.AppendUint64(start, uint64(len(header)))
	start = binary.LittleEndian.AppendUint32(start, crc32.ChecksumIEEE(header))
	out := append([]byte("7z\xbc\xaf\x27\x1c\x00\x04"), binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(start))...)
	return bytes.Join([][]byte{out, start, packed, header}, nil)
}

// TestDictionary holds that what a header wants is not taken unseen, and that a small file is read whatever it wants.
func TestDictionary(t *testing.T) {
	var packed bytes.Buffer
	w, err := lzma.NewWriter2(&packed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(notice.Data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var old bytes.Buffer
	v, err := lzma.WriterConfig{Size: int64(len(notice.Data)), SizeInHeader: true}.NewWriter(&old)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = v.Write(notice.Data)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	n := uint64(len(notice.Data))
	const huge = 5 << 30
	for name, tt := range map[string]struct {
		data []byte
		want string // what is said of the archive or its file
	}{
		"small LZMA2":        {sevenZip(hugeLZMA2, packed.Bytes(), n), "a.tx=" + strings.TrimSpace(string(notice.Data))},
		"small LZMA":         {sevenZip(hugeLZMA, old.Bytes()[lzma.HeaderLen:], n), "a.tx=" + strings.TrimSpace(string(notice.Data))},
		"LZMA2":              {sevenZip(hugeLZMA2, packed.Bytes(), huge), "a.tx:" + errDictionary.Error()},
		"LZMA":               {sevenZip(hugeLZMA, packed.Bytes(), huge), "a.tx:" + errDictionary.Error()},
		"PPMd":               {sevenZip(hugePPMd, packed.Bytes(), n), "a.tx:" + errDictionary.Error()},
		"a header in LZMA2":  {sealed(hugeLZMA2, packed.Bytes(), huge), errDictionary.Error()},
		"without properties": {sevenZip([]byte{1, 0x21}, packed.Bytes(), n), errProperties.Error()},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		members, err := Read(source.SevenZip, tt.data, NewBudget())
		runtime.ReadMemStats(&after)
		if got := strings.TrimSpace(said(members, err)); !strings.Contains(got, tt.want) {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		if took := after.TotalAlloc - before.TotalAlloc; took > 64<<20 {
			t.Errorf("%s: %d MiB of memory", name, took>>20)
		}
	}
}
