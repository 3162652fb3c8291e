package register

import (
	"strconv"
	"strings"
)

// point is an end of a reference as a formula writes it: B7, $B$7, and in a range of rows 7.
type point struct {
	column string // with its $, "" where there is none
	fixed  bool   // the row has a $
	row    int    // from 1
}

func (p point) String() string {
	mark := ""
	if p.fixed {
		mark = "$"
	}
	return p.column + mark + strconv.Itoa(p.row)
}

var (
	formulaToken = pattern(`"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[$\pL\pN_.\\?]+|(?s:.)`)
	pointText    = pattern(`^(\$?[A-Za-z]{1,3})?(\$?)(\d{1,7})$`)
)

func readPoint(s string) (point, bool) {
	m := pointText().FindStringSubmatch(s)
	if m == nil {
		return point{}, false
	}
	n, _ := strconv.Atoi(m[3])
	return point{m[1], m[2] != "", n}, n >= 1 && n <= maxRows
}

// rewrite returns a formula with its references to cells and rows as edit makes them: of a range both ends, of a cell with to
// nil. The sheet is "" where the reference names none. Texts, names, columns of tables, other workbooks and
// references over several sheets stay as they are.
func rewrite(formula string, edit func(sheet string, from, to *point)) string {
	tokens := formulaToken().FindAllString(formula, -1)
	at := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		return tokens[i]
	}
	var out strings.Builder
	for i := 0; i < len(tokens); i++ {
		sheet, foreign := "", false
		if at(i+1) == "!" {
			sheet = unquoted(tokens[i])
			foreign = strings.HasSuffix(at(i-1), "]") || at(i-1) == ":" || strings.Contains(sheet, "[")
			out.WriteString(tokens[i] + "!")
			i += 2
		}
		from, ok := readPoint(at(i))
		if !ok || foreign || at(i+1) == "(" || at(i+1) == "!" {
			out.WriteString(at(i))
			continue
		}
		if to, ok := readPoint(at(i + 2)); ok && at(i+1) == ":" && at(i+3) != "(" && at(i+3) != "!" && (from.column == "") == (to.column == "") {
			edit(sheet, &from, &to)
			out.WriteString(from.String() + ":" + to.String())
			i += 2
			continue
		}
		if from.column == "" {
			out.WriteString(at(i)) // a number
			continue
		}
		edit(sheet, &from, nil)
		out.WriteString(from.String())
	}
	return out.String()
}

// unquoted returns the name of a sheet as it is.
func unquoted(name string) string {
	if len(name) > 1 && name[0] == '\'' {
		return strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	return name
}

// copied returns a formula as it is when its cell is copied down and to the right.
func copied(formula string, rows, columns int) string {
	shift := func(p *point) {
		if !p.fixed {
			p.row = (p.row-1+rows+maxRows)%maxRows + 1
		}
		if p.column != "" && p.column[0] != '$' {
			p.column = name((columnOf(p.column) + columns + maxColumns) % maxColumns)
		}
	}
	return rewrite(formula, func(_ string, from, to *point) {
		shift(from)
		if to != nil {
			shift(to)
		}
	})
}

// columnOf returns the column of a name, from 0.
func columnOf(name string) int {
	column, _, _ := place(strings.ToUpper(name) + "1")
	return column
}
