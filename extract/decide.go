package extract

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// decision is what an item is.
type decision uint8

const (
	isHeading decision = iota // its children are looked at
	isTask                    // with all that stands below it
	isGoals                   // its sentences may state goals
	isIdle                    // nothing below it is a task or a goal
)

// candidate is an item with what the rows ask about it.
type candidate struct {
	x        *extractor
	it       *parser.Item
	sc       scope
	title    block.Range
	heading  string       // title or first sentence, as written
	carries  bool         // a responsibility clause stands in it or below
	carrying int          // how many children carry one
	over     *headingRule // the row that fits the heading, nil for one of work
}

// taskRule is a row of the table that decides what an item is. The first row that fits
// decides; an item that none fits is a heading.
type taskRule struct {
	ID, States string
	Is         decision
	fits       func(c *candidate) bool
}

var taskRules = []taskRule{
	{"task/box", "a box, 专栏1, is a task of its own", isTask, func(c *candidate) bool {
		return c.it.Marker.Kind == parser.Box
	}},
	{"task/framing", "a section of goals, reasons or reports", isGoals, func(c *candidate) bool {
		return !c.carries && c.over != nil && c.over.Kind == framingHeading
	}},
	{"task/run-on-framing", "a heading of goals that runs on into its text: 一、总体要求以…为指导", isGoals, func(c *candidate) bool {
		return !c.carries && len(c.it.Children) == 0 && runsOn(source.Squeeze(c.heading), c.title.Len() == 0)
	}},
	{"task/report", "a section that reports the present, few of whose items seem to have a clause", isIdle, func(c *candidate) bool {
		return c.over != nil && c.over.ID == reportRow && len(c.it.Children) > 2 && c.carrying*3 <= len(c.it.Children) && len(c.x.clauses[c.it]) == 0
	}},
	{"task/no-work", "a section that holds neither tasks nor goals: reports, definitions", isIdle, func(c *candidate) bool {
		return c.over != nil && c.over.Kind == idleHeading && (!c.carries || len(c.it.Children) >= 3 && c.carrying == 1 || c.x.onlyNames(c.it)) && (len(c.it.Children) == 0 || source.Squeeze(c.heading) != "附则") && !c.recurs()
	}},
	{"task/contents", "an entry of a table of contents: it says nothing but what stands again below", isIdle, func(c *candidate) bool {
		return !c.carries && len(c.it.Children) == 0 && !c.hasText() && c.x.restated(c.it) > c.it.Start
	}},
	{"task/names", "an item of an attachment that only names: 重点产业平台清单, 专家名单", isIdle, func(c *candidate) bool {
		return !c.carries && len(c.sc.path) > 0 && namesOnly(source.Squeeze(c.sc.path[0]))
	}},
	{"task/idle-article", "an article of purpose, scope, definition, penalty, interpretation or entry into force", isIdle, func(c *candidate) bool {
		return !c.carries && (c.it.Marker.Kind == parser.Article || c.underGeneral()) && isIdleArticle(source.Squeeze(c.x.firstSentence(c.it)), c.x.oneSentence(c.it))
	}},
	{"task/idle-item", "an item that only excludes or punishes", isIdle, func(c *candidate) bool {
		return !c.carries && c.x.onlyIdle(c.it)
	}},
	{"task/definition", "an article that defines a word and asks for nothing", isIdle, func(c *candidate) bool {
		return !c.carries && (c.it.Marker.Kind == parser.Article || strings.HasPrefix(c.x.firstSentence(c.it), "本")) && c.x.definition(c.it)
	}},
	{"task/scope", "an item that says for whom or from when the notice holds: 本办法适用对象范围:", isIdle, func(c *candidate) bool {
		return !c.carries && c.x.scope(c.it)
	}},
	{"task/closing", "a last item about the notice itself: 十、本措施自印发之日起施行。", isIdle, func(c *candidate) bool {
		return !c.carries && len(c.it.Children) == 0 && len(c.it.Own) == 1 && c.x.doc.Closing(c.it.Own[0]) && !strings.Contains(c.x.firstSentence(c.it), "应按本")
	}},
	{"task/note", "one of numbered notes: 注：1.本表按季调度。2.…", isIdle, func(c *candidate) bool {
		return !c.carries && c.x.notes[c.it]
	}},
	{"task/conditions-of-article", "the conditions of an article, whose other items say what is given", isIdle, func(c *candidate) bool {
		return !c.carries && c.sc.under != nil && c.sc.under.Marker.Kind == parser.Article && c.x.onlyConditions(c.it)
	}},
	{"task/empty-chapter", "a chapter without text", isHeading, func(c *candidate) bool {
		return c.it.Marker.Kind.Heading() && !c.carries && (len(c.it.Children) > 0 || !c.hasText())
	}},
	{"task/bare-section", "a heading that names a section and has nothing below it: 一、重点任务 right above 一、推进更新", isHeading, func(c *candidate) bool {
		return len(c.it.Children) == 0 && len(c.it.Tables) == 0 && !c.carries && !c.hasText() && lexicon.Sections().Has(source.Squeeze(c.heading))
	}},
	{"task/leaf", "an item with nothing below it", isTask, func(c *candidate) bool {
		return len(c.it.Children) == 0
	}},
	{"task/duties", "an item whose items name at their head who has the duty", isHeading, func(c *candidate) bool {
		return c.carrying == 0 && c.x.duties(c.it.Children)
	}},
	{"task/own-clause", "an item with a clause of its own and none below", isTask, func(c *candidate) bool {
		return c.carrying == 0 && (len(c.x.clauses[c.it]) > 0 || c.sc.carriers[c.it.Marker.Kind] && !(c.overNouns() && c.it.Marker.Kind == parser.Noun))
	}},
	{"task/article", "an article whose items are its parts", isTask, func(c *candidate) bool {
		return c.carrying == 0 && c.it.Marker.Kind == parser.Article && !c.overWork()
	}},
	{"task/parts", "an item whose items are (1) or ①", isTask, func(c *candidate) bool {
		return c.carrying == 0 && c.it.Children[0].Marker.Kind.Part()
	}},
	{"task/noted", "an item whose items are numbered notes", isTask, func(c *candidate) bool {
		return c.carrying == 0 && c.x.notes[c.it.Children[0]]
	}},
	{"task/fragments", "an item whose items are members of one sentence, all but the last ending in ；", isTask, func(c *candidate) bool {
		return c.carrying == 0 && !c.overNouns() && c.x.isList(c.it.Children)
	}},
	{"task/conditions", "an item that leads in to conditions, materials or cases", isTask, func(c *candidate) bool {
		return c.carrying == 0 && c.x.leadsToList(c.it) && !c.x.demands(c.it.Children)
	}},
	{"task/things", "an item whose items name things of one sort: 1.接受捐赠情况。2.收支情况。", isTask, func(c *candidate) bool {
		return c.carrying == 0 && c.x.things(c.it.Children)
	}},
	{"task/closing-clause", "an item whose last item alone has a clause, which closes the whole", isTask, func(c *candidate) bool {
		last := c.it.Children[len(c.it.Children)-1]
		return c.carrying == 1 && len(c.it.Children) > 1 && !c.overNouns() && len(c.x.clauses[last]) > 0 && len(c.x.clauses[c.it]) == 0 &&
			(!c.x.closing[last.Marker.Kind] || c.x.onlyClause(last) || c.x.isList(c.it.Children))
	}},
}

