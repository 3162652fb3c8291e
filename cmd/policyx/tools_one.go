package main

import (
	"slices"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/cmd/policyx/tool"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/message"
)

// namesListed is how many files or notices are named to someone who has to choose one.
const namesListed = 200

// extractQuestion names a notice and what of it is wanted.
type extractQuestion struct {
	Path    string   `json:"path" jsonschema_description:"The file of the notice, in any format."`
	Member  string   `json:"member,omitempty" jsonschema_description:"Of an archive or workbook that holds several notices: the name of one."`
	Issued  string   `json:"issued,omitempty" jsonschema_description:"Day of issue (2022-12-05) of a notice that has none."`
	Without []string `json:"without,omitempty" jsonschema:"enum=tables,enum=outline" jsonschema_description:"Parts that are left out, to have a shorter answer."`
	question
}

func (b *toolbox) extractTool() (tool.Tool, error) {
	t, err := newTool(b, "extract", "Extract a notice", "Read one notice: metadata, outline, goals, tasks with departments, deadlines and targets, indicators, tables, and what was not understood. "+
		"Each value has its place in the text (span) as evidence. With a filter, only the tasks that fit.", b.extract)
	if err == nil {
		t.Output, err = jsonschema.Generate()
	}
	return t, err
}

func (b *toolbox) extract(c *console, q extractQuestion) (*schema.Notice, error) {
	path, err := b.file(c, q.Path)
	if err != nil {
		return nil, err
	}
	f := b.flags.notice
	if q.Issued != "" {
		f.issued = q.Issued
	}
	opts, err := f.options(c)
	if err != nil {
		return nil, err
	}
	words := q.flags()
	keep, err := words.filter(opts.Lexicon.Words())
	if err != nil {
		return nil, err
	}
	x := &extraction{c: c, flags: &extractFlags{read: b.flags.read}, opts: opts, keep: keep}
	file, err := load(c, batch.Input{Name: path})
	if err != nil {
		return nil, about(q.Path, err)
	}
	o, err := one(q, x.noticesIn(batch.Input{Name: q.Path}, file))
	if err != nil {
		return nil, err
	}
	n := o.kept.Notice
	if n == nil { // no task fits, which is an answer
		rest := *o.notice
		rest.Goals, rest.Tasks, rest.Indicators = nil, []schema.Task{}, nil
		n = &rest
	}
	if slices.Contains(q.Without, "tables") {
		n.Tables = nil
	}
	if slices.Contains(q.Without, "outline") {
		n.Outline = nil
	}
	return n, nil
}

// one is the notice that a question is about, of those that its file holds.
func one(q extractQuestion, all []outcome) (outcome, error) {
	var names []string
	for _, o := range all {
		if o.name == q.Member || q.Member == "" && len(all) == 1 {
			return o, about(o.name, o.err)
		}
		names = append(names, o.name)
	}
	if q.Member != "" {
		return outcome{}, message.Errorf("%s: holds no notice %s, but %s", q.Path, q.Member, few(names, namesListed))
	}
	return outcome{}, message.Errorf("%s: holds %s: give one as member: %s", q.Path, count(len(all), "notice"), few(names, namesListed))
}

// file is the path of a file that a question names. Of a folder, the files in it are said.
func (b *toolbox) file(c *console, name string) (string, error) {
	path, err := b.folders.Find(name)
	if err != nil || !isFolder(path) {
		return path, err
	}
	var names []string
	for _, in := range batch.Walk([]string{path}, batch.Filter{Leave: parser.PageFolder}, nil, func(string, error) {}) {
		names = append(names, in.Rel)
	}
	return "", message.Errorf("%s: is a folder, with %s: %s", name, count(len(names), "file"), few(names, namesListed))
}

// explainQuestion names a notice, or is a text, and what of it is to be explained.
type explainQuestion struct {
	Path string `json:"path,omitempty" jsonschema_description:"The file of the notice; or give text."`
	Text string `json:"text,omitempty" jsonschema_description:"A sentence or a few lines, read as a notice of their own."`
	Task string `json:"task,omitempty" jsonschema_description:"Explain only the task with this id."`
	At   string `json:"at,omitempty" jsonschema_description:"Explain this LINE or LINE:COLUMN of the reading text instead, as a span has it: also why something was not found there."`
}

func (b *toolbox) explainTool() (tool.Tool, error) {
	return newTool(b, "explain", "Explain what was found, and what was not", "Say for each deadline, target and department of a notice which rule made it, on which text it stands, and which candidates lost to it and why; "+
		"of a line, also what was found in no field.", b.explain)
}

func (b *toolbox) explain(c *console, q explainQuestion) (*explanation, error) {
	opts, err := b.flags.notice.options(c)
	switch {
	case err != nil:
		return nil, err
	case (q.Path == "") == (q.Text == ""):
		return nil, message.New("give a path or a text, one of them")
	case q.Text != "":
		return c.explainedText(q.Text, opts)
	}
	path, err := b.file(c, q.Path)
	if err != nil {
		return nil, err
	}
	line, column, err := (&explainFlags{at: q.At}).place()
	if err != nil {
		return nil, err
	}
	doc, err := b.flags.read.parse(c, path)
	if err != nil {
		return nil, about(q.Path, err)
	}
	if line > 0 {
		found, ok := extract.ExplainLine(doc, opts, line, column)
		if !ok {
			return nil, message.Errorf("%s: the reading text has no such place: %s", q.Path, q.At)
		}
		return &explanation{Lines: []explainedLine{c.explainedLine(found)}}, nil
	}
	e := &explanation{}
	for _, item := range extract.Explain(doc, opts).Items {
		if q.Task == "" || item.Task == q.Task {
			e.Tasks = append(e.Tasks, explainedTask{item.Task, item.Title, c.explainedValues(item.Values)})
		}
	}
	if q.Task != "" && len(e.Tasks) == 0 {
		return nil, message.Errorf("%s: no task with the id %q", q.Path, q.Task)
	}
	return e, nil
}
