package register

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// cannotInsert is what stands in the way of new rows.
func (m insertion) cannotInsert(what message.Text) error {
	return message.Errorf("sheet %s: %d rows cannot be put in below row %d: %v is in the way", m.sheet, m.by, m.after, what)
}

// into returns the worksheet s with its rows moved and its formulas with them; own is set for the sheet that gets the rows.
func (m insertion) into(s *sheet, own bool) ([]byte, error) {
	if own && len(s.rows) > 0 && s.rows[len(s.rows)-1].number+m.by > maxRows {
		return nil, m.cannotInsert(message.Sprintf("the end of the sheet"))
	}
	var out bytes.Buffer
	out.Write(m.around(s.data[:s.table.start], own))
	at, shared := s.table.start, map[string]sharedFormula{}
	for i := range s.rows {
		r := &s.rows[i]
		out.Write(s.data[at:r.at.start])
		if m.row(r.number) != r.number && own {
			out.Write(renumbered(s.data[r.at.start:r.inner.start], m.row(r.number)))
		} else {
			out.Write(s.data[r.at.start:r.inner.start])
		}
		at = r.inner.start
		for _, c := range r.cells {
			out.Write(s.data[at:c.at.start])
			cell, err := m.cell(s.data[c.at.start:c.at.end], c.column, r.number, own, shared)
			if err != nil {
				return nil, err
			}
			out.Write(cell)
			at = c.at.end
		}
		out.Write(s.data[at:r.at.end])
		if at = r.at.end; own && r.number == m.after {
			m.rows(&out, s, r, shared)
		}
	}
	out.Write(m.around(s.data[at:], own))
	return out.Bytes(), nil
}

var numberAttr = pattern(` r="([A-Z]*)\d+"`)

// renumbered returns the start tag of a row or a cell that has got another row.
func renumbered(tag []byte, number int) []byte {
	return numberAttr().ReplaceAll(tag, fmt.Appendf(nil, ` r="${1}%d"`, number))
}

var (
	formulaElement = pattern(`<((?:\w+:)?)f((?:\s[^>]*?)?)(?:/>|>([^<]*)</(?:\w+:)?f>)`)
	cellTag        = pattern(`^<[^>]*>`)
)

// sharedFormula is a formula that is written once for many cells, and its first cell.
type sharedFormula struct {
	text        string
	column, row int
}

// cell returns a cell in its new row. Its formula is written out where it is shared with others.
func (m insertion) cell(data []byte, column, number int, own bool, shared map[string]sharedFormula) ([]byte, error) {
	if own && m.row(number) != number {
		data = cellTag().ReplaceAllFunc(data, func(tag []byte) []byte { return renumbered(tag, m.row(number)) })
	}
	found := formulaElement().FindSubmatchIndex(data)
	if found == nil {
		return data, nil
	}
	attrs := string(data[found[4]:found[5]])
	text := cellFormula(data, column, number, shared)
	switch value(attrs, "t") {
	case "dataTable":
		return nil, m.cannotInsert(message.Sprintf("a data table"))
	case "shared":
		attrs = ""
	case "array":
		ref := value(attrs, "ref")
		if a, ok := area(ref); own && ok && a[1] <= m.after && a[3] > m.after {
			return nil, m.cannotInsert(message.Sprintf("an array formula over %s", ref))
		}
		if own {
			attrs = strings.Replace(attrs, ref, m.area(ref, false), 1)
		}
	}
	g := always
	if own && number > m.header && number <= m.after {
		g = never
	}
	return fmt.Appendf(nil, "%[1]s<%[2]sf%[3]s>%[4]s</%[2]sf>%[5]s", data[:found[0]], data[found[2]:found[3]], attrs, escaped(m.formula(text, own, g)), data[found[1]:]), nil
}

// cellFormula returns the formula of a cell, "" for none, and keeps one that is shared.
func cellFormula(data []byte, column, number int, shared map[string]sharedFormula) string {
	found := formulaElement().FindSubmatch(data)
	if found == nil {
		return ""
	}
	text, attrs := html.UnescapeString(string(found[3])), string(found[2])
	if value(attrs, "t") != "shared" {
		return text
	}
	id := value(attrs, "si")
	if text != "" {
		shared[id] = sharedFormula{text, column, number}
	} else if first, ok := shared[id]; ok {
		return copied(first.text, number-first.row, column-first.column)
	}
	return text
}

