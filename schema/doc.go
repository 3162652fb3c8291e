// Package schema is the output contract as Go types: what one notice becomes.
//
// Every type here is plain data. Values stay in the notice's own Chinese, keys are
// English; a field without a value is left out, except Tasks and Diagnostics, which
// are always lists. JSON, JSON Lines and YAML carry the same fields in the same order.
//
// Positions are code points of the reading text (the Web Annotation
// TextPositionSelector convention), half open.
//
// The package imports nothing of the project.
package schema
