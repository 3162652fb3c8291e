// Package press prints notices as PDF and OFD files, for tests: paragraphs wrapped,
// justified and indented as offices set them, tables with ruling lines, pages with running
// headers and numbers.
//
// In go paragraphs and grids, out come pages with everything at its place, and the files.
// The same input gives the same bytes. A PDF embeds one font whose every character is a box:
// what is tested is where characters stand and which ones they are, not their shapes. An
// OFD file names its font only.
package press
