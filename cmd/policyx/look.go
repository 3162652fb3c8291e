package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// place reads --at; line 0 where it is not given.
func (f *explainFlags) place() (line, column int, err error) {
	if f.at == "" {
		return 0, 0, nil
	}
	before, behind, both := strings.Cut(f.at, ":")
	line, err = strconv.Atoi(before)
	if err == nil && both {
		column, err = strconv.Atoi(behind)
	}
	if err != nil || line < 1 || both && column < 1 {
		return 0, 0, misuse("--at %q: want a line, or a line and a column, such as 12 or 12:30", f.at)
	}
	return line, column, nil
}

// explainText explains each line of --text.
func (f *explainFlags) explainText(c *console, args []string, opts extract.Options) error {
	if len(args) > 0 {
		return misuse("--text stands for the input: name no FILE beside it")
	}
	doc, err := parser.Parse("--text", []byte(f.text), parser.Options{Format: "text", Encoding: "utf-8", Fragment: true})
	if err != nil {
		return misuse("%v", err)
	}
	var b strings.Builder
	for line := range strings.Count(f.text, "\n") + 1 {
		if found, ok := extract.ExplainLine(doc, opts, line+1, 0); ok {
			c.printLine(&b, found)
		}
	}
	return printText(c, b.String())
}

// printLine prints what the families saw of a line.
func (c *console) printLine(b *strings.Builder, l extract.ExplainedLine) {
	fmt.Fprintln(b, c.says.Sprintf("line %d (%d-%d): %s", l.Span.Line, l.Span.Start, l.Span.End, oneLine(l.Text)))
	ended := c.says.Sprintf("no field")
	if len(l.Fields) > 0 {
		ended = strings.Join(l.Fields, ", ")
	}
	fmt.Fprintf(b, "%s\n%s", c.says.Sprintf("  ended in %s", ended), c.says.Sprintf("  tokens  "))
	for _, t := range l.Tokens {
		b.WriteString(" " + token(t))
	}
	b.WriteByte('\n')
	for _, v := range l.Values {
		c.printValue(b, v)
	}
	if len(l.Values) == 0 {
		fmt.Fprintln(b, c.says.Sprintf("  nothing found"))
	}
	lost := slices.Compact(l.Lost)
	if len(lost) > 0 {
		fmt.Fprintln(b, c.says.Sprintf("  not taken"))
	}
	for _, o := range lost {
		fmt.Fprintf(b, "    %s\n", c.loser(o))
	}
}

// token is 2025/number, 三分之二/number=0.6667, 年/unit:time; text and marks stand for themselves.
func token(t extract.ExplainedToken) string {
	s := t.Text
	switch t.Kind {
	case "text", "punct":
	case "number":
		s += "/number"
		if value := schema.Number(t.Value).String(); value != t.Text {
			s += "=" + value
		}
	default:
		s += "/" + t.Kind
		if t.Tag != "" {
			s += ":" + t.Tag
		}
	}
	if t.Masked {
		s = "‹" + s + "›"
	}
	return s
}
