package diff

import (
	"cmp"

	"github.com/policyx/policyx/schema"
)

// seat is a department with what it does.
type seat struct {
	schema.Department
	role schema.Role
}

// departments compares who answers for a task. One that has several roles counts by its first.
func (d *differ) departments(old, new *schema.Departments) (out []Change) {
	was, is := d.seats(old), d.seats(new)
	for _, name := range was.order {
		before := was.by[name]
		after, stays := is.by[name]
		switch {
		case !stays:
			out = append(out, Change{Subject: Department, Kind: Dropped, Old: before.value()})
		case before.role != after.role:
			out = append(out, Change{Subject: Department, Kind: Role, Old: before.value(), New: after.value()})
		}
	}
	for _, name := range is.order {
		if _, was := was.by[name]; !was {
			after := is.by[name]
			out = append(out, Change{Subject: Department, Kind: Added, New: after.value()})
		}
	}
	return out
}

// seats are departments by what they are known by.
type seats struct {
	order []string
	by    map[string]seat
}

func (d *differ) seats(list *schema.Departments) seats {
	s := seats{by: map[string]seat{}}
	for role, dep := range list.All() {
		name := d.office(dep)
		if _, known := s.by[name]; !known {
			s.order = append(s.order, name)
			s.by[name] = seat{dep, role}
		}
	}
	return s
}

func (s seat) value() *Value {
	return &Value{Text: s.Name, Of: string(s.role), Is: cmp.Or(s.Canonical, s.Name), Span: &s.Span}
}
