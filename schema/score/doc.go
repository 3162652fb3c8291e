// Package score compares what was read of a notice with an answer that a person made by
// reading it: precision, recall and F1, kind by kind.
//
// In come an answer ([Gold]), a notice of package schema and its reading text; out come
// counts with every miss. White space, widths and the shapes of brackets do not count.
// The package reads no files and runs no extraction; what an answer does not state is
// not scored, but what the notice has beyond a stated list counts against it.
package score
