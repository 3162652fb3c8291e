package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// idleness is why a part holds no tasks.
type idleness uint8

const (
	notIdle   idleness = iota
	byTitle            // a roster, a form, an undertaking, an interpretation
	materials          // a list of what is to be handed in, as the sentence above it says
	toFillIn           // it has places to be filled in, whatever its title
)

// idlePart says why a part holds no tasks; notIdle where it may, or where a clause stands in it.
func (x *extractor) idlePart(p *parser.Part) idleness {
	title := x.notice.Metadata.Title
	if p.Attachment {
		title = x.doc.Join(p.Title...)
	}
	switch {
	case slices.ContainsFunc(p.Items, x.carries):
		return notIdle
	case idleDocument(title):
		return byTitle
	case !p.Attachment:
		return notIdle
	case len(p.Items) > 1 && len(p.Loose) > 0 && x.leadIn(p.Loose[len(p.Loose)-1]) && x.isList(p.Items):
		return materials
	case x.toFill(p):
		return toFillIn
	}
	return notIdle
}

// numberNotes marks the numbered notes among items: one right behind 注：, and those that count on from it.
func (x *extractor) numberNotes(items []*parser.Item) {
	for n, it := range items {
		if x.behindNote(it) || n > 0 && x.notes[items[n-1]] && it.Marker.Kind == items[n-1].Marker.Kind && it.Marker.Number == items[n-1].Marker.Number+1 {
			x.notes[it] = true
		}
		x.numberNotes(it.Children)
	}
}

// behindNote reports an item of which 注： stands before the label, on its line or alone on the line above; 注意事项：
// only right below a table.
func (x *extractor) behindNote(it *parser.Item) bool {
	if it.Marker.Number != 1 {
		return false
	}
	const most = 10 // characters of such a word, with its colon and what is blank around it
	before := strings.TrimSpace(string(x.doc.Folded[max(0, it.Start-most):it.Start]))
	before = before[strings.LastIndexByte(before, '\n')+1:]
	label, ok := strings.CutSuffix(before, ":")
	tag, note := lexicon.Notes().Lookup([]rune(label))
	return ok && note && (tag != "table" || x.belowTable(it.Start-len([]rune(before))))
}

// belowTable reports whether nothing but white space and its last frame stands between a table and place i.
func (x *extractor) belowTable(i int) bool {
	return slices.ContainsFunc(x.doc.Tables, func(t *parser.Table) bool {
		return t.End <= i && strings.Trim(string(x.doc.Folded[t.End:i]), " \t\n|") == ""
	})
}

// leastBlanks is how many places to be filled in make a form.
const leastBlanks = 4

// toFill reports whether a part is to be filled in: it has places for that, ____ and □.
func (x *extractor) toFill(p *parser.Part) bool {
	n, lines := 0, 0
	for _, r := range x.doc.Folded[p.Start:p.End] {
		if r == '_' {
			lines++
			continue
		}
		if lines > 2 || r == '□' {
			n++
		}
		lines = 0
	}
	return n >= leastBlanks
}

// leftOut remarks the items of a part without tasks that read like work all the same, once a
// part. That a part is a form for its blanks alone is a guess: there any sentence counts.
func (x *extractor) leftOut(p *parser.Part, sc scope, why idleness) {
	var items []*parser.Item
	switch {
	case why != notIdle:
		items = p.Items
	case len(sc.path) > 0 && namesOnly(source.Squeeze(sc.path[0])):
		items, why = slices.DeleteFunc(slices.Clone(p.Items), x.carries), byTitle
	}
	asks := x.asksWork
	if why == toFillIn {
		asks = x.whole
	}
	n := x.worklike(items, asks)
	if n == 0 {
		return
	}
	all := block.Range{Start: items[0].Start, End: items[len(items)-1].End}
	if why == toFillIn {
		x.remark(schema.Warning, schema.UnreadContent, all, "This part has places to be filled in and is read as a form; items of it that say something and are no tasks: %d.", n)
		return
	}
	x.remark(schema.Info, schema.UnreadContent, all, "By its title or lead-in this part gives nobody work; items of it that read like work and are no tasks: %d.", n)
}

// worklike counts the items, at any depth, that say who has a duty or hold a sentence that asks
// accepts.
func (x *extractor) worklike(items []*parser.Item, asks func(block.Range) bool) int {
	n := 0
	for _, it := range items {
		if x.duty(it) != nil || slices.ContainsFunc(it.Own, func(r block.Range) bool { return slices.ContainsFunc(x.sentences(r), asks) }) {
			n++
		}
		n += x.worklike(it.Children, asks)
	}
	return n
}

// asksWork reports a whole sentence that begins with a verb of work.
func (x *extractor) asksWork(r block.Range) bool {
	return x.whole(r) && lexicon.Works().Begins(source.Squeeze(string(x.doc.Folded[r.Start:r.End])))
}

// whole reports a sentence, which no place of a form is: 完成人数:按实际填写。
func (x *extractor) whole(r block.Range) bool {
	sentence := source.Squeeze(string(x.doc.Folded[r.Start:r.End]))
	name, _, labelled := strings.Cut(sentence, ":")
	return strings.HasSuffix(sentence, "。") && !(labelled && utf8.RuneCountInString(name) <= maxFraming)
}

// lostClauses remarks the clauses of a section that reports or explains: what they close is no
// task.
func (x *extractor) lostClauses(it *parser.Item) {
	if lost := x.clausesBelow(it); len(lost) > 0 && !x.onlyNames(it) {
		all := x.stream.Range(lost[0].Start, lost[len(lost)-1].End)
		x.remark(schema.Warning, schema.UnreadContent, all, "A responsibility clause stands in a section that reports or explains: what it closes is no task.")
	}
}
