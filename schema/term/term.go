// Package term says what the fields of a notice and their values are called, in Chinese as an
// office writes it and in English. Ledgers, documents, calendars and the page take their
// words from here, so that the same thing has the same name wherever people see it.
//
// The keys and values of YAML and JSON are the schema's own and no words of this package.
// A new term is a row of terms.tsv.
package term

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// Language is a language that terms have names in, by its tag (BCP 47).
type Language string

// The languages.
const (
	Chinese Language = "zh"
	English Language = "en"
)

// Languages returns the languages, that of the notices first.
func Languages() []Language { return []Language{Chinese, English} }

// A Term is a value of a kind with its names: Relation, by → 截至, by.
type Term struct {
	Kind, Value string
	names       [2]string // in the order of Languages
}

// In returns the term's name in lang, the Chinese one where lang is none of [Languages].
func (t Term) In(lang Language) string {
	return t.names[max(slices.Index(Languages(), lang), 0)]
}

// Value returns what a value of a kind is called: Value(Chinese, "Relation", "by") is 截至.
// Where there is no such term it is the value itself.
func Value(lang Language, kind, value string) string {
	if t, ok := vocabulary().byKey[[2]string{kind, value}]; ok {
		return t.In(lang)
	}
	return value
}

// Field returns what a field of the schema is called, by its type and key ("Task.title"),
// or name itself where there is no such term.
func Field(lang Language, name string) string { return Value(lang, "field", name) }

// Terms returns all terms, kind by kind, the values of a kind in the order in which people
// choose among them. The list is the caller's.
func Terms() []Term { return slices.Clone(vocabulary().terms) }

//go:embed terms.tsv
var rows string

type table struct {
	terms []Term
	byKey map[[2]string]Term
}

var vocabulary = sync.OnceValue(func() table {
	v := table{byKey: map[[2]string]Term{}}
	for row := range strings.Lines(rows) {
		f := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(f) != 4 {
			continue // blank, or a comment: TestRows holds the others to four columns
		}
		t := Term{Kind: f[0], Value: f[1], names: [2]string{f[2], f[3]}}
		v.terms = append(v.terms, t)
		v.byKey[[2]string{t.Kind, t.Value}] = t
	}
	return v
})
