package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/lexicon"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// indicatorColumns says what the columns of an indicator table hold.
type indicatorColumns struct {
	header                int
	name, unit, attribute int // -1 without
	years                 []yearColumn
	roles                 map[int]party.Role
}

type yearColumn struct {
	column, year int
	kind         string
}

var (
	indicatorWords = []string{"指标名称", "指标", "主要指标", "具体指标", "指标内容", "监测指标", "目标指标", "项目指标", "类别指标"}
	attributeWords = []string{"属性", "指标属性", "性质", "指标性质", "指标类型"}
	baselineWords  = []string{"基数", "现状", "完成值", "基期", "基准", "实际", "完成", "实绩"}
)

// indicatorColumns finds the header of an indicator table: a row that names an
// indicator column and at least one year, or target, column. Rows of a table of
// indicators are no tasks, whoever answers for them.
func (x *extractor) indicatorColumns(g *block.Grid, rows [][]string) *indicatorColumns {
	for r := 0; r < len(rows) && r < 3; r++ {
		in := &indicatorColumns{header: r + 1, name: -1, unit: -1, attribute: -1, roles: map[int]party.Role{}}
		for c, cell := range rows[r] {
			key := folded(cell)
			bare, _, _ := strings.Cut(key, "(")
			switch {
			case slices.Contains(indicatorWords, bare):
				in.name = c // of several the last one is the finest
			case bare == "单位" || bare == "计量单位":
				in.unit = c
			case slices.Contains(attributeWords, bare):
				in.attribute = c
			default:
				if y, ok := yearOf(key); ok {
					y.column = c
					in.years = append(in.years, y)
				} else if role, ok := party.Column(key, x.party.Words); ok {
					in.roles[c] = role
				}
			}
		}
		if in.name >= 0 && len(in.years) > 0 {
			x.kinds(in)
			return in
		}
	}
	return nil
}

// yearOf reads the header of a value column: 2020年基数, 2025年目标值, 目标值.
func yearOf(key string) (yearColumn, bool) {
	y := yearColumn{}
	for i := 0; i+4 <= len(key); i++ {
		if n, err := strconv.Atoi(key[i : i+4]); err == nil && n >= 1990 && n <= 2100 && strings.HasPrefix(key[i+4:], "年") {
			y.year = n
			break
		}
	}
	for _, w := range baselineWords {
		if strings.Contains(key, w) {
			y.kind = "baseline"
		}
	}
	if strings.Contains(key, "目标") {
		y.kind = "target"
	}
	if strings.Contains(key, "年均") || strings.Contains(key, "累计") && y.year == 0 {
		return y, false
	}
	return y, y.year > 0 || strings.HasPrefix(key, "目标值") || strings.HasPrefix(key, "基期值") || strings.HasPrefix(key, "现状值")
}

// kinds decides columns that say only a year: one before the year of issue, with later
// ones beside it, is a baseline.
func (x *extractor) kinds(in *indicatorColumns) {
	last := 0
	for _, y := range in.years {
		last = max(last, y.year)
	}
	for i := range in.years {
		y := &in.years[i]
		if y.kind != "" {
			continue
		}
		y.kind = "target"
		if y.year > 0 && y.year < last && (y.year < x.issued.Year || x.issued.Year == 0 && i == 0) {
			y.kind = "baseline"
		}
	}
}

// indicators makes an indicator of each row.
func (x *extractor) indicators(t *parser.Table, in *indicatorColumns) {
	g := t.Grid
	for r := in.header; r < len(g.Rows); r++ {
		cell := g.At(r, in.name)
		if cell.Len() == 0 || cell.ColSpan >= g.Columns()-1 {
			continue
		}
		row := schema.Indicator{Text: string(x.doc.Text[cell.Start:cell.End]), Span: x.doc.Span(cell.Range)}
		row.Name, row.Unit = nameAndUnit(x.stream.Units(), x.cellText(cell))
		if in.unit >= 0 {
			if unit := x.cellText(g.At(r, in.unit)); unit != "" && !blankValue(unit) {
				row.Unit = unit
			}
		}
		if in.attribute >= 0 {
			row.Attribute = x.cellText(g.At(r, in.attribute))
		}
		if t.Caption.Len() > 0 {
			row.Table = x.doc.Join(t.Caption)
		}
		row.Values = x.indicatorValues(g, r, in, &row.Unit)
		if row.Name == "" || len(row.Values) == 0 && row.Attribute == "" {
			continue
		}
		if len(in.roles) > 0 {
			row.Departments = x.rowDepartments("", g, r, &columns{roles: in.roles})
		}
		x.notice.Indicators = append(x.notice.Indicators, row)
	}
}