// namesOnly reports the title of an attachment that lists what there is or is asked for,
// and gives nobody work.
func namesOnly(title string) bool {
	return lexicon.NameLists().Ends(title) && !isWork(title)
}

// decide says what an item is, and by which row.
func (x *extractor) decide(it *parser.Item, sc scope, title block.Range, heading string) (decision, string) {
	c := &candidate{x: x, it: it, sc: sc, title: title, heading: heading, carries: x.carries(it), over: headingOf(heading)}
	for _, child := range it.Children {
		if x.carries(child) {
			c.carrying++
		}
	}
	for i := range taskRules {
		if taskRules[i].fits(c) {
			return taskRules[i].Is, taskRules[i].ID
		}
	}
	return isHeading, "task/heading"
}

// overNouns reports whether the items below are nouns with a number, 举措1 举措2, which give
// work each, whatever they end in.
func (c *candidate) overNouns() bool {
	return len(c.it.Children) > 0 && c.it.Children[0].Marker.Kind == parser.Noun
}

// overWork reports whether an article says nothing but a heading, and its items end in 。 each:
// 第十条 优先保障业主:(一)…。(二)…。, or are sections with a list of conditions among them:
// 第四条 建设奖励。(一)申报条件:1.…(二)奖励标准:1.…
func (c *candidate) overWork() bool {
	if c.title.Len() > 0 && c.title.Len() <= maxFraming && slices.ContainsFunc(c.it.Children, c.x.onlyConditions) {
		return !slices.ContainsFunc(c.it.Children, func(it *parser.Item) bool { return len(it.Children) == 0 })
	}
	if n := len(c.it.Own); n == 0 || !c.x.endsWith(c.it.Own[n-1], ':') && !c.ordersMore() || c.x.leadsToList(c.it) {
		return false
	}
	return !slices.ContainsFunc(c.it.Children, func(it *parser.Item) bool {
		return len(it.Children) > 0 || len(it.Own) == 0 || !c.x.endsWith(it.Own[len(it.Own)-1], '。')
	})
}

