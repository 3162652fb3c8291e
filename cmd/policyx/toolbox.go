package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"sync"

	"github.com/policyx/policyx/cmd/policyx/tool"
	"github.com/policyx/policyx/extract/filter"
)

// toolbox is what the tools of the verb mcp share.
type toolbox struct {
	c       *console
	flags   *mcpFlags
	folders *tool.Folders
	turn    sync.Mutex // one question after the other: what they take together is bounded
}

// tools are the tools.
func (b *toolbox) tools() (all []tool.Tool, err error) {
	for _, make := range []func() (tool.Tool, error){b.extractTool, b.explainTool, b.queryTool, b.compareTool, b.diffTool} {
		t, err := make()
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}

// newTool is a tool whose questions have the fields of Q and whose answers those of A.
func newTool[Q, A any](b *toolbox, name, title, description string, answer func(*console, Q) (*A, error)) (t tool.Tool, err error) {
	t = tool.Tool{Name: name, Title: title, Description: description}
	if t.Input, err = tool.Shape[Q](title); err != nil {
		return t, err
	}
	t.Output, err = tool.Shape[A](title)
	t.Call = tool.Asked(func(_ context.Context, q Q) (tool.Answer, error) {
		return b.answer(func(c *console) (any, error) { return answer(c, q) })
	})
	return t, err
}

// answer gives work a console on which what is said becomes a remark.
func (b *toolbox) answer(work func(*console) (any, error)) (a tool.Answer, err error) {
	b.turn.Lock()
	defer b.turn.Unlock()
	c := *b.c
	c.heard = func(line string) { a.Remarks = append(a.Remarks, line) }
	defer func() {
		if err != nil {
			err = errors.New(oneLine(c.says.Error(cause(err))))
		}
	}()
	defer recovered(&err)
	data, err := work(&c)
	if err == nil {
		a.Data, err = marshal(data)
	}
	return a, err
}

// marshal is the JSON of v, with < > & as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// question says which tasks are asked for, as the flags of extract do.
type question struct {
	Department []string `json:"department,omitempty" jsonschema_description:"Only tasks of one of these departments, by any of their names: 民政局 of every level, 市民政局 of a city, 云溪市民政局 of that one."`
	Role       []string `json:"role,omitempty" jsonschema:"enum=lead,enum=support,enum=responsible" jsonschema_description:"Only tasks in which a department (that of department) has one of these roles."`
	DueBefore  string   `json:"due_before,omitempty" jsonschema_description:"Only tasks with a deadline that ends on this date or before: 2024-06-30, 2024-06, 2024年6月底."`
	DueAfter   string   `json:"due_after,omitempty" jsonschema_description:"Only tasks with a deadline that ends on this date or after."`
	Place      []string `json:"place,omitempty" jsonschema_description:"Only notices of one of these places and of those within it: 安徽省 has 芜湖市."`
	Contains   []string `json:"contains,omitempty" jsonschema_description:"Only tasks with all of these texts in title, text or headings."`
	Having     []string `json:"having,omitempty" jsonschema:"enum=deadlines,enum=targets,enum=departments,enum=warnings" jsonschema_description:"Only tasks with all of these."`
}

func (q question) flags() filterFlags {
	return filterFlags{
		Query: filter.Query{Departments: q.Department, DueBefore: q.DueBefore, DueAfter: q.DueAfter, Places: q.Place, Contains: q.Contains, Having: q.Having},
		roles: q.Role,
	}
}

// gathering is the run for a question.
func (b *toolbox) gathering(c *console, q question) (*gathering, error) {
	f := gatherFlags{read: b.flags.read, notice: b.flags.notice, many: batchFlags{jobs: runtime.GOMAXPROCS(0)}, filter: q.flags(), catalogue: b.flags.catalogue}
	return f.gathering(c)
}
