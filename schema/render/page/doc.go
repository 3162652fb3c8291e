// Package page writes the review page: one HTML file to check notices against their text.
//
// In come notices of package schema, each with the reading text that its spans refer to;
// out goes a file that needs nothing else: style, script and data stand in it, and a
// Content-Security-Policy lets exactly this style and this script run and nothing be loaded.
//
// What a notice says reaches the page as JSON in a data block, never as markup, and the
// script writes it as text nodes: a notice that contains <script> shows it. The script lays
// the marks from the spans of the notice, on lines of code points; it never counts in UTF-16.
//
// The package reads no file, keeps no state and writes the same bytes for the same input.
package page