// ordersMore reports whether an article is one sentence that orders something, and its items go on with what each of several has to do or gets.
func (c *candidate) ordersMore() bool {
	sentence := source.Squeeze(c.x.firstSentence(c.it))
	if len(c.it.Own) != 1 || len(c.x.sentences(c.it.Own[0])) != 1 || !strings.HasSuffix(sentence, "。") || !lexicon.Musts().In(sentence) || lexicon.Below().In(sentence) {
		return false
	}
	return !slices.ContainsFunc(c.it.Children, func(it *parser.Item) bool { return !strings.Contains(source.Squeeze(c.x.firstSentence(it)), ",") })
}

// onlyConditions reports whether an item says nothing but a lead-in to conditions, or its items
// do each.
func (x *extractor) onlyConditions(it *parser.Item) bool {
	if len(it.Own) != 1 || len(it.Children) == 0 {
		return false
	}
	return x.leadsToList(it) || !slices.ContainsFunc(it.Children, func(c *parser.Item) bool { return !x.onlyConditions(c) })
}

// onlyNames reports whether all that stands below an item is who holds or organizes something:
// 举办单位 over 主办单位:… and 承办单位:….
func (x *extractor) onlyNames(it *parser.Item) bool {
	return len(it.Children) > 0 && len(x.clauses[it]) == 0 && !slices.ContainsFunc(it.Children, func(c *parser.Item) bool { return !x.onlyClause(c) })
}

// hasText reports whether the item says more than its title.
func (c *candidate) hasText() bool {
	return c.x.hasText(c.x.body(c.it, c.title, true), c.it.Range)
}

// recurs reports whether an item below a heading of when, 申请时间, says how often: 每半年受理一次.
func (c *candidate) recurs() bool {
	if len(c.it.Children) > 0 || !strings.HasSuffix(source.Squeeze(c.heading), "时间") {
		return false
	}
	for _, r := range c.x.body(c.it, c.title, true).paragraphs {
		i, j := c.x.stream.Slice(r)
		if slices.ContainsFunc(when.Find(c.x.stream, i, j, when.Context{Issued: c.x.issued}, nil, false), func(t when.Time) bool {
			return t.Deadline && t.Relation == schema.RelationEvery
		}) {
			return true
		}
	}
	return false
}

