package markdown

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/field"
	"github.com/policyx/policyx/parser/source"
)

// front reads a front matter, or the head of a crawler. What it says beside fields is left out.
func (r *reader) front() {
	n := source.FrontMatter(r.lines)
	if n == 0 {
		n = source.CrawlerHead(r.lines)
	}
	for i, line := range r.lines[:n] {
		text := []rune(line)
		name, value := entry(text)
		if name == "" || value.Len() == 0 {
			continue
		}
		r.fields = append(r.fields, block.Field{Name: name, Value: value.Shift(len(r.out.Text))})
		r.out.Text = append(append(r.out.Text, text...), '\n')
		r.numbers = append(r.numbers, i+1)
	}
	r.at = n
}

// frontKeys are the names that programs give the entries of page heads.
var frontKeys = map[string]string{"title": "标题", "date": "发布日期", "published": "发布日期", "published time": "发布日期"}

// entry returns the field of a page head that a line of a front matter names, and where its value stands in the line;
// "" for another line.
func entry(text []rune) (name string, value block.Range) {
	line := source.FoldRunes(nil, text)
	colon := slices.Index(line, ':')
	if colon <= 0 {
		return "", value
	}
	name = frontKeys[strings.ToLower(string(line[:colon]))]
	if row, n, ok, _ := field.At(line); ok && n == colon+1 {
		name = row.Name
	}
	value = field.Trim(line, block.Range{Start: colon + 1, End: len(line)})
	if q := value.Len() - 1; q > 0 && line[value.Start] == line[value.Start+q] && strings.ContainsRune(`"'`, line[value.Start]) {
		value = block.Range{Start: value.Start + 1, End: value.Start + q}
	}
	return name, value
}
