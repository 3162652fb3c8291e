package pack

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// File is a file to be packed.
type File struct {
	Name string
	Data []byte
}

// gb is s in GB18030.
func gb(s string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err) // GB18030 has every character
	}
	return out
}

// Zip packs files under their names in GB18030, without the flag for UTF-8.
func Zip(files ...File) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		method := zip.Deflate
		if len(f.Data) == 0 {
			method = zip.Store
		}
		m, err := w.CreateHeader(&zip.FileHeader{Name: gb(f.Name), NonUTF8: true, Method: method})
		if err == nil {
			_, err = m.Write(f.Data)
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// RAR stores files in a RAR 2.9 archive (technote.txt of RAR 4), names in GB18030.
func RAR(files ...File) []byte {
	out := []byte("Rar!\x1a\x07\x00")
	out = append(out, block(0x73, 0, make([]byte, 6))...)
	for _, f := range files {
		name := gb(f.Name)
		var h []byte
		h = binary.LittleEndian.AppendUint32(h, uint32(len(f.Data))) // packed
		h = binary.LittleEndian.AppendUint32(h, uint32(len(f.Data)))
		h = append(h, 2) // Windows
		h = binary.LittleEndian.AppendUint32(h, crc32.ChecksumIEEE(f.Data))
		h = binary.LittleEndian.AppendUint32(h, 0x58210000) // 2024-01-01
		h = append(h, 20, 0x30)                             // version 2.0, stored
		h = binary.LittleEndian.AppendUint16(h, uint16(len(name)))
		h = binary.LittleEndian.AppendUint32(h, 0x20) // an ordinary file
		h = append(h, name...)
		out = append(append(out, block(0x74, 0x8000, h)...), f.Data...)
	}
	return append(out, block(0x7b, 0x4000, nil)...)
}

// block is a header with its checksum; flag 0x8000 says that data stand behind it.
func block(kind byte, flags uint16, body []byte) []byte {
	h := []byte{kind}
	h = binary.LittleEndian.AppendUint16(h, flags)
	h = binary.LittleEndian.AppendUint16(h, uint16(7+len(body)))
	h = append(h, body...)
	return append(binary.LittleEndian.AppendUint16(nil, uint16(crc32.ChecksumIEEE(h))), h...)
}
