// Package word holds what the word processors' formats have in common, whatever bytes
// they keep it in: a [Story] of paragraphs and tables, the automatic numbering of lists
// as the reader sees it, the visible part of fields, characters of symbol fonts.
//
// In come the pieces that parser/docx, parser/doc and parser/rtf find in their files, out goes the
// [block.Reading]. The package reads no bytes and refuses nothing; a table that exceeds
// the bounds of a grid is cut, with a diagnostic.
package word
