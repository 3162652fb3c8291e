package extract_test

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestBoundsAreTold: what is left out of an item that is too long is an error, and one number
// fewer is none.
func TestBoundsAreTold(t *testing.T) {
	const head = "关于印发重点工作任务分工的通知\n\n各有关单位：\n\n一、重点任务\n"
	for _, c := range []struct {
		text     string
		targets  int
		reported bool
	}{
		{strings.Repeat("占5%,", 20_000), 20_000, false},
		{strings.Repeat("占5%,", 20_001), 20_000, true},
		{strings.Repeat("稳步推进。", 80_001), 0, true},
	} {
		doc, err := parser.Parse("long.txt", []byte(head+c.text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := mustExtract(t, doc, extract.Options{})
		targets, reported := 0, false
		for _, task := range n.Tasks {
			targets += len(task.Targets)
		}
		for _, d := range n.Diagnostics {
			reported = reported || d.Severity == schema.Error && d.Code == schema.UnreadContent
		}
		if targets != c.targets || reported != c.reported {
			t.Errorf("%.12s…: %d targets, reported %v", c.text, targets, reported)
		}
	}
}
