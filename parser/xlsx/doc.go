// Package xlsx reads the workbooks that Excel and WPS write since 2007 (ECMA-376 part 1,
// clause 18; ISO/IEC 29500, transitional and strict), and the one XML file of Excel 2003,
// SpreadsheetML.
//
// Cells come as they are shown: shared and inline strings without their phonetic guides,
// numbers by the number format of their style, formulas by the result that the file holds.
// What a sheet claims of its size is not believed: only cells that are there count. Charts,
// pictures, comments, headers and footers are left out. Package ooxml opens the archive,
// within its bounds; package sheet bounds the cells.
package xlsx
