package grid

import (
	"strings"

	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// Kind is what the rows of a table are.
type Kind uint8

// The kinds of tables.
const (
	Other      Kind = iota // nothing that is known; see [Sheet.NamesDepartments]
	Refused                // a list of powers, a score sheet, a roster …: no tasks, for sure
	Indicators             // rows are indicators
	Projects               // rows only name projects, whoever answers for them
	Tasks                  // rows are tasks
)

// rule is a row of the decision: the first one that holds says what a table is.
type rule struct {
	id   string
	kind Kind
	// example is the header of such a table, near of one that the rule must leave alone.
	example, near string
	holds         func(*Sheet) bool
}

var rules = []rule{
	{"two tables side by side", Other, "序号|任务|责任单位|序号|任务|责任单位", "序号|任务|责任单位", (*Sheet).sideBySide},
	{"indicators", Indicators, "序号|指标名称|2025年目标|责任单位", "一级指标|二级指标|评分标准|分值", (*Sheet).hasIndicators},
	{"another sort of sheet", Refused, "职权编码|职权名称|实施依据|责任单位", "序号|工作任务|责任单位|分值", (*Sheet).isOtherSheet},
	{"named as another sort", Refused, "", "", (*Sheet).namedOtherwise},
	{"projects", Projects, "项目名称|建设内容|总投资|责任单位", "项目名称|年度目标|总投资|责任单位", (*Sheet).listsProjects},
	{"work and who does it", Tasks, "序号|重点任务|责任单位", "序号|平台名称|责任单位", func(s *Sheet) bool { return s.Has(header.Party) && s.Has(header.Work) }},
	{"duties by department", Tasks, "部门|职责与任务", "部门|地址", (*Sheet).dutiesByHolder},
	{"work and its time", Tasks, "时间|工作安排", "时间|地点", func(s *Sheet) bool { return s.Has(header.Time) && s.Has(header.Work) }},
	{"numbered, with department and time", Tasks, "序号|平台名称|责任单位|投用时间", "序号|平台名称|地址|投用时间", func(s *Sheet) bool {
		return s.Has(header.Order) && s.Has(header.Party) && s.Has(header.Time) && len(s.texts()) > 0
	}},
	{"long texts, with department", Tasks, "", "", func(s *Sheet) bool {
		return s.Has(header.Party) && len(s.texts()) > 0 && (contains(s.Caption, "任务", "分工", "责任清单", "工作清单", "措施清单") || s.longest(s.texts()) >= sentence)
	}},
}

// sentence is the mean length from which the cells of a column say what is to be done.
const sentence = 15

// Kind decides what the rows of the table are.
func (s *Sheet) Kind() Kind {
	if s.Columns == nil {
		return Other
	}
	for _, r := range rules {
		if r.holds(s) {
			return r.kind
		}
	}
	return Other
}

// NamesDepartments reports a column whose header names who answers for a row.
func (s *Sheet) NamesDepartments() bool {
	for c := range s.Columns {
		if s.is(c, header.Party) || s.is(c, header.Holder) && strings.Contains(s.Columns[c].Key, "部门") {
			return true
		}
	}
	return false
}

// sideBySide reports a header that begins anew in the middle: no row of it is one thing.
func (s *Sheet) sideBySide() bool {
	if len(s.Columns) < 4 || !s.is(0, header.Order) {
		return false
	}
	for c := 2; c+1 < len(s.Columns); c++ {
		if s.Columns[c].Key == s.Columns[0].Key && s.Columns[c+1].Key == s.Columns[1].Key {
			return true
		}
	}
	return false
}

// Values returns the columns that hold the values of indicators.
func (s *Sheet) Values() []int {
	var out []int
	for c, column := range s.Columns {
		if column.Kind != header.Value || column.Sheet != "" || contains(column.Key, "年均", "增速", "数量") || contains(column.Upper, "年均") {
			continue
		}
		if _, year := column.Year(); year || contains(column.Key, "目标", "基数", "现状", "基期", "基准", "完成值", "规划值", "预期值", "实际值", "指标值") {
			out = append(out, c)
		}
	}
	return out
}

func (s *Sheet) hasIndicators() bool {
	values := s.Values()
	if len(values) == 0 {
		return false
	}
	if s.Has(header.Indicator) {
		return true
	}
	return strings.Contains(s.Caption, "指标") && s.Has(header.Work, header.Name) && s.length(values[0]) < sentence
}

// isOtherSheet reports columns that only a list of powers, a service guide … has. One of
// them may stand in a task table too, unless it says all.
func (s *Sheet) isOtherSheet() bool {
	count := map[header.Sheet]int{}
	for _, column := range s.Columns {
		count[column.Sheet]++
	}
	delete(count, "")
	delete(count, projects)
	for sheet, n := range count {
		switch {
		case sheet == "score" && s.Has(header.Party) && s.Has(header.Work):
		case n > 1, !s.Has(header.Party), sheet == "demand", sheet == "roster", sheet == "penalty":
			return true
		}
	}
	return false
}

const projects header.Sheet = "project"

// listsProjects reports a list of projects that says what they are, not what is to be
// done in a year.
func (s *Sheet) listsProjects() bool {
	invested := false
	for c, column := range s.Columns {
		invested = invested || column.Sheet == projects
		if s.is(c, header.Work) && !strings.HasSuffix(column.Key, "内容") && !strings.HasSuffix(column.Key, "工程") {
			return false
		}
	}
	return invested
}

func (s *Sheet) namedOtherwise() bool { return lexicon.OtherTables().In(s.Caption) }

// dutiesByHolder reports a table of duties by department: 部门|职责.
func (s *Sheet) dutiesByHolder() bool {
	return s.holder() >= 0 && !s.Has(header.Party)
}

// holder returns the column of departments of a table of duties, -1 without one.
func (s *Sheet) holder() int {
	duties := s.dutyField() >= 0
	for c, column := range s.Columns {
		duties = duties || s.is(c, header.Work) && contains(column.Key, "职责", "任务", "工作")
	}
	if !duties {
		return -1
	}
	for c, column := range s.Columns {
		if column.Kind == header.Holder || column.Key == "单位" {
			return c
		}
	}
	return -1
}

// dutyField returns the column whose header names a field and whose cells say in sentences what
// the department beside them does there, 部门|重点领域; -1 without one.
func (s *Sheet) dutyField() int {
	for c := 1; c < len(s.Columns); c++ {
		if s.is(c-1, header.Holder) && s.is(c, header.Field) && s.length(c) >= sentence {
			return c
		}
	}
	return -1
}
