// Package csv reads tables as text: cells separated by commas, semicolons or tabs, quoted where they
// hold a separator or a line break (RFC 4180).
package csv
