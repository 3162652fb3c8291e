// Package compound opens OLE2 files, in which Office kept its documents before 2007: streams
// by name ([MS-CFB]).
//
// The reader is our own: the module at hand copies the path of each entry, which a chain of
// nested entries turns into memory, and joins the sectors of a stream in quadratic time.
// Every loop here is bounded by the size of the file.
package compound
