package archive

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema/message"
)

// errZipCrypt is a member that is encrypted (general purpose bit 0).
var errZipCrypt = message.New("zip: encrypted")

// mostEntries bounds the directory, whose every entry takes memory before it is looked at.
const mostEntries = 20 * MostFiles

func (u *unpacker) zip(data []byte) error {
	if bytes.Count(data, []byte("PK\x01\x02")) > mostEntries {
		return ErrTooMany
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && r == nil || err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return trouble(err)
	}
	for _, f := range r.File {
		if f.Mode().IsDir() {
			continue
		}
		err := u.add(zipName(f), f.Mode().IsRegular(), func() (io.Reader, error) {
			if f.Flags&1 != 0 {
				return nil, errZipCrypt
			}
			return f.Open()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// zipName decodes a name: UTF-8 by its flag or by the Unicode path of Info-ZIP (APPNOTE 4.6.9), else whatever it is.
func zipName(f *zip.File) string {
	if !f.NonUTF8 {
		return f.Name
	}
	for extra := f.Extra; len(extra) >= 4; {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; size > len(extra) {
			break
		}
		if field := extra[:size]; id == 0x7075 && size > 5 && utf8.Valid(field[5:]) &&
			binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
			return string(field[5:])
		}
		extra = extra[size:]
	}
	return source.DecodeName(f.Name)
}
