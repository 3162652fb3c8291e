package diff

import (
	"cmp"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

// Options say what counts as the same. The zero value goes by official names, else by names.
type Options struct {
	// Office names what tells a department of a notice from its others, whatever its name is spelled like (市卫健委,
	// 云溪市卫生健康委员会): place is the notice's own, "" where it is not known.
	Office func(name, place string) string
	// Duty names the work that a department does, whatever its place and level. Notices of two places name different
	// offices for the same duty (民政部, 省民政厅), which is no change between them.
	Duty func(name string) string
}

// Of returns what changed from old to new, two notices with the keys of package align.
func Of(old, new *schema.Notice, o Options) *Report {
	d := differ{old: old, new: new, office: o.known(old, new)}
	r := &Report{Old: version(old), New: version(new), Entries: []Entry{}}
	r.Entries = append(r.Entries, d.metadata()...)
	r.Entries = append(r.Entries, d.citations()...)
	r.Entries = append(r.Entries, d.tasks(Goal, old.Goals, new.Goals)...)
	r.Entries = append(r.Entries, d.tasks(Task, old.Tasks, new.Tasks)...)
	r.Entries = append(r.Entries, d.indicators()...)
	return r
}

func version(n *schema.Notice) Version {
	m := n.Metadata
	return Version{n.Source.Name, cmp.Or(m.Title, m.Enclosure), m.DocumentNumber, m.Issued, len(n.Tasks)}
}

// differ compares two notices.
type differ struct {
	old, new *schema.Notice
	office   func(schema.Department) string // what a department is known by
}

// known returns what the departments of two notices are known by.
func (o Options) known(old, new *schema.Notice) func(schema.Department) string {
	a, b := &old.Metadata, &new.Metadata
	switch {
	case o.Duty != nil && (unlike(string(a.Level), string(b.Level)) || unlike(align.Heading(a.Jurisdiction), align.Heading(b.Jurisdiction))):
		return func(d schema.Department) string { return o.Duty(d.Name) }
	case o.Office != nil:
		return func(d schema.Department) string { return o.Office(d.Name, cmp.Or(a.Jurisdiction, b.Jurisdiction)) }
	}
	return func(d schema.Department) string { return cmp.Or(d.Canonical, d.Name) }
}

// unlike reports two values that are known and differ.
func unlike(a, b string) bool { return a != "" && b != "" && a != b }
