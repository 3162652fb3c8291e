package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// TestDraggedOntoAFilledLedger holds that what people wrote outlives that the notice is dragged onto the program again, amended or
// replaced by another one, and that this is said.
func TestDraggedOntoAFilledLedger(t *testing.T) {
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(path(name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	drag := func(want string) {
		t.Helper()
		cmd, messages := policyx("--lang", "zh", path("notice.txt"))
		if err := cmd.Run(); err != nil || !strings.Contains(messages.String(), want) {
			t.Errorf("%v: it says %s", err, messages)
		}
	}
	holds := func(parts ...string) {
		t.Helper()
		cells := cellsOf(t, path("notice.xlsx"))
		for _, part := range parts {
			if !strings.Contains(cells, part) {
				t.Errorf("%s is not in the ledger: %s", part, cells)
			}
		}
	}
	const head, first, second = "云溪市人民政府关于发展养老服务的通知\n", "一、培训护理人员。2025年底前，培训护理员不少于50人次。（牵头单位：民政局）\n",
		"二、建设社区食堂。2026年6月底前，建成社区食堂5家。（牵头单位：商务局）\n"
	kept := "台账：" + path("notice.xlsx") + "（已填写的内容全部保留，新增的行已注明）"
	write("notice.txt", head+first)
	drag("台账：" + path("notice.xlsx") + "\n")
	fill(t, path("notice.xlsx"), "已完成三十人次")
	write("notice.txt", head+first+second)
	drag(kept)
	holds("培训护理人员", "已完成三十人次", "建设社区食堂", "新增")
	write("notice.txt", "青石县人民政府关于道路工作的通知\n一、修复道路。修复道路10公里。（牵头单位：交通运输局）\n")
	drag(kept)
	holds("培训护理人员", "已完成三十人次", "修复道路")

	write("notice.xlsx", "somebody's own")
	drag("台账：" + path("notice (2).xlsx") + "\n")
	if files := tree(t, folder); files["notice.xlsx"] != "somebody's own" || len(files) != 5 { // one is the ledger as it was before the last run
		t.Errorf("%q, and in the way was %q", slices.Sorted(maps.Keys(files)), files["notice.xlsx"])
	}
}

// TestDoubleClickScript holds what cmd asks of the script that stands beside the program: signs that all code pages share, and remarks in which it finds nothing
// to expand.
func TestDoubleClickScript(t *testing.T) {
	script, err := os.ReadFile("windows/policyx-check.cmd")
	if err != nil {
		t.Fatal(err)
	}
	if at := bytes.IndexFunc(script, func(r rune) bool { return r > unicode.MaxASCII || r == '\r' }); at >= 0 {
		t.Errorf("%q is no ASCII, or an end of line that make windows would double", script[at:])
	}
	for line := range strings.Lines(string(script)) {
		if strings.HasPrefix(line, "rem") && strings.ContainsAny(line, "%!&|<>^") {
			t.Errorf("cmd reads more than a remark in %q", line)
		}
	}
}

// cellsOf are the cells of all sheets of a workbook.
func cellsOf(t *testing.T, path string) string {
	t.Helper()
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var all strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			all.WriteString(strings.Join(row, " ") + "\n")
		}
	}
	return all.String()
}
