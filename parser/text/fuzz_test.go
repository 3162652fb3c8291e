package text

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// check holds what a caller may rely on: ranges in order and apart, nothing lost.
func check(t testing.TB, r *block.Reading) {
	t.Helper()
	at := 0
	for _, b := range r.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v behind %d in a text of %d", b.Range, at, len(r.Text))
		}
		lost(t, r.Text, at, b.Start)
		at = b.End
		if b.Grid != nil {
			checkGrid(t, r.Text, b)
		}
		if b.Parts == nil {
			continue
		}
		in := b.Start
		for _, p := range b.Parts {
			if !b.Contains(p) || p.Start < in || p.Len() <= 0 {
				t.Fatalf("parts %v in %v", b.Parts, b.Range)
			}
			lost(t, r.Text, in, p.Start)
			in = p.End
		}
		if b.Parts[0].Start != b.Start || in != b.End {
			t.Fatalf("parts %v do not fill %v", b.Parts, b.Range)
		}
	}
	lost(t, r.Text, at, len(r.Text))
}

// lost fails where text between blocks says something.
func lost(t testing.TB, text []rune, start, end int) {
	t.Helper()
	for i := start; i < end; i++ {
		if isSpace(text[i]) || isBar(text[i]) || isDrawn(text[i]) {
			continue
		}
		from, to := i, i
		for from > 0 && !isBreak(text[from-1]) {
			from--
		}
		for to < len(text) && !isBreak(text[to]) {
			to++
		}
		line := trim(text, block.Range{Start: from, End: to})
		if !isPageNumber(text[line.Start:line.End], true) {
			t.Fatalf("%q at %d belongs to no block", text[i], i)
		}
		i = to
	}
}

func isDrawn(r rune) bool { return strings.ContainsRune("-=:+", r) || r >= 0x2500 && r <= 0x257F }

func checkGrid(t testing.TB, text []rune, b block.Block) {
	t.Helper()
	g := b.Grid
	for i, c := range g.Cells {
		if !b.Contains(c.Range) || c.Len() < 0 {
			t.Fatalf("cell %v outside its table %v", c, b.Range)
		}
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > len(g.Rows) || c.Col+c.ColSpan > g.Columns() {
			t.Fatalf("cell %v outside a grid of %d by %d", c, len(g.Rows), g.Columns())
		}
		if g.Rows[c.Row][c.Col] != i {
			t.Fatalf("cell %v is not where it says", c)
		}
	}
	in := make([]bool, b.Len())
	for _, c := range g.Cells {
		for i := c.Start; i < c.End; i++ {
			if in[i-b.Start] {
				t.Fatalf("%q at %d is in two cells", text[i], i)
			}
			in[i-b.Start] = true
		}
	}
	header := map[string]bool{}
	for _, row := range g.Rows[:min(2, len(g.Rows))] {
		for _, i := range row {
			for _, line := range strings.Split(string(text[g.Cells[i].Start:g.Cells[i].End]), "\n") {
				for _, part := range append(strings.Split(line, "\t"), line) {
					header[plain([]rune(part), block.Range{End: len([]rune(part))})] = true
				}
			}
		}
	}
	for i := b.Start; i < b.End; {
		end := i
		for end < b.End && !in[end-b.Start] && !isBreak(text[end]) && !isBar(text[end]) && text[end] != '\t' {
			end++
		}
		if left := trim(text, block.Range{Start: i, End: end}); !header[plain(text, left)] { // a header repeated on a new page
			lost(t, text, left.Start, left.End)
		}
		i = end + 1
	}
}

