package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed *.tsv
var files embed.FS

// Entry is one line of a list.
type Entry struct{ Word, Tag string }

// Units are the measures and classifiers that may stand behind a number. The tag is
// "money", "area", "share", "time" or "count".
var Units = list("units.tsv")

// NoNumbers are words that begin like a number and are none: 一体, 三农, 十分.
var NoNumbers = list("no_numbers.tsv")

// Plans are the five-year planning periods, tagged with first and last year: 十四五 → 2021/2025.
var Plans = list("plans.tsv")

// Entries returns the lines of an embedded list, in the file's order.
func Entries(name string) []Entry {
	data, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("lexicon: %s is not embedded", name)) // a name in this package's own code
	}
	return parse(string(data))
}

func parse(data string) []Entry {
	entries := make([]Entry, 0, strings.Count(data, "\n")+1)
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		word, tag, _ := strings.Cut(line, "\t")
		entries = append(entries, Entry{word, tag})
	}
	return entries
}

// list returns a function that loads the set of an embedded file once.
func list(name string) func() *Set {
	return sync.OnceValue(func() *Set { return NewSet(Entries(name)) })
}
