package markdown

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

func TestTabular(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a table", "甲\n\n\\begin{tabular}{|c|l|}\n\\hline\n序号 & 任务 \\\\ \\hline\n1 & 建站 \\\\\n\\hline\n\\end{tabular}\n\n乙", "甲\n序号 | 任务\n1 | 建站\n乙\n"},
		{"on one line", `$\begin{array}{ll}序号 & 任务 \\ 1 & \text{增长}50\% \end{array}$`, "序号 | 任务\n1 | 增长50%\n"},
		{"merged", `\begin{tabular}{ccc}` + "\n" + `\multicolumn{2}{c}{任务} & \textbf{单位} \\` + "\n" + `\multirow{2}{*}{建站} & 选址 & 市民政局 \\ \cline{2-3}` + "\n" + `& 开工 & 市住建局 \\` + "\n" + `\end{tabular}`,
			"任务 | 单位\n建站 | 选址 | 市民政局\n开工 | 市住建局\n"},
		{"space between rows", `\begin{tabular}{cc}序号 & 任务 \\[2pt] 1 & 建站\end{tabular}`, "序号 | 任务\n1 | 建站\n"},
		{"an ampersand", `\begin{tabular}{cc}甲 \& 乙 & 丙 \\ 1 & 2\end{tabular}`, "甲 & 乙 | 丙\n1 | 2\n"},
	} {
		r := read(t, tt.in)
		if string(r.Text) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, string(r.Text), tt.want)
		}
	}
	r := read(t, `\begin{tabular}{ccc}\multicolumn{2}{c}{任务} & 单位 \\ \multirow{2}{*}{建站} & 选址 & 甲局 \\ & 开工 & 乙局 \end{tabular}`)
	g := r.Blocks[0].Grid
	if c := g.At(2, 0); string(r.Text[c.Start:c.End]) != "建站" || g.At(0, 1).Col != 0 {
		t.Errorf("merged cells are %+v", g)
	}
}

// A table that is not simple is said, and its text is read.
func TestStrangeTabular(t *testing.T) {
	for name, in := range map[string]string{
		"nested":      `\begin{tabular}{cc}甲 & \begin{tabular}{c}乙\end{tabular} \\ 1 & 2\end{tabular}`,
		"a command":   `\begin{tabular}{cc}甲 & \rotatebox{90}{乙} \\ 1 & 2\end{tabular}`,
		"no end":      `\begin{tabular}{cc}甲 & 乙 \\ 1 & 2`,
		"overprinted": `\begin{tabular}{cc}\multirow{2}{*}{甲} & 乙 \\ 丙 & 2\end{tabular}`,
		"too wide":    `\begin{tabular}{cc}\multicolumn{999999999}{c}{甲乙}\end{tabular}`,
	} {
		r, remarks, _ := Read(&source.File{Format: source.Markdown, Text: in})
		if len(remarks) != 1 || remarks[0].Code != schema.TableShape || !strings.Contains(string(r.Text), "甲") {
			t.Errorf("%s: %v, %q", name, remarks, string(r.Text))
		}
	}
}
