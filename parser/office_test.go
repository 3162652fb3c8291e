package parser

import (
	"encoding/csv"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/source"
)

var office = flag.Bool("office", false, "compare the cells of the real workbooks with those that LibreOffice shows")

// TestOffice holds that the cells of the real workbooks are what LibreOffice shows. It takes a minute, so it
// runs only when asked: go test ./parser -run TestOffice -office.
func TestOffice(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	paths, _ := filepath.Glob("../../shared/corpus/wild/xls*/*.xls*")
	if !*office || err != nil || len(paths) == 0 {
		t.Skip("wants -office, LibreOffice and the corpus beside the project")
	}
	dir := t.TempDir()
	for _, path := range paths {
		// 44: comma, 34: quotes, 76: UTF-8, cells as shown, each sheet to a file of its own
		cmd := exec.Command(soffice, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to",
			"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", dir, path)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, _, err := source.Open(path, data, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := openBook(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range b.Sheets {
			stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
			compareCells(t, s.Rows(), filepath.Join(dir, stem+"-"+s.Name+".csv"))
		}
	}
}

func compareCells(t *testing.T, got [][]string, path string) {
	file, err := os.Open(path)
	if err != nil {
		t.Error(err)
		return
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.FieldsPerRecord = -1
	want, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want = slices.DeleteFunc(want, func(row []string) bool { return strings.Join(row, "") == "" })
	if len(got) != len(want) {
		t.Errorf("%s: %d rows, want %d", path, len(got), len(want))
	}
	cells := 0
	for i := range min(len(got), len(want)) {
		for c, text := range want[i] {
			shown := ""
			if c < len(got[i]) {
				shown = got[i][c]
			}
			if cells++; strings.Join(strings.Fields(shown), " ") != strings.Join(strings.Fields(text), " ") {
				t.Errorf("%s: row %d column %d: %.80q, want %.80q", filepath.Base(path), i, c, shown, text)
			}
		}
	}
	t.Logf("%s: %d cells", filepath.Base(path), cells)
}
