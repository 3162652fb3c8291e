// Package ooxml opens the documents that are XML in a ZIP archive (ECMA-376, ISO/IEC 29500,
// transitional and strict): their parts, the references between them, and the XML of a part
// element by element.
//
// The archive and its XML are bounded in the number of parts, size, ratio of compression
// and depth; a document type declaration, which only an attack would bring, is refused.
// The XML is read by a scanner of our own, ten times as fast as encoding/xml, which
// takes longer to read a document than policyx to understand it.
package ooxml
