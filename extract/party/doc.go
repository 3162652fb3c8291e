// Package party reads who is to do a task: the responsibility clauses of an item, the
// names in a table cell, and the addressees of a notice.
//
// In comes a lexed text; out come clauses with their departments, each with its role,
// its name with what a list left out restored (市财政局、民政局 → 市民政局), its kind and,
// where the lexicon knows it, its official name. Places are runes of the stream.
//
// What a role is worded like is a row of the table in rules.go. Where a name ends, what
// a list shares and what is carried on are functions: no row can state them.
//
// A department that a sentence only mentions is none of this package's business: it has
// to stand in brackets at the end of a part, behind a label (牵头单位:), or in a last
// sentence that says nothing but who does what.
package party
