package schema

import "iter"

// Role is what a department does about a task.
type Role string

// The roles.
const (
	RoleLead        Role = "lead"        // 牵头
	RoleSupport     Role = "support"     // 配合
	RoleResponsible Role = "responsible" // 负责, with no split into lead and support
)

// Roles returns the roles in the order of a ledger.
func Roles() []Role { return []Role{RoleLead, RoleSupport, RoleResponsible} }

// Add appends a department under a role.
func (d *Departments) Add(role Role, dep Department) {
	list := d.list(role)
	*list = append(*list, dep)
}

// In returns the departments of a role, in the order of the notice. d may be nil: a task
// without a clause has none.
func (d *Departments) In(role Role) []Department {
	if d == nil {
		return nil
	}
	return *d.list(role)
}

// All yields each department with its role, role by role. d may be nil.
func (d *Departments) All() iter.Seq2[Role, Department] {
	return func(yield func(Role, Department) bool) {
		for _, role := range Roles() {
			for _, dep := range d.In(role) {
				if !yield(role, dep) {
					return
				}
			}
		}
	}
}

// list returns the list of a role, that of responsible ones for any unknown role.
func (d *Departments) list(role Role) *[]Department {
	switch role {
	case RoleLead:
		return &d.Lead
	case RoleSupport:
		return &d.Support
	}
	return &d.Responsible
}

// Party returns what tells a department of n from those of other notices as far as its own fields say: its official name,
// else its name with the place of the notice, since every county has its 县民政局. Package extract/filter knows abbreviations
// as well.
func (n *Notice) Party(d Department) string {
	if d.Canonical != "" {
		return d.Canonical
	}
	return n.Metadata.Jurisdiction + "\n" + d.Name
}
