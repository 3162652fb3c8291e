package register

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"time"
)

// write returns the XML of the sheet with what was set.
func (f *filling) write() []byte {
	var out bytes.Buffer
	at := 0
	copyTo := func(to int) {
		out.Write(f.data[at:to])
		at = to
	}
	if len(f.added) > 0 {
		if f.cols.end > 0 {
			copyTo(f.cols.start)
			at = f.cols.end
		} else {
			copyTo(bytes.LastIndexByte(f.data[:f.table.start], '<'))
		}
		out.Write(f.widths())
	}
	for i := range f.rows {
		r := &f.rows[i]
		if cells := f.values[i]; cells != nil {
			copyTo(r.at.start)
			f.writeRow(&out, r, cells)
			at = r.at.end
		}
	}
	out.Write(f.data[at:])
	return out.Bytes()
}

// headers are the cells of the columns that are added.
func (f *filling) headers() map[int]string {
	cells := map[int]string{}
	for _, column := range f.added {
		cells[column] = f.words.Key
		if column == f.columns["change"] {
			cells[column] = f.words.Change
		}
	}
	return cells
}

// writeRow writes a row with cells set: each keeps its style, a new one takes that of its column.
func (f *filling) writeRow(out *bytes.Buffer, r *row, cells map[int]string) {
	tag := f.data[r.at.start:r.inner.start]
	if len(tag) == 0 {
		tag = fmt.Appendf(nil, `<%srow r="%d">`, f.prefix, r.number)
	}
	tag = bytes.TrimSuffix(bytes.TrimSuffix(tag, []byte(">")), []byte("/"))
	out.Write(spans().ReplaceAll(tag, nil))
	out.WriteByte('>')
	left := slices.Sorted(maps.Keys(cells))
	for _, c := range r.cells {
		for len(left) > 0 && left[0] < c.column {
			f.writeCell(out, left[0], r.number, f.styleOf(r, left[0]), cells[left[0]])
			left = left[1:]
		}
		if len(left) > 0 && left[0] == c.column {
			f.writeCell(out, c.column, r.number, c.style, cells[c.column])
			left = left[1:]
			continue
		}
		out.Write(f.data[c.at.start:c.at.end])
	}
	for _, column := range left {
		f.writeCell(out, column, r.number, f.styleOf(r, column), cells[column])
	}
	out.WriteString("</" + f.prefix + "row>")
}

// spans is a hint which columns a row fills; it need not be there.
var spans = pattern(` spans="[^"]*"`)

// styleOf returns the style of a new cell: that of the row's last column in the header, that of the table's last row elsewhere,
// else of the column, else one made after the header.
func (f *filling) styleOf(r *row, column int) string {
	header := &f.rows[f.header]
	if r.number == header.number {
		if c := header.find(f.width - 1); c != nil {
			return c.style
		}
	}
	if c := f.rows[f.end].find(column); f.end > f.header && c != nil && c.style != "" {
		return c.style
	}
	if style, ok := f.columnStyles[column]; ok {
		return strconv.Itoa(style)
	}
	if f.bare {
		return f.lookOf(column)
	}
	return ""
}

func (f *filling) writeCell(out *bytes.Buffer, column, number int, style, text string) {
	fmt.Fprintf(out, `<%sc r="%s%d"`, f.prefix, name(column), number)
	if style != "" {
		fmt.Fprintf(out, ` s="%s"`, style)
	}
	day := ""
	if f.isDay(style) {
		day = serial(text)
	}
	_, wrong := strconv.Atoi(text)
	order, has := f.columns["order"]
	switch {
	case text == "":
		out.WriteString("/>")
	case day != "":
		fmt.Fprintf(out, "><%[1]sv>%[2]s</%[1]sv></%[1]sc>", f.prefix, day)
	case has && column == order && wrong == nil:
		fmt.Fprintf(out, "><%[1]sv>%[2]s</%[1]sv></%[1]sc>", f.prefix, text)
	default:
		fmt.Fprintf(out, ` t="inlineStr"><%[1]sis><%[1]st xml:space="preserve">`, f.prefix)
		if err := xml.EscapeText(out, []byte(text)); err != nil {
			panic(err) // a buffer takes everything
		}
		fmt.Fprintf(out, "</%[1]st></%[1]sis></%[1]sc>", f.prefix)
	}
}

func (f *filling) isDay(style string) bool {
	s, err := strconv.Atoi(style)
	return err == nil && f.dates[s]
}

// serial returns the number that Excel counts an ISO day as, "" for what is none.
func serial(iso string) string {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return ""
	}
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	return strconv.Itoa(int(day.Sub(zero).Hours() / 24))
}

// widths returns the element cols with the columns that are added, the one of keys hidden.
func (f *filling) widths() []byte {
	p, old := f.prefix, []byte(nil)
	if f.cols.end > 0 {
		old = f.data[f.cols.start:f.cols.end]
	}
	first := slices.Min(f.added) + 1
	var out bytes.Buffer
	fmt.Fprintf(&out, "<%scols>", p)
	for _, m := range colElement().FindAll(old, -1) {
		from, to := bound(m, "min"), bound(m, "max")
		if from >= first {
			continue // the width of all that stands behind the table
		}
		if to >= first {
			m = regexp.MustCompile(` max="\d+"`).ReplaceAll(m, fmt.Appendf(nil, ` max="%d"`, first-1))
		}
		out.Write(m)
	}
	for _, column := range slices.Sorted(slices.Values(f.added)) {
		if column == f.columns["key"] {
			fmt.Fprintf(&out, `<%scol min="%d" max="%d" width="18" hidden="1" customWidth="1"/>`, p, column+1, column+1)
		} else {
			fmt.Fprintf(&out, `<%scol min="%d" max="%d" width="14" customWidth="1"/>`, p, column+1, column+1)
		}
	}
	fmt.Fprintf(&out, "</%scols>", p)
	return out.Bytes()
}

var colElement = pattern(`<(?:\w+:)?col\s[^>]*/>`)

func bound(element []byte, attr string) int {
	m := regexp.MustCompile(` ` + attr + `="(\d+)"`).FindSubmatch(element)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// name returns A, B, … Z, AA … for 0, 1, …
func name(column int) string {
	out := ""
	for column++; column > 0; column = (column - 1) / 26 {
		out = string(rune('A'+(column-1)%26)) + out
	}
	return out
}
