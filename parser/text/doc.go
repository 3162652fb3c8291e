// Package text cuts a plain-text notice into paragraphs and tables.
//
// In comes a decoded [source.File], out goes a [block.Reading] whose text is the decoded
// text, character for character, and whose blocks are ranges of it:
//
//   - a line is a paragraph; lines of a text that was wrapped at a fixed width are one
//   - rows with | or TAB between the cells are a grid, as are tables that a page's text
//     lost to one cell a line, with or without a | at the end of each cell
//   - page numbers (— 2 —, 第 2 页) and lines of nothing but | belong to no block
//
// The package knows lines, cells and columns. Titles, noise, numbering and what a table
// says are left to parser. It refuses nothing: every text has a reading.
package text
