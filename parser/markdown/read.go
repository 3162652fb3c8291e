package markdown

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
	"github.com/policyx/policyx/schema"
)

// Read reads f. Tables that are larger than a grid may be are reported as table-shape. The error is always nil;
// it is there because readers of other formats have one.
func Read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	r := reader{lines: split(f.Text)}
	r.front()
	for r.at < len(r.lines) {
		r.next()
	}
	r.flush()
	if r.out.Clipped {
		r.remarks = append(r.remarks, schema.Remark(schema.Error, schema.TableShape, "A table is larger than its grid may be, and what is beyond its bounds was left out."))
	}
	return &block.Reading{Text: r.out.Text, Blocks: r.out.Blocks, Fields: r.fields, Lines: r.numbers}, append(r.remarks, source.Pictures(pictures(r.lines))...), nil
}

// pictures counts the pictures that lines show: ![图](a.png).
func pictures(lines []string) int {
	n := 0
	for _, line := range lines {
		for _, rest, ok := strings.Cut(line, "!["); ok; _, rest, ok = strings.Cut(rest, "![") {
			if _, rest, ok = strings.Cut(rest, "]("); !ok {
				break
			}
			n++
		}
	}
	return n
}

// reader goes through the lines of a file once, from the top.
type reader struct {
	lines   []string
	at      int // the next line
	plain   []string
	from    []int // line of the file, 1-based, of each of plain
	out     block.Writer
	numbers []int // line of the file of each line of out
	fields  []block.Field
	remarks []schema.Diagnostic
}

// split returns the lines of a text without their ends.
func split(text string) []string {
	text = strings.TrimPrefix(text, "\ufeff")
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	if n := len(lines) - 1; lines[n] == "" {
		lines = lines[:n]
	}
	return lines
}

// next reads the line at r.at, with those that make one construct with it.
func (r *reader) next() {
	s := strings.TrimSpace(r.lines[r.at])
	switch {
	case isFence(s):
		r.blank()
	case r.comment(s), r.tabular(), r.htmlTable(), r.gridTable(s), r.dashTable(), r.barTable():
	case isRule(s):
		r.blank()
	default:
		content, heading := content(r.lines[r.at])
		if heading {
			r.put("", r.at)
		}
		r.put(inline(content), r.at)
		if heading {
			r.put("", r.at)
		}
		r.at++
	}
}

// blank passes over a line that says nothing.
func (r *reader) blank() {
	r.put("", r.at)
	r.at++
}

// put adds what line n of the file says to the plain text. Of several blank lines one is enough.
func (r *reader) put(s string, n int) {
	if s = strings.Trim(s, " \t"); s == "" && (len(r.plain) == 0 || r.plain[len(r.plain)-1] == "") {
		return
	}
	r.plain, r.from = append(r.plain, s), append(r.from, n+1)
}

// flush reads the plain text since the last table and writes it.
func (r *reader) flush() {
	if n := len(r.plain); n > 0 && r.plain[n-1] == "" {
		r.plain, r.from = r.plain[:n-1], r.from[:n-1]
	}
	if len(r.plain) == 0 {
		return
	}
	// The error is always nil.
	reading, remarks, _ := text.Read(&source.File{Format: source.Text, Text: strings.Join(r.plain, "\n") + "\n"})
	start := len(r.out.Text)
	for i := range reading.Blocks {
		b := &reading.Blocks[i]
		b.Shift(start)
		r.out.Blocks = append(r.out.Blocks, *b)
	}
	for _, d := range remarks {
		if d.Span != nil {
			d.Span.Start, d.Span.End = d.Span.Start+start, d.Span.End+start
		}
		r.remarks = append(r.remarks, d)
	}
	r.out.Text = append(r.out.Text, reading.Text...)
	r.numbers = append(r.numbers, r.from...)
	r.plain, r.from = r.plain[:0], r.from[:0]
}
