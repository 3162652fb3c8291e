// Package source turns the bytes of an input into a [File]: what format it is, what
// encoding it was written in, and its text.
//
// Both are told from the content alone, never from a file's name, and what a meta tag
// claims about its encoding is only a hint. Bytes that no character stands for become
// U+FFFD and are counted in one diagnostic. Documents that are containers (Word, PDF,
// OFD, workbooks) are passed on as they are, for their readers to open. Formats that no reader of
// this version knows (images, programs) are refused by an error
// that names the format, encrypted Office documents by one that says so.
//
// [Fold] maps widths, brackets, dashes and spaces to one form, rune for rune, so an
// offset in folded text is an offset in the text itself.
package source
