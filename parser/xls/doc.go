// Package xls reads the workbooks of before 2007, .xls and WPS's .et: BIFF8 of Excel 97 to 2003
// and BIFF5 of Excel 95 ([MS-XLS]) in an OLE2 file.
//
// Cells come as they are shown, as in parser/xlsx: numbers by the number format of their
// style, formulas by the result that the file holds. Merged cells, hidden rows, columns
// and sheets are read; charts and macros are left out; pictures, text boxes and comments too, which is said. An encrypted
// workbook is refused.
//
// The reader is our own: none at hand reads strings that go on over records, the state of
// sheets, or number formats right. Every loop is bounded by the size of the file; package
// sheet bounds the cells.
package xls
