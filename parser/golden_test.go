package parser_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policyx/policyx/parser"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestOutlineOfEveryNotice holds the head, parts, items and tables of each notice.
func TestOutlineOfEveryNotice(t *testing.T) {
	paths, err := filepath.Glob("../testdata/notices/*")
	if err != nil || len(paths) < 12 {
		t.Fatalf("found %d notices: %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		doc, err := parser.Parse(name, data, parser.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		golden(t, name+".outline", print(doc))
	}
}

// golden compares got with the golden file of a name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("../testdata/golden", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; rewrite with -update):\n%s", name, diff)
	}
}

// print writes what the parser found, a line each.
func print(d *parser.Document) string {
	var b strings.Builder
	h := &d.Head
	fmt.Fprintf(&b, "title: %s\nnumber: %s\naddressees: %s\nsignature: %s\ndate: %s\nnote: %s\nenclosure: %s\n",
		flat(d.Join(h.Title...)), d.Join(h.Number), d.Join(h.Addressees), flat(d.Join(h.Signature...)), d.Join(h.Date), d.Join(h.Note), flat(d.Join(h.Enclosure...)))
	for _, f := range h.Fields {
		fmt.Fprintf(&b, "field: %s = %s\n", f.Name, d.Join(f.Value))
	}
	for _, a := range h.Attachments {
		fmt.Fprintf(&b, "attachment: %s\n", flat(d.Join(a...)))
	}
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "part: %s (attachment: %t)\n", flat(d.Join(p.Title...)), p.Attachment)
		for _, r := range p.Loose {
			fmt.Fprintf(&b, "  ¶ %s\n", ends(d.Join(r)))
		}
		printItems(&b, d, p.Items, "  ")
		printTables(&b, d, p.Tables, "  ")
	}
	for _, g := range d.Diagnostics {
		fmt.Fprintf(&b, "%s %s: %s\n", g.Severity, g.Code, g.Message)
	}
	return b.String()
}

func printItems(b *strings.Builder, d *parser.Document, items []*parser.Item, indent string) {
	for _, it := range items {
		fmt.Fprintf(b, "%s%s", indent, it.Marker.Label)
		for _, r := range it.Own {
			fmt.Fprintf(b, " ¶ %s", ends(d.Join(r)))
		}
		b.WriteString("\n")
		printTables(b, d, it.Tables, indent+"  ")
		printItems(b, d, it.Children, indent+"  ")
	}
}

func printTables(b *strings.Builder, d *parser.Document, tables []*parser.Table, indent string) {
	for _, t := range tables {
		fmt.Fprintf(b, "%stable: %s\n", indent, d.Join(t.Caption))
		for _, row := range t.Grid.Rows {
			cells := make([]string, len(row))
			for c, n := range row {
				cells[c] = ends(d.Join(t.Grid.Cells[n].Range))
			}
			fmt.Fprintf(b, "%s| %s\n", indent, strings.Join(cells, " | "))
		}
	}
}

func flat(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }

// ends shortens a text to its beginning and end.
func ends(s string) string {
	r := []rune(flat(s))
	if len(r) <= 40 {
		return string(r)
	}
	return fmt.Sprintf("%s…%s", string(r[:20]), string(r[len(r)-18:]))
}
