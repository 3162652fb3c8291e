// Package render writes notices for machines and for people.
//
// In come notices of package schema, one or many. YAML, JSON and JSON Lines carry all
// that a notice has, the same fields in the same order; [Decode] takes such text back to
// plain values. CSV, XLSX, iCalendar and Markdown show what people work with, the
// ledger of tasks (任务分解台账) with its times and figures, and leave the spans behind.
// The same notices give the same bytes in every format. The package opens no file and
// asks no clock.
//
// JSON and YAML are appended straight from the notice, by the shapes of its types (shape.go): yaml.v3 takes longer to print a
// notice than policyx takes to read it, encoding/json twice as long as is taken here. YAML is read in yaml.go and nowhere else: gopkg.in/yaml.v3 is
// no longer developed, and its successor has to be a change of one line. [Locate] reads
// other YAML there, with the lines that faults are told by.
//
// iCalendar is written here, in 190 lines besides the rules of repeats: to link golang-ical alone costs every start
// of a program 4 ms, as long as reading a notice takes.
package render
