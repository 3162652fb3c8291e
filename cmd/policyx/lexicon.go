package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/wordlist"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser/lexicon"
)

func newLexicon(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "lexicon [LIST]",
		Short: "Print the built-in words, in the form of a user's own file",
		Long: `lexicon prints the lists of words that a user may add to, with the number of their
built-in entries; with the name of a list, the entries themselves.

A file of one's own (--lexicon FILE of extract, explain and outline) is YAML with the same
lists. What it says of a word holds against what is built in.

  departments  what stands behind a level word (市, 县 …). name: a whole name without
               it, kind and official name ({} for the place); stem: what stands before
               局, 委 or 办, with the stem of the official name; ending: what names of
               bodies end in, with their kind
  aliases      whole names that take no level word, with their official name
  places       level (province, city or county), code (GB/T 2260), within, short
  units        kind: count, money, area, share or time
  roles        role: lead, support, responsible or guide; duty and member stand before
               单位 and its like, adverb before other roles

Each word is one word; 由…牵头 and 责任单位 are made by rules. An entry that has nothing but
its name may be written as the name alone.`,
		Example: `  policyx lexicon departments | grep 数据
  policyx extract --lexicon mine.yaml 云溪市数字经济.txt

  # mine.yaml
  departments:
  - {name: 低空办, official: "{}低空经济发展办公室"}
  - {stem: 低空经济, official: 低空经济发展}
  - {ending: 工作专班, kind: institution}
  aliases:
  - {name: 云溪数投, official: 云溪市数据投资集团有限公司, kind: enterprise}
  places:
  - {name: 清江省, level: province}
  - {name: 云溪市, level: city, within: 清江省}
  units: [站次, {name: 云币, kind: money}]
  roles:
  - {name: 领办, role: lead}`,
		Args:      cobra.MaximumNArgs(1),
		ValidArgs: lexicon.Lists(),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return printText(c, lexiconCounts())
			}
			if !slices.Contains(lexicon.Lists(), args[0]) {
				return misuse("unknown list %q: want %s", args[0], strings.Join(lexicon.Lists(), ", "))
			}
			return printText(c, lexiconEntries(args[0]))
		},
	}
}

// lexiconCounts is a line for each list and each sort of word in it.
func lexiconCounts() string {
	var b strings.Builder
	b.WriteString("LIST\tWORD\tENTRIES\tFIELDS\n")
	for _, list := range lexicon.Lists() {
		entries := lexicon.BuiltIn(list)
		fields := lexicon.Fields(list)
		for _, word := range fields {
			n := 0
			for _, e := range entries {
				if wordOf(e) == word {
					n++
				}
			}
			if n > 0 {
				fmt.Fprintf(&b, "%s\t%s\t%d\t%s\n", list, word, n, strings.Join(fields, ", "))
			}
		}
	}
	return b.String()
}

// wordOf returns the field of an entry that is its word.
func wordOf(a lexicon.Addition) string {
	for _, f := range lexicon.Fields(a.List) {
		if a.Fields[f] != "" {
			return f
		}
	}
	return ""
}

// lexiconEntries is a list as YAML.
func lexiconEntries(list string) string {
	var b strings.Builder
	b.WriteString(list + ":\n")
	for _, e := range lexicon.BuiltIn(list) {
		b.WriteString("- {")
		sep := ""
		for _, f := range lexicon.Fields(list) {
			if value := e.Fields[f]; value != "" {
				b.WriteString(sep + f + ": " + yamlWord(value))
				sep = ", "
			}
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// yamlWord puts a value in quotes unless it is a plain word.
func yamlWord(value string) string {
	for _, r := range value {
		if r < 0x80 && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return `"` + value + `"`
		}
	}
	return value
}

// readLexicon reads a user's lexicon; nil without a file. Each fault is said on a line.
func readLexicon(c *console, name string) (*extract.Lexicon, error) {
	if name == "" {
		return nil, nil
	}
	data, err := readInput(c, name)
	if err != nil {
		return nil, misuse("--lexicon %s: %s", name, cause(err))
	}
	additions, faults, err := wordlist.Parse(data)
	if err != nil {
		return nil, misuse("--lexicon %s: %v", name, err)
	}
	words, err := extract.NewLexicon(additions)
	var more lexicon.Faults
	if errors.As(err, &more) {
		faults = append(faults, more...)
	}
	if len(faults) > 0 {
		slices.SortStableFunc(faults, func(a, b lexicon.Fault) int { return a.Line - b.Line })
		for _, f := range faults {
			c.say(name, "line %d: %s", f.Line, c.fault(f.Message))
		}
		return nil, misuse("--lexicon %s: %s", name, count(len(faults), "fault"))
	}
	return words, err
}

// fault says what is wrong with an entry, behind the name of its list.
func (c *console) fault(text string) string {
	if list, what, ok := strings.Cut(text, ": "); ok && slices.Contains(lexicon.Lists(), list) {
		return c.says.Sprintf("%s: %s", list, c.fault(what))
	}
	return c.says.Phrase(text)
}
