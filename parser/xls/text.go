package xls

import (
	"bytes"
	"unicode/utf16"

	"github.com/policyx/policyx/parser/source"
)

// reader reads numbers and strings of a record and of those that go on with it. Behind the end it
// reads zeros and empty strings.
type reader struct {
	parts    [][]byte
	part, at int
	old      bool // BIFF5: strings are bytes of a code page
	page     int
	faults   *int // counts what was no character of the code page
}

// reader reads the body of a record and the bodies of those that go on with it.
func (w *workbook) reader(body []byte, rest ...[]byte) *reader {
	return &reader{parts: append([][]byte{body}, rest...), old: w.old, page: w.page, faults: &w.faults}
}

// Flags of a string.
const (
	flagWide     = 1 << 0 // two bytes a character
	flagExtended = 1 << 2 // phonetic guides stand behind it
	flagRich     = 1 << 3 // formats of its runs stand behind it
)

func (t *reader) ended() bool {
	for t.part < len(t.parts) && t.at >= len(t.parts[t.part]) {
		t.part, t.at = t.part+1, 0
	}
	return t.part >= len(t.parts)
}

// number reads a number of so many bytes.
func (t *reader) number(bytes int) (n int) {
	for i := range bytes {
		if t.ended() {
			break
		}
		n |= int(t.parts[t.part][t.at]) << (8 * i)
		t.at++
	}
	return n
}

func (t *reader) skip(bytes int) {
	for bytes > 0 && !t.ended() {
		n := min(bytes, len(t.parts[t.part])-t.at)
		t.at += n
		bytes -= n
	}
}

// short reads a string whose length is a byte, long one whose length is a word.
func (t *reader) short() string { return t.plain(t.number(1)) }

func (t *reader) long() string { return t.plain(t.number(2)) }

func (t *reader) plain(n int) string {
	if t.old {
		return t.coded(n)
	}
	return t.chars(n, t.number(1))
}

// rich reads a string of the table of shared strings, with what stands behind it.
func (t *reader) rich() string {
	n, flags := t.number(2), t.number(1)
	runs, phonetic := 0, 0
	if flags&flagRich != 0 {
		runs = t.number(2)
	}
	if flags&flagExtended != 0 {
		phonetic = t.number(4)
	}
	s := t.chars(n, flags)
	t.skip(4*runs + max(phonetic, 0))
	return s
}

// chars reads the characters of a string. A record that goes on with it begins with flags of its own.
func (t *reader) chars(n, flags int) string {
	units := make([]uint16, 0, min(n, t.room()))
	for n > 0 && t.part < len(t.parts) {
		if t.at >= len(t.parts[t.part]) {
			if t.part, t.at = t.part+1, 0; t.part < len(t.parts) {
				flags = t.number(1)
			}
			continue
		}
		if flags&flagWide != 0 {
			units = append(units, uint16(t.number(2)))
		} else {
			units = append(units, uint16(t.number(1)))
		}
		n--
	}
	return string(utf16.Decode(units))
}

// room is the number of bytes that are left.
func (t *reader) room() (n int) {
	for i := t.part; i < len(t.parts) && i < t.part+9; i++ {
		n += len(t.parts[i])
	}
	return n
}

// coded reads a string of bytes.
func (t *reader) coded(n int) string {
	var out []byte
	for ; n > 0 && !t.ended(); n-- {
		out = append(out, byte(t.number(1)))
	}
	s, err := source.CodePage(t.page).NewDecoder().Bytes(out)
	if err != nil {
		s = bytes.ToValidUTF8(out, []byte("\ufffd"))
	}
	*t.faults += bytes.Count(s, []byte("\ufffd"))
	return string(s)
}
