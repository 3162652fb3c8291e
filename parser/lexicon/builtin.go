package lexicon

import "strings"

// BuiltIn returns what a list of [Lists] holds, in the form of a user's additions: what
// it returns may be given to [NewUser].
func BuiltIn(list string) []Addition {
	switch list {
	case "departments":
		out := additions(list, "organ", "name", "kind", "official")
		out = append(out, additions(list, "stem", "stem", "official")...)
		return append(out, additions(list, "ending", "ending", "kind")...)
	case "aliases":
		return additions(list, "central", "name", "official")
	case "units":
		return additions(list, "unit", "name", "kind")
	case "roles":
		return additions(list, "role", "name", "role")
	case "places":
		return builtInPlaces()
	}
	return nil
}

// additions turns the words with a use into additions: the word and the parts of its tag
// are the values of fields.
func additions(list, use string, names ...string) []Addition {
	var out []Addition
	seen := map[string]bool{}
	for _, e := range Entries(use) {
		if seen[e.Word] {
			continue // the first line holds
		}
		seen[e.Word] = true
		a := Addition{List: list, Fields: map[string]string{names[0]: e.Word}}
		for i, part := range strings.SplitN(e.Tag, " ", len(names)-1) {
			if part != "" {
				a.Fields[names[i+1]] = part
			}
		}
		out = append(out, a)
	}
	return out
}

func builtInPlaces() []Addition {
	g := Places()
	out := make([]Addition, g.count())
	for i := range out {
		p := g.place(int32(i))
		fields := map[string]string{"name": p.Name, "level": string(p.Level), "code": p.Code}
		if p.Short != p.Name && p.Short != shorten(p.Name) {
			fields["short"] = p.Short
		}
		if parent, ok := g.Parent(p); ok {
			fields["within"] = g.Path(parent)
		}
		out[i] = Addition{List: "places", Fields: fields}
	}
	return out
}
