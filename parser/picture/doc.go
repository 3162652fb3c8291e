// Package picture reads pictures of pages: scans and photographs as PNG, JPEG, TIFF, BMP, GIF or WebP, a TIFF
// with all its pages.
//
// In comes the file, out goes the reading that package layout makes of what an engine recognised
// (see package ocr). A photograph is turned as its camera noted (EXIF). Where the file does not say how large the
// page is, it is taken for A4.
//
// Diagnostics are those of package ocr, and unread-content for a page that cannot be decoded, of severity
// error where others of its file were read.
package picture