// rows writes the new rows. They look like the table's last one, and have its formulas; of a header they have nothing.
func (m insertion) rows(out *bytes.Buffer, s *sheet, last *row, shared map[string]sharedFormula) {
	attrs := ""
	if last.number != m.header {
		for _, a := range rowLook().FindAllString(string(s.data[last.at.start:last.inner.start]), -1) {
			attrs += a
		}
	}
	for n := last.number + 1; n <= last.number+m.by; n++ {
		fmt.Fprintf(out, `<%srow r="%d"%s>`, s.prefix, n, attrs)
		for _, c := range last.cells {
			if last.number == m.header {
				break
			}
			style := ""
			if c.style != "" {
				style = ` s="` + c.style + `"`
			}
			fmt.Fprintf(out, `<%sc r="%s%d"%s`, s.prefix, name(c.column), n, style)
			text := cellFormula(s.data[c.at.start:c.at.end], c.column, last.number, shared)
			if text == "" {
				out.WriteString("/>")
				continue
			}
			fmt.Fprintf(out, "><%[1]sf>%[2]s</%[1]sf></%[1]sc>", s.prefix, escaped(copied(m.formula(text, true, never), n-last.number, 0)))
		}
		fmt.Fprintf(out, "</%srow>", s.prefix)
	}
}

// rowLook are the attributes of a row that its likeness has too.
var rowLook = pattern(` (?:s|customFormat|ht|customHeight|outlineLevel)="[^"]*"`)

var (
	element   = pattern(`<(?:\w+:)?(dimension|mergeCell|conditionalFormatting|dataValidation|protectedRange|ignoredError|autoFilter|sortState|sortCondition|hyperlink)\s(?:[^>"]|"[^"]*")*>`)
	areaAttr  = pattern(` (ref|sqref|location)="([^"]*)"`)
	content   = pattern(`(<(?:\w+:)?(formula|formula1|formula2|f|sqref)>)([^<]+)(</)`)
	rowBreaks = pattern(`(?s)<(?:\w+:)?rowBreaks\b.*?</(?:\w+:)?rowBreaks>`)
	breakRow  = pattern(`( id=")(\d+)"`)
)

// around returns what stands before or behind the rows of a sheet: areas of lists, formats, filters, links, breaks of pages.
func (m insertion) around(data []byte, own bool) []byte {
	data = element().ReplaceAllFunc(data, func(tag []byte) []byte {
		kind := string(element().FindSubmatch(tag)[1])
		grow := kind != "mergeCell" && kind != "hyperlink" && (m.after > m.header || kind == "autoFilter")
		return areaAttr().ReplaceAllFunc(tag, func(a []byte) []byte {
			found := areaAttr().FindSubmatch(a)
			text := html.UnescapeString(string(found[2]))
			switch {
			case string(found[1]) == "location":
				text = m.formula(text, own, fixed)
			case own:
				text = m.areas(text, grow)
			}
			return fmt.Appendf(nil, ` %s="%s"`, found[1], escaped(text))
		})
	})
	data = content().ReplaceAllFunc(data, func(e []byte) []byte {
		found := content().FindSubmatch(e)
		text := html.UnescapeString(string(found[3]))
		if string(found[2]) != "sqref" {
			text = m.formula(text, own, fixed)
		} else if own {
			text = m.areas(text, m.after > m.header)
		}
		return fmt.Appendf(nil, "%s%s%s", found[1], escaped(text), found[4])
	})
	if !own {
		return data
	}
	return rowBreaks().ReplaceAllFunc(data, func(list []byte) []byte {
		return breakRow().ReplaceAllFunc(list, func(id []byte) []byte {
			found := breakRow().FindSubmatch(id)
			n, _ := strconv.Atoi(string(found[2]))
			return fmt.Appendf(nil, `%s%d"`, found[1], m.row(n+1)-1)
		})
	})
}

// value returns an attribute of a tag, "" for none.
func value(tag, name string) string {
	_, rest, ok := strings.Cut(tag, " "+name+`="`)
	if !ok {
		return ""
	}
	text, _, _ := strings.Cut(rest, `"`)
	return text
}

// escaped returns s as it stands in XML.
func escaped(s string) string {
	var out bytes.Buffer
	if err := xml.EscapeText(&out, []byte(s)); err != nil {
		panic(err) // a buffer takes everything
	}
	return out.String()
}
