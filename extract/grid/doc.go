// Package grid reads the rows and columns of a table: what its columns hold, whether its
// rows are tasks or indicators or neither, and the parts of each row that is a task.
//
// In comes a [block.Grid] with its spans and a caption; out go [Row] values whose parts
// are cells. What a cell says (departments, times, numbers) is read by the families, and
// bound by package extract. Words decide through package header; where they do not, the
// shape of the columns does.
package grid
