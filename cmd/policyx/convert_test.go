package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestConvertKeepsAll holds that data read back and written again are the same bytes, in each format that carries a whole notice.
func TestConvertKeepsAll(t *testing.T) {
	goldens, err := filepath.Glob("../../testdata/golden/*.yaml")
	if err != nil || len(goldens) < 10 {
		t.Fatal(goldens, err)
	}
	dir := t.TempDir()
	for _, golden := range goldens {
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		from := golden
		for _, format := range []string{"json", "jsonl", "yaml"} {
			to := filepath.Join(dir, filepath.Base(golden)+"."+format)
			c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}
			if code := run(c, []string{"convert", "-q", from, "-o", to}); code != 0 {
				t.Fatalf("%s to %s: exit code %d", from, format, code)
			}
			from = to
		}
		got, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s is not the same when it was JSON, JSON Lines and YAML again", golden)
		}
	}
}

// TestConvertKeepsWhatPeopleWrote holds that a filled ledger is not lost to convert either.
func TestConvertKeepsWhatPeopleWrote(t *testing.T) {
	ledger := filepath.Join(t.TempDir(), "ledger.xlsx")
	convert := func(args ...string) int {
		c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}
		return run(c, append([]string{"convert", "-q", "../../testdata/golden/label-lines.txt.yaml"}, args...))
	}
	if code := convert("-o", ledger); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	fill(t, ledger, "已完成")
	for _, tt := range []struct {
		args []string
		code int
	}{
		{[]string{"-o", ledger}, 1},
		{[]string{"--template", ledger, "--department", "市民政局"}, 2},
		{[]string{"--template", ledger}, 0},
		{[]string{"-o", ledger}, 1},
		{[]string{"-o", ledger, "--force"}, 0},
		{[]string{"-o", ledger}, 0},
	} {
		if code := convert(tt.args...); code != tt.code {
			t.Errorf("%v: exit code %d, want %d", tt.args, code, tt.code)
		}
	}
}
