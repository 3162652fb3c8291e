package xls

import (
	"encoding/binary"
	"math"
	"unicode/utf16"

	"github.com/policyx/policyx/parser/internal/press"
)

// file is a workbook to be written.
type file struct {
	sheets   []tableau
	formats  []string // codes of number formats; style n+1 has the nth of them
	from1904 bool
	old      bool // BIFF5, in code page 936
	flags    []byte
}

// tableau is a sheet to be written.
type tableau struct {
	name    string
	state   byte // 1 for hidden, 2 for very hidden
	kind    byte // 2 for a chart
	cells   []value
	rows    []int    // hidden ones
	columns []int    // hidden ones
	merges  [][4]int // top, left, bottom, right
	beside  []byte   // records of objects
}

// value is a cell to be written.
type value struct {
	row, col int
	style    int
	is       any // string, shared; inline, formula, float64, rk, bool or failure
}

type (
	inline  string // a text in the record of its cell
	formula struct{ result any }
	packed  []uint32 // numbers of one record, one cell after the other
	failure byte
)

// limit is the length of a record, at most.
const limit = 8224

func record(kind int, body ...[]byte) []byte {
	out := le16(kind, 0)
	for _, b := range body {
		out = append(out, b...)
	}
	binary.LittleEndian.PutUint16(out[2:], uint16(len(out)-4))
	return out
}

func le16(list ...int) (out []byte) {
	for _, n := range list {
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
	}
	return out
}

func le32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

func leDouble(v float64) []byte {
	return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v))
}

// build writes the workbook as an OLE2 file.
func (f file) build() []byte {
	name := "Workbook"
	if f.old {
		name = "Book"
	}
	return press.Compound(map[string][]byte{name: f.stream()})
}

func (f file) stream() []byte {
	globals := func(at []int) []byte {
		version := versionBIFF8
		if f.old {
			version = versionBIFF5
		}
		out := record(recBOF, le16(version, 5, 0x0DBB, 0x07CC), make([]byte, 8))
		out = append(out, f.flags...)
		out = append(out, record(recCodePage, le16(map[bool]int{false: 1200, true: 936}[f.old]))...)
		if f.from1904 {
			out = append(out, record(recDateMode, le16(1))...)
		}
		for i, code := range f.formats {
			out = append(out, record(recFormat, le16(164+i), f.text(code, f.old))...)
		}
		for i := range len(f.formats) + 1 {
			id := 0
			if i > 0 {
				id = 163 + i
			}
			out = append(out, record(recXF, le16(0, id), make([]byte, 16))...)
		}
		for i, s := range f.sheets {
			out = append(out, record(recBoundSheet, le32(at[i]), []byte{s.state, s.kind}, f.text(s.name, true))...)
		}
		return append(append(out, f.shared()...), record(recEOF)...)
	}
	at := make([]int, len(f.sheets))
	length := len(globals(at))
	var body []byte
	for i, s := range f.sheets {
		at[i] = length + len(body)
		body = append(body, f.sheet(s)...)
	}
	return append(globals(at), body...)
}

// text is a string behind its length, a byte or a word.
func (f file) text(s string, short bool) []byte {
	length := func(n int) []byte {
		if short {
			return []byte{byte(n)}
		}
		return le16(n)
	}
	if f.old {
		return append(length(len(s)), s...) // is in the code page already
	}
	units := utf16.Encode([]rune(s))
	out := append(length(len(units)), flagWide)
	for _, u := range units {
		out = append(out, le16(int(u))...)
	}
	return out
}

// shared are the strings of all cells in the order of the cells, each with runs and a guide. A record that is full
// goes on in another; characters that all are Latin go on in single bytes there.
func (f file) shared() []byte {
	if f.old {
		return nil
	}
	body, count := []byte(nil), 0
	var out []byte
	kind := recSST
	room := func(need int) {
		if len(body)+need > limit {
			out, body, kind = append(out, record(kind, body)...), nil, recContinue
		}
	}
	for _, s := range f.sheets {
		for _, c := range s.cells {
			if _, ok := c.is.(string); ok {
				count++
			}
		}
	}
	body = append(le32(count), le32(count)...)
	for _, s := range f.sheets {
		for _, c := range s.cells {
			text, ok := c.is.(string)
			if !ok {
				continue
			}
			units := utf16.Encode([]rune(text))
			room(9)
			body = append(body, le16(len(units))...)
			body = append(append(body, flagWide|flagRich|flagExtended), le16(1)...)
			body = append(body, le32(5)...)
			wide := true
			for i, u := range units {
				before := len(out)
				if room(2); len(out) > before {
					wide = !narrow(units[i:])
					body = append(body, map[bool]byte{true: flagWide}[wide])
				}
				if wide {
					body = append(body, le16(int(u))...)
				} else {
					body = append(body, byte(u))
				}
			}
			room(4 + 5)
			body = append(body, 0, 0, 0, 0, 'g', 'u', 'i', 'd', 'e')
		}
	}
	return append(out, record(kind, body)...)
}

