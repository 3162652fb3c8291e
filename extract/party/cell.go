package party

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/header"
	"github.com/policyx/policyx/parser/lexicon"
)

// Cell returns the departments in a table cell, runes begin to end, and whether the cell
// ends in 等. role is what the column says; with [None] the cell's own words say it.
// A role word in the cell beats the column. Of a person with the body behind in brackets,
// 张三(市住建局), the body is what is named.
func Cell(s *lex.Stream, begin, end int, role Role, ctx Context) (departments []Department, open bool) {
	if begin >= end || isAnswer(s.String(begin, end)) {
		return nil, false
	}
	r := newReader(s, begin, end, ctx, false)
	w := &walker{reader: r, fresh: true, label: role, labelled: role != None}
	from := begin
	for _, p := range r.posts(begin, end) {
		w.pass(from, p.person)
		w.pass(p.start, p.end)
		from = p.behind
	}
	w.run(from, end)
	f := spot{rule: Bracketed, start: begin, end: end, from: begin, to: end, walk: w, names: w.judge()}
	if role != None {
		f.walk.explicit = true
		r.ctx.LeadFirst, r.ctx.LeadGroup = r.ctx.LeadFirst && role == Responsible, r.ctx.LeadGroup && role == Responsible
	}
	c := r.build(f)
	return c.Departments, c.Open
}

// isAnswer reports what a box to tick leaves in a cell: TRUE, NO. It names nobody.
func isAnswer(cell string) bool {
	switch strings.ToUpper(cell) {
	case "TRUE", "FALSE", "YES", "NO", "Y", "N", "是", "否":
		return true
	}
	return false
}

// Column returns the role that the header of a table's column gives its cells; false for
// a column that names none (工作任务), people (责任人, 责任领导), or bodies that do not
// answer for the row (申报单位). words may be nil.
func Column(h string, words *Words) (Role, bool) {
	key := header.Fold(h)
	column, known := header.Of(key)
	switch column.Kind {
	case header.Party, header.Body, header.Holder:
	default:
		if known {
			return None, false
		}
	}
	if column.Sheet != "" {
		return None, false
	}
	if role, ok := words.or().columnRole(key); ok {
		return role, true
	}
	return Responsible, column.Kind == header.Party
}

// columnRole reads the word for a role that a header consists of.
func (w *Words) columnRole(key string) (Role, bool) {
	h := ofLevel(key)
	if i := strings.IndexAny(h, "(["); i > 0 && (!strings.HasPrefix(h[i+1:], "责任") && !strings.HasPrefix(h[i+1:], "牵头") || strings.Contains(h[i:], "人")) {
		h = h[:i]
	}
	text := []rune(h)
	if len(text) == 0 || len(text) > header.MaxLength {
		return None, false
	}
	s := lexed(text)
	f, ok := w.phrases().At(s, 0, len(text), false)
	if !ok || f.End != len(text) {
		return None, false
	}
	role := f.Value.role
	switch f.Value.sense {
	case label:
		if role == guide {
			role = Support
		}
		return role, true
	case after:
		return role, role == Lead || role == Support
	}
	return None, false
}

// ofLevel returns a header without the level, thing or body before its word for the role.
func ofLevel(header string) string {
	if _, office, ok := strings.Cut(header, "内"); ok && lexicon.ColumnRoles().Begins(office) {
		return office // 市卫健委内牵头处室
	}
	text := []rune(header)
	n, _ := lexicon.Columns().Prefix(text)
	if rest := string(text[n:]); lexicon.ColumnRoles().Begins(rest) {
		return rest
	}
	return header
}
