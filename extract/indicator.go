package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// indicators makes an indicator of each row of a table of indicators. Its rows are no
// tasks, whoever answers for them.
func (x *extractor) indicators(t *parser.Table, s *grid.Sheet) {
	years := x.yearColumns(s)
	for _, r := range s.IndicatorRows() {
		row := schema.Indicator{Text: string(x.doc.Text[r.Name.Start:r.Name.End]), Span: x.doc.Span(r.Name.Range)}
		row.Name, row.Unit = nameAndUnit(x.stream.Units(), x.cellText(r.Name))
		if r.Unit != nil && !blankValue(x.cellText(r.Unit)) {
			row.Unit = x.cellText(r.Unit)
		}
		if r.Attribute != nil {
			row.Attribute = x.cellText(r.Attribute)
		}
		if t.Caption.Len() > 0 {
			row.Table = x.doc.Join(t.Caption)
		}
		row.Name = strings.TrimRight(row.Name, "。")
		row.Values = x.indicatorValues(r.Values, years, &row.Unit)
		if row.Name == "" || len(row.Values) == 0 && row.Attribute == "" && !slices.ContainsFunc(r.Values, x.spokenCell) {
			continue
		}
		row.Departments = x.rowDepartments("", r.Parties)
		x.notice.Indicators = append(x.notice.Indicators, row)
	}
}

// spokenCell reports a cell that says something.
func (x *extractor) spokenCell(c *block.Cell) bool { return x.doc.Spoken(c.Range) }

// yearColumn is what a column of values holds.
type yearColumn struct {
	year int
	kind string
}

// yearColumns reads the headers of the columns of values. One that says only a year
// before that of the issue, with later ones beside it, is a baseline; one that says no
// year takes that of the table's title.
func (x *extractor) yearColumns(s *grid.Sheet) []yearColumn {
	var out []yearColumn
	last := 0
	for _, c := range s.Values() {
		y := yearColumn{}
		y.year, _ = s.Columns[c].Year()
		words := s.Columns[c].Upper + s.Columns[c].Key
		if lexicon.Baselines().In(words) {
			y.kind = "baseline"
		}
		if strings.Contains(words, "目标") {
			y.kind = "target"
		}
		last = max(last, y.year)
		out = append(out, y)
	}
	for i := range out {
		y := &out[i]
		if y.kind == "" {
			y.kind = "target"
			if y.year > 0 && y.year < last && (y.year < x.issued.Year || x.issued.Year == 0 && i == 0) {
				y.kind = "baseline"
			}
		}
		if y.year == 0 && y.kind == "target" {
			y.year = x.titleYear(s.Caption)
		}
	}
	return out
}

func (x *extractor) indicatorValues(cells []*block.Cell, years []yearColumn, unit *string) []schema.IndicatorValue {
	var out []schema.IndicatorValue
	for n, cell := range cells {
		if n > 0 && cell == cells[n-1] {
			continue
		}
		v, ok := readValue(x.stream.Units(), source.Squeeze(x.cellText(cell)), unit)
		if !ok {
			if strings.ContainsAny(source.Squeeze(x.cellText(cell)), "0123456789") {
				x.remark(schema.Info, schema.UnreadUnit, cell.Range, "No rule knows what this number of an indicator counts.")
			}
			continue
		}
		v.Year, v.Kind, v.Span = years[n].year, years[n].kind, x.doc.Span(cell.Range)
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
	r := []rune(source.Squeeze(text))
	if len(r) == 1 && (r[0] == '万' || r[0] == '亿') {
		return true // 用户数 | 10万以上
	}
	for len(r) > 0 && (r[0] == '万' || r[0] == '亿' || r[0] == '千' || r[0] == '百') {
		if _, ok := units.Lookup(r); ok {
			return true
		}
		r = r[1:]
	}
	if head, alternative, ok := strings.Cut(string(r), "("); ok && strings.HasSuffix(alternative, ")") {
		return isUnit(units, head) && isUnit(units, strings.TrimSuffix(alternative, ")")) // 条(个)
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

// scale is what a cell's number is multiplied with to be in the unit of the row: 2万 under
// 台 is 20000.
func scale(rest, unit string) float64 {
	for _, power := range []struct {
		sign  string
		value float64
	}{{"万", 1e4}, {"亿", 1e8}} {
		if strings.HasPrefix(rest, power.sign) && !strings.HasPrefix(unit, power.sign) {
			return power.value
		}
	}
	return 1
}

// behindWords cuts what a value's cell says before a number with its unit: 达到95%,
// 新增2家, 小微企业1家. A rank is no value (第3名), and a fall is none to reach (下降5%).
func behindWords(key string) string {
	i := strings.IndexAny(key, "0123456789")
	if i <= 0 || len(key[:i]) > maxBefore || strings.ContainsAny(key[:i], notReached) || strings.Trim(key[i:], "0123456789.,") == "" {
		return key
	}
	return key[i:]
}

const maxBefore = 3 * 8 // bytes of the words before a number

// notReached are characters of words before a number that is nothing to reach: a rank, a fall, another clause.
const notReached = "-.,、;。:()第前后排降减少低"

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

// readValue reads a value's cell: 95, >38, 2万台以上, 1,200, 百分之六十. A unit that stands only in
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
	key = behindWords(key)
	end := 0
	for end < len(key) && (key[end] >= '0' && key[end] <= '9' || key[end] == '.' || key[end] == ',' || key[end] == '-' && end == 0) {
		end++
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(key[:end], ",", ""), 64)
	rest := key[end:]
	if err != nil {
		var ok bool
		if n, rest, ok = numeral(units, key); !ok {
			return v, false
		}
	}
	if rest != "" && !isUnit(units, rest) {
		return v, false
	}
	if *unit == "" {
		*unit = rest
	} else {
		n *= scale(rest, *unit)
	}
	v.Value = schema.Number(n)
	return v, true
}
