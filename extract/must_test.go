package extract_test

import (
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// mustExtract fails the test where Extract does: on a fault of the program alone.
func mustExtract(t testing.TB, doc *parser.Document, opts extract.Options) *schema.Notice {
	t.Helper()
	n, err := extract.Extract(doc, opts)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
