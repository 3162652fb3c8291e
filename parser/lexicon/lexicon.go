package lexicon

import (
	"embed"
	"strings"
	"sync"
)

//go:embed *.tsv
var files embed.FS

// placesFile is the one file that holds no words with uses but divisions with their codes.
const placesFile = "places.tsv"

// Entry is a word with what one of its uses says of it, "" where it says no more.
type Entry struct{ Word, Tag string }

// Units are the measures and classifiers that may stand behind a number. The tag is
// "money", "area", "share", "time" or "count".
var Units = list("unit")

// NoNumbers are words that begin like a number and are none: 一体, 三农, 十分.
var NoNumbers = list("no-number")

// Plans are the five-year planning periods, tagged with first and last year: 十四五 → 2021/2025.
var Plans = list("plan")

// Entries returns the words that have a use, in the order of the files.
func Entries(use string) []Entry { return uses()[use] }

// uses are the words of all files by use.
var uses = sync.OnceValue(func() map[string][]Entry {
	out := map[string][]Entry{}
	for _, name := range wordFiles() {
		for _, row := range lines(name) {
			for use := range strings.SplitSeq(row.Tag, "\t") {
				use, tag, _ := strings.Cut(use, ":")
				out[use] = append(out[use], Entry{row.Word, tag})
			}
		}
	}
	return out
})

// wordFiles returns the names of the files of words, sorted.
func wordFiles() []string {
	dir, _ := files.ReadDir(".") // embedded, and no directory of it can be missing
	var names []string
	for _, f := range dir {
		if f.Name() != placesFile {
			names = append(names, f.Name())
		}
	}
	return names
}

// lines returns the rows of a file: the first column, and all that stands behind it.
func lines(name string) []Entry {
	data, err := files.ReadFile(name)
	if err != nil {
		panic("lexicon: " + err.Error()) // a name in this package's own code
	}
	text := string(data)
	entries := make([]Entry, 0, strings.Count(text, "\n")+1)
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, "\t")
		entries = append(entries, Entry{word, rest})
	}
	return entries
}

// list returns a function that makes the set of the words with a use, once.
func list(use string) func() *Set {
	return sync.OnceValue(func() *Set { return NewSet(Entries(use)) })
}
