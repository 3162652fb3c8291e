package archive

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"sync"

	"github.com/bodgit/sevenzip"
	"github.com/stangelandcl/ppmd"
	"github.com/ulikunitz/xz/lzma"

	"github.com/policyx/policyx/schema/message"
)

// mostDictionary bounds what a RAR or 7z may look back, in bytes.
const mostDictionary = 256 << 20

// errDictionary is a member that wants more.
var errDictionary = message.Errorf("wants more than %d MiB of memory to be unpacked: unpack it, and name the file itself if it belongs to the notice", mostDictionary>>20)

var errProperties = message.New("properties of a coder")

// bounded puts decoders of 7z that take the memory they need, within [mostDictionary], in the place of the module's, which take what a header
// says. The IDs are those of 7-Zip (DOC/Methods.txt).
var bounded = sync.OnceFunc(func() {
	sevenzip.RegisterDecompressor([]byte{0x21}, lzma2)
	sevenzip.RegisterDecompressor([]byte{0x03, 0x01, 0x01}, lzma1)
	sevenzip.RegisterDecompressor([]byte{0x03, 0x04, 0x01}, ppmd7)
})

// window is how much a decoder looks back in a stream of the given size at most.
func window(dictionary, size uint64) (int, error) {
	if n := min(dictionary, size); n <= mostDictionary {
		return int(max(n, lzma.MinDictCap)), nil
	}
	return 0, errDictionary
}

func lzma2(properties []byte, size uint64, from []io.ReadCloser) (io.ReadCloser, error) {
	if len(from) != 1 || len(properties) != 1 || properties[0] > 40 {
		return nil, errProperties
	}
	p := properties[0]
	n, err := window(uint64(2|p&1)<<(p/2+11), size)
	if err != nil {
		return nil, err
	}
	r, err := lzma.Reader2Config{DictCap: n}.NewReader2(bufio.NewReader(from[0]))
	return closing{r, from[0]}, err
}

func lzma1(properties []byte, size uint64, from []io.ReadCloser) (io.ReadCloser, error) {
	if len(from) != 1 || len(properties) != 5 {
		return nil, errProperties
	}
	n, err := window(uint64(binary.LittleEndian.Uint32(properties[1:])), size)
	if err != nil {
		return nil, err
	}
	header := binary.LittleEndian.AppendUint32(bytes.Clone(properties[:1]), uint32(n))
	header = binary.LittleEndian.AppendUint64(header, size)
	r, err := lzma.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(header), from[0])))
	return closing{r, from[0]}, err
}

func ppmd7(properties []byte, size uint64, from []io.ReadCloser) (io.ReadCloser, error) {
	if len(from) != 1 || len(properties) != 5 {
		return nil, errProperties
	}
	memory := binary.LittleEndian.Uint32(properties[1:])
	if memory > mostDictionary {
		return nil, errDictionary
	}
	r, err := ppmd.NewH7zReader(from[0], int(properties[0]), int(memory), int(min(size, MostBytes+1)))
	return closing{&r, from[0]}, err
}

// closing is a decoder that closes what it reads from.
type closing struct {
	io.Reader
	io.Closer
}
