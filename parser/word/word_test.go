package word

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

func TestFormat(t *testing.T) {
	for _, tt := range []struct {
		f    Format
		n    []int
		want string
	}{
		{Decimal, []int{0, 1, 12}, "0 1 12"},
		{ChineseThousand, []int{1, 10, 11, 19, 20, 21, 99, 100, 101, 110, 111, 120, 1001, 1010, 20000, 10005}, "一 十 十一 十九 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一百二十 一千零一 一千零一十 二万 一万零五"},
		{ChineseCounting, []int{1, 10, 12, 20, 99, 100, 102}, "一 十 十二 二十 九十九 一〇〇 一〇二"},
		{TaiwaneseThousand, []int{10, 102}, "十 一百零二"},
		{JapaneseCounting, []int{1, 10, 11, 20, 100, 111, 1000, 2010}, "一 十 十一 二十 百 百十一 千 二千十"},
		{IdeographDigital, []int{1, 10, 12, 105}, "一 一〇 一二 一〇五"},
		{IdeographTraditional, []int{1, 10, 11}, "甲 癸 11"},
		{IdeographZodiac, []int{1, 12, 13}, "子 亥 13"},
		{LegalSimplified, []int{1, 10, 12, 105}, "壹 壹拾 壹拾贰 壹佰零伍"},
		{LegalTraditional, []int{2, 20}, "貳 貳拾"},
		{EnclosedCircle, []int{0, 1, 20, 21}, "⓪ ① ⑳ 21"},
		{EnclosedParen, []int{1, 20, 21}, "⑴ ⒇ 21"},
		{EnclosedFullstop, []int{1, 20}, "⒈ ⒛"},
		{IdeographEnclosed, []int{1, 10, 11}, "㊀ ㊉ 11"},
		{FullWidth, []int{1, 20}, "１ ２０"},
		{UpperLetter, []int{1, 26, 27, 28, 53}, "A Z AA BB AAA"},
		{LowerLetter, []int{3, 1000000}, "c 1000000"},
		{UpperRoman, []int{1, 4, 9, 14, 1994, 4000}, "I IV IX XIV MCMXCIV 4000"},
		{LowerRoman, []int{8}, "viii"},
		{DecimalZero, []int{1, 10}, "01 10"},
		{InDash, []int{3}, "- 3 -"},
		{Format(200), []int{7}, "7"},
		{ChineseThousand, []int{-5, 100000}, "-5 100000"},
	} {
		var got []string
		for _, n := range tt.n {
			got = append(got, tt.f.Write(n))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("format %d: %s, want %s", tt.f, s, tt.want)
		}
	}
	if s := Bullet.Write(1) + None.Write(1); s != "" {
		t.Errorf("%q for nothing", s)
	}
}

// Every format writes every number in few characters and never fails.
func TestFormatBounds(t *testing.T) {
	for f := range 256 {
		for _, n := range []int{-1 << 31, -1, 0, 1, 9, 10, 99, 100, 520, 521, 3999, 9999, 10000, 99999, 1<<31 - 1} {
			if s := Format(f).Write(n); len(s) > 64 {
				t.Errorf("format %d writes %d in %d bytes", f, n, len(s))
			}
		}
	}
}

func TestCounter(t *testing.T) {
	levels := &Levels{
		{Start: 1, Format: ChineseThousand, Text: "%1、"},
		{Start: 1, Text: "%1.%2", Legal: true, Restart: 1},
		{Start: 1, Text: "%%3", Restart: 0}, // never begins anew
		{Start: 1, Format: Bullet, Text: "\uf06c"},
		{Start: 2, Text: "(%5)", Restart: 1}, // anew only behind the outermost
	}
	var c Counter
	var got []string
	for _, level := range []int{1, 0, 1, 1, 2, 4, 1, 4, 2, 0, 1, 2, 4, 3, 99, -5} {
		got = append(got, c.Next(levels, level))
	}
	want := "1.1 一、 1.1 1.2 %1 (2) 1.3 (3) %2 二、 2.1 %3 (2)   三、"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("%s, want %s", s, want)
	}
	c.Reset(0)
	c.Reset(-1)
	c.Reset(MaxLevels)
	if s := c.Next(levels, 0); s != "一、" {
		t.Errorf("%s behind a reset", s)
	}
}

func TestFields(t *testing.T) {
	var f Fields
	var got strings.Builder
	contents := 0
	for _, r := range `a[ PAGE |b]c[IF [X|y]|d[Q]e]f[ toc \o|g[h|i]j]k]l` {
		switch r {
		case '[':
			f.Begin()
		case '|':
			if f.Separate() {
				contents++
			}
		case ']':
			f.End()
		default:
			if f.InCode() {
				f.Code(string(r))
			} else if f.Visible() {
				got.WriteRune(r)
			}
		}
	}
	if got.String() != "abcdefkl" || contents != 1 {
		t.Errorf("%s, %d tables of contents", got.String(), contents)
	}
	for range 3 * mostFields {
		f.Begin()
	}
	f.Code(strings.Repeat("x", 1000))
	for range 3 * mostFields {
		if f.Visible() {
			t.Fatal("visible within fields")
		}
		f.End()
	}
	if !f.Visible() {
		t.Error("hidden behind all fields")
	}
}

func TestSymbol(t *testing.T) {
	for _, tt := range []struct {
		font       string
		code, want rune
	}{
		{"Wingdings", 0xF0FE, '☑'}, {"wingdings ", 0xFE, '☑'}, {"Wingdings 2", 0xF052, '☑'}, {"Symbol", 0xF0B3, '≥'},
		{"Wingdings", 0xF021, 0xF021}, {"宋体", 0xF0FE, 0xF0FE}, {"Symbol", '县', '县'},
	} {
		if got := Symbol(tt.font, tt.code); got != tt.want {
			t.Errorf("%s %X is %c, want %c", tt.font, tt.code, got, tt.want)
		}
	}
}

func TestReadClipsTables(t *testing.T) {
	rows := make([]Row, 2)
	for i := range rows {
		for range block.MaxColumns + 10 {
			rows[i].Cells = append(rows[i].Cells, Cell{Story: Story{Items: []Item{{Text: []rune("单位")}}}, Span: 1})
		}
	}
	r, diagnostics := Read(&Story{Items: []Item{{Table: &Table{Rows: rows}}}})
	if len(diagnostics) != 1 || diagnostics[0].Code != schema.TableShape || r.Blocks[0].Grid.Columns() > block.MaxColumns || diagnostics[0].Severity != schema.Error {
		t.Errorf("%v", diagnostics)
	}
}

func TestLongLabels(t *testing.T) {
	levels := &Levels{{Start: 1, Text: strings.Repeat("第", 1<<20) + "%1"}, {Start: 1, Text: strings.Repeat("%2第", MaxLabel/2-1)}}
	for level, cut := range []bool{true, false} {
		var c Counter
		label := c.Next(levels, level)
		if len(label) > 8*MaxLabel {
			t.Errorf("level %d: a label of %d bytes was written", level, len(label))
		}
		var b Builder
		b.Label(label)
		b.Write("修缮危房")
		b.End()
		r, diagnostics := Read(&Story{Items: []Item{{Table: &Table{Rows: []Row{{Cells: []Cell{{Story: b.Story, Span: 1}}}}}}}})
		if n := len(r.Text); n > MaxLabel+10 || len(diagnostics) > 0 != cut {
			t.Errorf("level %d: %d characters, %v", level, n, diagnostics)
		}
		if cut && diagnostics[0].Severity != schema.Error {
			t.Error("what is left out is an error")
		}
	}
}
