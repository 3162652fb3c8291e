// Package rtf reads Rich Text Format, which Word and WPS save as .rtf (RTF specification 1.9.1).
//
// The reading text is what the reader of the printed document sees, as in parser/docx:
// paragraphs with their automatic numbers, tables as grids, text boxes behind the paragraph
// that anchors them, the results of fields, insertions; footnotes and endnotes at the end as
// "[1] …". Deletions, hidden text, comments, headers, footers, pictures, bullets and the table
// of contents are left out.
//
// A number is the one that the file shows beside the list (\listtext), else the one that
// counting gives. Bytes are read in the code page of their font, else in that of the document;
// in a Western font of a Chinese document, and where nobody names a code page, bytes that stand
// in pairs are Chinese. What styles say is written out in each paragraph and not read again.
package rtf
