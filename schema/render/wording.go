package render

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/schema"
)

// chinese returns the word of a 台账 for a value of the contract, the value itself where
// there is none. No two lists of values share one.
func chinese(value string) string {
	switch value {
	case "task":
		return "任务"
	case "goal":
		return "总体目标"
	case "indicator":
		return "指标"
	case "lead":
		return "牵头"
	case "support":
		return "配合"
	case "responsible":
		return "责任"
	case "baseline":
		return "基期"
	case "target":
		return "目标"
	case "true":
		return "是"
	}
	for _, word := range []func(string) string{opWord, relationWord, kindWord, typeWord, levelWord, severityWord} {
		if w := word(value); w != "" {
			return w
		}
	}
	return value
}

func relationWord(value string) string {
	switch schema.Relation(value) {
	case schema.RelationBy:
		return "截至"
	case schema.RelationFrom:
		return "起始"
	case schema.RelationDuring:
		return "期间"
	case schema.RelationOngoing:
		return "持续"
	case schema.RelationEvery:
		return "定期"
	case schema.RelationWithin:
		return "限期"
	}
	return ""
}

func opWord(value string) string {
	switch schema.Op(value) {
	case schema.OpAtLeast:
		return "不低于"
	case schema.OpMore:
		return "高于"
	case schema.OpAtMost:
		return "不高于"
	case schema.OpLess:
		return "低于"
	case schema.OpAbout:
		return "约"
	case schema.OpRange:
		return "区间"
	case schema.OpEqual:
		return "等于"
	}
	return ""
}

func kindWord(value string) string {
	switch schema.DepartmentKind(value) {
	case schema.KindDepartment:
		return "政府部门"
	case schema.KindGovernment:
		return "政府"
	case schema.KindParty:
		return "党委机构"
	case schema.KindMassOrganization:
		return "群团组织"
	case schema.KindCentralAgency:
		return "中央驻地机构"
	case schema.KindInstitution:
		return "事业单位"
	case schema.KindEnterprise:
		return "企业"
	case schema.KindCollective:
		return "统称"
	}
	return ""
}

func typeWord(value string) string {
	switch schema.TargetType(value) {
	case schema.TargetOutcome:
		return "成效"
	case schema.TargetFunding:
		return "资金"
	case schema.TargetLimit:
		return "限值"
	}
	return ""
}

func levelWord(value string) string {
	switch schema.Level(value) {
	case schema.LevelState:
		return "国家"
	case schema.LevelProvince:
		return "省级"
	case schema.LevelCity:
		return "市级"
	case schema.LevelCounty:
		return "县级"
	case schema.LevelTownship:
		return "乡级"
	}
	return ""
}

func severityWord(value string) string {
	switch schema.Severity(value) {
	case schema.Info:
		return "提示"
	case schema.Warning:
		return "警告"
	case schema.Error:
		return "错误"
	}
	return ""
}

// sign returns how people write a comparator.
func sign(op schema.Op) string {
	switch op {
	case schema.OpAtLeast:
		return "≥"
	case schema.OpAtMost:
		return "≤"
	case schema.OpAbout:
		return "≈"
	case schema.OpRange:
		return "～"
	}
	return string(op)
}

// label names a task or a goal: its title, else how its text begins.
func label(t *schema.Task) string {
	const most = 40
	if t.Title != "" {
		return t.Title
	}
	text := strings.TrimSpace(t.Text)
	if i := strings.IndexAny(text, "。；;\n"); i >= 0 {
		text = text[:i]
	}
	if utf8.RuneCountInString(text) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}

// section returns the headings above a task.
func section(t *schema.Task) string { return strings.Join(t.Path, " › ") }

// schedule returns the times of a task as the notice has them: its cell in a task table,
// else the phrases in its text, each once.
func schedule(t *schema.Task) string {
	if t.Schedule != "" {
		return t.Schedule
	}
	var texts []string
	for _, d := range t.Deadlines {
		if !slices.Contains(texts, d.Text) {
			texts = append(texts, d.Text)
		}
	}
	return strings.Join(texts, "；")
}

// due returns the last day that a task's deadlines end on, "" where none does.
func due(t *schema.Task) string {
	last := ""
	for _, d := range t.Deadlines {
		last = max(last, d.End)
	}
	return last
}

// targets returns what a task has to reach, in one line.
func targets(t *schema.Task) string {
	var texts []string
	for i := range t.Targets {
		texts = append(texts, target(&t.Targets[i]))
	}
	return strings.Join(texts, "；")
}

// target returns 培训护理员：不少于50人次（每年）.
func target(t *schema.Target) string {
	text := t.Text
	if t.Per != "" && !strings.Contains(text, t.Per) {
		text += "（每" + t.Per + "）"
	}
	if t.Indicator == "" {
		return text
	}
	return t.Indicator + "：" + text
}

// names returns the departments of a role as a list of their own, with 等 where the
// notice leaves it open.
func names(d *schema.Departments, role schema.Role) string {
	var list []string
	for _, dep := range d.In(role) {
		list = append(list, dep.Name)
	}
	text := strings.Join(list, "、")
	if text != "" && d.Open && openRole(d) == role {
		text += "等"
	}
	return text
}

// openRole returns the role whose list ends in 等: that of the department right before
// the word, else of the last one in the clause.
func openRole(d *schema.Departments) schema.Role {
	clause := []rune(d.Text)
	last, end := schema.Role(""), -1
	for role, dep := range d.All() {
		at := dep.Span.End - d.Span.Start
		if dep.Inherited || at < 0 || at > len(clause) {
			continue
		}
		if slices.Equal(clause[at:min(at+1, len(clause))], []rune("等")) {
			return role
		}
		if at > end {
			last, end = role, at
		}
	}
	return last
}
