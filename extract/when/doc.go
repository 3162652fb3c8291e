// Package when finds times in lexed text: the dates that work is to be done by, the
// stretches it is to be done in, repeats (每年), spans from the notice on (印发后3个月内)
// and work without an end (持续实施).
//
// In comes a stream with what is known of its notice (the day of issue, the year of a
// table); out come [Time] values in the order of the text, each with its EDTF value,
// its days and the rule that made it. What is written like a time and is none of the
// task (2020年版, 较2023年, 退役2年内) comes out too, with the reason, so that no other
// family reads its numbers as amounts.
//
// The wordings are rows: points.go has those of single points (2025年三季度), the
// rules_*.go files those of phrases around points (到…底前). Checks of what stands around
// a match, which no row can state, are in check.go. The package reads neither titles
// nor document numbers: whoever calls masks them.
package when
