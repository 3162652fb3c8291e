package header

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/policyx/policyx/parser/source"
)

// Kind is what a column holds.
type Kind uint8

// The kinds of columns.
const (
	Unknown   Kind = iota
	Order          // 序号
	Work           // 工作任务, 具体举措: what is to be done
	Name           // 项目名称, 平台名称: what a row is about
	Field          // 领域, 板块: what rows are grouped by
	Party          // 责任单位, 国家部委: who answers for the row
	Holder         // 部门, 成员单位: whose duties stand beside it, if duties do
	Body           // 申报单位, 建设主体: a body, whatever it has to do with the row
	People         // 责任人, 分管领导
	Time           // 完成时限
	Value          // 2025年目标, 现状值
	Unit           // 计量单位
	Attribute      // 属性
	Indicator      // 指标名称
	Note           // 备注, 依据: beside the work, never the work
	Report         // 完成情况, 完成率, 实际完成日期: how far the work is
	kinds
)

// Column is what a header says.
type Column struct {
	Kind Kind
	// Sheet names the sort of table that only has such a column and holds no tasks: a list
	// of powers, a score sheet, a roster. "" for the columns of every sort.
	Sheet Sheet
	// Edge says of a column of times which end of the work they are. 0 for both, or neither.
	Edge Edge
}

// Edge is an end of a stretch of time.
type Edge uint8

// The ends of the work that a column of times may hold.
const (
	Begin Edge = iota + 1 // 开始时间
	End                   // 完成时间, 截止日期
)

// Sheet is a sort of table that holds no tasks.
type Sheet string

// MaxLength is the length of a header word, in code points.
const MaxLength = 16

//go:embed words.tsv
var table string

// row is a row of words.tsv.
type row struct {
	word, example, near string
	whole               bool // the header has to be the word; else it ends in it
	Column
}

// byLast are the rows by the last character of their words, longer words first.
var byLast = sync.OnceValue(func() map[rune][]row {
	m := map[rune][]row{}
	for _, r := range rows() {
		last, _ := utf8.DecodeLastRuneInString(r.word)
		list := m[last]
		at := len(list)
		for at > 0 && len(list[at-1].word) < len(r.word) {
			at--
		}
		m[last] = append(list[:at], append([]row{r}, list[at:]...)...)
	}
	return m
})

// rows reads words.tsv: word, kind with the edge of a time, sheet, example, near miss.
func rows() []row {
	var out []row
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		word, whole := strings.CutPrefix(f[0], "=")
		kind, edge, _ := strings.Cut(f[1], ":")
		out = append(out, row{word: word, whole: whole, example: f[3], near: f[4], Column: Column{Kind: kindNames[kind], Sheet: Sheet(f[2]), Edge: edgeNames[edge]}})
	}
	return out
}

var kindNames = map[string]Kind{
	"order": Order, "work": Work, "name": Name, "field": Field, "party": Party, "holder": Holder, "body": Body, "people": People,
	"time": Time, "value": Value, "unit": Unit, "attribute": Attribute, "indicator": Indicator, "note": Note, "report": Report,
}

var edgeNames = map[string]Edge{"begin": Begin, "end": End}

// Fold returns a header cell as [Of] reads it: widths folded, without white space.
func Fold(cell string) string {
	out := make([]rune, 0, len(cell))
	for _, r := range cell {
		if r = source.Fold(r); r > ' ' {
			out = append(out, r)
		}
	}
	return string(out)
}

// Of returns what a column under a header holds, false where no word of the table says it.
// key is a header as [Fold] returns it. A bracket at its end (（亿元）, （5个以内）) says
// nothing, but for the name of a level or of people.
func Of(key string) (Column, bool) {
	bare := key
	if i := strings.IndexByte(key, '('); i > 0 && strings.HasSuffix(key, ")") {
		bare = key[:i]
	}
	if c, ok := byEnd(key); ok && bare != key {
		return c, true // 责任科(股)室, 单位(部门): the bracket is part of the word
	}
	key = bare
	if n := utf8.RuneCountInString(key); n == 0 || n > MaxLength || strings.ContainsAny(key, "。;,") {
		return Column{}, false
	}
	c, ok := byEnd(key)
	if c.Kind == People && withBody(key) {
		c.Kind = Party
	}
	if hasYear(key) && !(ok && c.Kind != Value && c.Kind != Indicator && !strings.HasSuffix(key, "目标")) {
		return Column{Kind: Value}, true // 2025年, 2025年目标, but not 2025年工作任务
	}
	return c, ok
}

// Names reports cells each of which is a header that [Of] knows.
func Names(cells []string) bool {
	for _, c := range cells {
		if _, ok := Of(Fold(c)); !ok {
			return false
		}
	}
	return true
}

// withBody reports a column of people that names their bodies too: 责任单位及责任人,
// 责任单位/联系人.
func withBody(key string) bool {
	for _, body := range []string{"单位", "部门"} {
		if _, rest, ok := strings.Cut(key, body); ok && strings.ContainsAny(rest[:min(len(rest), 3)], "及和与、/") {
			return true
		}
	}
	return false
}

// byEnd finds the longest word that the header is, or ends in.
func byEnd(key string) (Column, bool) {
	last, _ := utf8.DecodeLastRuneInString(key)
	for _, r := range byLast()[last] {
		if r.whole && key == r.word || !r.whole && strings.HasSuffix(key, r.word) {
			return r.Column, true
		}
	}
	return Column{}, false
}

// hasYear reports 2025年…, 到2025年, or a bare 2025 in a header.
func hasYear(key string) bool {
	_, ok := Year(key)
	return ok
}

// Year returns the year that a header names: 2025年目标值, 到2025年, 2025.
func Year(key string) (int, bool) {
	for i := 0; i < len(key); i++ {
		n, value := 0, 0
		for i+n < len(key) && key[i+n] >= '0' && key[i+n] <= '9' {
			value = value*10 + int(key[i+n]-'0')
			n++
		}
		if rest := key[i+n:]; n == 4 && value >= 1900 && value <= 2199 && (rest == "" || strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "目标") || rest[0] == '-') {
			return value, true
		}
		i += n
	}
	return 0, false
}

// Ends reports whether a header word can end in a character, at little cost.
func Ends(last rune) bool { return last == ')' || last >= '0' && last <= '9' || byLast()[last] != nil }
