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

// settle says which of the notices that are the same counts: one that is not stale, with the most tasks, first by its input. One that
// shares less than half of its tasks with it, as an attachment with the number of its notice does, counts as well.
func (c *Catalog) settle(same string) error {
	if same == "" {
		return nil
	}
	var all, counted []version
	err := c.all("SELECT n.id, n.tasks FROM notices n JOIN inputs i ON i.id = n.input_id WHERE n.same = ? ORDER BY i.stale IS NOT NULL, n.tasks DESC, i.path, n.position",
		[]any{same}, func(rows *sql.Rows) error {
			var v version
			err := rows.Scan(&v.id, &v.tasks)
			all = append(all, v)
			return err
		})
	for _, v := range all {
		var twin any
		for _, other := range counted {
			var shared int
			if err := c.row("SELECT count(*) FROM tasks WHERE notice_id = ? AND kind = 'task' AND key IN (SELECT key FROM tasks WHERE notice_id = ? AND kind = 'task')", v.id, other.id).Scan(&shared); err != nil {
				return err
			}
			if 2*shared >= min(v.tasks, other.tasks) {
				twin = other.id
				break
			}
		}
		if twin == nil {
			counted = append(counted, v)
		}
		if len(all) > 1 {
			if _, err := c.exec("UPDATE notices SET twin_of = ?2 WHERE id = ?1 AND twin_of IS NOT ?2", v.id, twin); err != nil {
				return err
			}
		}
	}
	return err
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
