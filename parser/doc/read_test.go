package doc

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/compound"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
)

var update = flag.Bool("update", false, "write the documents of testdata/formats anew")

func read(t testing.TB, data []byte) (*block.Reading, []schema.Diagnostic) {
	t.Helper()
	r, diagnostics, err := Read(&source.File{Format: source.DOC, Data: data})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	check(t, r)
	return r, diagnostics
}

// check holds what every reading must hold: blocks in order and within the text, cells
// within their block, grids without holes, nothing written that belongs to no block.
func check(t testing.TB, r *block.Reading) {
	t.Helper()
	last := 0
	for _, b := range r.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v after %d in a text of %d", b.Range, last, len(r.Text))
		}
		if strings.Trim(string(r.Text[last:b.Start]), "\n") != "" {
			t.Fatalf("%q belongs to no block", string(r.Text[last:b.Start]))
		}
		last = b.End
		if b.Grid == nil {
			if strings.ContainsRune(string(r.Text[b.Start:b.End]), '\n') {
				t.Fatalf("paragraph %v holds a line end", b.Range)
			}
			continue
		}
		for i, c := range b.Grid.Cells {
			if !b.Contains(c.Range) || c.End < c.Start || b.Grid.Rows[c.Row][c.Col] != i {
				t.Fatalf("cell %d %+v in block %v", i, c, b.Range)
			}
		}
	}
}

// with gives a stretch of a paragraph's characters properties.
func (p para) with(part string, props []byte) para {
	at := strings.Index(p.text, part)
	from := len([]rune(p.text[:at]))
	p.runs = append(p.runs, run{from, from + len([]rune(part)), props})
	return p
}

// having gives a paragraph properties.
func (p para) having(props ...[]byte) para {
	p.props = join(append([][]byte{p.props}, props...)...)
	return p
}

// inner are the paragraphs of a row of a nested table, at a depth.
func inner(depth int, cells ...string) (out []para) {
	in := join(prop(propInTable, 1), prop(propDepth, le32(depth)...))
	for _, c := range cells {
		out = append(out, para{text: c + "\r", props: join(in, prop(propInnerCell, 1))})
	}
	return append(out, para{text: "\r", props: join(in, prop(propInnerCell, 1), prop(propInnerRowEnd, 1))})
}

