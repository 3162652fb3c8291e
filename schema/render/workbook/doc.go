// Package workbook writes spreadsheets (.xlsx: Office Open XML, ECMA-376) row by row.
//
// In come sheets of text, numbers and days; out goes a package whose bytes depend on
// nothing else: no clock, no random part. One sheet at a time goes straight to the output,
// the others are kept deflated until the end, so memory grows with a fraction of what
// they hold. A sheet that is full goes on in the next one.
//
// It makes what a ledger needs and nothing else: columns that people fill, lists to choose from,
// marks by formula, links, print set-up; no chart, no reading. A
// text is a text to Excel whatever it begins with. A general module has all that, but
// takes 2 to 3 ms whenever the program starts, which is as long as reading a notice;
// tests read the result with one.
package workbook
