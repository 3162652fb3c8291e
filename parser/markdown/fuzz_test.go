package markdown

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzRead holds that every text has a reading: blocks in order and within the text, a line number for each line,
// in order and within the file.
func FuzzRead(f *testing.F) {
	paths, _ := filepath.Glob("../../testdata/formats/*.md")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, s := range []string{
		"---\ntitle: 甲\n---\n# 乙\n", "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n", "-----\n a  b\n---- ---\n 1  2\n\n 3  4\n-----\n",
		"|a|b|\n|-|-|\n|c|d\ne|\n", "<table><tr><td colspan=3>甲<table></table>\n\n<td rowspan=9>乙</table>丙<table>", "<!-- a\n--><!--b-->c", "**a*b**`c`$d$[e](f)![g](h)\\",
		`\begin{tabular}{|c|}\hline \multicolumn{2}{c}{甲} & \multirow{2}{*}{乙} \\ 1 & 2\\[2pt]\end{tabular}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := read(t, s)
		at := 0
		for _, b := range r.Blocks {
			if b.Start < at || b.End <= b.Start || b.End > len(r.Text) {
				t.Fatalf("block %v behind %d in a text of %d", b.Range, at, len(r.Text))
			}
			at = b.End
			if b.Grid == nil {
				continue
			}
			for _, c := range b.Grid.Cells {
				if !b.Contains(c.Range) || c.Len() < 0 {
					t.Fatalf("cell %v outside its table %v", c.Range, b.Range)
				}
			}
		}
		lines, last := 1, 0
		for _, c := range r.Text {
			if c == '\n' {
				lines++
			}
		}
		if len(r.Text) > 0 && r.Text[len(r.Text)-1] == '\n' {
			lines--
		}
		if len(r.Text) > 0 && len(r.Lines) != lines {
			t.Fatalf("%d numbers of %d lines: %q", len(r.Lines), lines, string(r.Text))
		}
		for _, n := range r.Lines {
			if n < last || n > len(split(s)) {
				t.Fatalf("line %d behind %d of %d", n, last, len(split(s)))
			}
			last = n
		}
	})
}
