// Package recognize runs recognition engines, programs of their own, for package ocr of the parser: Tesseract,
// a process a page, and any COMMAND that speaks the protocol of docs/ocr.md, a process a worker.
//
// It knows processes, pipes and temporary files; what a line says is not its business. Every answer is
// bounded in size and time, and one that is not understood is an error, never a part of a page.
package recognize
