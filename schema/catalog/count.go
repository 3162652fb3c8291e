package catalog

import "database/sql"

// Count is how much of what there is in a group of notices.
type Count struct {
	Of      string `json:"of"` // a department's works, a year, a place; "" where it is not known
	Notices int    `json:"notices"`
	Tasks   int    `json:"tasks"`
	Lead    int    `json:"lead,omitempty"` // tasks of a department by role
	Support int    `json:"support,omitempty"`
	Answers int    `json:"responsible,omitempty"`
	Dated   int    `json:"dated,omitempty"`   // tasks with a last day
	Targets int    `json:"targets,omitempty"` // numbers to be reached
}

// counts are the statements behind [Catalog.Counts].
var counts = map[string]string{
	"department": `SELECT d.family, count(DISTINCT t.notice_id), count(DISTINCT t.id), count(DISTINCT t.id) FILTER (WHERE r.role = 'lead'),
		count(DISTINCT t.id) FILTER (WHERE r.role = 'support'), count(DISTINCT t.id) FILTER (WHERE r.role = 'responsible'), 0, 0
		FROM responsibilities r JOIN departments d ON d.id = r.department_id JOIN tasks t ON t.id = r.task_id JOIN notices n ON n.id = t.notice_id AND n.twin_of IS NULL WHERE t.kind = 'task'
		GROUP BY d.family ORDER BY 3 DESC, 1`,
	"year": `SELECT n.year, count(*), sum(tasks), 0, 0, 0, sum(dated), sum(targets) FROM notices n WHERE n.twin_of IS NULL GROUP BY n.year ORDER BY n.year`,
	"place": `SELECT p.name, sum(notices), sum(tasks), 0, 0, 0, sum(dated), sum(targets) FROM (SELECT place_id, count(*) AS notices, sum(tasks) AS tasks, sum(dated) AS dated, sum(targets) AS targets
		FROM notices WHERE twin_of IS NULL GROUP BY place_id) LEFT JOIN places p ON p.id = place_id GROUP BY p.name ORDER BY 3 DESC, 1`,
}

// Groups are what [Catalog.Counts] counts by.
func Groups() []string { return []string{"department", "year", "place"} }

// Counts counts notices and tasks by one of [Groups]: departments and places with the most tasks first, years in their order.
func (c *Catalog) Counts(by string) (list []Count, err error) {
	err = c.all(counts[by], nil, func(rows *sql.Rows) error {
		var n Count
		var of sql.NullString
		err := rows.Scan(&of, &n.Notices, &n.Tasks, &n.Lead, &n.Support, &n.Answers, &n.Dated, &n.Targets)
		n.Of = of.String
		list = append(list, n)
		return err
	})
	return list, err
}
