// Package parser turns the bytes of a notice into its reading text and structure:
// head, numbered outline, tables.
//
// In go the bytes and what the caller knows of them; out comes a [Document] whose
// every part is a range of the reading text. The package finds structure only: it
// reads no departments, no dates and no amounts, and decides nothing about tasks.
package parser
