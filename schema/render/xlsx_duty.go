package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
	"github.com/policyx/policyx/schema/term"
)

// duties gathers what each department has to do, over all notices. What it keeps is
// copied, so that no notice's text stays in memory with it.
type duties struct {
	parties []*party
	byName  map[string]*party
	tasks   []dutyTask
}

// party is a department with its duties in the order of the notices.
type party struct {
	name, canonical, kind string
	counts                [3]int // by role
	duties                []duty
}

// duty is a task in a role, as indexes of duties.tasks and of roles.
type duty struct {
	task int32
	role int8
}

// dutyTask is what the sheet says about a task: its file, and in one string its id, name,
// schedule and last day, since a batch has hundreds of thousands of them.
type dutyTask struct{ file, facts string }

func newDutyTask(file string, t *schema.Task) dutyTask {
	return dutyTask{file, clean(t.ID) + "\x00" + clean(label(t)) + "\x00" + clean(schedule(t)) + "\x00" + due(t)} // clean leaves no NUL
}

// cells returns the cells behind the role.
func (t dutyTask) cells() []cell {
	f := strings.SplitN(t.facts, "\x00", 4)
	return []cell{text(f[0]), text(f[1]), text(f[2]), day(f[3]), text(t.file)}
}

func dutyColumns() []column {
	return []column{
		{"", "Department.name", 28}, {"", "Department.canonical", 30}, {"", "Department.kind", 14},
		{"", "lead_count", 7}, {"", "support_count", 7}, {"", "responsible_count", 7}, {"", "total", 7},
		{"", "Department.role", 8}, {"", "Task.id", 8}, {"", "task", 36}, {"", "deadlines", 24}, {"", "due", 12}, {"", "Source.name", 20},
	}
}

// add gathers the duties of a notice.
func (d *duties) add(n *schema.Notice) {
	if d.byName == nil {
		d.byName = make(map[string]*party)
	}
	name := strings.Clone(n.Source.Name)
	for i := range n.Tasks {
		t := &n.Tasks[i]
		if t.Departments == nil {
			continue
		}
		d.tasks = append(d.tasks, newDutyTask(name, t))
		for role, r := range schema.Roles() {
			for _, dep := range t.Departments.In(r) {
				p := d.party(n, dep)
				p.counts[role]++
				p.duties = append(p.duties, duty{int32(len(d.tasks) - 1), int8(role)})
			}
		}
	}
}

// party returns the department: the one of the same official name, else of the same
// name in the same place, since every county has its 县民政局.
func (d *duties) party(n *schema.Notice, dep schema.Department) *party {
	key := dep.Canonical
	if key == "" {
		key = n.Metadata.Jurisdiction + "\n" + dep.Name
	}
	p := d.byName[key]
	if p == nil {
		p = &party{name: strings.Clone(dep.Name), canonical: strings.Clone(dep.Canonical), kind: strings.Clone(string(dep.Kind))}
		d.byName[strings.Clone(key)] = p
		d.parties = append(d.parties, p)
	}
	return p
}

// write fills the sheet: for each department, those with most to do first, a row with
// its counts and below it a row for each of its duties.
func (d *duties) write(s *workbook.Sheet, lang term.Language) error {
	say := wordsIn(lang)
	slices.SortStableFunc(d.parties, func(a, b *party) int { return cmp.Compare(len(b.duties), len(a.duties)) })
	for _, p := range d.parties {
		head := []cell{text(p.name), text(p.canonical), text(say("DepartmentKind", p.kind)), count(p.counts[0]), count(p.counts[1]), count(p.counts[2]), count(len(p.duties))}
		cells := sheetCells(append(head, make([]cell, 6)...))
		for i := range cells {
			cells[i] = cells[i].With(workbook.Strong)
		}
		if err := s.Row(0, cells...); err != nil {
			return err
		}
		slices.SortStableFunc(p.duties, func(a, b duty) int { return cmp.Compare(a.role, b.role) })
		for _, x := range p.duties {
			row := []cell{text(p.name), {}, {}, {}, {}, {}, {}, text(say("Role", string(schema.Roles()[x.role])))}
			row = append(row, d.tasks[x.task].cells()...)
			if err := s.Row(1, sheetCells(row)...); err != nil {
				return err
			}
		}
	}
	return nil
}
