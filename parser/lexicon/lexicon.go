package lexicon

import (
	_ "embed" // of the files
	"iter"
	"strings"
	"sync"
)

// The files. Each is a part of the program's text: nothing of it is copied.
var (
	//go:embed amounts.tsv
	amountsFile string
	//go:embed bodies.tsv
	bodiesFile string
	//go:embed departments.tsv
	departmentsFile string
	//go:embed documents.tsv
	documentsFile string
	//go:embed festivals.tsv
	festivalsFile string
	//go:embed fields.tsv
	fieldsFile string
	//go:embed headings.tsv
	headingsFile string
	//go:embed numbers.tsv
	numbersFile string
	//go:embed site.tsv
	siteFile string
	//go:embed times.tsv
	timesFile string
	//go:embed units.tsv
	unitsFile string
	//go:embed verbs.tsv
	verbsFile string
)

// wordFiles are the files of words.
var wordFiles = []struct{ name, text string }{
	{"amounts", amountsFile}, {"bodies", bodiesFile}, {"departments", departmentsFile}, {"documents", documentsFile},
	{"festivals", festivalsFile}, {"fields", fieldsFile}, {"headings", headingsFile}, {"numbers", numbersFile},
	{"site", siteFile}, {"times", timesFile}, {"units", unitsFile}, {"verbs", verbsFile},
}

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
func Entries(use string) (out []Entry) {
	for _, file := range wordFiles {
		out = appendEntries(out, file.text, use)
	}
	return out
}

// appendEntries appends those of a file. Its lines may end as those of Windows.
func appendEntries(out []Entry, text, use string) []Entry {
	const ends = "\t\r\n"
	column := "\t" + use
	for at := 0; ; at += len(column) {
		next := strings.Index(text[at:], column)
		if next < 0 {
			return out
		}
		at += next
		tag := text[at+len(column):]
		if end := strings.IndexAny(tag, ends); end >= 0 {
			tag = tag[:end]
		}
		if tag != "" && tag[0] != ':' {
			continue // it only begins like the use
		}
		word, _, _ := strings.Cut(text[strings.LastIndexByte(text[:at], '\n')+1:at], "\t")
		if word[0] != '#' {
			out = append(out, Entry{word, strings.TrimPrefix(tag, ":")})
		}
	}
}

// rows returns the rows of a file: the first column, and all that stands behind it.
func rows(file string) iter.Seq2[string, string] {
	return func(yield func(word, rest string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if word, rest, _ := strings.Cut(line, "\t"); !yield(word, rest) {
				return
			}
		}
	}
}

// list returns a function that opens the set of the words with a use, once.
func list(use string) func() *Set {
	return sync.OnceValue(func() *Set { return made(use) })
}
