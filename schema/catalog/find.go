package catalog

import (
	"bytes"
	"compress/zlib"
	"database/sql"
	"encoding/json"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/policyx/policyx/schema"
)

// Question narrows what is looked for. Each field narrows; the zero value asks for every notice. What it finds has
// to be looked at by who asks: a task that fits all of it is in no other notice, but not every notice has one.
type Question struct {
	Departments []Department // of which one has to do with a task
	Roles       []schema.Role
	Before      string // ISO days that bound the last day of a deadline, inclusive
	After       string
	Places      []string // names, one of which the place of the notice has in its own or lies in
	Contains    []string // folded; all stand in a task
}

// Department is what is known of one that is asked for.
type Department struct {
	Works  []string // it has all of them
	Places []string // names, one of which stands in its own, or the place of the notice lies in; nil where it is of any place
}

// Found is a notice, with the place that it is of where it does not say so itself.
type Found struct {
	Notice *schema.Notice
	Place  string
	ID     int64
	Input  string // the place of its file
	Stale  bool   // the file could not be read since
}

// Find yields the notices in the order of their inputs, one that lies in several files once. An error is the last that it yields.
func (c *Catalog) Find(q Question) iter.Seq2[Found, error] {
	return func(yield func(Found, error) bool) {
		statement, args := q.statement()
		ids, err := c.numbers(statement, args...)
		if err != nil {
			yield(Found{}, err)
			return
		}
		for ids := range slices.Chunk(ids, 4*runtime.GOMAXPROCS(0)) {
			for _, s := range c.several(ids) {
				if !yield(s.Found, s.err) || s.err != nil {
					return
				}
			}
		}
	}
}

// several are the notices of rows, unpacked at once.
func (c *Catalog) several(ids []int64) []*stored {
	all := make([]*stored, len(ids))
	var open sync.WaitGroup
	for i, id := range ids {
		all[i] = c.stored(id)
		open.Go(all[i].open)
	}
	open.Wait()
	return all
}

// Size is how much there is. A notice that lies in several files counts once.
type Size struct{ Notices, Tasks, Twins int }

// Size returns how many notices and tasks there are, and how many notices are left out as twins of others.
func (c *Catalog) Size() (s Size, err error) {
	err = c.row("SELECT notices, tasks, twins FROM totals").Scan(&s.Notices, &s.Tasks, &s.Twins)
	return s, cause(err)
}

// Has reports whether there is a notice that a question finds.
func (c *Catalog) Has(q Question) (has bool, err error) {
	found, args := q.found()
	if found == "" {
		found = "SELECT n.id FROM notices n"
	}
	err = c.row("SELECT EXISTS ("+found+")", args...).Scan(&has)
	return has, cause(err)
}

// Names returns the names of all departments, or places.
func (c *Catalog) Names(of Names) ([]string, error) {
	return c.texts("SELECT DISTINCT name FROM " + string(of) + " ORDER BY name")
}

// Names are those of [Departments] or [Places].
type Names string

// What has names in a catalogue.
const (
	Departments Names = "departments"
	Places      Names = "places"
)

// Notice is the notice of a row, as it was put in.
func (c *Catalog) Notice(id int64) (Found, error) {
	s := c.stored(id)
	s.open()
	return s.Found, s.err
}

// stored is a notice as it lies in the catalogue, or why it cannot be had.
type stored struct {
	Found
	json []byte // deflated
	err  error
}

func (c *Catalog) stored(id int64) *stored {
	s := &stored{Found: Found{ID: id}}
	var place sql.NullString
	err := c.row("SELECT d.json, p.name, i.path, i.stale IS NOT NULL FROM documents d JOIN notices n ON n.id = d.notice_id JOIN inputs i ON i.id = n.input_id LEFT JOIN places p ON p.id = n.place_id WHERE d.notice_id = ?", id).
		Scan(&s.json, &place, &s.Input, &s.Stale)
	s.Place, s.err = place.String, cause(err)
	return s
}

// open unpacks the notice.
func (s *stored) open() {
	if s.err != nil {
		return
	}
	inflate, err := zlib.NewReader(bytes.NewReader(s.json))
	if err == nil {
		err = json.NewDecoder(inflate).Decode(&s.Notice)
	}
	if err != nil {
		s.err = &fault{ErrDamaged, err}
	}
}

// conditions are the parts of a statement that goes from notices to those of their tasks that are asked for.
type conditions struct {
	joins, where []string
	args         []any // of joins, then of where
	later        []any // of where, until all joins are there
	// near goes from places to tasks to their departments: a place has few notices, a department may have tasks in all.
	near bool

	names []string // one stands in the name of a department that is asked for; nil for any name
}

