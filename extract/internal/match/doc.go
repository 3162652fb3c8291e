// Package match runs ordered tables of rules over lexed text.
//
// A rule is a row: an ID, a pattern, an example and a builder. Patterns are compiled
// once and indexed by what they can begin with, so a rule that cannot start at a place
// costs nothing there. The leftmost match wins, among those the longest, among those
// the first row whose builder accepts. What lost can be kept for explanation.
//
// # Patterns
//
// A pattern is a sequence of elements. White space between them only separates.
//
//	年底前        a literal, rune by rune; it may begin or end anywhere
//	YEAR         a class in capitals, given by the family; it captures what it matched
//	(前|之前|以前)  one of several sequences
//	X?           an optional element or group (greedy)
//	~6           a gap of up to 6 runes without a clause mark, as short as possible
//
// The marks ( ) | ? ~ and capitals are written as literals in quotes: "(".
package match
