package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/diff"
	"github.com/policyx/policyx/schema/render/page"
)

// page writes the two versions side by side: what each says of what changed, with the words that changed marked.
func (c changes) page(w io.Writer) error {
	body := []page.Markup{
		page.Element("div", page.Attributes{"class", "versions"}, c.versionCard("old", c.Old), c.versionCard("new", c.New)),
		c.countList(),
	}
	for entries := c.Entries; len(entries) > 0; {
		item, n := entries[0].Item, 1
		for n < len(entries) && entries[n].Item == item {
			n++
		}
		body = append(body, page.Element("h2", page.Attributes{"id", string(item)}, page.Escape(c.word("Part", string(item)))))
		body = append(body, c.part(item, entries[:n])...)
		entries = entries[n:]
	}
	title := c.word("diff", "title")
	return page.WriteSheet(w, page.Sheet{Lang: c.lang, Title: title, Subtitle: c.summary(), Skip: title, Body: page.Join(body)})
}

// summary says how many changes there are.
func (c changes) summary() string {
	if c.Same() {
		return c.word("diff", "same")
	}
	n := 0
	for _, e := range c.Entries {
		n += len(e.Changes)
	}
	return fmt.Sprintf(c.word("diff", "count"), n)
}

func (c changes) versionCard(key string, v diff.Version) page.Markup {
	more := strings.Join(strings.Fields(v.DocumentNumber+" "+v.Issued+" "+fmt.Sprintf(c.word("diff", "tasks"), v.Tasks)), " ")
	return page.Element("div", nil,
		page.Element("span", page.Attributes{"class", "term"}, page.Escape(c.word("diff", key))),
		page.Element("b", nil, page.Escape(v.Title)),
		page.Element("small", nil, page.Escape(v.Name+"  "+more)))
}

// countList is a line of counts for each kind of thing.
func (c changes) countList() page.Markup {
	if c.Same() {
		return page.Element("p", page.Attributes{"class", "note"}, page.Escape(c.word("diff", "unseen")))
	}
	var lists, line []page.Markup
	item := diff.Item("")
	for _, n := range append(c.Counts(), diff.Count{}) {
		if n.Item != item && line != nil {
			lists = append(lists, page.Element("ul", page.Attributes{"class", "counts"}, line...))
		}
		if n.Item != item {
			name := page.Element("a", page.Attributes{"href", "#" + string(n.Item)}, page.Escape(c.word("Part", string(n.Item))))
			item, line = n.Item, []page.Markup{page.Element("li", page.Attributes{"class", "term"}, name)}
		}
		line = append(line, page.Element("li", nil, page.Escape(c.kind(n.Subject, n.Kind)), page.Element("b", nil, page.Escape(strconv.Itoa(n.N)))))
	}
	return page.Join(lists)
}

// part is what changed of things of one kind: of the notice itself a list, of others a card each.
func (c changes) part(item diff.Item, entries []diff.Entry) (out []page.Markup) {
	if item == diff.Metadata || item == diff.Heading {
		var rows []page.Markup
		for _, e := range entries {
			rows = append(rows, c.fieldRow(e, e.Changes[0]))
		}
		return []page.Markup{page.Element("article", page.Attributes{"class", "change"}, page.Element("dl", nil, rows...))}
	}
	for _, e := range entries {
		out = append(out, c.card(e))
	}
	return out
}

// fieldRow is a field of the notice, or a heading, in both versions.
func (c changes) fieldRow(e diff.Entry, ch diff.Change) page.Markup {
	name := c.kind(ch.Subject, ch.Kind)
	if e.Item == diff.Metadata {
		name = c.name(e, diff.Place{})
	}
	cell := func(v *diff.Value, skip diff.Op) page.Markup {
		switch {
		case ch.Words != nil:
			return page.Element("dd", nil, markedText(ch.Words, skip), c.small(v))
		case v == nil:
			return page.Element("dd", page.Attributes{"class", "none"}, page.Escape(c.word("diff", "none")))
		}
		return page.Element("dd", nil, page.Escape(v.Text), c.small(v))
	}
	return page.Element("div", nil, page.Element("dt", nil, page.Escape(name)), cell(ch.Old, diff.Insert), cell(ch.New, diff.Delete))
}

