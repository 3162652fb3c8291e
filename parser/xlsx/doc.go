// Package xlsx reads the workbooks that Excel and WPS write since 2007 (ECMA-376 part 1,
// clause 18; ISO/IEC 29500, transitional and strict), and the one XML file of Excel 2003,
// SpreadsheetML.
//
// Cells come as they are shown: shared and inline strings without their phonetic guides,
// numbers by the number format of their style, formulas by the result that the file holds.
// What a sheet claims of its size is not believed: only cells that are there count. Charts,
// headers and footers are left out; pictures, text boxes and comments too, which is said. Package ooxml opens the archive,
// within its bounds; package sheet bounds the cells.
//
// The reader is our own: to link excelize alone costs every start of a program 10 ms (an empty one
// starts in 4.5 ms without it and in 14.7 ms with it), whether a workbook comes or not. It judges this one in tests.
package xlsx
