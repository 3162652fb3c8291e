package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render/workbook"
)

// parties gathers what each department has to do, over all notices. What it keeps is
// copied, so that no notice's text stays in memory with it.
type parties struct {
	whole  bool // keep their tasks, not only how many
	known  func(n *schema.Notice, d schema.Department) string
	list   []*party
	byName map[string]*party
	tasks  []partyTask
}

// party is a department with its duties in the order of the notices.
type party struct {
	name                   string // the one that it has most often
	canonical, place, kind string
	names                  map[string]int
	counts                 [3]int // by role
	duties                 []duty
}

// duty is a task in a role, as indexes of parties.tasks and of roles.
type duty struct {
	task int32
	role int8
}

func (p *party) total() int { return p.counts[0] + p.counts[1] + p.counts[2] }

// partyTask is what the sheet of a department says about a task.
type partyTask struct {
	row                                       int // of the ledger, as 序号
	document, title, text, due, when, targets string
}

func totalColumns() []column {
	return []column{
		{"name", "Department.name", 28}, {"canonical", "Department.canonical", 32}, {"place", "Metadata.jurisdiction", 16}, {"kind", "Department.kind", 14},
		{"lead", "lead_count", 9}, {"support", "support_count", 9}, {"responsible", "responsible_count", 9}, {"total", "total", 9},
	}
}

// add gathers the duties of a notice, whose first task stands in row first of the ledger.
func (p *parties) add(n *schema.Notice, first int) {
	if p.byName == nil {
		p.byName = make(map[string]*party)
	}
	title := strings.Clone(document(n))
	for i := range n.Tasks {
		t := &n.Tasks[i]
		if t.Departments == nil {
			continue
		}
		if p.whole {
			p.tasks = append(p.tasks, newPartyTask(t, title, first+i))
		}
		for role, r := range schema.Roles() {
			for _, dep := range t.Departments.In(r) {
				of := p.party(n, dep)
				of.counts[role]++
				if p.whole {
					of.duties = append(of.duties, duty{int32(len(p.tasks) - 1), int8(role)})
				}
			}
		}
	}
}

func newPartyTask(t *schema.Task, document string, row int) partyTask {
	c := strings.Clone
	return partyTask{row: row, document: document, title: c(label(t)), text: c(t.Text), due: c(due(t)), when: c(schedule(t)), targets: targets(t)}
}

func (p *parties) party(n *schema.Notice, dep schema.Department) *party {
	key := p.known(n, dep)
	of := p.byName[key]
	if of == nil {
		of = &party{place: strings.Clone(n.Metadata.Jurisdiction), kind: strings.Clone(string(dep.Kind)), names: map[string]int{}}
		p.byName[strings.Clone(key)] = of
		p.list = append(p.list, of)
	}
	if of.canonical == "" {
		of.canonical = strings.Clone(dep.Canonical)
	}
	name := strings.Clone(dep.Name)
	if of.names[name]++; of.names[name] > of.names[of.name] {
		of.name = name
	}
	return of
}

// sorted returns the departments, those with most to do first.
func (p *parties) sorted() []*party {
	slices.SortStableFunc(p.list, func(a, b *party) int { return cmp.Compare(b.total(), a.total()) })
	return p.list
}

// writeTotals fills the sheet of totals: a row for each department.
func (w *xlsxWriter) writeTotals() error {
	for _, p := range w.parties.sorted() {
		row := []cell{text(p.name), text(p.canonical), text(p.place), text(w.word("DepartmentKind", p.kind)), count(p.counts[0]), count(p.counts[1]), count(p.counts[2]), count(p.total())}
		if err := w.totals.Row(sheetCells(row)...); err != nil {
			return err
		}
	}
	return nil
}

// writeDepartments adds a sheet for each department, as far as there is room.
func (w *xlsxWriter) writeDepartments() error {
	if !w.parties.whole {
		return nil
	}
	names := newSheetNames(w.book)
	list := w.parties.sorted()
	for _, p := range list[:min(len(list), MaxDepartmentSheets)] {
		s := w.book.Add(names.next(cmp.Or(p.name, p.canonical), p.place))
		s.Title, s.Direct, s.Fixed = cmp.Or(p.canonical, p.name)+" "+w.word("sheet", "book"), true, 3
		s.Columns = sheetColumns(w.lang, departmentColumns()...)
		if err := w.writeDuties(s, p); err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
	return nil
}

func departmentColumns() []column {
	return []column{
		{"role", "Department.role", 7}, {"order", "order", 7}, {"title", "task", 24}, {"text", "Task.text", 64},
		{"deadlines", "deadlines", 16}, {"due", "due", 12}, {"targets", "targets", 30}, {"document", "document", 24},
	}
}

func (w *xlsxWriter) writeDuties(s *workbook.Sheet, p *party) error {
	slices.SortStableFunc(p.duties, func(a, b duty) int { return cmp.Compare(a.role, b.role) })
	for _, d := range p.duties {
		t := w.parties.tasks[d.task]
		cells := sheetCells([]cell{text(w.word("Role", string(schema.Roles()[d.role]))), count(t.row), text(t.title), text(t.text), text(t.when), day(t.due), text(t.targets), text(t.document)})
		cells[0], cells[1] = cells[0].With(workbook.Centred), cells[1].With(workbook.Centred)
		if err := s.Row(cells...); err != nil {
			return err
		}
	}
	return nil
}
