// Package translation says in Chinese what the program says in English: a message catalogue (golang.org/x/text/message)
// of the rows of zh.tsv, the English format and the Chinese one.
//
// An English format is written as it stands in the source and is its own key. The Chinese one has %s, or %[2]s, for
// each of its values, which arrive as text: nothing formats a number here. \n in a row is a line break.
//
// The catalogue is built when the first text is asked of it in Chinese.
package translation
