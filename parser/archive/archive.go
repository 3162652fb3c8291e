package archive

import (
	"errors"
	"fmt"
	"io"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// Member is a file of an archive.
type Member struct {
	Name string // slash-separated, as [CleanName] makes it
	Data []byte // nil where Err is set
	Err  error  // why it could not be unpacked
}

// Bounds of what is taken of an archive.
const (
	MostFiles  = 2_000     // with those of archives within it
	MostBytes  = 128 << 20 // unpacked, in all
	mostMember = 64 << 20  // unpacked, of one file
	mostRatio  = 200       // times the archive, of one file
	freeBytes  = 1 << 20   // a file may have whatever its ratio
)

// Budget is what may still be taken of an archive and of those within it. Make it with [NewBudget].
type Budget struct {
	files int
	bytes int64
}

// NewBudget returns the bounds of one input.
func NewBudget() *Budget { return &Budget{files: MostFiles, bytes: MostBytes} }

// The errors of archives and members. Those of an archive mean that nothing of it is read.
var (
	ErrEncrypted = error(encryptedError{})
	ErrTooMany   = message.Errorf("holds more than %d files: unpack it, and name the files that belong to the notice", MostFiles)
	ErrTooLarge  = message.Errorf("unpacks to more than %d MiB: unpack it, and name the files that belong to the notice", MostBytes>>20)
	errMember    = message.Errorf("unpacks to more than %d MiB: unpack it, and name the file itself if it belongs to the notice", mostMember>>20)
	errRatio     = message.Errorf("unpacks to more than %d times the archive, as no document does: unpack it, and name the file itself if it belongs to the notice", mostRatio)
	errLink      = message.New("is a link, which is not followed")
)

// encryptedError is [source.ErrEncrypted] with what to do about an archive.
type encryptedError struct{}

func (encryptedError) Error() string {
	return "is encrypted: unpack it with its password, and name the files themselves"
}

func (encryptedError) Is(target error) bool { return target == source.ErrEncrypted }

// DamagedError is an archive or a member whose bytes are not what the format prescribes.
type DamagedError struct{ Err error }

func (e *DamagedError) Error() string {
	return fmt.Sprintf("is damaged (%v): fetch it again, or unpack what can be saved", e.Err)
}

func (e *DamagedError) Unwrap() error { return e.Err }

// Read returns the files of an archive in its order, without what systems leave in archives (__MACOSX, Thumbs.db,
// hidden files). format is [source.ZIP], [source.RAR] or [source.SevenZip].
//
// A file that cannot be unpacked has an Err; the archive as a whole fails with [ErrEncrypted], [ErrTooMany],
// [ErrTooLarge] or a [DamagedError]. Where RAR and 7z go on from file to file, what stands behind damage is lost
// with it.
func Read(format source.Format, data []byte, b *Budget) ([]Member, error) {
	u := &unpacker{budget: b, ratio: mostRatio*int64(len(data)) + freeBytes}
	var err error
	switch format {
	case source.ZIP:
		err = u.zip(data)
	case source.RAR:
		err = u.rar(data)
	case source.SevenZip:
		err = u.sevenZip(data)
	default:
		err = message.Errorf("%q is no archive", format)
	}
	if err != nil {
		return nil, err
	}
	return u.members, nil
}

type unpacker struct {
	budget  *Budget
	ratio   int64
	members []Member
}

// add unpacks a file that open gives. It fails where the archive as a whole does.
func (u *unpacker) add(name string, regular bool, open func() (io.Reader, error)) error {
	if name = CleanName(name); leftover(name) {
		return nil
	}
	if u.budget.files--; u.budget.files < 0 {
		return ErrTooMany
	}
	m := Member{Name: name}
	if !regular {
		m.Err = errLink
	} else if m.Data, m.Err = u.unpack(open); errors.Is(m.Err, ErrTooLarge) {
		return m.Err
	}
	u.members = append(u.members, m)
	return nil
}

func (u *unpacker) unpack(open func() (io.Reader, error)) ([]byte, error) {
	r, err := open()
	if err != nil {
		return nil, trouble(err)
	}
	if c, ok := r.(io.Closer); ok {
		defer c.Close()
	}
	most := min(mostMember, u.ratio, u.budget.bytes)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	size := int64(len(data))
	switch {
	case size > u.budget.bytes:
		return nil, ErrTooLarge
	case size > mostMember:
		err = errMember
	case size > u.ratio:
		err = errRatio
	case err != nil:
		err = trouble(err)
	}
	u.budget.bytes -= size
	if err != nil {
		return nil, err
	}
	return data, nil
}

// trouble says of an error of a decompressor what it is: a password that is wanted, too much memory, a bound, or damage.
func trouble(err error) error {
	switch {
	case encrypted(err):
		return ErrEncrypted
	case greedy(err):
		return errMemory
	}
	for _, refused := range []error{ErrTooMany, errRatio, errMethod} {
		if errors.Is(err, refused) {
			return refused
		}
	}
	return &DamagedError{err}
}

// guarded calls f. The readers of formats are written for sound archives: a panic of theirs is damage.
func guarded(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &DamagedError{message.Errorf("%v", p)}
		}
	}()
	return f()
}