func paras(lists ...[]para) (out []para) {
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

var (
	isDeleted = prop(propDeleted, 1)
	isHidden  = prop(propHidden, 1)
)

func TestRead(test *testing.T) {
	cell := func(text string, left, right int) cellOf { return cellOf{text: text, left: left, right: right} }
	for _, tt := range []struct {
		name string
		f    file
		want string
	}{
		{"paragraphs", file{paras: []para{line("柳湾区民政局"), line(""), line(" 各镇： ")}}, "柳湾区民政局\n各镇：\n"},
		{"bytes", file{paras: []para{line("GB/T 9704 \u0093A\u0094")}, narrow: true}, "GB/T 9704 “A”\n"},
		{"pieces out of order", file{paras: []para{line("一、总体要求"), line("到2026年，建成60个站点。"), numbered(1, 0, "任务")}, lists: [][]word.Level{officeList}, pieces: 5}, "一、总体要求\n到2026年，建成60个站点。\n一、任务\n"},
		{"beyond the basic plane", file{paras: []para{line("𠮷林路")}}, "𠮷林路\n"},
		{"breaks, hyphens, tabs", file{paras: []para{line("关于\x0b食堂的通知\x0c附\x1f件\t2024\x1e2026年")}}, "关于\n食堂的通知\n附件 2024-2026年\n"},
		{"deleted", file{paras: []para{line("由县区民政局牵头").with("县", isDeleted)}}, "由区民政局牵头\n"},
		{"deleted mark", file{paras: []para{line("加快").with("\r", isDeleted), line("建设")}}, "加快建设\n"},
		{"hidden", file{paras: []para{line("公开内部发布").with("内部", isHidden)}}, "公开发布\n"},
		{"hidden by style", file{
			styles: []style{{base: noStyle, level: -1}, {base: noStyle, level: -1, hidden: true}, {base: 1, level: -1}},
			paras:  []para{{text: "隐去留下\r", style: 2, runs: []run{{2, 4, prop(propHidden, 0)}}}, line("正文")},
		}, "留下\n正文\n"},
		{"fields", file{paras: []para{line("见\x13 HYPERLINK \"x\" \x14附件\x15。\x13 PAGE \x15")}}, "见附件。\n"},
		{"contents", file{paras: []para{line("\x13 TOC \\o \x14一、要求\t1"), line("二、任务\t2"), line("\x15"), line("一、要求")}}, "一、要求\n"},
		{"symbols", file{fonts: []string{"宋体", "Wingdings 2"}, paras: []para{line("(是(一)").with("(", prop(propSymbol, join(le16(1), le16(0xF052))...))}}, "☑是(一)\n"},
		{"pictures", file{paras: []para{line("\x01图\x08")}}, "图\n"},
		{"table", file{paras: paras(
			row(cell("任务", 0, 3000), cell("单位", 3000, 6000)), row(cell("建站", -108, 3010), cell("民政局\n卫健局", 3010, 6000)), []para{line("之后")})},
			"任务 | 单位\n建站 | 民政局 卫健局\n之后\n"},
		{"spans", file{paras: paras(
			row(cell("指标", 0, 4000), cell("值", 4000, 6000)), row(cell("床位", 0, 2000), cell("张", 2000, 4000), cell("3200", 4000, 6000)), []para{line("")})},
			"指标 | 值\n床位 | 张 | 3200\n"},
		{"merged", file{paras: paras(
			row(cell("序", 0, 1000), cell("任务", 1000, 3000)),
			row(cellOf{"1", 0, 1000, 3 << 5}, cell("建站", 1000, 3000)),
			row(cellOf{"", 0, 1000, 1 << 5}, cell("培训", 1000, 3000)),
			row(cellOf{"合计", 0, 1000, 1}, cellOf{"", 1000, 3000, 2}), []para{line("")})},
			"序 | 任务\n1 | 建站\n培训\n合计\n"},
		{"nested", file{paras: paras(
			[]para{{text: "左\x07", props: prop(propInTable, 1)}},
			inner(2, "任务", "单位"), inner(2, "建站", "民政局"),
			[]para{{text: "\x07", props: prop(propInTable, 1)}, {text: "\x07", props: join(prop(propInTable, 1), prop(propRowEnd, 1))}, line("之后")})},
			"左\n任务 | 单位\n建站 | 民政局\n之后\n"},
		{"notes", file{paras: []para{line("建成60个\x02。"), line("另。"), line("\x02 含改建。"), line("")}, notes: 1, refs: []int{5}}, "建成60个。\n另。\n[1] 含改建。\n"},
		{"boxes", file{paras: []para{line("锚\x08点"), line("另。"), line("云溪市人民政府文件"), line("")}, boxes: 1, anchors: []int{1}}, "锚点\n云溪市人民政府文件\n另。\n"},
		{"numbering", file{lists: [][]word.Level{officeList}, paras: []para{
			numbered(1, 0, "总体要求"), numbered(1, 1, "目标"), numbered(1, 2, "建站"), numbered(1, 4, "公示"), numbered(1, 4, "开工"), line("说明"), numbered(1, 2, "培训"), numbered(0, 0, "不编号"), numbered(1, 0, "任务"), numbered(1, 1, "网络")}},
			"一、总体要求\n（一）目标\n1. 建站\n① 公示\n② 开工\n说明\n2. 培训\n不编号\n二、任务\n（一）网络\n"},
		{"start", file{lists: [][]word.Level{{{Start: 1, Format: word.UpperLetter, Text: "%1."}}}, starts: map[int]int{0: 3}, paras: []para{numbered(1, 0, "甲"), numbered(1, 0, "乙")}}, "C. 甲\nD. 乙\n"},
		{"numbering by style", file{
			lists:  [][]word.Level{officeList},
			styles: []style{{base: noStyle, level: -1}, {base: noStyle, list: 1, level: 0}, {base: 1, level: 1}, {base: 2, list: noList, level: -1}},
			paras:  []para{{text: "要求\r", style: 1}, {text: "目标\r", style: 2}, {text: "正文\r", style: 3}, line("正文"), {text: "任务\r", style: 1}},
		}, "一、要求\n（一）目标\n正文\n正文\n二、任务\n"},
		{"style of its own", file{styles: []style{{base: noStyle, level: -1}, {base: noStyle, list: 1, level: 0}}, lists: [][]word.Level{officeList}, paras: []para{line("要求").having(prop(propStyle, le16(1)...))}}, "一、要求\n"},
		{"properties in the data stream", file{lists: [][]word.Level{officeList}, data: join(le16(4), prop(propList, le16(1)...)), paras: []para{line("要求").having(prop(propHuge, le32(0)...))}}, "一、要求\n"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := read(t, tt.f.build())
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestRefuses(test *testing.T) {
	simple := file{paras: []para{line("通知")}}.build()
	for _, tt := range []struct {
		name string
		data []byte
		want error
		text string
	}{
		{"encrypted", file{paras: []para{line("通知")}, flags: flagEncrypted}.build(), source.ErrEncrypted, "password"},
		{"Word 95", file{paras: []para{line("通知")}, version: 0x68}.build(), ErrOld, "Word 95"},
		{"workbook", file{noStreams: true}.build(), source.ErrUnsupported, "OLE2"},
		{"no OLE2", []byte("通知"), compound.ErrHeader, "damaged"},
		{"header only", simple[:512], nil, "damaged"},
		{"empty", file{paras: []para{line("")}}.build(), source.ErrEmpty, "empty"},
		{"picture", file{paras: []para{line("\x01")}}.build(), word.ErrPictures, "pictures"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			_, _, err := Read(&source.File{Data: tt.data})
			if err == nil || tt.want != nil && !errors.Is(err, tt.want) || !strings.Contains(err.Error(), tt.text) {
				t.Errorf("%v, want %v with %q", err, tt.want, tt.text)
			}
		})
	}
}

// The documents of testdata/formats are the notices of testdata written as Word would
// keep them; go test ./parser/doc -update writes them anew.
func TestFormats(t *testing.T) {
	for _, name := range []string{"label-lines.txt", "task-table.txt", "indicator-tables.txt", "page.html"} {
		made := fromReading(notice(t, name))
		path := filepath.Join("../../testdata/formats", strings.TrimSuffix(name, filepath.Ext(name))+".doc")
		if *update {
			if err := os.WriteFile(path, made, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if string(kept) != string(made) {
			t.Errorf("%s is out of date: run go test ./parser/doc -update", path)
		}
	}
}

// notice reads a notice of testdata in its own format.
func notice(t testing.TB, name string) *block.Reading {
	t.Helper()
	data, err := os.ReadFile("../../testdata/notices/" + name)
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := source.Open(name, data, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reader := text.Read
	if f.Format == source.HTML {
		reader = html.Read
	}
	r, _, err := reader(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every notice of testdata, written as a Word document and read again, has the same
// paragraphs and cells.
func TestSameBlocks(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/notices/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no notices", err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			want := notice(t, name)
			got, _ := read(t, fromReading(want))
			if len(got.Blocks) != len(want.Blocks) {
				t.Fatalf("%d blocks, want %d", len(got.Blocks), len(want.Blocks))
			}
			for i, b := range want.Blocks {
				g := got.Blocks[i]
				if (g.Grid == nil) != (b.Grid == nil) {
					t.Fatalf("block %d: a table is none, or the other way round", i)
				}
				if b.Grid == nil {
					if a, b := squeeze(string(got.Text[g.Start:g.End])), squeeze(paragraphText(want.Text, b)); a != b {
						t.Errorf("block %d is %q, want %q", i, a, b)
					}
					continue
				}
				sameGrid(t, got.Text, g.Grid, want.Text, b.Grid)
			}
		})
	}
}

func sameGrid(t *testing.T, text []rune, g *block.Grid, wantText []rune, want *block.Grid) {
	t.Helper()
	if len(g.Rows) != len(want.Rows) || g.Columns() != want.Columns() {
		t.Fatalf("a table of %d by %d, want %d by %d", len(g.Rows), g.Columns(), len(want.Rows), want.Columns())
	}
	for r := range want.Rows {
		for c := range want.Rows[r] {
			a, b := g.At(r, c), want.At(r, c)
			if x, y := squeeze(string(text[a.Start:a.End])), squeeze(string(wantText[b.Start:b.End])); x != y {
				t.Errorf("row %d, column %d is %q, want %q", r, c, x, y)
			}
		}
	}
}

// squeeze leaves white space aside, in which formats differ.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\u00a0' || r == '\u3000' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
}
