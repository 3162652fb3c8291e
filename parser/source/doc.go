// Package source turns the bytes of an input into a [File]: what format it is, what
// encoding it was written in, and its text.
//
// Both are told from the content alone, never from a file's name, and what a meta tag
// claims about its encoding is only a hint. Bytes that no character stands for become
// U+FFFD and are counted in one diagnostic. Formats that no reader of this version
// knows (PDF, Word, OFD, images, archives, programs) are refused by an error that
// names the format.
//
// [Fold] maps widths, brackets, dashes and spaces to one form, rune for rune, so an
// offset in folded text is an offset in the text itself.
package source
