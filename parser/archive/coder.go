package archive

import (
	"io"
	"sync"

	"github.com/bodgit/sevenzip"

	"github.com/policyx/policyx/schema/message"
)

// Bounds of what unpacks a RAR or 7z, in bytes.
const (
	mostMemory  = 256 << 20       // of all decoders of a 7z together, of the one of a RAR
	leastMemory = 64 << 10        // what any decoder counts as
	mostHeader  = MostFiles << 10 // of a 7z, unpacked: names and sizes of all files
)

var (
	errMemory     = message.Errorf("wants more than %d MiB of memory to be unpacked: unpack it, and name the file itself if it belongs to the notice", mostMemory>>20)
	errMethod     = message.New("is packed by a method that is not read: unpack it, and name the file itself if it belongs to the notice")
	errProperties = message.New("properties of a coder")
)

// coder is a method of 7z. memory is what its decoder takes for a stream of size bytes; open makes it.
type coder struct {
	id     string
	memory func(properties []byte, size uint64) (uint64, error)
	open   func(properties []byte, size, memory uint64, from io.Reader) (io.Reader, error)
}

// coders stand in the place of the module's own, which take what a header says and unpack what only programs are packed
// with. The IDs are those of 7-Zip (DOC/Methods.txt).
var coders = []coder{
	{"\x00", fixed(0), stored},
	{"\x21", windowLZMA2, lzma2},
	{"\x03\x01\x01", windowLZMA, lzma1},
	{"\x03\x04\x01", modelPPMd, ppmd7},
	{"\x04\x01\x08", fixed(0), deflate},
	{"\x04\x02\x02", fixed(4 << 20), burrowsWheeler},
	{"\x04\xf7\x11\x01", windowZstandard, zstandard},
	{"\x04\xf7\x11\x04", fixed(16 << 20), frames},
	{"\x06\xf1\x07\x01", refuse(ErrEncrypted), nil}, // AES
	{"\x04\xf7\x11\x02", refuse(errMethod), nil},    // Brotli
	{"\x03", refuse(errMethod), nil},                // Delta, and the filters of programs:
	{"\x03\x03\x01\x03", refuse(errMethod), nil},    // BCJ
	{"\x03\x03\x01\x1b", refuse(errMethod), nil},    // BCJ2
	{"\x03\x03\x02\x05", refuse(errMethod), nil},    // PowerPC
	{"\x03\x03\x05\x01", refuse(errMethod), nil},    // ARM
	{"\x03\x03\x08\x05", refuse(errMethod), nil},    // SPARC
	{"\x0a", refuse(errMethod), nil},                // ARM64
}

// registered puts coders in the place of the module's.
var registered = sync.OnceFunc(func() {
	for _, c := range coders {
		sevenzip.RegisterDecompressor([]byte(c.id), c.decompress)
	}
})

// unpacking is what the decoders of the 7z that is being unpacked may take. The module keeps one list of decoders
// and does not tell them whose they are: who unpacks a 7z holds the lock from its first byte to its last.
var unpacking struct {
	sync.Mutex
	memory uint64 // what those that are open leave
	stream uint64 // what one may unpack
	beyond error  // for one that would unpack more
}

// decompress is the method as the module calls it.
func (c coder) decompress(properties []byte, size uint64, from []io.ReadCloser) (io.ReadCloser, error) {
	if size > unpacking.stream {
		return nil, unpacking.beyond
	}
	memory, err := c.memory(properties, size)
	if err != nil {
		return nil, err
	}
	memory = max(memory, leastMemory)
	if memory > unpacking.memory {
		return nil, errMemory
	}
	if len(from) != 1 {
		return nil, errProperties
	}
	r, err := c.open(properties, size, memory, from[0])
	if err != nil {
		return nil, err
	}
	unpacking.memory -= memory
	return &decoder{r, from[0], memory}, nil
}

// decoder gives its memory back and closes what it reads from.
type decoder struct {
	io.Reader
	from   io.Closer
	memory uint64
}

func (d *decoder) Close() error {
	unpacking.memory += d.memory
	d.memory = 0
	return d.from.Close()
}
