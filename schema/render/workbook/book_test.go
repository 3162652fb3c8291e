package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// build writes a workbook with a sheet that goes straight out and one that waits.
func build(t interface{ Fatal(...any) }, limit int, rows [][]Cell) []byte {
	var out bytes.Buffer
	b := New(&out, "台账 <&> 甲")
	first, second := b.Add("任务"), b.Add("部门")
	first.Direct, first.Limit, second.Limit = true, limit, limit
	for _, s := range []*Sheet{first, second} {
		s.Columns = []Column{{Title: "甲", Width: 10}, {Title: "乙", Width: 20.5}, {Title: "丙", Width: 8}}
	}
	for _, row := range rows {
		for _, s := range []*Sheet{second, first} {
			if err := s.Row(row...); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read returns the rows of a sheet as a module that is not ours reads them, without
// formats applied.
func read(t interface{ Fatal(...any) }, data []byte, sheet string) [][]string {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestCellsReadBack holds that another reader finds the cells that were written.
func TestCellsReadBack(t *testing.T) {
	texts := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"=1+1", "甲\n乙", " 甲 ", "_x000D_", "_x005F_x000D_", "__x0041__", "<b>&amp;\"'</b>", "]]>", "\t甲", "-5", "1.10", "2024-03-18", "真", "true", "\r", "甲\r\n乙",
	}))
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(texts, 1, 5).Draw(t, "texts")
		rows := make([][]Cell, 0, len(values))
		for _, v := range values {
			rows = append(rows, []Cell{Text(v), Number(-2.5), Text("尾")})
		}
		data := build(t, 0, rows)
		for _, sheet := range []string{"任务", "部门"} {
			got := read(t, data, sheet)
			if len(got) != len(rows)+1 {
				t.Fatalf("%s has %d rows, want %d", sheet, len(got), len(rows)+1)
			}
			for i, v := range values {
				want := []string{shown(v), "-2.5", "尾"}
				if fmt.Sprint(got[i+1]) != fmt.Sprint(want) {
					t.Fatalf("%s: row %q, want %q", sheet, got[i+1], want)
				}
			}
		}
	})
}

// shown is what XML can carry of s.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xfffe || r == 0xffff {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func TestSameBytes(t *testing.T) {
	rows := [][]Cell{{Text("甲"), Number(1), Day("2024-03-18")}}
	if !bytes.Equal(build(t, 0, rows), build(t, 0, rows)) {
		t.Error("the same cells give other bytes")
	}
}

// TestFullSheet holds that rows go on in another sheet, each with its header.
func TestFullSheet(t *testing.T) {
	var rows [][]Cell
	for i := range 7 {
		rows = append(rows, []Cell{Number(float64(i))})
	}
	data := build(t, 4, rows)
	for sheet, want := range map[string]string{"任务": "[[甲 乙 丙] [0] [1] [2]]", "任务 2": "[[甲 乙 丙] [3] [4] [5]]", "部门 3": "[[甲 乙 丙] [6]]"} {
		if got := fmt.Sprint(read(t, data, sheet)); got != want {
			t.Errorf("%s: %s, want %s", sheet, got, want)
		}
	}
}

func TestDays(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(build(t, 0, [][]Cell{{Day("2024-03-18"), Day("1900-03-01"), Day("1899-01-01")}})))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("任务")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(rows[1]), "[2024-03-18 1900-03-01 1899-01-01]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	raw := read(t, build(t, 0, [][]Cell{{Day("2024-03-18"), Day("1900-03-01"), Day("9999-12-31")}}), "任务")
	if got, want := fmt.Sprint(raw[1]), "[45369 61 2958465]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestLongText holds Excel's bound on the text of a cell.
func TestLongText(t *testing.T) {
	fits := strings.Repeat("长", cellLength)
	wide := strings.Repeat("𠮷", cellLength/2) // two units each
	rows := read(t, build(t, 0, [][]Cell{{Text(fits), Text(fits + "长"), Text(wide)}, {Text(wide + "长"), Text(wide + "𠮷")}}), "任务")
	for i, got := range []string{rows[1][0], rows[1][1], rows[1][2], rows[2][0], rows[2][1]} {
		want := []string{fits, fits[:3*(cellLength-1)] + "…", wide, wide + "长", wide + "…"}[i]
		if got != want {
			t.Errorf("cell %d: %d code points, want %d", i, utf8.RuneCountInString(got), utf8.RuneCountInString(want))
		}
	}
}

func TestColumnName(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := ColumnName(i); got != want {
			t.Errorf("column %d is %s, want %s", i, got, want)
		}
	}
}

// TestDirect holds that sheets may go straight out one after the other, not at once.
func TestDirect(t *testing.T) {
	var out bytes.Buffer
	b := New(&out, "台账")
	first, second := b.Add("甲"), b.Add("乙")
	for _, s := range b.sheets {
		s.Direct, s.Columns = true, []Column{{Title: "列", Width: 8}}
	}
	if err := first.Row(Text("一")); err != nil {
		t.Fatal(err)
	}
	if err := second.Row(Text("二")); err == nil {
		t.Fatal("two sheets go straight out at once")
	}
	if err := errors.Join(first.Close(), second.Row(Text("二")), b.Close()); err != nil {
		t.Fatal(err)
	}
	for sheet, want := range map[string]string{"甲": "[[列] [一]]", "乙": "[[列] [二]]"} {
		if got := fmt.Sprint(read(t, out.Bytes(), sheet)); got != want {
			t.Errorf("%s: %s, want %s", sheet, got, want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteError(t *testing.T) {
	b := New(full{}, "台账")
	b.Add("任务").Columns = []Column{{Title: "列", Width: 8}}
	if err := b.Close(); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("error %v, want io.ErrShortWrite", err)
	}
}
