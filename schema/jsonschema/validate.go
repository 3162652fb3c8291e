package jsonschema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// A Validator checks documents against the schema that [Generate] writes and against
// what a schema cannot say. It is safe for concurrent use.
type Validator struct {
	root rule
}

// A Fault is one thing that is wrong with a document.
type Fault struct {
	Path    string // JSON Pointer (RFC 6901) to the place, "" for the whole document
	Message string // one clause
}

// String returns "/tasks/3/id: what is wrong".
func (f Fault) String() string {
	if f.Path == "" {
		return "/: " + f.Message
	}
	return f.Path + ": " + f.Message
}

// NewValidator reads the schema that [Generate] writes.
func NewValidator() (*Validator, error) {
	text, err := Generate()
	if err != nil {
		return nil, err
	}
	var v Validator
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields() // a keyword that is not checked must not pass unseen
	if err := dec.Decode(&v.root); err != nil {
		return nil, message.Errorf("reading the generated JSON Schema: %w", err)
	}
	if err := v.root.prepare(v.root.Defs); err != nil {
		return nil, message.Errorf("reading the generated JSON Schema: %w", err)
	}
	return &v, nil
}

// Validate returns every fault of doc, ordered by path. doc is one notice as
// encoding/json decodes it into an any, numbers as json.Number.
func (v *Validator) Validate(doc any) []Fault {
	var c checker
	v.root.check(&c, doc, nil)
	c.invariants(doc)
	slices.SortStableFunc(c.faults, func(a, b Fault) int { return comparePaths(a.Path, b.Path) })
	return c.faults
}

// checker collects the faults of one document.
type checker struct {
	faults []Fault
}

func (c *checker) fault(path []string, format string, args ...any) {
	c.faults = append(c.faults, Fault{Path: pointer(path), Message: fmt.Sprintf(format, args...)})
}

// pointer joins the steps to a JSON Pointer.
func pointer(steps []string) string {
	var b strings.Builder
	for _, s := range steps {
		b.WriteByte('/')
		b.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(s))
	}
	return b.String()
}

// comparePaths orders JSON Pointers, list positions by number: /tasks/9 before /tasks/10.
func comparePaths(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "/"), strings.Split(b, "/"), func(x, y string) int {
		if len(x) != len(y) && isIndex(x) && isIndex(y) {
			return len(x) - len(y)
		}
		return strings.Compare(x, y)
	})
}

func isIndex(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
