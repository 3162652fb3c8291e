package main

import (
	"github.com/spf13/cobra"

	"github.com/policyx/policyx/schema/jsonschema"
)

func newSchema(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the output",
		Long: `schema prints the JSON Schema (draft 2020-12) of one notice as "policyx extract"
prints it, with a description of each field.`,
		Example: `  policyx schema >policyx.schema.json
  policyx schema | jq -r '.["$defs"].Target.properties | keys[]'`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			text, err := jsonschema.Generate()
			if err != nil {
				return err
			}
			return printText(c, string(text))
		},
	}
}
