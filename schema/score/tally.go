package score

import (
	"maps"
	"slices"
	"strings"
)

// Kind is a sort of fact that is scored apart.
type Kind string

// The kinds, in the order of [Kinds].
const (
	Tasks       Kind = "tasks"       // title, heading above, first and last words
	Departments Kind = "departments" // task, role and name; 等 counts as one
	Deadlines   Kind = "deadlines"   // task, relation and value
	Targets     Kind = "targets"     // task, operator, values and unit
	Context     Kind = "context"     // type, per, when and indicator of the targets that agree
	Goals       Kind = "goals"       // deadlines and targets stated before the tasks
	Indicators  Kind = "indicators"  // each row, and each value of it
	Citations   Kind = "citations"   // title and number
	Metadata    Kind = "metadata"    // field by field
	Evidence    Kind = "evidence"    // spans that say what they claim
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{Tasks, Departments, Deadlines, Targets, Context, Goals, Indicators, Citations, Metadata, Evidence}
}

// Miss is one fact that only one side has.
type Miss struct {
	Where string `json:"where"` // the task, or the path of the field
	What  string `json:"what"`
}

// Tally counts the facts of one kind: those that both sides have, those that the answer
// wants, those that the notice got.
type Tally struct {
	Hit, Want, Got int
	Missing, Extra []Miss // wanted and not got; got and not wanted
}

// Measured reports whether there is anything to count.
func (t *Tally) Measured() bool { return t.Want+t.Got > 0 }

// Precision is the share of what was got that is wanted; 1 where nothing was got.
func (t *Tally) Precision() float64 { return share(t.Hit, t.Got) }

// Recall is the share of what is wanted that was got; 1 where nothing is wanted.
func (t *Tally) Recall() float64 { return share(t.Hit, t.Want) }

// F1 is the harmonic mean of the two.
func (t *Tally) F1() float64 { return share(2*t.Hit, t.Want+t.Got) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Report is the tallies of a notice, or of several.
type Report map[Kind]*Tally

// NewReport returns a report without counts.
func NewReport() Report {
	r := Report{}
	for _, k := range Kinds() {
		r[k] = &Tally{}
	}
	return r
}

// Add adds the counts of another report, not its misses.
func (r Report) Add(other Report) {
	for k, t := range other {
		r[k].Hit += t.Hit
		r[k].Want += t.Want
		r[k].Got += t.Got
	}
}

// fact is something to compare, as a list of plain strings.
type fact []string

func (f fact) key() string { return strings.Join(f, "\x00") }

// String is the fact as a person reads it.
func (f fact) String() string {
	return strings.Join(slices.DeleteFunc(slices.Clone(f), func(s string) bool { return s == "" }), " ")
}

// add compares two lists of facts, in which one may stand several times.
func (t *Tally) add(where string, want, got []fact) {
	left := map[string][]fact{}
	for _, f := range want {
		left[f.key()] = append(left[f.key()], f)
	}
	for _, f := range got {
		if same := left[f.key()]; len(same) > 0 {
			left[f.key()] = same[1:]
			t.Hit++
			continue
		}
		t.Extra = append(t.Extra, Miss{where, f.String()})
	}
	t.Want += len(want)
	t.Got += len(got)
	for _, key := range slices.Sorted(maps.Keys(left)) {
		for _, f := range left[key] {
			t.Missing = append(t.Missing, Miss{where, f.String()})
		}
	}
}

// distinct drops facts that stand twice.
func distinct(facts []fact) []fact {
	seen := map[string]bool{}
	return slices.DeleteFunc(facts, func(f fact) bool {
		twice := seen[f.key()]
		seen[f.key()] = true
		return twice
	})
}
