package render

import (
	"strings"

	"github.com/policyx/policyx/schema/diff"
)

// markdown is the report as a document: a table for each kind of thing. Words that are gone are struck out, new ones bold.
func (c changes) markdown() string {
	p := &paper{lang: c.lang}
	p.heading(1, c.word("diff", "title"))
	p.add("\n- " + c.word("diff", "old") + colon(c.lang) + prose(c.version(c.Old)) + "\n- " + c.word("diff", "new") + colon(c.lang) + prose(c.version(c.New)) + "\n\n")
	p.add(prose(c.counts()) + "\n")
	item := diff.Item("")
	for _, e := range c.Entries {
		if e.Item != item {
			item = e.Item
			p.heading(2, c.word("Part", string(item)))
			p.add("\n| " + c.word("diff", "old") + " | " + c.word("diff", "new") + " | " + c.word("Subject", "property") + " |\n| --- | --- | --- |\n")
		}
		var lines []string
		for _, ch := range e.Changes {
			lines = append(lines, c.markdownLine(e, ch))
		}
		p.row(prose(c.all(e, e.Old)), prose(c.all(e, e.New)), strings.Join(lines, "<br>"))
	}
	return p.text.String()
}

func (c changes) markdownLine(e diff.Entry, ch diff.Change) string {
	if len(ch.Words) == 0 {
		if line := c.line(e, ch); line != "" {
			return prose(line)
		}
		return prose(c.kind(ch.Subject, ch.Kind))
	}
	var b strings.Builder
	b.WriteString(prose(c.kind(ch.Subject, ch.Kind) + colon(c.lang)))
	for i, r := range ch.Words {
		text := strings.Join(strings.Fields(r.Text), " ")
		switch r.Op {
		case diff.Delete:
			b.WriteString("<del>" + prose(text) + "</del>")
		case diff.Insert:
			b.WriteString("<ins>" + prose(text) + "</ins>")
		default:
			b.WriteString(prose(shortened(text, i > 0, i+1 < len(ch.Words))))
		}
	}
	return b.String()
}