// small is where a value stands.
func (c changes) small(v *diff.Value) page.Markup {
	if v == nil || v.Span == nil {
		return ""
	}
	return page.Element("small", nil, page.Escape(c.where(v.Span)))
}

// card is a task, goal or indicator: both sides, then what else changed.
func (c changes) card(e diff.Entry) page.Markup {
	class := "change"
	switch {
	case len(e.Old) == 0:
		class += " added"
	case len(e.New) == 0:
		class += " dropped"
	}
	var rows []page.Markup
	marks := map[diff.Subject][]diff.Run{}
	for _, ch := range e.Changes {
		if ch.Subject == diff.Title || ch.Subject == diff.Words {
			marks[ch.Subject] = ch.Words // shown in the text
			continue
		}
		rows = append(rows, c.changeRow(e, ch))
	}
	content := []page.Markup{page.Element("div", page.Attributes{"class", "sides"},
		c.side(e, "old", e.Old, marks, diff.Insert), c.side(e, "new", e.New, marks, diff.Delete))}
	if rows != nil {
		content = append(content, page.Element("dl", nil, rows...))
	}
	return page.Element("article", page.Attributes{"class", class}, content...)
}

// side is what a version says, with the words marked that the other one, which skip leaves out, does not have.
func (c changes) side(e diff.Entry, key string, places []diff.Place, marks map[diff.Subject][]diff.Run, skip diff.Op) page.Markup {
	if len(places) == 0 {
		none := map[string]string{"old": "not-yet", "new": "not-there"}[key]
		return page.Element("div", page.Attributes{"class", "side none"}, page.Escape(c.word("diff", none)))
	}
	content := []page.Markup{page.Element("span", page.Attributes{"class", "term"}, page.Escape(c.word("diff", key)))}
	for _, p := range places {
		name := page.Escape(c.name(e, p))
		if m := marks[diff.Title]; m != nil {
			name = page.Escape(strings.TrimSpace(p.Number+" ")) + " " + markedText(m, skip)
		}
		content = append(content, page.Element("h3", nil, name))
		if more := strings.Trim(strings.Join(p.Path, " / ")+"  "+c.where(p.Span), " "); more != "" {
			content = append(content, page.Element("small", nil, page.Escape(more)))
		}
		if text := strings.TrimSpace(p.Text); text != "" && marks[diff.Words] == nil {
			content = append(content, page.Element("p", nil, page.Escape(text)))
		}
	}
	if m := marks[diff.Words]; m != nil {
		content = append(content, page.Element("p", nil, markedText(m, skip)))
	}
	return page.Element("div", page.Attributes{"class", "side"}, content...)
}

// markedText is the text of one version, without the runs that only the other one has.
func markedText(runs []diff.Run, skip diff.Op) page.Markup {
	var list []page.Markup
	for _, r := range runs {
		switch text := page.Escape(r.Text); r.Op {
		case skip:
		case diff.Delete:
			list = append(list, page.Element("del", nil, text))
		case diff.Insert:
			list = append(list, page.Element("ins", nil, text))
		default:
			list = append(list, text)
		}
	}
	return page.Join(list)
}

// changeRow is a change as a row: what became of what, and the two sides with their evidence.
func (c changes) changeRow(e diff.Entry, ch diff.Change) page.Markup {
	old, new := c.sides(e, ch)
	if ch.Words != nil {
		return c.fieldRow(e, ch) // of a schedule
	}
	cell := func(text string, v *diff.Value) page.Markup {
		return page.Element("dd", nil, page.Escape(text), c.small(v))
	}
	return page.Element("div", nil, page.Element("dt", nil, page.Escape(c.kind(ch.Subject, ch.Kind))), cell(old, ch.Old), cell(new, ch.New))
}