func narrow(units []uint16) bool {
	for _, u := range units {
		if u > 0xFF {
			return false
		}
	}
	return true
}

func (f file) sheet(s tableau) []byte {
	version := versionBIFF8
	if f.old {
		version = versionBIFF5
	}
	out := record(recBOF, le16(version, 0x10, 0x0DBB, 0x07CC), make([]byte, 8))
	for _, c := range s.columns {
		out = append(out, record(recColumns, le16(c, c, 2048, 0, 1, 0))...)
	}
	out = append(out, record(0x0200, le32(0), le32(1<<20), le16(0, 1<<14, 0))...) // claims more than there is
	for _, r := range s.rows {
		out = append(out, record(recRow, le16(r, 0, 9, 255, 0, 0, 0x20, 15))...)
	}
	for _, c := range s.cells {
		out = append(out, f.cell(c)...)
	}
	for n := 0; n < len(s.merges); n += 1000 {
		list := s.merges[n:min(n+1000, len(s.merges))]
		body := le16(len(list))
		for _, m := range list {
			body = append(body, le16(m[0], m[2], m[1], m[3])...)
		}
		out = append(out, record(recMerges, body)...)
	}
	return append(append(out, s.beside...), record(recEOF)...)
}

// object is one that stands on a sheet, with the text in it unless that is empty.
func (f file) object(kind int, text string) []byte {
	out := record(recObject, le16(0x15, 0x12, kind, 1, 0), make([]byte, 12), le16(0, 0))
	if text == "" {
		return out
	}
	chars := f.text(text, true)[1:]
	out = append(out, record(recText, le16(0x212, 0, 0, 0, 0, len(utf16.Encode([]rune(text))), 16, 0, 0))...)
	out = append(out, record(recContinue, chars)...)
	return append(out, record(recContinue, make([]byte, 16))...)
}

func (f file) cell(c value) []byte {
	place := le16(c.row, c.col, c.style)
	switch v := c.is.(type) {
	case string:
		return record(recSharedText, place, le32(f.indexOf(c)))
	case inline:
		return record(recLabel, place, f.text(string(v), false))
	case float64:
		return record(recNumber, place, leDouble(v))
	case uint32:
		return record(recRK, place, le32(int(v)))
	case packed:
		body := le16(c.row, c.col)
		for _, n := range v {
			body = append(append(body, le16(c.style)...), le32(int(n))...)
		}
		return record(recMulRK, body, le16(c.col+len(v)-1))
	case bool:
		return record(recBoolErr, place, []byte{map[bool]byte{true: 1}[v], 0})
	case failure:
		return record(recBoolErr, place, []byte{byte(v), 1})
	case formula:
		tail := make([]byte, 8)
		switch r := v.result.(type) {
		case float64:
			return record(recFormula, place, leDouble(r), tail)
		case bool:
			return record(recFormula, place, []byte{1, 0, map[bool]byte{true: 1}[r], 0, 0, 0, 0xFF, 0xFF}, tail)
		case string:
			out := record(recFormula, place, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, tail)
			out = append(out, record(0x04BC, make([]byte, 10))...) // a shared formula
			return append(out, record(recString, f.text(r, false))...)
		}
	}
	return nil
}

// indexOf is the number of the string of a cell: no two cells have one place in two sheets.
func (f file) indexOf(c value) int {
	n := 0
	for _, s := range f.sheets {
		for _, other := range s.cells {
			if _, ok := other.is.(string); !ok {
				continue
			}
			if other.row == c.row && other.col == c.col && other.is == c.is {
				return n
			}
			n++
		}
	}
	return n
}

// fromRows writes rows as one sheet.
func fromRows(rows [][]press.Cell) []byte {
	s := tableau{name: "Sheet1"}
	for r, row := range rows {
		for c, cell := range row {
			if cell.Covered {
				continue
			}
			if cell.Text != "" {
				s.cells = append(s.cells, value{row: r, col: c, is: cell.Text})
			}
			if cell.RowSpan > 1 || cell.ColSpan > 1 {
				s.merges = append(s.merges, [4]int{r, c, r + cell.RowSpan - 1, c + cell.ColSpan - 1})
			}
		}
	}
	return file{sheets: []tableau{s}}.build()
}
