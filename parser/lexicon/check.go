package lexicon

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// field is a field that the entries of a list may have.
type field struct {
	name   string
	word   bool     // an entry has exactly one of the fields that are words
	needed bool     // every entry has it
	among  []string // the values that it may have; nil for any
	marks  string   // what a word may hold beside letters
}

var kinds = []string{
	string(schema.KindDepartment), string(schema.KindGovernment), string(schema.KindParty), string(schema.KindMassOrganization),
	string(schema.KindCentralAgency), string(schema.KindInstitution), string(schema.KindEnterprise), string(schema.KindCollective),
}

// fields are the lists of a user's lexicon, each with its fields.
var fields = map[string][]field{
	"departments": {{name: "name", word: true}, {name: "stem", word: true}, {name: "ending", word: true}, {name: "kind", among: kinds}, {name: "official"}},
	"aliases":     {{name: "name", word: true, marks: "()（）·-"}, {name: "kind", among: kinds}, {name: "official"}},
	"places": {{name: "name", word: true}, {name: "level", needed: true, among: []string{string(schema.LevelProvince), string(schema.LevelCity), string(schema.LevelCounty)}},
		{name: "short"}, {name: "code"}, {name: "within"}},
	"units": {{name: "name", word: true, marks: "%‰㎡²℃/·"}, {name: "kind", among: []string{"count", "money", "area", "share", "time"}}},
	"roles": {{name: "name", word: true}, {name: "role", needed: true, among: []string{"lead", "support", "responsible", "guide", "duty", "member", "adverb"}}},
}

// Lists returns the names of the lists of a user's lexicon.
func Lists() []string { return []string{"departments", "aliases", "places", "units", "roles"} }

// Fields returns the fields that the entries of a list may have, the words first; nil
// for no list.
func Fields(list string) []string {
	var out []string
	for _, f := range fields[list] {
		out = append(out, f.name)
	}
	return out
}

// checker finds what is wrong with additions.
type checker struct {
	faults Faults
	seen   map[string]int // line of each word, by list and field
}

func (c *checker) fault(a Addition, format string, args ...any) {
	c.faults = append(c.faults, Fault{a.Line, a.List + ": " + fmt.Sprintf(format, args...)})
}

func (c *checker) check(a Addition) {
	allowed := fields[a.List]
	if allowed == nil {
		c.faults = append(c.faults, Fault{a.Line, fmt.Sprintf("unknown list %q: want %s", a.List, strings.Join(Lists(), ", "))})
		return
	}
	for _, key := range slices.Sorted(maps.Keys(a.Fields)) {
		if !slices.ContainsFunc(allowed, func(f field) bool { return f.name == key }) {
			c.fault(a, "unknown field %q: want %s", key, strings.Join(Fields(a.List), ", "))
		}
	}
	var words []string
	for _, f := range allowed {
		value, given := a.Fields[f.name]
		switch {
		case !given && f.needed:
			c.fault(a, "%q is missing: want one of %s", f.name, strings.Join(f.among, ", "))
		case given && f.among != nil && !slices.Contains(f.among, value):
			c.fault(a, "unknown %s %q: want one of %s", f.name, value, strings.Join(f.among, ", "))
		case given && f.word:
			words = append(words, f.name)
			c.word(a, f, value)
		}
	}
	if len(words) != 1 {
		c.fault(a, "an entry has %s", oneWord(allowed))
	}
	c.rest(a)
}

// oneWord says which field an entry needs.
func oneWord(allowed []field) string {
	var names []string
	for _, f := range allowed {
		if f.word {
			names = append(names, f.name)
		}
	}
	if len(names) == 1 {
		return fmt.Sprintf("a %q", names[0])
	}
	return fmt.Sprintf("exactly one of %s", strings.Join(names, ", "))
}

// word checks the word of an entry.
func (c *checker) word(a Addition, f field, word string) {
	if why := isAtom(word, f.marks); why != "" {
		c.fault(a, "%s %q %s", f.name, word, why)
		return
	}
	key := a.List + "\x00" + f.name + "\x00" + a.Fields["within"] + "\x00" + word
	if line, twice := c.seen[key]; twice {
		c.fault(a, "%s %q stands in line %d already", f.name, word, line)
		return
	}
	c.seen[key] = a.Line
	if a.List == "departments" {
		if why := notBare(f.name, []rune(word)); why != "" {
			c.fault(a, "%s %q %s", f.name, word, why)
		}
	}
	if a.List == "roles" {
		for _, end := range []string{"单位", "部门", "主体"} {
			if head, ok := strings.CutSuffix(word, end); ok {
				c.fault(a, "name %q is a phrase: the rules put %s behind a role; give %q", word, end, head)
			}
		}
	}
}

// notBare says what a department's name or stem must be given without, "" where it is
// bare. A word that is built in is bare whatever it looks like (市政局).
func notBare(name string, word []rune) string {
	if name == "ending" {
		return ""
	}
	for _, known := range []*Set{Organs(), Stems()} {
		if _, ok := known.Lookup(word); ok {
			return ""
		}
	}
	n, _ := Levels().Prefix(word)
	if m, _ := Stems().Prefix(word); n > 0 && n < len(word) && m <= n {
		return fmt.Sprintf("begins with the level word %s, which the rules put before it; give %q, or an alias", string(word[:n]), string(word[n:]))
	}
	if n, _ := Endings().Suffix(word); name == "stem" && n > 0 && n < len(word) {
		if no, _ := NoEndings().Suffix(word); no <= n {
			return fmt.Sprintf("ends in %s, which the rules put behind it; give %q, or a name", string(word[len(word)-n:]), string(word[:len(word)-n]))
		}
	}
	return ""
}

// rest checks what goes beyond one field.
func (c *checker) rest(a Addition) {
	official := a.Fields["official"]
	switch {
	case a.List == "departments" && a.Fields["name"] != "" && official != "" && strings.Count(official, "{}") != 1:
		c.fault(a, "official %q: want {} once, where the place stands", official)
	case a.List == "departments" && a.Fields["stem"] != "" && a.Fields["kind"] != "":
		c.fault(a, "a stem has no kind: what stands behind it decides")
	case a.List == "departments" && a.Fields["ending"] != "" && official != "":
		c.fault(a, "an ending has no official name")
	}
	if code, ok := a.Fields["code"]; ok && (len(code) != 6 || strings.Trim(code, "0123456789") != "") {
		c.fault(a, "code %q: want six digits, as in GB/T 2260", code)
	}
}
