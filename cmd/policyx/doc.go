// Command policyx turns a Chinese government notice into structured data.
//
// In come files, folders or standard input; out go YAML, JSON or another format on standard
// output or to files, and one line for each thing that went wrong on standard error. The exit
// code is 0 when all was read, 1 when some input could not be read (or --strict found a
// warning), 2 for wrong use, 130 after Ctrl-C. Each verb has a file of its own, with its flags in a struct; the program knows
// nothing about notices beyond what packages parser, extract and schema tell it.
package main
