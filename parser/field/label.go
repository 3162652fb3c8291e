package field

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/pattern"
)

// Row is a field of a page head. A row whose Name is "" is none of ours: its label only ends
// the value before it.
type Row struct {
	Name string
	want want
}

// want says what a value must look like.
type want uint8

const (
	anything want = iota
	aWord         // a value is a word or two, no title
	aFigure       // a value without a figure is none
	aDate         // the value is the date in what follows the label, with the time of day
)

// rows are the fields. Their labels are the words of the lexicon with the use field:NAME, with
// or without spaces between their characters (索 引 号), followed by a colon or alone in their
// cell; those of field:- are none of ours.
var rows = []Row{
	{"标题", anything},
	{"索引号", aFigure},
	{"发文机关", anything},
	{"发文字号", aFigure},
	{"成文日期", aDate},
	{"发布日期", aDate},
	{"是否失效", aWord},
	{"有效性", aWord},
	{"份号", aFigure},
	{"密级", anything},
	{"紧急程度", anything},
	{"签发人", anything},
	{"公开形式", anything},
	{"公开范围", anything},
	{"主题分类", anything},
	{"体裁分类", anything},
	{"主题词", anything},
	{"施行日期", aDate},
	{"失效日期", aDate},
	{"有效期", anything},
	{"统一编号", aFigure},
	{"来源", anything},
	{"", anything},
}

// label is one label and the row that it stands in.
type label struct {
	runes []rune
	row   *Row
}

// labels are the labels by their first character, the longest first.
var labels = sync.OnceValue(func() map[rune][]label {
	m := make(map[rune][]label)
	for _, e := range lexicon.Entries("field") {
		l := label{[]rune(e.Word), rowOf(strings.TrimPrefix(e.Tag, "-"))}
		list := append(m[l.runes[0]], l)
		for k := len(list) - 1; k > 0 && len(list[k-1].runes) < len(list[k].runes); k-- {
			list[k-1], list[k] = list[k], list[k-1]
		}
		m[l.runes[0]] = list
	}
	return m
})

// At finds a label at the start of s, which is folded, and returns its row and the
// number of runes up to its end, colon and all. alone reports that nothing follows.
func At(s []rune) (row *Row, n int, colon, alone bool) {
	if len(s) == 0 {
		return nil, 0, false, false
	}
	for _, l := range labels()[s[0]] {
		n, ok := matchSpaced(s, l.runes)
		if !ok {
			continue
		}
		n += spaces(s[n:])
		switch {
		case n == len(s):
			return l.row, n, false, true
		case s[n] == ':':
			return l.row, n + 1, true, n+1 == len(s)
		case (s[n] == ']' || s[n] == '】') && n+1 < len(s):
			n++
			if n += spaces(s[n:]); n < len(s) && s[n] == ':' {
				n++
			}
			return l.row, n, true, n == len(s)
		}
	}
	return nil, 0, false, false
}

// matchSpaced matches word at the start of s, with spaces between its characters.
func matchSpaced(s, word []rune) (n int, ok bool) {
	for i, r := range word {
		if i > 0 {
			n += spaces(s[n:])
		}
		if n >= len(s) || s[n] != r {
			return 0, false
		}
		n++
	}
	return n, true
}

func spaces(s []rune) (n int) {
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// Labelled is a field found in a line: its row and where its value stands in the line.
type Labelled struct {
	Row   *Row
	Label block.Range // colon included
	Value block.Range
	Colon bool // the label has a colon
}

// In finds the fields of a folded line, in order: each value ends where the next
// label starts. A label counts at the start of the line and behind a space, a bracket
// or a digit, where a value may have ended.
func In(line []rune) (out []Labelled) {
	for i := 0; i < len(line); i++ {
		if i > 0 && !endsValue(line[i-1]) {
			continue
		}
		row, n, colon, alone := At(line[i:])
		if row == nil || !colon && !(alone && i == 0) {
			continue
		}
		if k := len(out); k > 0 {
			out[k-1].Value.End = i
		}
		out = append(out, Labelled{
			Row: row, Colon: colon,
			Label: block.Range{Start: i, End: i + n},
			Value: block.Range{Start: i + n, End: len(line)},
		})
		i += n - 1
	}
	for k := range out {
		out[k].Value = out[k].Row.Find(line, Trim(line, out[k].Value))
	}
	return out
}

func endsValue(r rune) bool {
	return r < 0x80 || r == '【' || r == '】' || r == '。' || r == '、' || r == '日' || r == '号' || r == '·'
}

// Trim cuts spaces and lone marks off both ends of a value.
func Trim(line []rune, at block.Range) block.Range {
	for at.Start < at.End && strings.ContainsRune(" |·:;,", line[at.Start]) {
		at.Start++
	}
	for at.End > at.Start && strings.ContainsRune(" |·:;,[【(", line[at.End-1]) {
		at.End--
	}
	return at
}

// longestValue bounds the value of a field.
const longestValue = 200

// longestWord bounds a value that is a word.
const longestWord = 16

// Usable reports a value that says something for row.
func (row *Row) Usable(value []rune) bool {
	if len(value) == 0 || len(value) > longestValue || row.Name == "" {
		return false
	}
	switch string(value) {
	case "无", "-", "--", "—", "暂无", "/", "无文号", "空", "null", "undefined":
		return false
	}
	if row.want == aWord {
		return len(value) <= longestWord
	}
	return row.want == anything || strings.ContainsAny(string(value), "0123456789０１２３４５６７８９一二三四五六七八九")
}

// dated is a date as page heads write it, with or without the time of day.
var dated = pattern.Of(`^(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年 ?\d{1,2}月 ?\d{1,2}日)(?: \d{1,2}:\d\d(?::\d\d)?)?`)

// Find cuts a value down to what row wants of it.
func (row *Row) Find(line []rune, at block.Range) block.Range {
	if row.want == aDate {
		if d := dated().FindString(string(line[at.Start:at.End])); d != "" {
			at.End = at.Start + utf8.RuneCountInString(d)
		}
	}
	return at
}

// Published is the row of the date of publication.
var Published = rowOf("发布日期")

// rowOf returns the row of a name, which has one.
func rowOf(name string) *Row {
	for i := range rows {
		if rows[i].Name == name {
			return &rows[i]
		}
	}
	panic("field: no row for " + name)
}
