package party

import (
	"github.com/policyx/policyx/extract/internal/match"
)

// finders are the rules that are functions: what they state no row can.
var finders = []match.Info{
	{ID: Bracketed, Pattern: "(CLAUSE) at the end of a part", Example: "改造老旧管网。(市水务局负责)"},
	{ID: OpenBracket, Pattern: "a bracket without its partner", Example: "改造老旧管网。市水务局负责)"},
	{ID: Labelled, Pattern: "LABEL NAMES, over the lines that belong to it", Example: "责任单位:市水务局"},
	{ID: ClosingSentence, Pattern: "NAMES ROLE as the last sentence", Example: "改造老旧管网。市水务局牵头,市财政局配合。"},
	{ID: DepartmentFirst, Pattern: "NAMES : at the beginning", Example: "市水务局:负责管网改造。"},
	{ID: DutyFirst, Pattern: "NAMES 负责 DUTY at the beginning", Example: "市水务局负责改造老旧管网。"},
	{ID: GroupFirst, Pattern: "NAMES ROLE 。 主要职责: DUTIES", Example: "抢险组。由市水务局牵头,市财政局参加。主要职责:抢修管网。"},
}

// Rules returns the rule catalogue: the rows of the table, then the functions.
func Rules() []match.Info { return append(table().Infos(), finders...) }

// IsOrgan reports whether a folded text is the name of one body, or of several joined by
// 、 or a space: 云溪市民政局, 市财政局、市民政局.
func IsOrgan(name string) bool {
	text := []rune(name)
	if len(text) < 2 || len(text) > 400 {
		return false
	}
	s := lexed(text)
	w := newReader(s, 0, s.Len(), Context{}, false).addressees()
	for i := 0; i < s.Len(); {
		i = max(i+1, w.address(i, s.Len()))
	}
	names := w.restore(w.items)
	if len(names) == 0 || !w.bodies(names) {
		return false
	}
	for k, full := range names {
		if !w.completeName(full) || w.items[k].end-w.items[k].start < 2 {
			return false
		}
	}
	return true
}
