package catalog

import (
	"bytes"
	"compress/zlib"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// Record is a notice that is ready to be written.
type Record struct {
	notice *schema.Notice
	place  string
	digest string
	whole  []byte
	tasks  []item // goals, then tasks
}

// item is a task or a goal.
type item struct {
	*schema.Task
	kind  string
	path  string // headings
	words string
}

// Record makes a record of a notice, which is of place where it does not say so itself. digest says what the notice was made
// of. Any number of goroutines may make records.
func (known Reading) Record(n *schema.Notice, place, digest string) (*Record, error) {
	r := &Record{notice: n, place: place, digest: digest}
	if n.Metadata.Jurisdiction != "" {
		r.place = n.Metadata.Jurisdiction
	}
	add := func(kind string, list []schema.Task) {
		for i := range list {
			t := item{Task: &list[i], kind: kind, path: strings.Join(list[i].Path, " / ")}
			t.words = known.words(t.Title, t.path, t.Text)
			r.tasks = append(r.tasks, t)
		}
	}
	add("goal", n.Goals)
	add("task", n.Tasks)
	var out bytes.Buffer
	deflate, err := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	if err == nil {
		err = errors.Join(json.NewEncoder(deflate).Encode(n), deflate.Close())
	}
	r.whole = out.Bytes()
	return r, err
}

// words are the words by which a task is found.
func (known Reading) words(title, path, text string) string {
	return words(known.Fold(title), known.Fold(path), known.Fold(text))
}

// Entry is a notice of an input, or, without a record, the end of the input, or that it could not be read.
type Entry struct {
	Path     string // of the input
	Position int    // of the notice, from 1; at the end that of the last
	Record   *Record
	Digest   string // at the end: of the input
	Fault    string // why the input could not be read: what it held before stays, as stale
}

// Tally counts notices.
type Tally struct{ Added, Replaced, Same, Removed int }

// Add counts those of other as well.
func (t *Tally) Add(other Tally) {
	t.Added += other.Added
	t.Replaced += other.Replaced
	t.Same += other.Same
	t.Removed += other.Removed
}

// Write writes entries, all or, with an error, none of them. The notices of an input come before its end; those
// behind its last go. A notice with the digest that it has already stays as it is.
func (c *Catalog) Write(entries []Entry) (t Tally, err error) {
	err = c.within(func() error {
		for _, e := range entries {
			if e.Fault != "" {
				if err := c.fault(e); err != nil {
					return err
				}
				continue
			}
			input, err := c.input(e.Path)
			switch {
			case err != nil:
			case e.Record != nil:
				err = c.notice(&t, input, e.Position, e.Record)
			default:
				err = c.end(&t, input, e)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return t, err
}

// input is the row of an input, which is made where there is none.
func (c *Catalog) input(path string) (id int64, err error) {
	err = c.row("SELECT id FROM inputs WHERE path = ?", path).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return c.insert("INSERT INTO inputs (path) VALUES (?)", path)
	}
	return id, err
}

func (c *Catalog) notice(t *Tally, input int64, position int, r *Record) error {
	var id int64
	var digest string
	err := c.row("SELECT id, digest FROM notices WHERE input_id = ? AND position = ?", input, position).Scan(&id, &digest)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		t.Added++
	case err != nil:
		return err
	case digest == r.digest:
		t.Same++
		return nil
	default:
		t.Replaced++
		if err := c.remove(id); err != nil {
			return err
		}
	}
	if _, err := c.exec("UPDATE inputs SET digest = NULL WHERE id = ? AND digest IS NOT NULL", input); err != nil {
		return err
	}
	w := writer{Catalog: c}
	w.write(input, position, r)
	if w.err != nil {
		return w.err
	}
	return c.join(w.notice, c.reading.same(&r.notice.Metadata))
}

// fault marks an input with notices as stale. It is read anew when that can be done again.
func (c *Catalog) fault(e Entry) error {
	var input int64
	err := c.row("SELECT id FROM inputs WHERE path = ? AND id IN (SELECT input_id FROM notices)", e.Path).Scan(&input)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		_, err = c.exec("UPDATE inputs SET stale = ?, digest = NULL WHERE id = ?", e.Fault, input)
	}
	if err != nil {
		return err
	}
	return c.settleInput(input)
}

// end takes out what lies behind the last notice of an input, and marks the input as whole.
func (c *Catalog) end(t *Tally, input int64, e Entry) error {
	ids, err := c.numbers("SELECT id FROM notices WHERE input_id = ? AND position > ?", input, e.Position)
	for _, id := range ids {
		if err := c.remove(id); err != nil {
			return err
		}
		t.Removed++
	}
	if err != nil {
		return err
	}
	if _, err := c.exec("UPDATE inputs SET digest = ? WHERE id = ?", e.Digest, input); err != nil {
		return err
	}
	fresh, err := c.exec("UPDATE inputs SET stale = NULL WHERE id = ? AND stale IS NOT NULL", input)
	if err != nil {
		return err
	}
	if n, err := fresh.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return c.settleInput(input)
}

// remove takes a notice out, with its words.
func (c *Catalog) remove(id int64) error {
	type task struct {
		id                int64
		title, path, text sql.NullString
	}
	var tasks []task
	err := c.all("SELECT id, title, path, text FROM tasks WHERE notice_id = ?", []any{id}, func(rows *sql.Rows) error {
		var t task
		defer func() { tasks = append(tasks, t) }()
		return rows.Scan(&t.id, &t.title, &t.path, &t.text)
	})
	if err != nil {
		return err
	}
	for _, t := range tasks {
		if _, err := c.exec("INSERT INTO search (search, rowid, words) VALUES ('delete', ?, ?)", t.id, c.reading.words(t.title.String, t.path.String, t.text.String)); err != nil {
			return err
		}
	}
	var same string
	if err := c.row("SELECT coalesce(same, '') FROM notices WHERE id = ?", id).Scan(&same); err != nil {
		return err
	}
	if _, err = c.exec("DELETE FROM notices WHERE id = ?", id); err != nil {
		return err
	}
	return c.settle(same)
}

// Remove takes out inputs with all their notices, and returns how many these were.
func (c *Catalog) Remove(paths []string) (removed int, err error) {
	err = c.within(func() error {
		for _, path := range paths {
			ids, err := c.numbers("SELECT id FROM notices WHERE input_id = (SELECT id FROM inputs WHERE path = ?)", path)
			for _, id := range ids {
				if err := c.remove(id); err != nil {
					return err
				}
				removed++
			}
			if err == nil {
				_, err = c.exec("DELETE FROM inputs WHERE path = ?", path)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return removed, err
}

// Tidy ends a run of writing: it takes out departments and places that no notice has any more, where some were removed, and lets
// SQLite see how much of what there is.
func (c *Catalog) Tidy(removed bool) error {
	return c.within(func() error {
		statements := []string{"ANALYZE"}
		if removed {
			statements = append([]string{
				"DELETE FROM departments WHERE id NOT IN (SELECT department_id FROM responsibilities)",
				"DELETE FROM places WHERE id NOT IN (SELECT place_id FROM notices WHERE place_id IS NOT NULL)",
			}, statements...)
			clear(c.ids)
		}
		for _, s := range statements {
			if _, err := c.exec(s); err != nil {
				return err
			}
		}
		return nil
	})
}

// Digests returns the digest of each input, by path; "" of one that is not whole.
func (c *Catalog) Digests() (map[string]string, error) {
	all := map[string]string{}
	err := c.all("SELECT path, coalesce(digest, '') FROM inputs", nil, func(rows *sql.Rows) error {
		var path, digest string
		err := rows.Scan(&path, &digest)
		all[path] = digest
		return err
	})
	return all, err
}

func (c *Catalog) numbers(statement string, args ...any) (all []int64, err error) {
	err = c.all(statement, args, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		all = append(all, n)
		return err
	})
	return all, err
}

func (c *Catalog) texts(statement string, args ...any) (all []string, err error) {
	err = c.all(statement, args, func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		all = append(all, s)
		return err
	})
	return all, err
}

// rank orders the levels from the state down; nil for none.
func rank(level schema.Level) any {
	i := slices.Index([]schema.Level{schema.LevelState, schema.LevelProvince, schema.LevelCity, schema.LevelCounty, schema.LevelTownship}, level)
	if i < 0 {
		return nil
	}
	return i + 1
}
