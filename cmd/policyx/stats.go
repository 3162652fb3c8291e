package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/term"
)

type statsFlags struct {
	catalogueFlags
	find findingFlags
	by   string
	top  int
}

// byChain is the group of citations.
const byChain = "chain"

func newStats(c *console) *cobra.Command {
	var f statsFlags
	groups := append(catalog.Groups(), byChain)
	cmd := &cobra.Command{
		Use:   "stats CATALOGUE",
		Short: "Count what stands in a catalogue, by department, year and place",
		Long: `stats counts the notices and tasks of a catalogue (see policyx index): by what departments work on, whatever their
names and levels, by year of issue, and by place; and lists the longest chains of notices of which each carries out the next.`,
		Example: `  policyx stats 通知.db
  policyx stats 通知.db --by department --top 50
  policyx stats 通知.db -f json`,
		RunE: keeps(c, func(_ *cobra.Command, args []string) error { return f.run(c, args) }),
	}
	cmd.Flags().StringVar(&f.by, "by", "", fmt.Sprintf("count by `WHAT` alone, one of %s", strings.Join(groups, ", ")))
	cmd.Flags().IntVar(&f.top, "top", 10, "list the first `N` of each, 0 for all")
	must(cmd.RegisterFlagCompletionFunc("by", oneOf(groups...)))
	must(cmd.RegisterFlagCompletionFunc("top", cobra.NoFileCompletions))
	f.find.register(cmd, plainFormats)
	f.catalogueFlags.register(cmd)
	return cmd
}

func (f *statsFlags) run(c *console, args []string) error {
	path, err := only(args)
	if err != nil {
		return err
	}
	format, err := f.find.choose(c, plainFormats)
	if err != nil {
		return err
	}
	if f.by != "" && f.by != byChain && !slices.Contains(catalog.Groups(), f.by) {
		return misuse("--by %q: want one of %s", f.by, strings.Join(append(catalog.Groups(), byChain), ", "))
	}
	if f.top < 0 {
		return misuse("--top %d: want 0 or more", f.top)
	}
	cat, err := f.open(path, f.find.out)
	if err != nil {
		return err
	}
	defer cat.Close()
	s, err := f.count(cat)
	if err != nil {
		return f.explain(path, err)
	}
	if s.Twins > 0 {
		c.say("", "in it more than once, and counted once: %s", count(s.Twins, "notice"))
	}
	if len(s.Stale) > 0 {
		sayStale(c, s.Stale)
	}
	return f.find.write(c, func(out io.Writer) error {
		if string(format) == "json" {
			return writeJSON(out, s)
		}
		return s.print(out, c)
	})
}

// statistics is what is counted.
type statistics struct {
	Notices     int             `json:"notices"`
	Tasks       int             `json:"tasks"`
	Twins       int             `json:"twins,omitempty"` // notices that are in it once more, and not counted
	Stale       []string        `json:"stale,omitempty"` // files that could not be read since
	Departments []catalog.Count `json:"departments,omitempty"`
	Years       []catalog.Count `json:"years,omitempty"`
	Places      []catalog.Count `json:"places,omitempty"`
	Chains      [][]catalog.Ref `json:"chains,omitempty"`
}

func (f *statsFlags) count(cat *catalog.Catalog) (s statistics, err error) {
	size, err := cat.Size()
	if err != nil {
		return s, err
	}
	s.Notices, s.Tasks, s.Twins = size.Notices, size.Tasks, size.Twins
	if s.Stale, err = cat.Stale(); err != nil {
		return s, err
	}
	most := cmp.Or(f.top, s.Tasks+s.Notices)
	for i, list := range []*[]catalog.Count{&s.Departments, &s.Years, &s.Places} {
		by := catalog.Groups()[i]
		if f.by != "" && f.by != by {
			continue
		}
		if *list, err = cat.Counts(by); err != nil {
			return s, err
		}
		*list = (*list)[:min(most, len(*list))]
	}
	if f.by == "" || f.by == byChain {
		s.Chains, err = cat.Chains(most)
	}
	return s, err
}

func (s *statistics) print(out io.Writer, c *console) error {
	lang := c.says.Language()
	column := func(name string) string { return term.Value(lang, "column", name) }
	notices := c.says.Sprintf("notices")
	lines := []string{c.says.Sprintf("%s, %s", count(s.Notices, "notice"), count(s.Tasks, "task"))}
	if s.Departments != nil {
		lines = append(lines, "", aligned([]int{30, 8, 8, 8, 8}, term.Field(lang, "Department.name"), notices, column("task_count"), column("lead_count"), column("support_count"), column("responsible_count")))
	}
	for _, n := range s.Departments {
		lines = append(lines, aligned([]int{30, 8, 8, 8, 8}, n.Of, fmt.Sprint(n.Notices), fmt.Sprint(n.Tasks), fmt.Sprint(n.Lead), fmt.Sprint(n.Support), fmt.Sprint(n.Answers)))
	}
	for _, group := range []struct {
		field string
		list  []catalog.Count
	}{{"IndicatorValue.year", s.Years}, {"Metadata.jurisdiction", s.Places}} {
		if group.list == nil {
			continue
		}
		lines = append(lines, "", aligned([]int{30, 8, 8, 16}, term.Field(lang, group.field), notices, column("task_count"), c.says.Sprintf("with a last day"), column("target_count")))
		for _, n := range group.list {
			lines = append(lines, aligned([]int{30, 8, 8, 16}, cmp.Or(n.Of, "-"), fmt.Sprint(n.Notices), fmt.Sprint(n.Tasks), fmt.Sprint(n.Dated), fmt.Sprint(n.Targets)))
		}
	}
	if _, err := io.WriteString(out, strings.Join(lines, "\n")+"\n"); err != nil {
		return err
	}
	return printChains(out, c, s.Chains)
}

// printChains writes each chain as a ladder, the lowest notice first.
func printChains(out io.Writer, c *console, chains [][]catalog.Ref) error {
	for _, chain := range chains {
		if _, err := io.WriteString(out, "\n"+c.says.Sprintf("chain of %s", count(len(chain), "notice"))+"\n"); err != nil {
			return err
		}
		for depth, ref := range chain {
			if err := printRef(out, depth+1, ref); err != nil {
				return err
			}
		}
	}
	return nil
}

// printRef writes a notice on a line: number, title, file.
func printRef(out io.Writer, depth int, r catalog.Ref) error {
	said := []string{}
	for _, part := range []string{r.Number, r.Title, r.Name} {
		if part != "" {
			said = append(said, part)
		}
	}
	_, err := io.WriteString(out, strings.Repeat("  ", depth)+oneLine(strings.Join(said, "  "))+"\n")
	return err
}