func (x *extractor) indicatorValues(g *block.Grid, r int, in *indicatorColumns, unit *string) []schema.IndicatorValue {
	var out []schema.IndicatorValue
	for n, y := range in.years {
		cell := g.At(r, y.column)
		if n > 0 && g.Rows[r][y.column] == g.Rows[r][in.years[n-1].column] {
			continue
		}
		v, ok := readValue(x.stream.Units(), folded(x.cellText(cell)), unit)
		if !ok {
			continue
		}
		v.Year, v.Kind, v.Span = y.year, y.kind, x.doc.Span(cell.Range)
		out = append(out, v)
	}
	return out
}

// nameAndUnit cuts the unit off a name: 床位数(张) → 床位数, 张. Brackets that hold no unit
// stay.
func nameAndUnit(units *lexicon.Set, cell string) (string, string) {
	key := []rune(cell)
	n := len(key)
	if n == 0 || key[n-1] != ')' && key[n-1] != '）' {
		return cell, ""
	}
	for i := n - 2; i > 0; i-- {
		if key[i] == '(' || key[i] == '（' {
			inner := strings.TrimSpace(string(key[i+1 : n-1]))
			if isUnit(units, inner) {
				return strings.TrimSpace(string(key[:i])), inner
			}
			break
		}
	}
	return cell, ""
}

func isUnit(units *lexicon.Set, text string) bool {
	r := []rune(folded(text))
	for len(r) > 0 && (r[0] == '万' || r[0] == '亿' || r[0] == '千' || r[0] == '百') {
		if _, ok := units.Lookup(r); ok {
			return true
		}
		r = r[1:]
	}
	head, _, compound := strings.Cut(string(r), "/")
	if compound {
		r = []rune(head)
	}
	_, ok := units.Lookup(r)
	return ok || len(r) > 0 && len(r) <= 2 && compound
}

func blankValue(key string) bool {
	return strings.Trim(key, "-—–―－/\\ ") == ""
}

// valueOps are bounds in a value's cell, before or behind the number.
var valueOps = []struct {
	sign   string
	op     schema.Op
	behind bool
}{
	{"≥", schema.OpAtLeast, false}, {">=", schema.OpAtLeast, false}, {"不低于", schema.OpAtLeast, false}, {"不少于", schema.OpAtLeast, false},
	{"≤", schema.OpAtMost, false}, {"<=", schema.OpAtMost, false}, {"不高于", schema.OpAtMost, false}, {"不超过", schema.OpAtMost, false},
	{">", schema.OpMore, false}, {"突破", schema.OpMore, false}, {"超过", schema.OpMore, false}, {"超", schema.OpMore, false}, {"<", schema.OpLess, false}, {"低于", schema.OpLess, false},
	{"以上", schema.OpAtLeast, true}, {"以下", schema.OpAtMost, true}, {"以内", schema.OpAtMost, true}, {"左右", schema.OpAbout, true}, {"约", schema.OpAbout, false},
}

// readValue reads a value's cell: 95, >38, 2万台以上, 1,200. A unit that stands only in
// the cells becomes the row's.
func readValue(units *lexicon.Set, key string, unit *string) (schema.IndicatorValue, bool) {
	v := schema.IndicatorValue{}
	if blankValue(key) {
		return v, false
	}
	if i := strings.IndexAny(key, "["); i > 0 {
		key = key[:i] // 〔〕 holds the cumulative value of a plan
	}
	key = strings.Trim(key, "[]")
	for _, o := range valueOps {
		cut, ok := strings.CutPrefix(key, o.sign)
		if o.behind {
			cut, ok = strings.CutSuffix(key, o.sign)
		}
		if ok {
			key, v.Op = cut, o.op
			break
		}
	}
	end := 0
	for end < len(key) && (key[end] >= '0' && key[end] <= '9' || key[end] == '.' || key[end] == ',' || key[end] == '-' && end == 0) {
		end++
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(key[:end], ",", ""), 64)
	if err != nil {
		return v, false
	}
	rest := key[end:]
	if rest != "" && !isUnit(units, rest) {
		return v, false
	}
	if *unit == "" {
		*unit = rest
	}
	v.Value = schema.Number(n)
	return v, true
}