func FuzzRead(f *testing.F) {
	for _, test := range tables {
		f.Add(test.text)
	}
	for _, test := range wraps {
		f.Add(test.text)
	}
	f.Add("\xe4\xb8\xff\xed\xa0\x80\xe0\x80\x80\xf0\x9f\x98\x80字\xe5\xad")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip()
		}
		r, diagnostics := read(t, text)
		if string(r.Text) != string([]rune(text)) {
			t.Fatal("the reading text is not the text")
		}
		check(t, r)
		for _, d := range diagnostics {
			if d.Span == nil || d.Span.Start < 0 || d.Span.End > len(r.Text) || d.Span.Start >= d.Span.End || d.Span.Line < 1 {
				t.Fatalf("diagnostic %v %v", d, d.Span)
			}
		}
	})
}

// FuzzCells puts together tables with one cell a line, which random text seldom is.
func FuzzCells(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 20, 5, 8, 8, 9, 10, 30})
	words := []string{"序号", "工作任务", "牵头单位", "配合单位", "完成时限", "1", "2", "3", "治理河道。", "县水利局", "2025年底前", "持续实施",
		"一、治理", "", "95%", "约束性", "2025年", "清淤\n疏浚", "—", "附件", "— 2 —\n"}
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 4000 {
			t.Skip()
		}
		var b strings.Builder
		for _, c := range in {
			b.WriteString(words[int(c)%len(words)])
			b.WriteString([]string{" |\n", " |\n", " |\n", "\n", " |\n||\n", " |\n||||\n", "\n|\n", " | ", " |||\n", "\n\n", "\t"}[int(c)/len(words)%11])
		}
		r, _ := read(t, b.String())
		check(t, r)
	})
}

// TestHostileTextEnds reads 1 MB of texts each of which some lookahead could make
// quadratic: that would not end in the suite's time.
func TestHostileTextEnds(t *testing.T) {
	for name, unit := range map[string]string{
		"one character": "字", "bars": "|", "lines": "字\n", "cells": "字 |\n", "headers": "序号\n", "barred headers": "序号 |\n",
		"tables": "序号\n任务\n单位\n1\n甲\n乙\n", "barred tables": "序号 |\n任务 |\n责任单位 |\n1 |\n甲 |\n县水利局 |\n",
		"fillers": "甲 |\n||\n", "numbers": "序号\n任务\n单位\n1\n甲\n2\n乙\n3\n", "page numbers": "- 1 -\n", "rows": "甲 | 乙\n", "TABs": "甲\t乙\t丙\n", "spaces": " ", "tab": "\t",
		"wrapped": strings.Repeat("治理，", 12) + "\n", "dashes": "|-", "pending": "甲\n乙 |\n",
	} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		r, _ := read(t, text)
		t.Logf("%s: %d blocks", name, len(r.Blocks))
		check(t, r)
	}
}

func BenchmarkProse(b *testing.B) {
	line := strings.Repeat("完善河湖管护机制，推动部门联动、社会共治，到2025年建成示范河段12条。", 8) + "（县水利局牵头，县财政局配合）\n"
	benchmark(b, strings.Repeat("（一）加强河湖管护\n1."+line, 500))
}

func BenchmarkWrapped(b *testing.B) {
	benchmark(b, strings.Repeat("　　完善河湖管护机制，推动部门联动、社会共治，加强水\n资源调度，到二〇二五年建成示范河段十二条，其中省级示\n范河段五条。\n", 1500))
}

func BenchmarkTable(b *testing.B) {
	row := flat(";治理支流;清淤二十公里，恢复河道行洪断面。;县水利局;县财政局、各乡镇;2024年底前;||||;拆除违建三处。;县城管局;各乡镇;持续推进;||||||")[2:]
	var t strings.Builder
	t.WriteString(flat("序号;重点任务;牵头单位;责任单位;完成时限;|||||"))
	for i := range 800 {
		t.WriteString(string('0'+rune(i/100%10)) + string('0'+rune(i/10%10)) + string('0'+rune(i%10)) + " |\n" + row)
	}
	benchmark(b, t.String())
}

func benchmark(b *testing.B, text string) {
	f := &source.File{Text: text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(f)
	}
}
