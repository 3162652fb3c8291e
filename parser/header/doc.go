// Package header says what the column of a table holds, by the words of its header.
//
// In comes one header cell (重点任务, 2027年目标值, 责任单位); out goes the kind of the
// column and, for a column of values, its year. What only the cells can say is not decided
// here: which of two columns of text is the title and which the text, and the role of a
// column of departments, which package party reads from the same words.
//
// The words are rows of words.tsv. A word stands there once.
package header
