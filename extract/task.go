package extract

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// readPart reads the tasks and goals of one part, and its outline.
func (x *extractor) readPart(n int, p *parser.Part) {
	var sc scope
	if p.Attachment {
		if x.mainHasItems() {
			sc.id = "a" + strconv.Itoa(x.attachmentNumber(n))
		}
		if title := strings.ReplaceAll(x.doc.Join(p.Title...), "\n", ""); title != "" {
			sc.path = []string{title}
		}
	}
	x.part, x.entries = p, nil
	x.numberNotes(p.Items)
	idle := x.idlePart(p)
	if idle == notIdle || !p.Attachment {
		x.loose(p, sc)
	}
	x.leftOut(p, sc, idle)
	var headings []schema.Heading
	for i, it := range p.Items {
		if idle != notIdle {
			headings = append(headings, x.plain(p.Items)...)
			break
		}
		inner := sc.below(strconv.Itoa(i+1), "")
		inner.last = i == len(p.Items)-1
		headings = append(headings, x.section(it, inner))
	}
	if p.Attachment && len(p.Title) > 0 {
		headings = []schema.Heading{{
			Heading: strings.Join(sc.path, ""), Kind: schema.HeadingAttachment, Span: x.doc.Span(block.Range{Start: p.Title[0].Start, End: max(p.End, p.Title[len(p.Title)-1].End)}), Children: headings,
		}}
	}
	x.notice.Outline = append(x.notice.Outline, headings...)
}

// mainHasItems reports whether the notice itself has numbered items, so that ids in an
// attachment need a prefix.
func (x *extractor) mainHasItems() bool {
	for _, p := range x.doc.Parts {
		if !p.Attachment && len(p.Items) > 0 {
			return true
		}
	}
	return false
}

func (x *extractor) attachmentNumber(n int) int {
	number := 0
	for _, p := range x.doc.Parts[:n+1] {
		if p.Attachment {
			number++
		}
	}
	return number
}

// loose reads the paragraphs before the first item: one that ends in a responsibility
// clause is a task without number and title, or with the heading above it as title.
func (x *extractor) loose(p *parser.Part, sc scope) {
	found := make([][]party.Clause, len(p.Loose))
	var all []party.Clause
	for n, r := range p.Loose {
		found[n] = x.find(r)
		all = append(all, found[n]...)
	}
	if stretches := x.underHeadings(p.Loose, all); stretches != nil {
		x.emitHeaded(stretches, sc.below("0", ""))
		return
	}
	count := 0
	for n, r := range p.Loose {
		clauses := found[n]
		if len(clauses) == 0 {
			if p == x.doc.Parts[0] || !p.Attachment {
				x.goal(r)
			}
			continue
		}
		if c := x.stream.Range(clauses[0].Start, clauses[0].End); c.Start <= r.Start && c.End >= r.End {
			continue // nothing but names: a line of the signature
		}
		if count++; count == 1 && !p.Attachment && x.notice.Metadata.Title == "" {
			x.remark(schema.Warning, schema.TruncatedInput, r, "The text begins with a task and without a title: what stood before it is missing.")
		}
		x.emit(body{first: r, paragraphs: []block.Range{r}, span: r}, clauses, sc.below("0."+strconv.Itoa(count), ""))
	}
}

// section reads one item of the outermost level.
func (x *extractor) section(it *parser.Item, sc scope) schema.Heading {
	sc.carriers = map[parser.MarkerKind]bool{}
	x.carriers(it, sc.carriers)
	return x.item(it, sc)
}

