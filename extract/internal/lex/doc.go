// Package lex turns folded text into tokens: numbers with their values, units behind
// them, planning periods, words that only look like numbers, punctuation, letters,
// and runs of everything else.
//
// White space is taken out first, so that letter-spaced text and wrapped lines need no
// rules of their own; where it stood is kept ([Stream.Gap]). Tokens tile what is left
// and never cross from one range to the next. The lexer knows no dates, no amounts and
// no departments.
package lex
