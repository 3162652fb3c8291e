package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/diff"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
)

// Text is lines to read on a terminal: of changes, and of comparisons.
const Text Format = "text"

// ChangeFormats returns the names that [WriteChanges] takes.
func ChangeFormats() []string {
	return []string{string(Text), string(JSON), string(Markdown), string(HTML)}
}

// WriteChanges writes what changed between two versions of a notice. JSON is the report itself, with an English key for
// everything; the other formats are in lang.
func WriteChanges(w io.Writer, f Format, r *diff.Report, lang term.Language) error {
	c := changes{Report: r, lang: cmp.Or(lang, term.Chinese)}
	switch f {
	case JSON:
		return writeJSON(w, r)
	case Markdown:
		_, err := io.WriteString(w, c.markdown())
		return err
	case HTML:
		return c.page(w)
	case Text:
		_, err := io.WriteString(w, c.text())
		return err
	}
	return message.Errorf("unknown format %q: want %s", f, strings.Join(ChangeFormats(), ", "))
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// changes is a report in a language.
type changes struct {
	*diff.Report
	lang term.Language
}

func (c changes) word(kind, value string) string { return term.Value(c.lang, kind, value) }

// kind says what became of what: 时限推迟, deadline later; of a thing as a whole how alone.
func (c changes) kind(subject diff.Subject, kind diff.Kind) string {
	how := c.word("Revision", string(kind))
	if subject == diff.Whole {
		return how
	}
	what := c.word("Subject", string(subject))
	if c.lang == term.English {
		return what + " " + how
	}
	return what + how
}

// counts is a line on how much changed.
func (c changes) counts() string {
	if c.Same() {
		return c.word("diff", "same") + "\n" + c.word("diff", "unseen")
	}
	var b strings.Builder
	total, item := 0, diff.Item("")
	for _, n := range c.Counts() {
		total += n.N
		switch {
		case n.Item != item && item != "":
			b.WriteString(c.semicolon() + c.word("Part", string(n.Item)) + colon(c.lang))
		case n.Item != item:
			b.WriteString(c.word("Part", string(n.Item)) + colon(c.lang))
		default:
			b.WriteString(c.comma())
		}
		item = n.Item
		fmt.Fprintf(&b, "%s %d", c.kind(n.Subject, n.Kind), n.N)
	}
	return fmt.Sprintf(c.word("diff", "count"), total) + c.bracket(b.String())
}

func (c changes) semicolon() string {
	if c.lang == term.English {
		return "; "
	}
	return "；"
}

func (c changes) comma() string {
	if c.lang == term.English {
		return ", "
	}
	return "，"
}

// version names one of the notices in a line.
func (c changes) version(v diff.Version) string {
	return spaced(v.Name, v.Title, v.DocumentNumber, v.Issued, fmt.Sprintf(c.word("diff", "tasks"), v.Tasks))
}

// name is what an entry is called: number and title of a task, the field of metadata.
func (c changes) name(e diff.Entry, p diff.Place) string {
	if e.Item == diff.Metadata {
		return term.Field(c.lang, "Metadata."+e.Field)
	}
	title := strings.Join(strings.Fields(p.Title), " ")
	if e.Item == diff.Citation {
		return citation(title, p.Number)
	}
	title = cmp.Or(title, label(&schema.Task{Text: p.Text}))
	return strings.TrimSpace(p.Number + " " + title)
}

// citation names a document as notices do.
func citation(title, number string) string {
	switch {
	case title == "":
		return number
	case number == "":
		return "《" + title + "》"
	}
	return "《" + title + "》（" + number + "）"
}

// where is the line of a place, and its page where it has one; "" where it is not known.
func (c changes) where(span *schema.Span) string {
	switch {
	case span == nil:
		return ""
	case span.Page > 0:
		return fmt.Sprintf(c.word("place", "page"), span.Page, span.Line)
	}
	return fmt.Sprintf(c.word("place", "line"), span.Line)
}

// value is one side of a change: a department with its role, a time with what it means, what a target measures with its
// bound.
func (c changes) value(subject diff.Subject, v *diff.Value) string {
	if v == nil {
		return ""
	}
	text := strings.Join(strings.Fields(v.Text), " ")
	switch subject {
	case diff.Department:
		return text + c.bracket(c.word("Role", v.Of))
	case diff.Deadline:
		return strings.TrimSpace(v.For + " " + text + c.bracket(cmp.Or(strings.TrimPrefix(v.Is, "../"), c.word("Relation", v.Of))))
	case diff.Target:
		return strings.TrimSpace(v.Of + " " + bound(v.Is))
	case diff.Figure:
		return strings.TrimSpace(v.Of + " " + bound(cmp.Or(v.Is, text)))
	}
	return text
}

func (c changes) bracket(s string) string {
	if c.lang == term.English {
		return " (" + s + ")"
	}
	return "（" + s + "）"
}

// bound is a bound as people write it: ≥ 55%.
func bound(is string) string {
	op, rest, found := strings.Cut(is, " ")
	if !found {
		return is
	}
	rest = strings.ReplaceAll(strings.ReplaceAll(rest, " ", ""), "..", "～")
	switch op {
	case ">=", ">", "<=", "<", "~":
		return sign(schema.Op(op)) + " " + rest
	case "=":
		return rest
	}
	return strings.ReplaceAll(op, "..", "～") + rest
}

// sides are the two sides of a change in words; that of a version which does not have it is "".
func (c changes) sides(e diff.Entry, ch diff.Change) (old, new string) {
	if ch.Kind == diff.Moved {
		return c.path(e.Old[0]), c.path(e.New[0])
	}
	return c.value(ch.Subject, ch.Old), c.value(ch.Subject, ch.New)
}

// path is where a task stands: the headings above it and its number.
func (c changes) path(p diff.Place) string {
	return strings.Join(append(slices.Clone(p.Path), p.Number), " / ")
}
