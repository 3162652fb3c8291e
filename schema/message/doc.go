// Package message is what the program says to people: sentences that keep their format and its values apart, so that
// they can be said in another language than the one they are written in.
//
// A format is an English sentence or clause with the verbs of package fmt, and the key of its translations (see
// package translation). Every error of the project whose text a person may read is made here; printed as it is, it is
// English.
//
// The package needs the standard library only.
package message
