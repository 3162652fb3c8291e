// Package register fills the ledger that an office keeps: a workbook (.xlsx) with columns for tasks and columns that
// people fill.
//
// The sheet and its columns are found by their headers (headers.tsv). The file is not made anew: cells are set in the XML of
// that one sheet, and every other part stays as it is, byte for byte, where no row has to be put in, as do the styles, widths, formulas
// and all columns of the office's own. A row is known by its task's key, which stands in a hidden column 任务标识 that Excel,
// WPS and LibreOffice keep when they save, sort or filter; one without a key, or whose task was edited, is found by package align.
//
// Where rows are put in, what stands below moves and what spans the place grows, in all sheets, as in Excel: formulas, names, areas of
// print, filters, tables, lists, formats, merged cells, links, comments, pictures and charts. Ranges that end with the table's last row grow
// with it. What cannot move (an array formula or a pivot table in the way) is an error; the workbook is worked out anew when it is opened.
//
// What people wrote stays in its row. A row whose task the notice no longer has is marked in the column 变动, and
// never taken out; new tasks take the empty rows below the header, then new ones behind the last.
package register
