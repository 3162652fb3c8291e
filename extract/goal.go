package extract

import (
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// goals reads the sentences of a section that states goals, and of everything below it.
func (x *extractor) goals(it *parser.Item) {
	title := x.title(it)
	name := string(x.doc.Folded[title.Start:title.End])
	if strings.Contains(name, "适用范围") {
		return // who is meant, and when: nothing to reach
	}
	for _, r := range it.Own {
		if title.Len() > 0 && r.Contains(title) {
			r.Start = x.behindTitle(title.End, r.End)
			if strings.Contains(name, ":") || r.Len() == 0 && len(it.Own) == 1 && len(it.Children) == 0 {
				r.Start = title.Start // 1.产业规模:到2027年,产业规模超100亿元。
			}
		}
		x.goal(r)
	}
	for _, c := range it.Children {
		x.goals(c)
	}
}

// goal keeps the sentences of a paragraph that name a number to reach or a date to
// reach it by; of the preamble, which says what has been and until when to report, those that name both.
func (x *extractor) goal(r block.Range) {
	preamble := slices.Contains(x.doc.Head.Preamble, r)
	for _, sentence := range x.sentences(r) {
		if x.defines(sentence) {
			continue
		}
		id := "g" + strconv.Itoa(len(x.notice.Goals)+1)
		deadlines, targets := x.facts(id, []block.Range{sentence}, when.Context{})
		number, date := len(targets) > 0, reaches(deadlines)
		if !number && !date || preamble && !(number && date && !x.asks(sentence)) {
			continue
		}
		x.notice.Goals = append(x.notice.Goals, schema.Task{
			ID: id, Text: x.doc.Join(sentence), Span: x.doc.Span(sentence), Deadlines: deadlines, Targets: targets,
		})
	}
}

// asks reports whether a sentence asks those who are addressed to send something: 请于4月10日前报送联络员1名.
func (x *extractor) asks(r block.Range) bool {
	text := source.Squeeze(string(x.doc.Folded[r.Start:r.End]))
	return strings.Contains(text, "请") || lexicon.Reports().In(text)
}

// reaches reports whether one of the times is one to reach something by; a time that
// something happened in, 2020年9月11日召开会议, is none, nor is what comes again each year.
func reaches(deadlines []schema.Deadline) bool {
	return slices.ContainsFunc(deadlines, func(d schema.Deadline) bool {
		return d.Relation != schema.RelationDuring && d.Relation != schema.RelationEvery
	})
}

// defines reports whether a sentence says what a word means: 本方案所称小微企业,是指….
func (x *extractor) defines(r block.Range) bool {
	text := string(x.doc.Folded[r.Start:r.End])
	return strings.Contains(text, "所称") && (strings.Contains(text, "是指") || strings.Contains(text, "包括"))
}

// sentences cuts a paragraph into its sentences. A ? in a notice is mostly what a page lost.
func (x *extractor) sentences(r block.Range) []block.Range {
	var out []block.Range
	begin, end := x.stream.Slice(r)
	for i := begin + 1; i <= end; i++ {
		if i == end || x.stream.Sentence(i) == i && x.stream.Runes[i-1] == '。' {
			out = append(out, x.stream.Range(begin, i))
			begin = i
		}
	}
	return out
}
