package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/policyx/policyx/schema"
)

// Addition is one entry of a user's lexicon, or of a built-in list in the same form.
type Addition struct {
	List   string            // departments, aliases, places, units or roles
	Line   int               // of the user's file; 0 where there is none
	Fields map[string]string // see [Fields]
}

// User is the built-in lists with a user's additions. What stands in both is as the user
// says. The zero value and nil are the built-in lists themselves. A User never changes and
// is safe for concurrent use.
type User struct {
	organs, stems, endings, central, units, roles *Set

	aliasKinds *Set // alias → kind of body
	places     *Gazetteer
}

// Fault is something wrong with an addition.
type Fault struct {
	Line    int
	Message string
}

// Faults are all that is wrong with a user's lexicon, by line.
type Faults []Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fmt.Sprintf("line %d: %s", fault.Line, fault.Message)
	}
	return strings.Join(lines, "; ")
}

// NewUser returns the built-in lists with additions. The error is of type [Faults].
func NewUser(additions []Addition) (*User, error) {
	c := checker{seen: map[string]int{}}
	for _, a := range additions {
		c.check(a)
	}
	if len(c.faults) > 0 {
		slices.SortStableFunc(c.faults, func(a, b Fault) int { return a.Line - b.Line })
		return nil, c.faults
	}
	u := &User{
		organs: over(organEntries(additions), "organ"), stems: over(entries(additions, "departments", "stem", "official"), "stem"),
		endings: over(entries(additions, "departments", "ending", "kind"), "ending"),
		central: over(entries(additions, "aliases", "name", "official"), "central"),
		units:   over(entries(additions, "units", "name", "kind"), "unit"), roles: over(entries(additions, "roles", "name", "role"), "role"),
	}
	if kinds := entries(additions, "aliases", "name", "kind"); len(kinds) > 0 {
		u.aliasKinds = NewSet(kinds)
	}
	var err error
	u.places, err = withPlaces(additions)
	return u, err
}

// over returns the set of the words with a use with a user's entries before it; nil without
// entries.
func over(user []Entry, use string) *Set {
	if len(user) == 0 {
		return nil
	}
	return NewSet(append(user, Entries(use)...))
}

// entries returns the additions of a list that have a field, with another as their tag.
func entries(additions []Addition, list, word, tag string) []Entry {
	var out []Entry
	for _, a := range additions {
		if w := a.Fields[word]; a.List == list && w != "" {
			out = append(out, Entry{w, orElse(a.Fields[tag], fallback(list, tag))})
		}
	}
	return out
}

// fallback is the tag of an entry that does not say it.
func fallback(list, tag string) string {
	switch {
	case list == "departments" && tag == "kind":
		return string(schema.KindDepartment)
	case list == "units":
		return "count"
	}
	return ""
}

// organEntries returns the names of departments as the list of organs has them.
func organEntries(additions []Addition) []Entry {
	out := entries(additions, "departments", "name", "kind")
	i := 0
	for _, a := range additions {
		if a.List != "departments" || a.Fields["name"] == "" {
			continue
		}
		if official := a.Fields["official"]; official != "" {
			out[i].Tag += " " + official
		}
		i++
	}
	return out
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// withPlaces returns the divisions with a user's; nil without any.
func withPlaces(additions []Addition) (*Gazetteer, error) {
	var g *Gazetteer
	for _, a := range additions {
		if a.List != "places" {
			continue
		}
		if g == nil {
			own := *Places()
			g = &own
		}
		p := Place{Code: a.Fields["code"], Name: a.Fields["name"], Short: orElse(a.Fields["short"], shorten(a.Fields["name"])), Level: schema.Level(a.Fields["level"]), parent: -1}
		if within := a.Fields["within"]; within != "" {
			found := g.lookup(within)
			if len(found) == 0 || len(found) > 1 && rank(g.place(found[0])) == rank(g.place(found[1])) {
				return nil, Faults{{a.Line, fmt.Sprintf("places: within %q: %s", within, whichPlace(len(found)))}}
			}
			p.parent = found[0]
		}
		if p.Code == "" || !slices.ContainsFunc(g.named(p.Name), func(i int32) bool { q := g.place(i); return q.Code == p.Code && q.Name == p.Name && q.Short == p.Short }) {
			g.add(p)
		}
	}
	return g, nil
}

func whichPlace(n int) string {
	if n == 0 {
		return "no such place, here or built in (a place stands before those within it)"
	}
	return fmt.Sprintf("%d places have this name; give its full path", n)
}

// The lists, the user's where there is one.

func (u *User) Organs() *Set  { return u.or(func(u *User) *Set { return u.organs }, Organs) }
func (u *User) Stems() *Set   { return u.or(func(u *User) *Set { return u.stems }, Stems) }
func (u *User) Endings() *Set { return u.or(func(u *User) *Set { return u.endings }, Endings) }
func (u *User) Central() *Set { return u.or(func(u *User) *Set { return u.central }, Central) }
func (u *User) Units() *Set   { return u.or(func(u *User) *Set { return u.units }, Units) }
func (u *User) Roles() *Set   { return u.or(func(u *User) *Set { return u.roles }, Roles) }

func (u *User) or(own func(*User) *Set, builtIn func() *Set) *Set {
	if u != nil {
		if s := own(u); s != nil {
			return s
		}
	}
	return builtIn()
}

// Places returns the divisions.
func (u *User) Places() *Gazetteer {
	if u == nil || u.places == nil {
		return Places()
	}
	return u.places
}

// AliasKind returns the kind of body that a user's alias names, "" for any other name
// and where the user does not say.
func (u *User) AliasKind(name []rune) schema.DepartmentKind {
	if u == nil || u.aliasKinds == nil {
		return ""
	}
	kind, _ := u.aliasKinds.Lookup(name)
	return schema.DepartmentKind(kind)
}

// HasDepartments reports whether the user added names of bodies, which need not look
// like any that is built in.
func (u *User) HasDepartments() bool {
	return u != nil && (u.organs != nil || u.central != nil || u.stems != nil || u.endings != nil)
}

// HasRoles reports whether the user added roles.
func (u *User) HasRoles() bool { return u != nil && u.roles != nil }

// maxWord bounds the length of a word, in characters; the longest that are built in have
// fifteen.
const maxWord = 30

// isAtom says why a word is none: "" for one that is.
func isAtom(word string, marks string) string {
	switch {
	case word == "":
		return "is empty"
	case utf8.RuneCountInString(word) > maxWord:
		return fmt.Sprintf("has more than %d characters", maxWord)
	}
	for _, r := range word {
		switch {
		case unicode.IsSpace(r):
			return "holds white space: a word of a list is one word, phrases are made by the rules"
		case strings.ContainsRune(marks, r), unicode.IsLetter(r):
		default:
			return fmt.Sprintf("holds %q: a word of a list is one word, phrases are made by the rules", r)
		}
	}
	return ""
}
