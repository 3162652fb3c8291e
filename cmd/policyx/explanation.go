package main

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// explanation is what "policyx explain" prints, as data.
type explanation struct {
	Tasks []explainedTask `json:"tasks,omitempty" jsonschema_description:"The goals and tasks of the notice."`
	Lines []explainedLine `json:"lines,omitempty" jsonschema_description:"The lines that were asked for."`
}

type explainedTask struct {
	ID     string           `json:"id" jsonschema_description:"The id of the task or goal."`
	Title  string           `json:"title,omitempty" jsonschema_description:"Its title."`
	Values []explainedValue `json:"values" jsonschema_description:"What was found in it, in the order of the text."`
}

type explainedLine struct {
	Span   schema.Span      `json:"span" jsonschema_description:"Where the line stands."`
	Text   string           `json:"text" jsonschema_description:"Its text."`
	Fields []string         `json:"fields" jsonschema_description:"What it ended in: task 2.1, goal g3, table 1, heading; empty for nothing."`
	Tokens []string         `json:"tokens" jsonschema_description:"As the rules saw it: 2025/number, 年/unit:time; what stands in ‹› holds no time and no amount."`
	Values []explainedValue `json:"values" jsonschema_description:"What was found in it."`
	Lost   []explainedLoser `json:"lost,omitempty" jsonschema_description:"Candidates that belong to no value."`
}

type explainedValue struct {
	Kind  string           `json:"kind" jsonschema_description:"What it is: deadline, target, department, no deadline."`
	Value string           `json:"value" jsonschema_description:"The value, in short."`
	Rule  string           `json:"rule" jsonschema_description:"The rule that made it."`
	Text  string           `json:"text" jsonschema_description:"The text that it stands on."`
	Span  schema.Span      `json:"span" jsonschema_description:"The evidence."`
	Lost  []explainedLoser `json:"lost,omitempty" jsonschema_description:"Candidates that lost to it."`
}

type explainedLoser struct {
	Rule  string      `json:"rule" jsonschema_description:"The rule that would have made it."`
	Text  string      `json:"text" jsonschema_description:"The text that it stood on."`
	Value string      `json:"value,omitempty" jsonschema_description:"Its value, in short."`
	Why   string      `json:"why" jsonschema_description:"Why it was not taken."`
	Span  schema.Span `json:"span" jsonschema_description:"Where it stands."`
}

// explainedText is the explanation of each line of a text.
func (c *console) explainedText(text string, opts extract.Options) (*explanation, error) {
	doc, err := parser.Parse("text", []byte(text), parser.Options{Format: "text", Encoding: "utf-8", Fragment: true})
	if err != nil {
		return nil, err
	}
	e := &explanation{}
	for n := range strings.Count(text, "\n") + 1 {
		if found, ok := extract.ExplainLine(doc, opts, n+1, 0); ok {
			e.Lines = append(e.Lines, c.explainedLine(found))
		}
	}
	return e, nil
}

func (c *console) explainedLine(l extract.ExplainedLine) explainedLine {
	out := explainedLine{Span: l.Span, Text: l.Text, Fields: append([]string{}, l.Fields...), Tokens: []string{}, Values: c.explainedValues(l.Values), Lost: c.explainedLosers(slices.Compact(l.Lost))}
	for _, t := range l.Tokens {
		out.Tokens = append(out.Tokens, token(t))
	}
	return out
}

func (c *console) explainedValues(values []extract.ExplainedValue) []explainedValue {
	out := []explainedValue{}
	for _, v := range values {
		out = append(out, explainedValue{v.Kind, c.says.Text(v.Value), v.Rule, v.Text, v.Span, c.explainedLosers(v.Lost)})
	}
	return out
}

func (c *console) explainedLosers(lost []extract.ExplainedLoser) (out []explainedLoser) {
	for _, l := range lost {
		out = append(out, explainedLoser{l.Rule, l.Text, l.Value, c.says.Phrase(l.Why), l.Span})
	}
	return out
}
