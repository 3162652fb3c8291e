// Package layout reads pages: of characters and ruling lines at places on paper it makes
// paragraphs and tables in reading order.
//
// In come the pages as a reader of a page format (PDF, OFD) delivers them, with nothing
// but positions; out goes a [block.Reading] with a line of text for each paragraph and
// each row of a table, and the place where each page begins. On the way
//
//   - running headers and footers, page numbers (— 2 —), the address and date lines of a
//     printed web page, and tables of contents are left out
//   - columns are read one behind the other, lines are joined into the paragraphs that the
//     margin broke, over columns and pages
//   - tables come from ruling lines, and from text that stands in columns; cells may span,
//     and a table that goes on over pages with its header repeated is one
//   - letter-spaced words are closed up; a space is written only where the text has one
//
// The package knows no notice: titles, numbering and noise are left to parser. Nothing is
// decided by the order in which a file draws its characters, and it refuses nothing.
package layout
