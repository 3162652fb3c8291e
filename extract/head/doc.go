// Package head reads what a notice says of itself: title, kind and enclosure, number, issuer,
// place and level, days, validity and the rest of its page head (GB/T 9704-2012, clause 7).
//
// In go a [parser.Document] and its lexed text, out comes a [Head]: the metadata with their
// spans, the diagnostics, and what the families have to know of the notice. Which names are
// those of organs is asked of the caller, who also reads the addressees: the package knows
// no department.
package head
