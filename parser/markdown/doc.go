// Package markdown reads notices that a program copied as Markdown: from a page, a Word document, a PDF
// (CommonMark with the tables of GitHub, pandoc and HTML, and the formulas of PDF readers).
//
// In comes a decoded [source.File], out goes a [block.Reading] whose text is what the notation stands for, a line for
// each line of the file that says anything, and whose Lines lead back to the lines of the file:
//
//   - marks of headings, quotes, bullets, emphasis, links, pictures, comments and tags are no text
//   - the entries of a front matter that are those of a page head are fields
//   - tables with |, with + or dashes around their cells, <table> and simple tables of LaTeX are grids; everything else is
//     read like plain text, by package text
//
// The notation is read line by line, more leniently than CommonMark has it, and for that reason not by a library:
// a notice's numbers (1.) are labels and no list, four spaces before a line are no program, and **健全机制。**到2025年
// is emphasised, which CommonMark denies because a full stop stands before the second mark.
package markdown
