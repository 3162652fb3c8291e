// Package extract understands a parsed notice: who does what, by when, how much.
//
// In goes a [parser.Document], out comes a [schema.Notice]. The families below
// (extract/when, extract/amount, extract/party) find facts in stretches of text; this
// package decides which stretches are tasks, goals, indicators or citations and binds
// the facts to them. It reads no bytes, no clock and no environment: the same document
// and options give the same notice.
package extract
