package sheet

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// fill puts rows on a sheet, one a line, cells between bars; an empty line is an empty row.
func fill(s *Sheet, rows string) {
	for r, line := range strings.Split(strings.Trim(rows, "\n"), "\n") {
		for c, text := range strings.Split(line, "|") {
			s.Put(r, c, strings.ReplaceAll(text, "/", "\n"))
		}
	}
}

// picture is the text of a reading, with T before each grid, N before each note.
func picture(r *block.Reading) string {
	var out strings.Builder
	for _, b := range r.Blocks {
		switch {
		case b.Grid != nil:
			out.WriteString("T ")
		case b.Note:
			out.WriteString("N ")
		}
		out.WriteString(string(r.Text[b.Start:b.End]) + "\n")
	}
	return out.String()
}

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		name, rows, want string
	}{
		{"title and unit", "云溪市重点任务清单\n|||单位：万元\n序号|任务|责任单位|资金\n1|建站|市民政局|20", "云溪市重点任务清单\nT  |  |  | 单位：万元\n序号 | 任务 | 责任单位 | 资金\n1 | 建站 | 市民政局 | 20\n"},
		{"notes", "序号|任务|责任单位\n1|建站|市民政局\n注：1.每月报送。/2.下同。\n填表人：张某||电话：1234", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\nN 注：1.每月报送。\nN 2.下同。\nN 填表人：张某\nN 电话：1234\n"},
		{"notes above", "云溪市任务清单\n备注：1.下同。\n序号|任务|责任单位\n1|建站|市民政局", "云溪市任务清单\nN 备注：1.下同。\nT 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n"},
		{"no note: a row that counts", "序号|任务|责任单位\n1|建站|市民政局\n2", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n2 |  | \n"},
		{"no note: a row of departments", "序号|任务|责任单位\n1|建站|市民政局\n2|说明书编写|市民政局", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n2 | 说明书编写 | 市民政局\n"},
		{"two tables", "甲表\n序号|任务|责任单位\n1|建站|市民政局\n\n乙表\n序号|任务|责任单位\n1|扩建|市民政局", "甲表\nT 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n乙表\nT 序号 | 任务 | 责任单位\n1 | 扩建 | 市民政局\n"},
		{"an empty row within a table", "序号|任务|责任单位\n1|建站|市民政局\n\n2|扩建|市民政局", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n2 | 扩建 | 市民政局\n"},
		{"empty columns", "序号|||任务|责任单位\n1|||建站|市民政局", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n"},
		{"lines of a cell", "序号|任务|责任单位\n1|建站|市民政局/市财政局", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局 市财政局\n"},
		{"a note behind an empty number", "序号|任务|责任单位\n1|建站|市民政局\n|备注：下同。", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\nN 备注：下同。\n"},
		{"no note: a word of one in a sentence", "序号|任务|责任单位\n1|建站|市民政局\n|注重选址", "T 序号 | 任务 | 责任单位\n1 | 建站 | 市民政局\n | 注重选址 | \n"},
		{"classes before the number", "类别|序号|任务|责任单位\n甲|1|建站|市民政局\n|2|扩建|市民政局", "T 类别 | 序号 | 任务 | 责任单位\n甲 | 1 | 建站 | 市民政局\n2 | 扩建 | 市民政局\n"},
		{"names without numbers", "重点任务|具体工作|责任单位\n建站|选址。|市民政局\n|施工。|市住建局\n|验收。|", "T 重点任务 | 具体工作 | 责任单位\n建站 | 选址。 | 市民政局\n施工。 | 市住建局\n | 验收。 | \n"},
		{"rows that go on", "序号|工作任务||责任单位\n1|建站|选址。|市民政局\n||施工。|市住建局\n||验收|", "T 序号 | 工作任务 | 责任单位\n1 | 建站 | 选址。 | 市民政局\n施工。 | 市住建局\n |  | 验收 | \n"},
		{"prose alone", "关于建站的通知\n各镇：\n请办理。", "关于建站的通知\n各镇：\n请办理。\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := &Book{}
			fill(b.Add("Sheet1"), tt.rows)
			r, remarks, err := Read(b)
			if err != nil || len(remarks) > 0 {
				t.Fatal(remarks, err)
			}
			if got := picture(r); got != tt.want {
				t.Errorf("%s, want\n%s", got, tt.want)
			}
		})
	}
}

func TestSections(t *testing.T) {
	b := &Book{}
	fill(b.Add("重点任务"), "序号|任务\n1|建站")
	fill(b.Add("Sheet2"), "序号|任务\n2|扩建")
	b.Add("空")
	fill(b.Add("民生实事"), "序号|事项\n3|改造")
	r, _, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range r.Sections {
		got = append(got, fmt.Sprint(string(r.Text[s.Start:s.Start+2]), " ", string(r.Text[s.Heading.Start:s.Heading.End])))
	}
	if want := []string{"重点 重点任务", "序号 ", "民生 民生实事"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for name, want := range map[string]bool{"Sheet1": false, "工作表2": false, "3": false, "附表1": false, "附件": false, "表1": false, "打印版": true, "民生实事（10项）": true} {
		if isTitle(name) != want {
			t.Errorf("%s is a title: %v", name, !want)
		}
	}
}

func TestMerges(t *testing.T) {
	b := &Book{}
	s := b.Add("")
	fill(s, "标题\n甲|乙|丙|丁\n1|2|3|4\n|5|6|7\n|8|9|10")
	s.Merge(0, 0, 0, 3)
	s.Merge(2, 0, 4, 0)
	s.Merge(2, 1, 3, 2) // covers text, which is not shown
	s.Merge(3, 1, 3, 3) // over another one
	s.HideRows(2, 2)
	r, _, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := picture(r), "标题\nT 甲 | 乙 | 丙 | 丁\n1 | 2 | 7\n8 | 9 | 10\n"; got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}

// TestBounds: what is beyond a bound is left out and said, and takes no memory.
func TestBounds(t *testing.T) {
	for name, put := range map[string]func(s *Sheet){
		"cells": func(s *Sheet) {
			for r := range MostCells + 1 {
				s.Put(r/100, r%100, "1")
			}
		},
		"characters": func(s *Sheet) {
			text := strings.Repeat("任", source.MostCharacters/4)
			for r := range 5 {
				s.Put(r, 0, text)
			}
		},
		"a diagonal": func(s *Sheet) {
			for r := range 16000 {
				s.Put(r, r, "1")
			}
		},
		"rows": func(s *Sheet) {
			for r := range block.MaxRows + 1 {
				s.Put(r, 0, "1")
				s.Put(r, 1, "1")
			}
		},
		"merges": func(s *Sheet) {
			s.Put(0, 0, "1")
			for r := range mostMerges + 1 {
				s.Merge(r, 0, r+1, 1)
			}
		},
	} {
		b := &Book{}
		put(b.Add(""))
		r, remarks, err := Read(b)
		if err != nil || len(remarks) == 0 || remarks[0].Severity != schema.Error || len(r.Text) > source.MostCharacters {
			t.Errorf("%s: %v %v", name, remarks, err)
		}
	}
}

func TestStretches(t *testing.T) {
	var s stretches
	for _, r := range [][2]int{{5, 9}, {1, 2}, {3, 3}, {8, 12}, {20, 19}} {
		s.add(r[0], r[1])
	}
	s.settle()
	for n, want := range map[int]int{0: 0, 1: 4, 3: 4, 4: 4, 5: 13, 12: 13, 19: 19, 20: 20} {
		if got := s.next(n); got != want {
			t.Errorf("behind %d: %d, want %d", n, got, want)
		}
	}
}
