package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/render"
)

// TestFilledLedgerIsNotMadeOver holds that what people wrote is not lost to -o alone.
func TestFilledLedgerIsNotMadeOver(t *testing.T) {
	n := &schema.Notice{Tasks: []schema.Task{{ID: "1.1", Title: "修桥"}}}
	align.Keys(n)
	var book bytes.Buffer
	w := render.NewWriter(&book, render.XLSX, render.Options{})
	if err := w.Write(n, ""); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "台账.xlsx")
	x := &extraction{flags: &extractFlags{}}
	as := view{format: render.XLSX}
	if err := os.WriteFile(path, book.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := x.refuseFilled(path, as); err != nil {
		t.Errorf("a ledger as it was made: %v", err)
	}
	fill(t, path, "已完成")
	if err := x.refuseFilled(path, as); err == nil || !strings.Contains(err.Error(), "people have filled 1 row of it: --template keeps what they wrote") {
		t.Errorf("a filled ledger: %v", err)
	}
	x.flags.many.force = true
	if err := x.refuseFilled(path, as); err != nil {
		t.Errorf("with --force: %v", err)
	}
}

// fill writes the state of the first task into a ledger, as a person would.
func fill(t *testing.T, ledger, state string) {
	t.Helper()
	f, err := excelize.OpenFile(ledger)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.SetCellValue("任务分解台账", "P3", state), f.Save(), f.Close()); err != nil {
		t.Fatal(err)
	}
}
