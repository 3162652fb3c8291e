package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/extract"
)

func newRules(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "Print the rule catalogue",
		Long: `rules prints a line for each rule, tab-separated under a line of column names: its ID,
its family, the pattern of tokens and an example that it matches. Within a family the
order is the priority.`,
		Example: `  policyx rules | column -ts "$(printf '\t')"
  policyx rules | awk -F'\t' '$2 == "when" {print $4}'`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var b strings.Builder
			b.WriteString("ID\tFAMILY\tPATTERN\tEXAMPLE\n")
			for _, r := range extract.Rules() {
				for i, field := range []string{r.ID, r.Family, r.Pattern, r.Example} {
					if i > 0 {
						b.WriteByte('\t')
					}
					b.WriteString(oneLine(field))
				}
				b.WriteByte('\n')
			}
			return printText(c, b.String())
		},
	}
}
