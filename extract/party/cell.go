package party

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
)

// Cell returns the departments in a table cell, runes begin to end, and whether the cell
// ends in 等. role is what the column says; with [None] the cell's own words say it.
// A role word in the cell beats the column.
func Cell(s *lex.Stream, begin, end int, role Role, ctx Context) (departments []Department, open bool) {
	if begin >= end {
		return nil, false
	}
	r := newReader(s, begin, end, ctx, false)
	w := &walker{reader: r, fresh: true, label: role, labelled: role != None}
	w.run(begin, end)
	f := spot{rule: Bracketed, start: begin, end: end, from: begin, to: end, walk: w, names: w.judge()}
	if role != None {
		f.walk.explicit = true
		r.ctx.LeadFirst, r.ctx.LeadGroup = r.ctx.LeadFirst && role == Responsible, r.ctx.LeadGroup && role == Responsible
	}
	c := r.build(f)
	return c.Departments, c.Open
}

// Column returns the role that the header of a table's column gives its cells; false for
// a column that names none (工作任务) or people (责任人, 责任领导). words may be nil.
func Column(header string, words *Words) (Role, bool) {
	h := string(folded(header))
	if slices.Contains(plainColumns, h) {
		return Responsible, true
	}
	h = ofLevel(h)
	if i := strings.IndexAny(h, "(["); i > 0 && (!strings.HasPrefix(h[i+1:], "责任") && !strings.HasPrefix(h[i+1:], "牵头") || strings.Contains(h[i:], "人")) {
		h = h[:i]
	}
	for _, people := range []string{"责任人", "领导", "负责人", "联系人", "同志"} {
		if strings.Contains(h, people) && !strings.Contains(h, "单位") && !strings.Contains(h, "部门") {
			return None, false
		}
	}
	text := []rune(h)
	if len(text) == 0 || len(text) > 20 {
		return None, false
	}
	s := lexed(text)
	f, ok := words.or().phrases().At(s, 0, len(text), false)
	if !ok {
		return None, false
	}
	switch f.Value.sense {
	case label:
		if f.Value.role == guide {
			return Support, f.End == len(text)
		}
		return f.Value.role, f.End == len(text)
	case after:
		return f.Value.role, f.End == len(text) && (f.Value.role == Lead || f.Value.role == Support)
	}
	return None, false
}

// plainColumns are headers of columns that name who does it and say no role, or leave the
// role to each cell.
var plainColumns = []string{
	"责任分工", "部门分工", "单位分工", "分工", "分工情况", "完成单位", "完成部门", "责任县区", "责任区县", "责任县市区", "责任地区", "责任乡镇", "责任镇街", "责任科(股)室", "责任股(室)",
	"牵头及配合单位", "牵头和配合单位", "牵头单位及配合单位", "牵头单位和配合单位", "牵头、配合单位", "牵头/配合单位", "牵头(配合)单位", "牵头单位(配合单位)", "牵头部门及配合部门", "责任单位及配合单位", "牵头(责任)及配合单位",
}

// levelsOfColumns stand before the word for the role in a header: 市级责任单位.
var levelsOfColumns = []string{
	"县(市、区)", "县(区)", "市(州)", "区(县)", "市级", "省级", "县级", "区级", "州级", "镇级", "市直", "省直", "县直", "区直", "项目", "工作", "任务", "有关", "相关", "属地", "整改", "市", "省", "县", "区", "州", "镇",
}

// ofLevel returns a header without the level or thing before its word for the role.
func ofLevel(header string) string {
	for _, level := range levelsOfColumns {
		if rest, ok := strings.CutPrefix(header, level); ok {
			for _, word := range []string{"责任", "牵头", "配合", "主办", "主责", "负责", "协办", "承办"} {
				if strings.HasPrefix(rest, word) {
					return rest
				}
			}
		}
	}
	return header
}
