// Package catalog keeps notices in a SQLite database, one file, and finds them again.
//
// Every fact of a notice is a row with its place in the text: tasks, who answers for them, deadlines, targets, indicators, citations,
// diagnostics. Beside the rows lies each notice whole, so that what is asked for comes back as it was put in. docs/catalog.md
// shows the tables; they are for sqlite3, DuckDB and pandas as much as for this package.
//
// A notice is known by its input (a file, a folder, an archive) and by its position in it. The digest of an input says
// what its notices were made of: one with another digest replaces them. Everything is written in transactions, with a rollback
// journal: a program that is killed leaves a catalogue that holds whole notices only, and that one file is all of it once
// somebody has opened it.
//
// What a department works on, which places a place lies in and how a text is folded is not known here: [Reading] asks whoever
// knows. SQLite is the driver "sqlite" of database/sql, which the program links.
package catalog