// statement selects the notices that count, in the order of their inputs.
func (q *Question) statement() (string, []any) {
	found, args := q.found()
	if found == "" {
		return "SELECT n.id FROM notices n JOIN inputs i ON i.id = n.input_id WHERE n.twin_of IS NULL ORDER BY i.path, n.position", nil
	}
	return "SELECT n.id FROM notices n CROSS JOIN inputs i ON i.id = n.input_id WHERE n.twin_of IS NULL AND n.id IN (" + found + ") ORDER BY i.path, n.position", args
}

// found selects the notices with a task that is asked for, some of them more than once; "" where nothing narrows.
func (q *Question) found() (string, []any) {
	var anywhere []Department
	near := q.Places != nil
	branches := []conditions{{near: near}}
	for _, d := range q.Departments {
		if d.Places == nil {
			anywhere = append(anywhere, d)
			continue
		}
		home, called := conditions{near: true}, conditions{near: near, names: d.Places} // each is found by an index of its own
		home.places(d.Places)
		home.responsible([]Department{d}, q.Roles)
		called.responsible([]Department{d}, q.Roles)
		branches = append(branches, home, called)
	}
	switch {
	case anywhere != nil || q.Roles != nil && q.Departments == nil:
		branches[0].responsible(anywhere, q.Roles)
	case q.Departments != nil:
		branches = branches[1:]
	}
	var statements []string
	var args []any
	for i := range branches {
		statement, with := q.narrowed(&branches[i])
		statements, args = append(statements, statement), append(args, with...)
	}
	return strings.Join(statements, " UNION "), args
}

// narrowed selects what fits the conditions and the rest of the question.
func (q *Question) narrowed(c *conditions) (string, []any) {
	if q.Before != "" || q.After != "" {
		join := "deadlines x ON x.task_id = t.id AND x.last_day >= ?"
		c.args = append(c.args, q.After)
		if q.Before != "" {
			join += " AND x.last_day <= ?"
			c.args = append(c.args, q.Before)
		}
		c.joins = append(c.joins, join)
	}
	if words := match(strings.Join(q.Contains, "\n")); words != "" {
		c.where = append(c.where, "t.id IN (SELECT rowid FROM search WHERE search MATCH ?)")
		c.later = append(c.later, words)
	}
	c.places(q.Places)
	if c.joins == nil && c.where == nil {
		return "", nil
	}
	c.where = append(c.where, "t.kind = 'task'")
	join := "JOIN "
	if c.near {
		join = "CROSS JOIN " // SQLite takes the tables as they stand
	}
	return "SELECT n.id FROM notices n " + join + strings.Join(append([]string{"tasks t ON t.notice_id = n.id"}, c.joins...), " "+join) + " WHERE " + strings.Join(c.where, " AND "), append(c.args, c.later...)
}

// responsible asks for one of some departments, by their works, in one of the roles.
func (c *conditions) responsible(departments []Department, roles []schema.Role) {
	join, department := "responsibilities r ON r.task_id = t.id", "r.department_id"
	if c.near {
		department = "+" + department // not by its index
	}
	of := "SELECT department_id FROM department_works WHERE work = ?"
	if c.names != nil {
		called := strings.TrimSuffix(strings.Repeat("instr(name, ?) OR instr(canonical, ?) OR ", len(c.names)), " OR ")
		of = "SELECT id FROM department_works JOIN departments ON id = department_id WHERE work = ? AND (" + called + ")"
	}
	var any []string
	for _, d := range departments {
		var parts []string
		for _, work := range d.Works {
			parts = append(parts, department+" IN ("+of+")")
			c.args = append(c.args, work)
			for _, name := range c.names {
				c.args = append(c.args, name, name)
			}
		}
		any = append(any, "("+strings.Join(parts, " AND ")+")")
	}
	if any != nil {
		join += " AND (" + strings.Join(any, " OR ") + ")"
	}
	if roles != nil {
		join += " AND r.role IN (" + marks(len(roles)) + ")"
		for _, role := range roles {
			c.args = append(c.args, string(role))
		}
	}
	c.joins = append(c.joins, join)
}

// places asks for notices of places with one of the names, or that have one in their own name.
func (c *conditions) places(names []string) {
	if names == nil {
		return
	}
	where := "n.place_id IN (SELECT place_id FROM place_parts WHERE within IN (" + marks(len(names)) + ")"
	for _, name := range names {
		c.later = append(c.later, name)
	}
	for _, name := range names {
		where += " UNION SELECT id FROM places WHERE instr(name, ?)"
		c.later = append(c.later, name)
	}
	c.where = append(c.where, where+")")
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }
