package archive

import (
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/flate"
	"encoding/binary"
	"io"

	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
	"github.com/stangelandcl/ppmd"
	"github.com/ulikunitz/xz/lzma"
)

// fixed is the memory of a method that takes as much for any stream.
func fixed(memory uint64) func([]byte, uint64) (uint64, error) {
	return func([]byte, uint64) (uint64, error) { return memory, nil }
}

// refuse is that of a method that is not read.
func refuse(err error) func([]byte, uint64) (uint64, error) {
	return func([]byte, uint64) (uint64, error) { return 0, err }
}

func stored(_ []byte, _, _ uint64, from io.Reader) (io.Reader, error) { return from, nil }

// windowLZMA2 is how much a decoder looks back in a stream of the given size at most.
func windowLZMA2(properties []byte, size uint64) (uint64, error) {
	if len(properties) != 1 || properties[0] > 40 {
		return 0, errProperties
	}
	p := properties[0]
	return window(uint64(2|p&1)<<(p/2+11), size), nil
}

func window(dictionary, size uint64) uint64 { return max(min(dictionary, size), lzma.MinDictCap) }

func lzma2(_ []byte, _, memory uint64, from io.Reader) (io.Reader, error) {
	return lzma.Reader2Config{DictCap: int(memory)}.NewReader2(bufio.NewReader(from))
}

func windowLZMA(properties []byte, size uint64) (uint64, error) {
	if len(properties) != 5 {
		return 0, errProperties
	}
	return window(uint64(binary.LittleEndian.Uint32(properties[1:])), size), nil
}

func lzma1(properties []byte, size, memory uint64, from io.Reader) (io.Reader, error) {
	header := binary.LittleEndian.AppendUint32(bytes.Clone(properties[:1]), uint32(memory))
	header = binary.LittleEndian.AppendUint64(header, size)
	return lzma.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(header), from)))
}

func modelPPMd(properties []byte, _ uint64) (uint64, error) {
	if len(properties) != 5 {
		return 0, errProperties
	}
	return uint64(binary.LittleEndian.Uint32(properties[1:])), nil
}

func ppmd7(properties []byte, size, _ uint64, from io.Reader) (io.Reader, error) {
	model := binary.LittleEndian.Uint32(properties[1:])
	r, err := ppmd.NewH7zReader(from, int(properties[0]), int(model), int(min(size, MostBytes+1)))
	return &r, err
}

func deflate(_ []byte, _, _ uint64, from io.Reader) (io.Reader, error) {
	return flate.NewReader(from), nil
}

func burrowsWheeler(_ []byte, _, _ uint64, from io.Reader) (io.Reader, error) {
	return bzip2.NewReader(from), nil
}

// windowZstandard is the window of the highest level that a stream of the given size is packed with; a frame says its
// own later.
func windowZstandard(_ []byte, size uint64) (uint64, error) {
	return min(max(size, 8<<20), 128<<20), nil
}

func zstandard(_ []byte, _, memory uint64, from io.Reader) (io.Reader, error) {
	return zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(memory))
}

// frames unpacks LZ4.
func frames(_ []byte, _, _ uint64, from io.Reader) (io.Reader, error) {
	return lz4.NewReader(from), nil
}
