package text

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/field"
	"github.com/policyx/policyx/parser/source"
)

// Markdown (CommonMark) is told by its look: programs that copy pages and papers write it under
// any name. Its notation is no text of the notice; what it says about headings the labels of
// the notice say as well.

// minHeadings is how many lines with heading marks make a text Markdown.
const minHeadings = 2

// maxFrontMatter is how many lines a head between --- and --- may have.
const maxFrontMatter = 60

// marks returns the notation of a text that is Markdown: front matter, the marks of headings,
// quotes and bullets at the beginnings of lines, marks of emphasis; and the fields of the front matter.
// It returns nil for another text.
func marks(text []rune) (out []block.Range, fields []block.Field) {
	headings := 0
	at := 0
	if end := frontMatter(text); end > 0 {
		out, at = append(out, block.Range{Start: 0, End: end}), end
		fields = frontFields(text[:end])
	}
	for at < len(text) {
		end := at
		for end < len(text) && !isBreak(text[end]) {
			end++
		}
		n, heading := lineMark(text, at, end)
		if heading {
			headings++
		}
		if n > at {
			out = append(out, block.Range{Start: at, End: n})
		}
		out = append(out, emphasis(text, n, end)...)
		at = end + 1
	}
	if headings < minHeadings && len(fields) == 0 {
		return nil, nil
	}
	return out, fields
}

// frontKeys are the names that programs give the entries of page heads.
var frontKeys = map[string]string{"title": "标题", "date": "发布日期", "published": "发布日期"}

// frontFields returns the entries of a front matter, a line each, whose names are those of page heads.
func frontFields(text []rune) (out []block.Field) {
	for at := 0; at < len(text); {
		end := at
		for end < len(text) && !isBreak(text[end]) {
			end++
		}
		line := source.FoldRunes(nil, text[at:end])
		name, colon := "", slices.Index(line, ':')
		if colon > 0 {
			name = frontKeys[strings.ToLower(string(line[:colon]))]
			if row, n, ok, _ := field.At(line); ok && n == colon+1 {
				name = row.Name
			}
		}
		value := trim(text, block.Range{Start: at + colon + 1, End: end})
		if q := value.Len() - 1; q > 0 && text[value.Start] == text[value.Start+q] && strings.ContainsRune(`"'`, text[value.Start]) {
			value = block.Range{Start: value.Start + 1, End: value.Start + q}
		}
		if name != "" && value.Len() > 0 {
			out = append(out, block.Field{Name: name, Value: value})
		}
		at = end + 1
	}
	return out
}

// without returns marks, the first of which holds the fields, as stretches between these.
func without(marks []block.Range, fields []block.Field) []block.Range {
	if len(fields) == 0 {
		return marks
	}
	var out []block.Range
	begin := marks[0].Start
	for _, f := range fields {
		out = append(out, block.Range{Start: begin, End: f.Value.Start})
		begin = f.Value.End
	}
	return append(append(out, block.Range{Start: begin, End: marks[0].End}), marks[1:]...)
}

// frontMatter returns the place behind the lines between --- and --- at the beginning of a
// text, 0 where it has none.
func frontMatter(text []rune) int {
	lines, at := 0, 0
	for at < len(text) && lines < maxFrontMatter {
		end := at
		for end < len(text) && !isBreak(text[end]) {
			end++
		}
		rule := string(trimmed(text, at, end)) == "---"
		if lines == 0 && !rule {
			return 0
		}
		if lines > 0 && rule {
			return end
		}
		lines++
		at = end + 1
	}
	return 0
}

func trimmed(text []rune, i, j int) []rune {
	r := trim(text, block.Range{Start: i, End: j})
	return text[r.Start:r.End]
}

// lineMark returns the place behind the mark that a line begins with (##, >, -), and whether it
// is that of a heading. A hash without a space behind it is none: #5机组.
func lineMark(text []rune, i, end int) (behind int, heading bool) {
	at := i
	for at < end && text[at] == ' ' {
		at++
	}
	n := at
	for n < end && n-at < 6 && text[n] == '#' {
		n++
	}
	switch {
	case n > at && n < end && text[n] == ' ':
		return n + 1, true
	case at+1 < end && (text[at] == '>' || text[at] == '-' || text[at] == '*' || text[at] == '+') && text[at+1] == ' ':
		return at + 2, false
	}
	return i, false
}

// emphasis returns the ** within a line, where they come in pairs.
func emphasis(text []rune, i, end int) []block.Range {
	var out []block.Range
	for ; i+1 < end; i++ {
		if text[i] == '*' && text[i+1] == '*' {
			out = append(out, block.Range{Start: i, End: i + 2})
			i++
		}
	}
	if len(out)%2 != 0 {
		return nil
	}
	return out
}
