// Package pdf reads PDF files.
//
// In comes the file, out goes the reading that package layout makes of its pages, with a
// diagnostic for what could not be read:
//
//   - no-text-layer: a scan, all pages or some, holds pictures of text only
//   - garbled-text: the fonts do not say which characters they draw, so the text would be
//     another one than the page shows; it is left out
//   - unread-content: a damaged page, a page set like a newspaper's, a file that takes too long
//
// A file that only a password opens is refused by an error.
//
// Pages are read by pdfium, compiled to WebAssembly and embedded in the program: it runs
// in a memory of its own, without files and network, and is compiled when the first PDF
// comes, which takes some seconds once; the outcome is kept in the user's cache folder.
// Annotations, form fields, attachments and pictures are not read. Text that is turned
// against the rest of its page is a watermark and left out.
package pdf
