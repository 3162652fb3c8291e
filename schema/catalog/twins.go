package catalog

import (
	"cmp"
	"database/sql"
	"strings"

	"github.com/policyx/policyx/schema"
)

// same is what two files of one notice share besides its tasks: the number, of a notice without one the day, issuer and title; "" where these
// are not known.
func (known Reading) same(m *schema.Metadata) string {
	if m.DocumentNumber != "" {
		return m.DocumentNumber
	}
	issuer := key(known.Fold(m.Issuer))
	title := strings.TrimPrefix(key(known.Fold(m.Title)), issuer)
	if m.Issued == "" || issuer == "" || title == "" {
		return ""
	}
	return m.Issued + "\n" + issuer + "\n" + title
}

// version is a notice among those that are the same.
type version struct {
	id    int64
	tasks int
}

// join settles a notice that has come in. Behind all that count it changes nothing for the others, so that a thousand files with one number
// take no longer than a thousand with their own.
func (c *Catalog) join(id int64, same string) error {
	if same == "" {
		return nil
	}
	counted, err := c.versions("n.same = ? AND n.twin_of IS NULL", same)
	if err != nil {
		return err
	}
	last := len(counted) - 1
	if counted[last].id != id {
		return c.settle(same)
	}
	twin, err := c.twinOf(counted[last], counted[:last])
	if err != nil || twin == nil {
		return err
	}
	_, err = c.exec("UPDATE notices SET twin_of = ?2 WHERE id = ?1", id, twin)
	return err
}

// settle says which of the notices that are the same counts: one that is not stale, with the most tasks, first by its input. One that
// shares less than half of its tasks with it, as an attachment with the number of its notice does, counts as well.
func (c *Catalog) settle(same string) error {
	if same == "" {
		return nil
	}
	all, err := c.versions("n.same = ?", same)
	if err != nil {
		return err
	}
	var counted []version
	for _, v := range all {
		twin, err := c.twinOf(v, counted)
		if err != nil {
			return err
		}
		if twin == nil {
			counted = append(counted, v)
		}
		if _, err := c.exec("UPDATE notices SET twin_of = ?2 WHERE id = ?1 AND twin_of IS NOT ?2", v.id, twin); err != nil {
			return err
		}
	}
	return nil
}

// versions returns the notices that a condition holds for, those first that count before others.
func (c *Catalog) versions(where, same string) (all []version, err error) {
	err = c.all("SELECT n.id, n.tasks FROM notices n JOIN inputs i ON i.id = n.input_id WHERE "+where+" ORDER BY i.stale IS NOT NULL, n.tasks DESC, i.path, n.position",
		[]any{same}, func(rows *sql.Rows) error {
			var v version
			err := rows.Scan(&v.id, &v.tasks)
			all = append(all, v)
			return err
		})
	return all, err
}

// twinOf returns the id of the first that shares half of its tasks with v, nil where none does.
func (c *Catalog) twinOf(v version, counted []version) (id any, err error) {
	for _, other := range counted {
		var shared int
		if err := c.row("SELECT count(*) FROM tasks WHERE notice_id = ? AND kind = 'task' AND key IN (SELECT key FROM tasks WHERE notice_id = ? AND kind = 'task')", v.id, other.id).Scan(&shared); err != nil {
			return nil, err
		}
		if 2*shared >= min(v.tasks, other.tasks) {
			return other.id, nil
		}
	}
	return nil, nil
}

// settleInput settles the notices of an input that has become stale, or is so no more.
func (c *Catalog) settleInput(input int64) error {
	all, err := c.texts("SELECT DISTINCT same FROM notices WHERE input_id = ? AND same IS NOT NULL", input)
	for _, same := range all {
		err = cmp.Or(err, c.settle(same))
	}
	return err
}

// Twins returns the names of the notices that do not count, as another one is the same.
func (c *Catalog) Twins() ([]string, error) {
	return c.texts("SELECT name FROM notices WHERE twin_of IS NOT NULL ORDER BY name")
}

// Stale returns the inputs that could not be read again since their notices were put in.
func (c *Catalog) Stale() ([]string, error) {
	return c.texts("SELECT path FROM inputs WHERE stale IS NOT NULL ORDER BY path")
}
