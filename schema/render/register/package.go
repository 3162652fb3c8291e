package register

import (
	"fmt"
	"html"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// insert returns the parts of the workbook that new rows in a sheet change, nil for one that is to go.
func (a *archive) insert(m insertion, target sheetPart) (map[string][]byte, error) {
	changed := map[string][]byte{}
	parts, err := a.sheets(true)
	if err != nil {
		return nil, err
	}
	for _, p := range parts {
		data, err := a.read(p.part)
		own := p.part == target.part
		if err != nil || !own && !m.named(data) {
			continue
		}
		s, err := readSheet(a, data)
		if err != nil && !own {
			continue // a sheet of a chart
		}
		if err == nil {
			changed[p.part], err = m.into(s, own)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, f := range a.zip.File {
		var edit func([]byte) []byte
		switch {
		case f.Name == "xl/workbook.xml":
			edit = m.names
		case strings.HasPrefix(f.Name, "xl/charts/"):
			edit = m.chart
		case strings.HasPrefix(f.Name, "xl/pivotCache/"):
			edit = m.source
		default:
			continue
		}
		data, err := a.read(f.Name)
		if err != nil {
			return nil, err
		}
		changed[f.Name] = edit(data)
	}
	if err := m.attached(a, target.part, changed); err != nil {
		return nil, err
	}
	return changed, a.dropChain(changed)
}

// named reports whether a part names the sheet.
func (m insertion) named(data []byte) bool {
	return strings.Contains(strings.ToLower(html.UnescapeString(string(data))), strings.ToLower(strings.ReplaceAll(m.sheet, "'", "''")))
}

var (
	definedName = pattern(`(<(?:\w+:)?definedName\b[^>]*>)([^<]*)(</)`)
	chartRange  = pattern(`(<(?:\w+:)?f>)([^<]*)(</)`)
	cacheSource = pattern(`<(?:\w+:)?worksheetSource\b[^>]*>`)
)

func (m insertion) names(data []byte) []byte { return m.formulas(definedName(), data) }
func (m insertion) chart(data []byte) []byte { return m.formulas(chartRange(), data) }

// formulas moves the formulas that are the content of an element.
func (m insertion) formulas(element *regexp.Regexp, data []byte) []byte {
	return element.ReplaceAllFunc(data, func(e []byte) []byte {
		found := element.FindSubmatch(e)
		old := html.UnescapeString(string(found[2]))
		text := m.formula(old, false, always)
		if strings.Contains(string(found[1]), "_xlnm._FilterDatabase") {
			text = m.filterRange(old)
		}
		if text == old {
			return e
		}
		return fmt.Appendf(nil, "%s%s%s", found[1], escaped(text), found[3])
	})
}

// filterRange moves the range of a filter, which grows with the table even where it is its header alone.
func (m insertion) filterRange(text string) string {
	return rewrite(text, func(sheet string, from, to *point) {
		if to != nil && strings.EqualFold(sheet, m.sheet) {
			grow := from.row <= m.after && to.row == m.after
			from.row, to.row = m.row(from.row), m.row(to.row)
			if grow {
				to.row += m.by
			}
		}
	})
}

// source moves the range that a pivot table is made of.
func (m insertion) source(data []byte) []byte {
	return cacheSource().ReplaceAllFunc(data, func(tag []byte) []byte {
		if !strings.EqualFold(html.UnescapeString(value(string(tag), "sheet")), m.sheet) {
			return tag
		}
		return m.refs(tag, true)
	})
}

// refs moves the area of a tag.
func (m insertion) refs(tag []byte, grow bool) []byte {
	return areaAttr().ReplaceAllFunc(tag, func(a []byte) []byte {
		found := areaAttr().FindSubmatch(a)
		return fmt.Appendf(nil, ` %s="%s"`, found[1], m.areas(string(found[2]), grow))
	})
}

var (
	tableTag    = pattern(`<(?:\w+:)?(?:table|autoFilter|sortState|sortCondition)\s[^>]*>`)
	commentTag  = pattern(`<(?:\w+:)?(?:comment|threadedComment)\s[^>]*>`)
	anchorRow   = pattern(`(<(?:\w+:)?row>)(\d+)(</)`)
	noteRow     = pattern(`(<x:Row>\s*)(\d+)(\s*</)`)
	noteAnchor  = pattern(`(<x:Anchor>)([^<]*)(</)`)
	pivotRegion = pattern(`<(?:\w+:)?location\s[^>]*>`)
)

// attached moves what lies on the sheet: tables, pictures, charts and comments. A pivot table cannot be moved.
func (m insertion) attached(a *archive, sheet string, changed map[string][]byte) error {
	related, err := a.related(sheet)
	if err != nil {
		return err
	}
	for part, kind := range related {
		data, err := a.read(part)
		if err != nil || data == nil {
			continue
		}
		switch kind {
		case "table":
			data = tableTag().ReplaceAllFunc(data, func(tag []byte) []byte { return m.refs(tag, true) })
		case "comments", "threadedComment":
			data = commentTag().ReplaceAllFunc(data, func(tag []byte) []byte { return m.refs(tag, false) })
		case "drawing":
			data = m.numbers(anchorRow(), data)
		case "vmlDrawing":
			data = noteAnchor().ReplaceAllFunc(m.numbers(noteRow(), data), m.anchor)
		case "pivotTable":
			if r, ok := area(value(string(pivotRegion().Find(data)), "ref")); ok && r[3] > m.after {
				return m.cannotInsert(message.Sprintf("a pivot table"))
			}
			continue
		default:
			continue
		}
		changed[part] = data
	}
	return nil
}

// numbers moves rows that are counted from 0.
func (m insertion) numbers(element *regexp.Regexp, data []byte) []byte {
	return element.ReplaceAllFunc(data, func(e []byte) []byte {
		found := element.FindSubmatch(e)
		n, _ := strconv.Atoi(string(found[2]))
		return fmt.Appendf(nil, "%s%d%s", found[1], m.row(n+1)-1, found[3])
	})
}

// anchor moves the box of a comment: column, offset, row, offset of its first corner and of its last.
func (m insertion) anchor(e []byte) []byte {
	found := noteAnchor().FindSubmatch(e)
	list := strings.Split(string(found[2]), ",")
	for _, i := range []int{2, 6} {
		if i < len(list) {
			if n, err := strconv.Atoi(strings.TrimSpace(list[i])); err == nil {
				list[i] = " " + strconv.Itoa(m.row(n+1)-1)
			}
		}
	}
	return fmt.Appendf(nil, "%s%s%s", found[1], strings.Join(list, ","), found[3])
}

var relationship = pattern(`<(?:\w+:)?Relationship\s[^>]*>`)

// related returns the parts that a part is related to, each with the last word of the relation's type.
func (a *archive) related(part string) (map[string]string, error) {
	folder, file := path.Split(part)
	data, err := a.read(folder + "_rels/" + file + ".rels")
	list := map[string]string{}
	for _, tag := range relationship().FindAllString(string(data), -1) {
		target := html.UnescapeString(value(tag, "Target"))
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		if value(tag, "TargetMode") != "External" {
			list[target[1:]] = path.Base(value(tag, "Type"))
		}
	}
	return list, err
}

// dropChain takes out the order in which cells are worked out, which names cells where they were; Excel makes it again.
func (a *archive) dropChain(changed map[string][]byte) error {
	const chain = "xl/calcChain.xml"
	if data, err := a.read(chain); data == nil {
		return err
	}
	changed[chain] = nil
	for part, tag := range map[string]*regexp.Regexp{
		"[Content_Types].xml":        regexp.MustCompile(`<(?:\w+:)?Override\s[^>]*calcChain\.xml"[^>]*/>`),
		"xl/_rels/workbook.xml.rels": regexp.MustCompile(`<(?:\w+:)?Relationship\s[^>]*calcChain\.xml"[^>]*/>`),
	} {
		data, err := a.read(part)
		if err != nil {
			return err
		}
		changed[part] = tag.ReplaceAll(data, nil)
	}
	return nil
}
