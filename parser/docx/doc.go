// Package docx reads Word documents of the kind that Word and WPS write since 2007
// (ECMA-376, ISO/IEC 29500, transitional and strict): XML in a ZIP archive.
//
// The reading text is what the reader of the printed document sees: paragraphs with
// their automatic numbers, tables as grids, text boxes behind the paragraph that anchors
// them, the results of fields, insertions. Footnotes and endnotes stand at the end, as
// "[1] …". Deletions, hidden text, comments, headers, footers, pictures, bullets and the
// table of contents are left out.
//
// The archive and its XML are bounded in the number of parts, size, ratio of compression
// and depth; a document type declaration, which only an attack would bring, is refused.
// The XML is read by a scanner of our own, ten times as fast as encoding/xml, which
// takes longer to read a document than policyx to understand it.
package docx
