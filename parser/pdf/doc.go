// Package pdf reads PDF files.
//
// In comes the file, out goes the reading that package layout makes of its pages, with a
// diagnostic for what could not be read:
//
//   - no-text-layer: some pages are a scan, pictures of text only
//   - garbled-text: the fonts of a page do not say which characters they draw, so the text
//     would be another one than the page shows; it is left out
//   - recognized-text: the text of a page is not drawn: a program read it off a picture
//   - unread-content: a damaged page, a page set like a newspaper's; of severity error where
//     a bound of the document ends the reading before its last page
//
// A file of which no page can be read is refused by an error that says why, as is one that
// only a password opens.
//
// Pages are read by pdfium, compiled to WebAssembly and embedded in the program: it runs
// in a memory of its own, without files, network and clock, and is compiled when the first PDF
// comes, which takes some seconds once; the outcome is kept in the user's cache folder.
// It is changed in two places: a text object without width is text too (see unnarrow), and work
// is counted. Annotations, form fields, attachments and pictures are not read. Text that is turned
// against the rest of its page is a watermark and left out.
//
// A PDF can ask for work without end. What ends it is a count that is put into the module
// (see metered), so the same bytes give the same result on any machine, busy or not. Over 38
// real PDFs of 820 pages the program takes 3.7 times the processor time of pdftotext -layout with
// it; the checks of a context in each loop and call took 12 times and ended by the clock. A child
// process without either would cost a start for each worker and end by the clock as well.
package pdf
