package catalog

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// Ref names a notice of the catalogue.
type Ref struct {
	ID     int64        `json:"-"`
	Name   string       `json:"name"`
	Title  string       `json:"title,omitempty"`
	Number string       `json:"document_number,omitempty"`
	Place  string       `json:"place,omitempty"`
	Level  schema.Level `json:"level,omitempty"`
	Issued string       `json:"issued,omitempty"`
	Via    string       `json:"via,omitempty"` // how one notice names the other: number or title
	Stale  bool         `json:"stale,omitempty"`
}

// refs selects the columns of refs.
const refs = "SELECT n.id, n.name, coalesce(n.title, ''), coalesce(n.document_number, ''), coalesce(p.name, ''), coalesce(n.level, ''), coalesce(n.issued, n.published, ''), i.stale IS NOT NULL, "

const fromNotices = " FROM notices n JOIN inputs i ON i.id = n.input_id LEFT JOIN places p ON p.id = n.place_id "

// named selects the notices with a number, name, input or title; of those that are the same the one that counts.
const named = refs + "''" + fromNotices + `WHERE n.id IN (SELECT coalesce(twin_of, id) FROM notices WHERE id IN (
	SELECT id FROM notices WHERE document_number = ?1 UNION SELECT id FROM notices WHERE name = ?2 UNION
	SELECT n.id FROM inputs i JOIN notices n ON n.input_id = i.id WHERE i.path IN (?2, ?3) UNION SELECT notice_id FROM titles WHERE key = ?4)) ORDER BY n.id`

// refs are notices, each once. None is an empty list.
func (c *Catalog) refs(statement string, args ...any) ([]Ref, error) {
	list := []Ref{}
	err := c.all(statement, args, func(rows *sql.Rows) error {
		var r Ref
		err := rows.Scan(&r.ID, &r.Name, &r.Title, &r.Number, &r.Place, &r.Level, &r.Issued, &r.Stale, &r.Via)
		if !slices.ContainsFunc(list, func(other Ref) bool { return other.ID == r.ID }) {
			list = append(list, r)
		}
		return err
	})
	return list, err
}

// Named returns the notices that a text names: by document number, whatever its brackets and spaces, by the name of the file
// or its place, which is place where text is the way to it, by title; else those with the text in their title.
func (c *Catalog) Named(text, place string) ([]Ref, error) {
	folded := c.reading.Fold(text)
	list, err := c.refs(named, bracketed.Replace(folded), text, place, key(folded))
	if err != nil || len(list) > 0 {
		return list, err
	}
	return c.refs(refs+"''"+fromNotices+"WHERE n.twin_of IS NULL AND (instr(n.title, ?) OR instr(n.enclosure, ?1)) ORDER BY n.id", text)
}

// bracketed gives the year of a document number the brackets of GB/T 9704.
var bracketed = strings.NewReplacer("[", "〔", "]", "〕", "(", "〔", ")", "〕", "（", "〔", "）", "〕", "【", "〔", "】", "〕", "［", "〔", "］", "〕", "﹝", "〔", "﹞", "〕")

// Cites returns what a notice names, in its order, each once: title, then number.
func (c *Catalog) Cites(id int64) ([]string, error) {
	return c.texts("SELECT trim(coalesce('《' || title || '》', '') || ' ' || coalesce(document_number, standard_number, '')) AS named FROM citations WHERE notice_id = ? GROUP BY named ORDER BY min(position)", id)
}

// CarriesOut returns the notices that a notice names and that stand above it, or before it on its own level.
func (c *Catalog) CarriesOut(id int64) ([]Ref, error) {
	return c.refs(refs+"x.via"+fromNotices+"JOIN carried_out x ON x.cited_id = n.id WHERE x.notice_id = ? ORDER BY n.rank, n.issued, x.via, n.id", id)
}

// CarriedOutBy returns the notices that carry a notice out.
func (c *Catalog) CarriedOutBy(id int64) ([]Ref, error) {
	return c.refs(refs+"x.via"+fromNotices+"JOIN carried_out x ON x.notice_id = n.id WHERE x.cited_id = ? ORDER BY n.rank, n.issued, x.via, n.id", id)
}

// Chains returns the longest ways from a notice up to one that carries out no other, each of a notice that none carries out, the
// longest first, at most so many.
func (c *Catalog) Chains(most int) ([][]Ref, error) {
	up := map[int64][]int64{}
	cited := map[int64]bool{}
	err := c.all("SELECT DISTINCT notice_id, cited_id FROM carried_out ORDER BY notice_id, cited_id", nil, func(rows *sql.Rows) error {
		var from, to int64
		err := rows.Scan(&from, &to)
		up[from] = append(up[from], to)
		cited[to] = true
		return err
	})
	if err != nil {
		return nil, err
	}
	longest := map[int64][]int64{}
	var climb func(id int64) []int64
	climb = func(id int64) []int64 { // each step goes to a higher level or an earlier day, so it ends
		if way, known := longest[id]; known {
			return way
		}
		var best []int64
		for _, above := range up[id] {
			if way := climb(above); len(way) > len(best) {
				best = way
			}
		}
		longest[id] = append([]int64{id}, best...)
		return longest[id]
	}
	var ways [][]int64
	for id := range up {
		if !cited[id] {
			ways = append(ways, climb(id))
		}
	}
	slices.SortFunc(ways, func(a, b []int64) int { return cmp.Or(len(b)-len(a), cmp.Compare(a[0], b[0])) })
	var chains [][]Ref
	for _, way := range ways[:min(most, len(ways))] {
		var chain []Ref
		for _, id := range way {
			ref, err := c.refs(refs+"''"+fromNotices+"WHERE n.id = ?", id)
			if err != nil {
				return nil, err
			}
			chain = append(chain, ref...)
		}
		chains = append(chains, chain)
	}
	return chains, nil
}
