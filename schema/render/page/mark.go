package page

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/policyx/policyx/schema"
)

// kind says what stands in a marked stretch of the text.
type kind string

const (
	kindTask       kind = "task"
	kindGoal       kind = "goal"
	kindDepartment kind = "department"
	kindDeadline   kind = "deadline"
	kindTarget     kind = "target"
	kindIndicator  kind = "indicator"
	kindCitation   kind = "citation"
	kindMetadata   kind = "metadata"
	kindDiagnostic kind = "diagnostic"
)

// mark is a stretch of the reading text that values of one kind stand on. Paths lead to
// them from the notice: tasks/3/deadlines/0; several tasks may share a stretch.
type mark struct {
	Kind  kind     `json:"kind"`
	Start int      `json:"start"` // code points, half open
	End   int      `json:"end"`
	Paths []string `json:"paths"`
}

type stretch struct {
	kind       kind
	start, end int
}

// collector gathers the marks of a notice.
type collector struct {
	length int // of the reading text
	marks  []mark
	at     map[stretch]int
}

// collect returns the marks of n by position, an outer one before what it contains.
func collect(n *schema.Notice, length int) []mark {
	c := &collector{length: length, marks: []mark{}, at: make(map[stretch]int)}
	c.metadata(n.Metadata.Spans)
	c.tasks(kindGoal, "goals", n.Goals)
	c.tasks(kindTask, "tasks", n.Tasks)
	for i, ind := range n.Indicators {
		c.indicator(fmt.Sprintf("indicators/%d", i), ind)
	}
	for i, cite := range n.Citations {
		c.add(kindCitation, cite.Span, "citations/%d", i)
	}
	for i, d := range n.Diagnostics {
		if d.Span != nil {
			c.add(kindDiagnostic, *d.Span, "diagnostics/%d", i)
		}
	}
	slices.SortStableFunc(c.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return c.marks
}

func (c *collector) add(k kind, s schema.Span, path string, args ...any) {
	if s.Start < 0 || s.Start >= s.End || s.End > c.length {
		return
	}
	path = fmt.Sprintf(path, args...)
	key := stretch{k, s.Start, s.End}
	if i, known := c.at[key]; known {
		c.marks[i].Paths = append(c.marks[i].Paths, path)
		return
	}
	c.at[key] = len(c.marks)
	c.marks = append(c.marks, mark{Kind: k, Start: s.Start, End: s.End, Paths: []string{path}})
}

func (c *collector) metadata(s *schema.MetadataSpans) {
	if s == nil {
		return
	}
	one := func(key string, span *schema.Span) {
		if span != nil {
			c.add(kindMetadata, *span, "metadata/%s", key)
		}
	}
	one("title", s.Title)
	one("enclosure", s.Enclosure)
	one("document_type", s.DocumentType)
	one("issuer", s.Issuer)
	one("jurisdiction", s.Jurisdiction)
	one("document_number", s.DocumentNumber)
	one("issued", s.Issued)
	one("published", s.Published)
	one("index_number", s.IndexNumber)
	one("disclosure", s.Disclosure)
	one("secrecy", s.Secrecy)
	one("urgency", s.Urgency)
	one("copy_number", s.CopyNumber)
	one("signatory", s.Signatory)
	one("validity", s.Validity)
	one("effective", s.Effective)
	one("expires", s.Expires)
	for i := range s.Addressees {
		one("addressees", &s.Addressees[i])
	}
	for i := range s.Attachments {
		one("attachments", &s.Attachments[i])
	}
}

func (c *collector) tasks(k kind, list string, tasks []schema.Task) {
	for i, t := range tasks {
		path := fmt.Sprintf("%s/%d", list, i)
		c.add(k, t.Span, "%s", path)
		c.departments(path, t.Departments)
		for j, d := range t.Deadlines {
			c.add(kindDeadline, d.Span, "%s/deadlines/%d", path, j)
		}
		for j, target := range t.Targets {
			c.add(kindTarget, target.Span, "%s/targets/%d", path, j)
		}
	}
}

func (c *collector) departments(path string, d *schema.Departments) {
	for _, role := range schema.Roles() {
		for i, dep := range d.In(role) {
			c.add(kindDepartment, dep.Span, "%s/departments/%s/%d", path, role, i)
		}
	}
}

func (c *collector) indicator(path string, ind schema.Indicator) {
	c.add(kindIndicator, ind.Span, "%s", path)
	for i, v := range ind.Values {
		c.add(kindIndicator, v.Span, "%s/values/%d", path, i)
	}
	c.departments(path, ind.Departments)
}
