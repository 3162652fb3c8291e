// Package clause knows the shape of a text: where its sentences and clauses begin and end, and which
// brackets, quotes and titles belong together. The shape is read once for each stream; whoever
// needs an edge asks for it and walks no text.
//
// In come folded runes without white space, and where paragraphs begin; out come [Edges]. The package
// knows marks and no words.
package clause
