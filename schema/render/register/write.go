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
	if len(f.added) > 0 {
		f.values[f.header] = f.headers()
	}
	if len(f.values) == 0 && len(f.fresh) == 0 {
		return f.data
	}
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
		if i == f.end {
			copyTo(r.at.end)
			f.writeFresh(&out, r.number)
		}
		if i > f.end && len(f.fresh) > 0 {
			copyTo(r.at.start)
			out.Write(moved(f.data[r.at.start:r.at.end], len(f.fresh)))
			at = r.at.end
		}
	}
	rest := f.data[at:]
	if len(f.fresh) > 0 {
		rest = f.movedMerges(rest)
	}
	out.Write(rest)
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
	tag = bytes.TrimSuffix(bytes.TrimSuffix(tag, []byte(">")), []byte("/"))
	out.Write(spans.ReplaceAll(tag, nil))
	out.WriteByte('>')
	left := slices.Sorted(maps.Keys(cells))
	for _, c := range r.cells {
		for len(left) > 0 && left[0] < c.column {
			f.writeCell(out, left[0], r.number, f.styleOf(left[0]), cells[left[0]])
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
		f.writeCell(out, column, r.number, f.styleOf(column), cells[column])
	}
	out.WriteString("</" + f.prefix + "row>")
}

// spans is a hint which columns a row fills; it need not be there.
var spans = regexp.MustCompile(` spans="[^"]*"`)

// writeFresh writes the rows behind the last one. They look like it, cell by cell, those of people empty.
func (f *filling) writeFresh(out *bytes.Buffer, last int) {
	for n, cells := range f.fresh {
		if f.end > f.header {
			for _, c := range f.rows[f.end].cells {
				if _, set := cells[c.column]; !set {
					cells[c.column] = ""
				}
			}
		}
		fmt.Fprintf(out, `<%srow r="%d">`, f.prefix, last+n+1)
		for _, column := range slices.Sorted(maps.Keys(cells)) {
			f.writeCell(out, column, last+n+1, f.styleOf(column), cells[column])
		}
		out.WriteString("</" + f.prefix + "row>")
	}
}

// styleOf returns the style of a new cell: that of the table's last row, else of the column.
func (f *filling) styleOf(column int) string {
	if f.end > f.header {
		if c := f.rows[f.end].find(column); c != nil && c.style != "" {
			return c.style
		}
	}
	if style, ok := f.columnStyles[column]; ok {
		return strconv.Itoa(style)
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
	for _, m := range colElement.FindAll(old, -1) {
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

var colElement = regexp.MustCompile(`<(?:\w+:)?col\s[^>]*/>`)

func bound(element []byte, attr string) int {
	m := regexp.MustCompile(` ` + attr + `="(\d+)"`).FindSubmatch(element)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

var rowRef = regexp.MustCompile(`(<(?:\w+:)?(?:row|c)\s(?:[^>]*\s)?r="[A-Z]*)(\d+)"`)

// moved returns rows further down.
func moved(rows []byte, by int) []byte {
	return rowRef.ReplaceAllFunc(rows, func(ref []byte) []byte {
		m := rowRef.FindSubmatch(ref)
		n, _ := strconv.Atoi(string(m[2]))
		return append(append([]byte(nil), m[1]...), strconv.Itoa(n+by)+`"`...)
	})
}

var mergeRef = regexp.MustCompile(`(<(?:\w+:)?mergeCell ref=")([A-Z]+\d+:[A-Z]+\d+)"`)

// movedMerges moves what is merged below the table.
func (f *filling) movedMerges(rest []byte) []byte {
	last, by := f.rows[f.end].number, len(f.fresh)
	return mergeRef.ReplaceAllFunc(rest, func(ref []byte) []byte {
		m := mergeRef.FindSubmatch(ref)
		at, ok := area(string(m[2]))
		if !ok || at[1] <= last {
			return ref
		}
		return fmt.Appendf(append([]byte(nil), m[1]...), `%s%d:%s%d"`, name(at[0]), at[1]+by, name(at[2]), at[3]+by)
	})
}

// name returns A, B, … Z, AA … for 0, 1, …
func name(column int) string {
	out := ""
	for column++; column > 0; column = (column - 1) / 26 {
		out = string(rune('A'+(column-1)%26)) + out
	}
	return out
}
