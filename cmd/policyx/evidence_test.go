//go:build unix

package main

import (
	"encoding/json"
	"fmt"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
)

// untrue finds the first span in a decoded notice of doc that leads out of its text, is said to stand in another line than
// it does, or beside which a text is quoted that does not stand there; nil where all are true. path leads to v.
func untrue(doc *parser.Document, v any, path string) error {
	switch v := v.(type) {
	case []any:
		for i, e := range v {
			if err := untrue(doc, e, fmt.Sprintf("%s[%d]", path, i)); err != nil {
				return err
			}
		}
	case map[string]any:
		if err := misplaced(doc, v); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for key, e := range v {
			if err := untrue(doc, e, path+"."+key); err != nil {
				return err
			}
		}
		if err := misquoted(doc, v); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// misplaced says what is wrong with value, if it is a span.
func misplaced(doc *parser.Document, value map[string]any) error {
	if value["start"] == nil || value["line"] == nil {
		return nil
	}
	at := rangeOf(value)
	if at.Start < 0 || at.Start >= at.End || at.End > len(doc.Text) {
		return fmt.Errorf("the span %v leads out of a text of %d", at, len(doc.Text))
	}
	if line := doc.Span(at).Line; line != integer(value["line"]) {
		return fmt.Errorf("the span %v stands in line %d, not %v", at, line, value["line"])
	}
	return nil
}

// misquoted says that the text of value does not stand at its span. The text of a task is put together.
func misquoted(doc *parser.Document, value map[string]any) error {
	span, spanned := value["span"].(map[string]any)
	quoted, given := value["text"].(string)
	if _, task := value["id"]; task || !spanned || !given {
		return nil
	}
	if at := rangeOf(span); quoted != string(doc.Text[at.Start:at.End]) {
		return fmt.Errorf("%q is quoted, %q stands there", quoted, string(doc.Text[at.Start:at.End]))
	}
	return nil
}

func rangeOf(span map[string]any) block.Range {
	return block.Range{Start: integer(span["start"]), End: integer(span["end"])}
}

func integer(v any) int {
	n, _ := v.(json.Number).Int64()
	return int(n)
}
