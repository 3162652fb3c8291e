package register

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// roles are what departments do in a task, in the order in which a cell names them, each with the columns that can hold
// them: its own, else the first that the ledger has.
var roles = []struct {
	kind  string
	homes []string
}{
	{"lead", []string{"lead", "responsible", "support"}},
	{"responsible", []string{"responsible", "lead", "support"}},
	{"support", []string{"support", "responsible", "lead"}},
}

// Lack is something of the tasks for which a ledger has no column.
type Lack struct {
	Kind  string // as in [Row.Cells]
	In    string // the header of the column where it stands instead, "" where it is left out
	Tasks int    // how many have it
}

// place returns what each column gets of a task. What has no column of its own stands with its next of kin.
func (f *filling) place(r Row) map[int]string {
	cells := map[string]string{}
	for kind, text := range r.Cells {
		cells[kind] = text
	}
	f.placeText(cells)
	f.placeParties(cells)
	if f.column("due") >= 0 && f.column("deadlines") < 0 {
		if cells["due"] == "" {
			cells["due"] = cells["deadlines"]
		}
		cells["deadlines"] = ""
	}
	for _, kind := range []string{"deadlines", "targets"} {
		if cells[kind] != "" && f.column(kind) < 0 {
			f.lack(kind, "")
		}
	}
	out := map[int]string{f.columns["key"]: r.Document + "-" + r.Key}
	for kind, column := range f.columns {
		if kind != "key" && kind != "change" && kind != "order" {
			out[column] = cells[kind]
		}
	}
	return out
}

// placeText puts the title before the text where the ledger has one column for both.
func (f *filling) placeText(cells map[string]string) {
	both := cells["title"]
	switch text := cells["text"]; {
	case begins(text, both):
		both = text
	case text != "":
		both += "。" + text
	}
	for _, kind := range []string{"title", "text"} {
		if f.column("title") < 0 || f.column("text") < 0 {
			cells[kind] = both
		}
	}
}

// begins reports whether a title is but the beginning of the text, cut at a mark or with ….
func begins(text, title string) bool {
	rest, ok := strings.CutPrefix(text, strings.TrimSuffix(title, "…"))
	next, _ := utf8.DecodeRuneInString(rest)
	return ok && (title == "" || strings.HasSuffix(title, "…") || rest == "" || strings.ContainsRune("。；;\n", next))
}

// placeParties puts the departments of roles without a column into that of another, which says their role: 县住建局；配合：县财政局.
func (f *filling) placeParties(cells map[string]string) {
	in := map[string][]string{}
	for _, role := range roles {
		text := cells[role.kind]
		if text == "" {
			continue
		}
		i := slices.IndexFunc(role.homes, func(kind string) bool { return f.column(kind) >= 0 })
		if i < 0 {
			f.lack(role.kind, "")
			continue
		}
		home := role.homes[i]
		if i > 0 {
			f.lack(role.kind, f.headerOf(home))
		}
		if i > 0 || len(in[home]) > 0 {
			text = f.words.Roles[role.kind] + text
		}
		in[home] = append(in[home], text)
	}
	for _, role := range roles {
		cells[role.kind] = strings.Join(in[role.kind], "；")
	}
}

// headerOf returns what the ledger calls a column that it has.
func (f *filling) headerOf(kind string) string {
	for i := f.header; i >= 0; i-- {
		if c := f.rows[i].find(f.column(kind)); c != nil && kindOf(f.text(*c)) == kind {
			return strings.Join(strings.Fields(f.text(*c)), "")
		}
	}
	return ""
}

// lack counts a task with something for which there is no column.
func (f *filling) lack(kind, in string) {
	i := slices.IndexFunc(f.report.Lacks, func(l Lack) bool { return l.Kind == kind })
	if i < 0 {
		i = len(f.report.Lacks)
		f.report.Lacks = append(f.report.Lacks, Lack{Kind: kind, In: in})
	}
	f.report.Lacks[i].Tasks++
}
