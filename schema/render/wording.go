package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/term"
)

// words returns what a value of a kind is called: see [term.Value].
type words func(kind, value string) string

// wordsIn returns the words of a language.
func wordsIn(lang term.Language) words {
	return func(kind, value string) string { return term.Value(lang, kind, value) }
}

// colon returns what stands between a name and its value.
func colon(lang term.Language) string {
	if lang == term.English {
		return ": "
	}
	return "："
}

// ownWords returns the values themselves, for programs.
func ownWords(_, value string) string { return value }

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

// titled returns what a notice is called, "" where it has no title.
func titled(n *schema.Notice) string { return cmp.Or(n.Metadata.Title, n.Metadata.Enclosure) }

// document returns what a notice is called in a ledger: its title, else the name of its file.
func document(n *schema.Notice) string { return cmp.Or(titled(n), n.Source.Name) }

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
