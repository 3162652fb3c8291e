package main

import (
	"github.com/policyx/policyx/cmd/policyx/tool"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/diff"
	"github.com/policyx/policyx/schema/message"
)

// defaultLimit is how many notices a query returns where it does not say; the others are counted.
const defaultLimit = 20

// queryQuestion asks a catalogue.
type queryQuestion struct {
	Catalogue string `json:"catalogue" jsonschema_description:"The file that policyx index made."`
	Limit     int    `json:"limit,omitempty" jsonschema:"minimum=1" jsonschema_description:"How many notices to return (20); the others are counted."`
	Offset    int    `json:"offset,omitempty" jsonschema:"minimum=0" jsonschema_description:"How many notices that fit to pass over, to go on behind an earlier answer."`
	question
}

// found is what a query found.
type found struct {
	Notices []*schema.Notice `json:"notices" jsonschema_description:"The notices with the tasks that fit, and nothing but these tasks."`
	Fit     counts           `json:"fit" jsonschema_description:"How many fit, those that are not returned as well."`
	All     counts           `json:"all" jsonschema_description:"How many the catalogue has."`
}

type counts struct {
	Notices int `json:"notices" jsonschema_description:"Notices."`
	Tasks   int `json:"tasks" jsonschema_description:"Tasks."`
}

func (b *toolbox) queryTool() (tool.Tool, error) {
	return newTool(b, "query", "Query a catalogue", "Find the tasks of a catalogue of notices that fit all filters: by department, role, last day, place, words.", b.query)
}

func (b *toolbox) query(c *console, q queryQuestion) (*found, error) {
	if q.Limit < 0 || q.Offset < 0 {
		return nil, message.New("limit and offset: want no negative number")
	}
	if q.Limit == 0 {
		q.Limit = defaultLimit
	}
	path, err := b.file(c, q.Catalogue)
	if err != nil {
		return nil, err
	}
	g, err := b.gathering(c, q.question)
	if err != nil {
		return nil, err
	}
	cat, err := g.catalogue.open(path)
	if err != nil {
		return nil, err
	}
	defer cat.Close()
	out := &found{Notices: []*schema.Notice{}}
	err = g.ask(cat, func(o outcome) error {
		if g.fit.notices > q.Offset && len(out.Notices) < q.Limit {
			out.Notices = append(out.Notices, o.kept.Notice)
		}
		return nil
	})
	out.Fit, out.All = counts{g.fit.notices, g.fit.tasks}, counts{g.fit.all, g.fit.allTasks}
	return out, g.catalogue.explain(path, err)
}

// compareQuestion names notices and what of them is compared.
type compareQuestion struct {
	Paths      []string `json:"paths" jsonschema_description:"Files of notices, folders of them, data as extract returns them, and catalogues."`
	Indicators []string `json:"indicators,omitempty" jsonschema_description:"Only indicators with one of these texts in a name, also where one notice alone has them."`
	Topics     []string `json:"topics,omitempty" jsonschema_description:"Only these topics, phrases of your own."`
	All        bool     `json:"all,omitempty" jsonschema_description:"Also the indicators that one notice alone has."`
	question
}

func (b *toolbox) compareTool() (tool.Tool, error) {
	return newTool(b, "compare", "Compare notices", "Set several notices beside each other: for each indicator who sets which value by when, topics of tasks with the gaps, and last days. Each value has its span in its notice.", b.compare)
}

func (b *toolbox) compare(c *console, q compareQuestion) (*compare.Report, error) {
	f := compareFlags{compare: compare.Options{Indicators: q.Indicators, Topics: q.Topics, Alone: q.All}}
	if _, err := f.check(c); err != nil {
		return nil, err
	}
	var paths []string
	for _, name := range q.Paths {
		path, err := b.folders.Find(name)
		if err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	g, err := b.gathering(c, q.question)
	if err != nil {
		return nil, err
	}
	report, err := f.report(c, g, paths)
	if err != nil {
		return nil, err
	}
	for i := range report.Notices {
		report.Notices[i].Name = b.folders.Name(report.Notices[i].Name)
	}
	return report, nil
}

// diffQuestion names two versions of a notice.
type diffQuestion struct {
	Old string `json:"old" jsonschema_description:"The file of the old version, or data of it as extract returns them."`
	New string `json:"new" jsonschema_description:"The file of the new version."`
}

func (b *toolbox) diffTool() (tool.Tool, error) {
	return newTool(b, "diff", "Compare two versions of a notice", "Say what changed between two versions of a notice: tasks, departments and roles, deadlines, targets, metadata, with the place of both sides.", b.diff)
}

func (b *toolbox) diff(c *console, q diffQuestion) (*diff.Report, error) {
	old, err := b.file(c, q.Old)
	if err != nil {
		return nil, err
	}
	new, err := b.file(c, q.New)
	if err != nil {
		return nil, err
	}
	g, err := b.gathering(c, question{})
	if err != nil {
		return nil, err
	}
	report, err := g.changes(old, new)
	if err != nil {
		return nil, err
	}
	report.Old.Name, report.New.Name = q.Old, q.New
	return report, nil
}
