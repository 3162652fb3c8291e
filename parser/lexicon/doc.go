// Package lexicon holds the words that readers, structure and rules stand on: units, department
// stems and endings, levels, verbs, kinds of documents, words that only look like numbers.
//
// Words are atoms, never phrases: 年底前 would swallow the 年 of a date. A word has one row in the
// embedded TSV files, whoever reads it, and behind the word its uses, a column each: the name of
// a list, and behind a colon what the list says of the word.
//
//	部门	ending:collective	body	class	side	no-unit
//
// A list ([Endings], [Units]) is the set of all words with its use; it is made on first use
// and never changes. A row whose use no list reads, or whose value it does not know, fails a test. The sets
// are made of the files by go generate; a test holds that they are current.
//
// A [User] lays additions of a user over the lists: copies are made of those that are added
// to, the embedded ones stay as they are. [BuiltIn] gives the embedded ones in the form of
// additions.
package lexicon
