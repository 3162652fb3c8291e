// Package ofd reads OFD files, the national standard for electronic documents
// (GB/T 33190-2016): XML in a ZIP archive.
//
// In comes the file, out goes the reading that package layout makes of its pages. Text is
// placed by its X, Y and deltas, its transformation and its boundary; page templates
// belong to their pages; several documents in one file are read one behind the other.
// Annotations, seals and signatures, pictures and attachments are not read, and no
// signature is checked. Scans and fonts without codes are reported as package pdf does; the picture
// that fills a page without text is shown to an engine, where there is one (see package ocr).
//
// What an archive claims is not believed: sizes are counted as they are unpacked, and the
// number and depth of what is read is bounded (see the constants of archive.go).
//
// The reader is our own, 620 lines: package layout needs every glyph with its place, as it gets them of a PDF, where
// toolkits for OFD (zc310/ofd) hand out lines of plain text or a whole picture.
package ofd
