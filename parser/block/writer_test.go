package block

import "testing"

func TestLine(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"  各镇 \t 街道 ", "各镇 街道"},
		{"各镇\n街道", "各镇街道"},
		{"GB/T\n9704", "GB/T 9704"},
		{"第\u00a0一\u3000条", "第 一 条"},
		{"云\u200b溪\ufeff市\u00ad", "云溪市"},
		{"1.\n完善", "1. 完善"},
		{"一、\n完善", "一、完善"},
	} {
		var l Line
		l.Write(tt.in)
		if got := string(l.Take()); got != tt.want || l.Len() != 0 {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.want)
		}
	}
	var l Line
	l.Write("市民政局")
	l.Part()
	l.Write("市财政局")
	if got := string(l.Take()); got != "市民政局 市财政局" {
		t.Errorf("parted: %q", got)
	}
}

func TestWriter(t *testing.T) {
	var w Writer
	w.Paragraph([]rune("一、任务"))
	g := w.Table()
	g.Row()
	g.Cell([]rune("序号"), 2, 1)
	g.Cell([]rune("任务"), 1, 1)
	g.Row()
	g.Cell([]rune("建站"), 1, 1)
	g.Row()
	g.Cell(nil, 1, 2)
	if !g.End() {
		t.Error("no table")
	}
	if empty := w.Table(); empty.End() {
		t.Error("a table without cells")
	}
	bare := w.Table()
	bare.Row()
	bare.Cell(nil, 1, 1)
	bare.Row()
	bare.Cell(nil, 1, 1)
	if bare.End() {
		t.Error("a table without text")
	}
	w.Paragraph([]rune("二、保障"))
	if got, want := string(w.Text), "一、任务\n序号 | 任务\n建站\n二、保障\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	b := w.Blocks[1]
	if len(w.Blocks) != 3 || b.Grid == nil || string(w.Text[b.Start:b.End]) != "序号 | 任务\n建站" {
		t.Fatalf("%+v", w.Blocks)
	}
	for _, c := range b.Grid.Cells {
		if !b.Contains(c.Range) {
			t.Errorf("cell %v outside of its table %v", c.Range, b.Range)
		}
	}
	if c := b.Grid.At(1, 0); string(w.Text[c.Start:c.End]) != "序号" {
		t.Errorf("the merged cell is %v", c)
	}
}
