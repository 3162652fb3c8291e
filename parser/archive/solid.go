package archive

import (
	"bytes"
	"errors"
	"io"

	"github.com/bodgit/sevenzip"
	"github.com/nwaples/rardecode/v2"

	"github.com/policyx/policyx/parser/source"
)

// rar reads a RAR from its begin: volumes that follow in other files are not there.
func (u *unpacker) rar(data []byte) error {
	return guarded(func() error {
		r, err := rardecode.NewReader(bytes.NewReader(data), rardecode.MaxDictionarySize(mostDictionary))
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
	bounded()
	return guarded(func() error {
		r, err := sevenzip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return trouble(err)
		}
		for _, f := range r.File {
			if f.Mode().IsDir() {
				continue
			}
			err := u.add(f.Name, f.Mode().IsRegular(), func() (io.Reader, error) { return f.Open() })
			if err != nil {
				return err
			}
		}
		return nil
	})
}

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
	var seven *sevenzip.ReadError
	return errors.Is(err, errZipCrypt) ||
		errors.Is(err, rardecode.ErrArchiveEncrypted) || errors.Is(err, rardecode.ErrArchivedFileEncrypted) || errors.Is(err, rardecode.ErrBadPassword) ||
		errors.As(err, &seven) && seven.Encrypted
}

// greedy reports an error of a file that wants too much memory.
func greedy(err error) bool {
	return errors.Is(err, errDictionary) || errors.Is(err, rardecode.ErrDictionaryTooLarge)
}
