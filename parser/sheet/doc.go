// Package sheet turns a workbook into a reading, whatever file it came in: the readers of
// xlsx, xls, SpreadsheetML, csv and tsv fill a [Book], [Read] does the rest.
//
// A sheet is a section of the reading. The rows of one cell above its first table are
// paragraphs, its title; so are the notes below a table. All other cells stand in grids: no
// row of cells is read as prose. Merged cells span; hidden rows, columns and sheets are
// left out and counted in a diagnostic; rows and columns without content are nothing.
//
// Cells come as they are shown. [Format] shows a number by its number format (ECMA-376,
// 18.8.31), built in or custom, as a Chinese edition of Excel or WPS does.
package sheet
