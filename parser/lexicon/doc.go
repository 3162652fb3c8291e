// Package lexicon holds the word lists that the rules stand on: units, department
// stems and endings, levels, verbs, words that only look like numbers.
//
// Lists hold atoms, never phrases: 年底前 in a list would swallow the 年 of a date.
// Each list is an embedded TSV file, one word a line with an optional tag behind a
// tab; # starts a comment. Lists are loaded on first use and never change.
//
// A [User] lays additions of a user over the lists: copies are made of those that are added
// to, the embedded ones stay as they are. [BuiltIn] gives the embedded ones in the form of
// additions.
package lexicon
