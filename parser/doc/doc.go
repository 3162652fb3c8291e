// Package doc reads the Word documents of before 2007, .doc and .wps ([MS-DOC] in an
// OLE2 file, [MS-CFB]).
//
// The reading text is what the reader of the printed document sees, as in parser/docx:
// paragraphs with their automatic numbers, tables as grids, text boxes behind the
// paragraph that anchors them, the results of fields, insertions; footnotes and endnotes
// at the end as "[1] …". Deletions, hidden text, comments, headers, footers, pictures,
// bullets and the table of contents are left out.
//
// An encrypted document, one of Word 95 or before, and an OLE2 file without a Word
// document are refused. Of the properties only those that bear on the text are read;
// what revisions changed in properties is not.
//
// The reader is our own: no Go module gives more than the bare text, without numbers and cells, and the programs
// that others call give less: of twelve real files antiword sets the cells of nine tables as lines
// of print, and hands out 448 of 11,313 characters of one that WPS wrote.
package doc