// underGeneral reports whether the item stands in a chapter 总则 or 附则 of a decimal outline.
func (c *candidate) underGeneral() bool {
	if n := len(c.sc.path); n == 0 || c.it.Marker.Kind != parser.Decimal {
		return false
	}
	top := source.Squeeze(c.sc.path[0])
	return strings.HasSuffix(top, "总则") || strings.HasSuffix(top, "附则")
}

// duties reports whether most items name at their head who has the duty: 公安部负责…;.
func (x *extractor) duties(items []*parser.Item) bool {
	n := 0
	for _, it := range items {
		if x.duty(it) != nil {
			n++
		}
	}
	return n >= 2 && n*2 > len(items)
}

// duty returns the departments that an item begins with, before 负责, as a clause without
// extent of its own.
func (x *extractor) duty(it *parser.Item) *party.Clause {
	if len(it.Own) == 0 || len(it.Children) > 0 {
		return nil
	}
	if c, ok := x.dutyOf(it.Own[0]); ok {
		return &c
	}
	return nil
}

// dutyOf returns the departments that a paragraph begins with, before 负责.
func (x *extractor) dutyOf(r block.Range) (party.Clause, bool) {
	i, j := x.stream.Slice(r)
	return party.Duty(x.stream, i, j, x.party)
}

// leadsToList reports whether an item leads in to conditions, materials or cases: …需提供下列
// 材料:, …有下列情形之一的:.
func (x *extractor) leadsToList(it *parser.Item) bool {
	n := len(it.Own)
	if n == 0 {
		return false
	}
	return x.leadIn(it.Own[n-1]) || !x.endsWith(it.Own[n-1], ':') && n == 1 && len(it.Children) > 0 && lexicon.Conditions().In(x.firstSentence(it))
}

// leadIn reports whether a paragraph ends in a lead-in to conditions, materials or cases.
func (x *extractor) leadIn(r block.Range) bool {
	if !x.endsWith(r, ':') {
		return false
	}
	text := source.Squeeze(string(x.doc.Folded[max(r.Start, r.End-maxLead):r.End]))
	if i := strings.LastIndexAny(text, "。;"); i >= 0 {
		text = text[i:]
	}
	return lexicon.NoWork().In(text)
}

// things reports whether items are single sentences without a verb at their head that end in
// the same word of what is no work: …情况。, …行为。
func (x *extractor) things(items []*parser.Item) bool {
	last := ""
	for _, it := range items {
		sentence := strings.TrimRight(x.firstSentence(it), "。;")
		n, _ := lexicon.NoWork().Suffix([]rune(sentence))
		if n == 0 || len(it.Own) != 1 || len(it.Children) > 0 || len(x.sentences(it.Own[0])) != 1 || isWork(source.Squeeze(sentence)) {
			return false
		}
		word := string([]rune(sentence)[len([]rune(sentence))-n:])
		if last != "" && word != last {
			return false
		}
		last = word
	}
	return len(items) > 1
}

// demands reports whether most items lead in to lists of their own and say of whom they are
// asked: 1.企业申请补助需提供下列材料:…. Such an item is no condition but work.
func (x *extractor) demands(items []*parser.Item) bool {
	n := 0
	for _, it := range items {
		if len(it.Children) > 0 && x.leadsToList(it) && strings.ContainsAny(x.firstSentence(it), "需须应") {
			n++
		}
	}
	return n >= 2 && n*2 > len(items)
}

// maxLead is how much of a lead-in is read for what it leads to.
const maxLead = 40

// oneSentence reports whether an item is one sentence and has nothing below it.
func (x *extractor) oneSentence(it *parser.Item) bool {
	return len(it.Own) == 1 && len(it.Children) == 0 && len(x.sentences(it.Own[0])) == 1
}

// firstSentence returns the first sentence of an item's own text.
func (x *extractor) firstSentence(it *parser.Item) string {
	if len(it.Own) == 0 {
		return ""
	}
	for _, r := range x.sentences(it.Own[0]) {
		return string(x.doc.Folded[r.Start:r.End])
	}
	return ""
}
