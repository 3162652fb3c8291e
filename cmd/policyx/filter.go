package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
)

// filterFlags say which tasks are shown; the verbs that show notices share them.
type filterFlags struct {
	filter.Query
	roles []string
}

func (f *filterFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.Departments, "department", nil, "only tasks of the department `NAME`, by any of its names: 民政局 of every level, 市民政局 of a city, 云溪市民政局 of that one; may be given several times")
	flags.StringSliceVar(&f.roles, "role", nil, "only tasks in which a department (that of --department) has the `ROLE` lead, support or responsible (牵头, 配合, 责任)")
	flags.StringVar(&f.DueBefore, "due-before", "", "only tasks with a deadline that ends on `DATE` or before (2024-06-30, 2024-06, 2024年6月底)")
	flags.StringVar(&f.DueAfter, "due-after", "", "only tasks with a deadline that ends on `DATE` or after")
	flags.StringArrayVar(&f.Places, "place", nil, "only notices of the place `NAME` and of those within it: 安徽省 has 芜湖市; may be given several times")
	flags.StringArrayVar(&f.Contains, "contains", nil, "only tasks with `TEXT` in title, text or headings; given several times, all have to be there")
	flags.StringSliceVar(&f.Having, "having", nil, fmt.Sprintf("only tasks with `WHAT`, all of those given: %s", strings.Join(filter.Haves(), ", ")))
	must(cmd.RegisterFlagCompletionFunc("role", oneOf(roleNames()...)))
	must(cmd.RegisterFlagCompletionFunc("having", oneOf(filter.Haves()...)))
	for _, name := range []string{"department", "due-before", "due-after", "place", "contains"} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
}

// filter returns the filter that the flags ask for; nil where they ask for none.
func (f *filterFlags) filter(words *lexicon.User) (*filter.Filter, error) {
	q := f.Query
	for _, name := range f.roles {
		role, ok := roleOf(name)
		if !ok {
			return nil, misuse("--role %q: want one of %s", name, strings.Join(roleNames(), ", "))
		}
		q.Roles = append(q.Roles, role)
	}
	for _, what := range q.Having {
		if !slices.Contains(filter.Haves(), what) {
			return nil, misuse("--having %q: want one of %s", what, strings.Join(filter.Haves(), ", "))
		}
	}
	for _, text := range slices.Concat(q.Departments, q.Places, q.Contains) {
		if strings.TrimSpace(text) == "" {
			return nil, misuse("--department, --place and --contains: want a text")
		}
	}
	if q.Empty() {
		return nil, nil
	}
	keep, err := filter.New(q, words)
	if err != nil {
		return nil, misuse("--%v", err)
	}
	return keep, nil
}

// roleOf returns the role by its value or by its Chinese name.
func roleOf(name string) (schema.Role, bool) {
	for _, r := range schema.Roles() {
		if name == string(r) || name == term.Value(term.Chinese, "Role", string(r)) {
			return r, true
		}
	}
	return "", false
}

// roleNames are the values and the Chinese names of the roles.
func roleNames() (names []string) {
	for _, r := range schema.Roles() {
		names = append(names, string(r), term.Value(term.Chinese, "Role", string(r)))
	}
	return names
}

// fitting counts what a filter keeps.
type fitting struct {
	tasks, notices     int // that fit
	allTasks, all      int // that were looked at
	dayless, placeless int

	twins int            // notices of a catalogue that are left out, as another file has the same
	old   map[string]int // tasks that fit by file, of files that could not be read since
}

// add counts a notice and what was kept of it.
func (f *fitting) add(n *schema.Notice, kept filter.Kept) {
	f.all++
	f.allTasks += len(n.Tasks)
	f.dayless += kept.Dayless
	if kept.Homeless {
		f.placeless++
	}
	if kept.Notice != nil {
		f.notices++
		f.tasks += len(kept.Notice.Tasks)
	}
}

// addOld counts tasks that fit of a file that could not be read since.
func (f *fitting) addOld(file string, tasks int) {
	if f.old == nil {
		f.old = map[string]int{}
	}
	f.old[file] += tasks
}

// lines say how many tasks fit, and what those that do not may lack.
func (f *fitting) lines() (lines []message.Text) {
	if f.dayless > 0 {
		lines = append(lines, message.Sprintf("%s without a last day left out: --due-before and --due-after look at that", count(f.dayless, "task")))
	}
	if f.placeless > 0 {
		lines = append(lines, message.Sprintf("%s without a place left out: --assume-place says whose they are", count(f.placeless, "notice")))
	}
	if f.tasks == 0 {
		return append(lines, message.Sprintf("no task fits, of %s in %s", count(f.allTasks, "task"), count(f.all, "notice")))
	}
	return append(lines, message.Sprintf("%d of %s fit, in %d of %s", f.tasks, count(f.allTasks, "task"), f.notices, count(f.all, "notice")))
}
