// Package number reads the numbers of documents (发文字号, GB/T 9704-2012, 7.2.5) and of
// standards (GB/T 1.1-2020, 8.3) in a lexed text, and gives them in standard form: with
// the marks and brackets that a page lost. Places are runes of the stream.
//
// Whether the number is the notice's own or that of a document it cites is the caller's
// to say.
package number
