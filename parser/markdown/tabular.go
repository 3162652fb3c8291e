package markdown

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/schema"
)

// A table of LaTeX, as MinerU and other converters leave it in Markdown: its columns behind its begin, cells parted by &, rows by
// \\, ruled off by \hline.
var (
	tabularBegin = pattern.Of(`\\begin\{(tabular|tabularx|array|longtable)\*?\}`)
	tabularRules = pattern.Of(`\\(?:hline|toprule|midrule|bottomrule|(?:cline|cmidrule)(?:\([a-z]*\))?\{[^{}]*\})|^\s*\[[0-9.]+(?:pt|em|ex|mm|cm)\]`)
	tabularSpan  = pattern.Of(`^\s*\\multi(column|row)(?:\[[^\[\]]*\])?\{\s*(\d+)\s*\}`)
	tabularSets  = pattern.Of(`\\(?:text|textbf|textit|mathrm|mathbf|makecell|shortstack)(?:\[[^\[\]]*\])?\{([^{}]*)\}`)
	tabularSigns = pattern.Of(`\\[a-zA-Z]`)
)

// maxTabular bounds how many lines one table takes.
const maxTabular = 10_000

// tabular reads a table of LaTeX from the line on which it begins. Where it is no simple one, its source is read like any text,
// which is said.
func (r *reader) tabular() bool {
	at := tabularBegin().FindStringSubmatchIndex(r.lines[r.at])
	if at == nil {
		return false
	}
	line := r.lines[r.at]
	end := `\end{` + line[at[2]:at[3]]
	last := r.at
	for last < len(r.lines) && last < r.at+maxTabular && !strings.Contains(r.lines[last], end) {
		last++
	}
	if last == len(r.lines) || last == r.at+maxTabular {
		return r.strange()
	}
	all := strings.Join(r.lines[r.at:last+1], "\n")
	inner, behind, _ := strings.Cut(all[at[1]:], end)
	if _, behind, _ = strings.Cut(behind, "}"); strings.ContainsRune(behind, '&') {
		return r.strange()
	}
	rows, ok := tabularRows(inner, r.at+1)
	if !ok {
		return r.strange()
	}
	if before := strings.TrimRight(line[:at[0]], "$ "); strings.TrimSpace(before) != "" {
		r.put(inline(before), r.at)
	}
	r.table(rows)
	r.at = last
	if r.lines[last] = strings.Trim(behind, "$ "); r.lines[last] == "" {
		r.blank()
	}
	return true
}

// strange says of a table of LaTeX that it is not read as one, and leaves its line to the others.
func (r *reader) strange() bool {
	r.remarks = append(r.remarks, schema.Remark(schema.Warning, schema.TableShape, "Line %d begins a table of LaTeX that is not read as a table: nested, or with commands of its own.", r.at+1))
	return false
}

// tabularRows returns the rows of a table whose columns s begins with, on the given line of the file.
func tabularRows(s string, line int) ([]row, bool) {
	for n := 0; n < 3 && (strings.HasPrefix(s, "{") || strings.HasPrefix(s, "[")); n++ { // its width, its place, its columns
		shut := map[byte]byte{'{': '}', '[': ']'}[s[0]]
		i := balanced(s, s[0], shut)
		if i < 0 {
			return nil, false
		}
		line += strings.Count(s[:i], "\n")
		s = s[i+1:]
	}
	if tabularBegin().MatchString(s) {
		return nil, false
	}
	var rows []row
	covered := map[int]int{} // rows that a cell from above still reaches down, by column
	for source := range strings.SplitSeq(s, `\\`) {
		begin := line + strings.Count(source[:len(source)-len(strings.TrimLeft(source, " \t\n"))], "\n")
		line += strings.Count(source, "\n")
		source = tabularRules().ReplaceAllString(source, "")
		if strings.TrimSpace(source) == "" {
			continue
		}
		w, ok := tabularRow(source, covered)
		if !ok {
			return nil, false
		}
		w.line = begin
		rows = append(rows, w)
	}
	return rows, len(rows) > 0
}

// tabularRow cuts a row at its &. Below a cell of several rows LaTeX leaves an empty cell, which is that cell.
func tabularRow(s string, covered map[int]int) (w row, ok bool) {
	column := 0
	for source := range strings.SplitSeq(strings.ReplaceAll(s, `\&`, "\x00"), "&") {
		c := cell{rows: 1, cols: 1}
		for m := tabularSpan().FindStringSubmatch(source); m != nil; m = tabularSpan().FindStringSubmatch(source) {
			n, err := strconv.Atoi(m[2])
			rest := source[len(m[0]):]
			i := balanced(rest, '{', '}') // the kind of the column, or the width
			if strings.HasPrefix(rest, "*") {
				i = 0
			}
			if err != nil || n < 1 || n > block.MaxColumns || i < 0 || i+1 >= len(rest) {
				return w, false
			}
			rest = rest[i+1:]
			if i = balanced(rest, '{', '}'); i < 0 || rest[0] != '{' || strings.TrimSpace(rest[i+1:]) != "" {
				return w, false
			}
			if source = rest[1:i]; m[1] == "row" {
				c.rows = n
			} else {
				c.cols = n
			}
		}
		text := source
		for tabularSets().MatchString(text) {
			text = tabularSets().ReplaceAllString(text, "$1")
		}
		text = inline(strings.TrimSpace(strings.ReplaceAll(text, "\x00", "&")))
		if tabularSigns().MatchString(text) {
			return w, false
		}
		c.text = text
		if covered[column] > 0 {
			if text != "" {
				return w, false
			}
			for k := range c.cols {
				covered[column+k]--
			}
			column += c.cols
			continue
		}
		for k := range c.cols {
			covered[column+k] = c.rows - 1
		}
		column += c.cols
		w.cells = append(w.cells, c)
	}
	return w, true
}
