// Package batch does the same work on many inputs: which files there are, where the output
// of each goes, which outputs are fresh, how many are worked on at once.
//
// In come paths and functions, out go files that appear whole or not at all ([File]) and
// results in the order of the inputs ([Run]), whatever the number of workers. Memory is
// bounded: names apart, no more is held than the inputs that are being worked on. The
// package knows nothing about notices, formats or messages.
package batch
