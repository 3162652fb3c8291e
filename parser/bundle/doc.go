// Package bundle knows how the files of one notice are named: which is the notice itself, which are its attachments and
// in which order they stand, which belong to a saved page.
//
// It looks at names alone. What stands in the files is the business of package parser.
package bundle
