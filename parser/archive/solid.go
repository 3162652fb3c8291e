package archive

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/bodgit/sevenzip"
	"github.com/klauspost/compress/zstd"
	"github.com/nwaples/rardecode/v2"

	"github.com/policyx/policyx/parser/source"
)

// rar reads a RAR from its begin: volumes that follow in other files are not there.
func (u *unpacker) rar(data []byte) error {
	return guarded(func() error {
		r, err := rardecode.NewReader(bytes.NewReader(data), rardecode.MaxDictionarySize(mostMemory))
		if err != nil {
			return trouble(err)
		}
		for {
			h, err := r.Next()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return u.brokenOff(err)
			}
			if h.IsDir {
				continue
			}
			err = u.add(source.DecodeName(h.Name), h.Mode().IsRegular(), func() (io.Reader, error) {
				if h.Encrypted {
					return nil, rardecode.ErrArchivedFileEncrypted
				}
				return r, nil
			})
			if err != nil {
				return err
			}
		}
	})
}

func (u *unpacker) sevenZip(data []byte) error {
	registered()
	return guarded(func() error {
		unpacking.Lock()
		defer unpacking.Unlock()
		unpacking.memory, unpacking.stream, unpacking.beyond = mostMemory, mostHeader, ErrTooMany
		if len(data) >= startHeader && binary.LittleEndian.Uint64(data[20:]) > mostHeader {
			return ErrTooMany
		}
		r, err := sevenzip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return trouble(err)
		}
		unpacking.stream, unpacking.beyond = uint64(u.ratio), errRatio
		closed := map[int]error{} // streams that could not be opened, which no further file of theirs opens
		for _, f := range r.File {
			if f.Mode().IsDir() {
				continue
			}
			err := u.add(f.Name, f.Mode().IsRegular(), func() (io.Reader, error) {
				if closed[f.Stream] != nil {
					return nil, closed[f.Stream]
				}
				r, err := f.Open()
				closed[f.Stream] = err
				return r, err
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// startHeader is the size of what a 7z begins with, in bytes; the size of its header stands in the third eight of them.
const startHeader = 32

// brokenOff ends an archive that goes on to no further file: what came before it is kept, the rest is one member
// that could not be unpacked.
func (u *unpacker) brokenOff(err error) error {
	if len(u.members) == 0 {
		return trouble(err)
	}
	u.members = append(u.members, Member{Name: "the rest", Err: trouble(err)})
	return nil
}

// encrypted reports an error that a password would have kept away.
func encrypted(err error) bool {
	return errors.Is(err, ErrEncrypted) || errors.Is(err, errZipCrypt) ||
		errors.Is(err, rardecode.ErrArchiveEncrypted) || errors.Is(err, rardecode.ErrArchivedFileEncrypted) || errors.Is(err, rardecode.ErrBadPassword)
}

// greedy reports an error of a file that wants too much memory.
func greedy(err error) bool {
	return errors.Is(err, errMemory) || errors.Is(err, rardecode.ErrDictionaryTooLarge) || errors.Is(err, zstd.ErrWindowSizeExceeded)
}