// item reads an item: a task, or a heading with tasks or goals below it.
func (x *extractor) item(it *parser.Item, sc scope) schema.Heading {
	title := x.title(it)
	h := schema.Heading{Number: it.Marker.Label, Heading: x.headingText(it, title), Span: x.doc.Span(it.Range)}
	if c := x.owner(it, title); c != nil {
		if sc.owner = c; len(it.Children) == 0 && len(it.Tables) == 0 && !x.hasText(x.body(it, title, true), it.Range) {
			h.Kind = schema.HeadingOther // a member of a list
			return h
		}
	}
	if len(it.Children) == 0 && len(it.Tables) == 0 && (x.headedItem(it, title, sc) || x.dutyLines(it, title, sc) || x.dutyParagraphs(it, title, sc)) {
		h.Kind = schema.HeadingTasks
		return h
	}
	switch is, _ := x.decide(it, sc, title, h.Heading); is {
	case isGoals:
		h.Kind = schema.HeadingGoals
		if at := lostHeading(it.Children); at > 0 {
			h.Children = x.behindLost(it, at, sc.below("", x.pathEntry(it, title)))
			return h
		}
		x.goals(it)
		h.Children = x.plain(it.Children)
		return h
	case isIdle:
		x.lostClauses(it)
		h.Kind = schema.HeadingOther
		h.Children = x.plain(it.Children)
		return h
	case isTask:
		h.Kind = schema.HeadingTask
		if len(it.Tables) == 0 || len(it.Own) > 1 || title.Len() == 0 || len(x.clauses[it]) > 0 || x.hasText(x.body(it, title, true), it.Range) {
			x.emit(x.body(it, title, true), x.clausesBelow(it), sc)
		} else {
			h.Kind = schema.HeadingTasks
		}
		h.Children = parts(x.plain(it.Children))
		return h
	}
	h.Kind = schema.HeadingTasks
	below := sc.below("", x.pathEntry(it, title))
	below.id, below.under = sc.id, it
	if len(x.clauses[it]) > 0 {
		x.emit(x.withoutLead(x.body(it, title, false)), x.clauses[it], sc.below("0", ""))
	}
	duties := x.duties(it.Children)
	for n, c := range it.Children {
		inner := below.below(strconv.Itoa(n+1), "")
		if duties {
			inner.owner = x.duty(c)
		}
		inner.last = sc.last && n == len(it.Children)-1
		h.Children = append(h.Children, x.item(c, inner))
	}
	return h
}

// isList reports whether items are the members of one sentence: all but the last end in ;.
func (x *extractor) isList(items []*parser.Item) bool {
	for _, c := range items[:len(items)-1] {
		if len(c.Children) > 0 || len(c.Own) == 0 || !x.endsWith(c.Own[len(c.Own)-1], ';') {
			return false
		}
	}
	return len(items) > 1
}

// onlyClause reports whether an item says nothing but who is responsible: (四)责任单位:….
func (x *extractor) onlyClause(it *parser.Item) bool {
	if len(it.Children) > 0 || len(x.clauses[it]) != 1 || len(it.Own) == 0 {
		return false
	}
	c := x.clauses[it][0]
	at := x.stream.Range(c.Start, c.End)
	rest := append(clip(it.Own, block.Range{End: at.Start}), clip(it.Own, block.Range{Start: at.End, End: it.End})...)
	return len(x.spoken(rest)) == 0
}

func (x *extractor) endsWith(r block.Range, mark rune) bool {
	return r.Len() > 0 && x.doc.Folded[r.End-1] == mark
}

// clausesBelow returns the clauses of an item and everything below it.
func (x *extractor) clausesBelow(it *parser.Item) []party.Clause {
	out := x.clauses[it]
	for _, c := range it.Children {
		out = append(out[:len(out):len(out)], x.clausesBelow(c)...)
	}
	return out
}

// plain turns items that hold no tasks into headings.
func (x *extractor) plain(items []*parser.Item) []schema.Heading {
	var out []schema.Heading
	for _, it := range items {
		out = append(out, schema.Heading{
			Number: it.Marker.Label, Heading: x.headingText(it, x.title(it)), Kind: schema.HeadingOther, Span: x.doc.Span(it.Range), Children: x.plain(it.Children),
		})
	}
	return out
}

// parts marks headings as parts of a task.
func parts(headings []schema.Heading) []schema.Heading {
	for i := range headings {
		headings[i].Kind = schema.HeadingPart
		headings[i].Children = parts(headings[i].Children)
	}
	return headings
}
