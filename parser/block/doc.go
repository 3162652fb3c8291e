// Package block is what every reader produces: the reading text of a document and
// its blocks, paragraphs and table grids, as ranges of that text.
//
// Ranges are code points of the reading text, half open. A block never holds text of
// its own, so whatever is found in a block has its place in the reading text.
package block
