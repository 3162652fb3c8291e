package register

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// changes returns the parts that what was set changes; none where nothing was set.
func (f *filling) changes(target sheetPart) (map[string][]byte, error) {
	if len(f.added) > 0 {
		f.values[f.header] = f.headers()
	}
	if len(f.values) == 0 {
		return nil, nil
	}
	changed := map[string][]byte{target.part: f.write()}
	if len(f.added) > 0 {
		changed[target.part] = filterTag().ReplaceAllFunc(changed[target.part], f.widened)
		if err := f.widenTables(target.part, changed); err != nil {
			return nil, err
		}
	}
	if len(f.looks) > 0 {
		data, err := f.archive.read("xl/styles.xml")
		if err != nil {
			return nil, err
		}
		changed["xl/styles.xml"] = f.withLooks(data)
	}
	book, err := f.archive.read("xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	other := definedName().ReplaceAllFunc(book, func(e []byte) []byte { return f.widenedName(e, target.name) })
	if f.worksOut() {
		other = workedOut(other)
	}
	if !bytes.Equal(book, other) {
		changed["xl/workbook.xml"] = other
	}
	return changed, nil
}

var filterTag = pattern(`<(?:\w+:)?(?:autoFilter|sortState)\s[^>]*>`)

// widened returns the tag of a filter over the table's columns with those that are added: keys have to be sorted with their rows.
func (f *filling) widened(tag []byte) []byte {
	return areaAttr().ReplaceAllFunc(tag, func(attr []byte) []byte {
		found := areaAttr().FindSubmatch(attr)
		a, ok := area(string(found[2]))
		if header := f.rows[f.header].number; !ok || len(f.added) == 0 || a[1] > header+1 || a[3] < header || a[2] != f.width-1 {
			return attr
		}
		return fmt.Appendf(nil, ` %s="%s%d:%s%d"`, found[1], name(a[0]), a[1], name(slices.Max(f.added)), a[3])
	})
}

// widenedName does the same with the name of the filter's range.
func (f *filling) widenedName(e []byte, sheet string) []byte {
	found := definedName().FindSubmatch(e)
	if len(f.added) == 0 || !strings.Contains(string(found[1]), "_xlnm._FilterDatabase") {
		return e
	}
	text := rewrite(html.UnescapeString(string(found[2])), func(of string, from, to *point) {
		if to != nil && strings.EqualFold(of, sheet) && columnOf(strings.ReplaceAll(to.column, "$", "")) == f.width-1 {
			to.column = "$" + name(slices.Max(f.added))
		}
	})
	return fmt.Appendf(nil, "%s%s%s", found[1], escaped(text), found[3])
}

var (
	tableColumns = pattern(`(<(?:\w+:)?tableColumns) count="\d+">`)
	columnID     = pattern(`<((?:\w+:)?)tableColumn\s[^>]*\bid="(\d+)"`)
	columnsEnd   = pattern(`</(?:\w+:)?tableColumns>`)
)

// widenTables gives the tables over the ledger's columns those that are added.
func (f *filling) widenTables(sheet string, changed map[string][]byte) error {
	related, err := f.related(sheet)
	if err != nil {
		return err
	}
	for part, kind := range related {
		data, err := f.archive.read(part)
		if err != nil {
			return err
		}
		wide := tableTag().ReplaceAllFunc(data, f.widened)
		ids := columnID().FindAllSubmatch(data, -1)
		if kind != "table" || bytes.Equal(wide, data) || len(ids) == 0 {
			continue
		}
		last, columns := 0, []byte(nil)
		for _, id := range ids {
			n, _ := strconv.Atoi(string(id[2]))
			last = max(last, n)
		}
		for i, column := range slices.Sorted(slices.Values(f.added)) {
			columns = fmt.Appendf(columns, `<%stableColumn id="%d" name="%s"/>`, ids[0][1], last+i+1, escaped(f.headers()[column]))
		}
		wide = tableColumns().ReplaceAll(wide, fmt.Appendf(nil, `${1} count="%d">`, len(ids)+len(f.added)))
		changed[part] = columnsEnd().ReplaceAllFunc(wide, func(end []byte) []byte { return slices.Concat(columns, end) })
	}
	return nil
}

// worksOut reports whether the workbook has a formula.
func (a *archive) worksOut() bool {
	for _, f := range a.zip.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/") {
			if data, err := a.read(f.Name); err == nil && formulaElement().Match(data) {
				return true
			}
		}
	}
	return false
}

var (
	calcTag   = pattern(`<((?:\w+:)?)calcPr\b[^>]*?/?>`)
	beforeCal = pattern(`</((?:\w+:)?)(?:definedNames|sheets)>`)
)

// workedOut asks the program that opens the workbook to work out its formulas: what they are about has changed.
func workedOut(book []byte) []byte {
	const ask = ` fullCalcOnLoad="1"`
	if tag := calcTag().Find(book); tag != nil {
		if bytes.Contains(tag, []byte("fullCalcOnLoad")) {
			return bytes.Replace(book, []byte(`fullCalcOnLoad="0"`), []byte(ask[1:]), 1)
		}
		i := bytes.Index(book, tag) + len(calcTag().FindSubmatch(book)[1]) + len("<calcPr")
		return slices.Concat(book[:i], []byte(ask), book[i:])
	}
	ends := beforeCal().FindAllSubmatchIndex(book, -1)
	if len(ends) == 0 {
		return book
	}
	last := ends[len(ends)-1]
	return slices.Concat(book[:last[1]], fmt.Appendf(nil, "<%scalcPr%s/>", book[last[2]:last[3]], ask), book[last[1]:])
}
