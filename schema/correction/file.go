package correction

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Version is what the field policyx of a file says.
const Version = "fix/v1"

// Ending ends the name of a file of corrections, in place of the ending of the notice's data.
const Ending = ".fix.json"

// File is a file of corrections of one notice.
type File struct {
	Policyx  string   `json:"policyx"`
	Source   Source   `json:"source"`
	Reviewed bool     `json:"reviewed,omitempty"` // a person agrees with the notice as corrected
	Checked  []string `json:"checked,omitempty"`  // what a person has ticked off of what to look at first: ids of package check
	Parts
	Original Parts `json:"original,omitzero"`
}

// Parts are the parts of a notice that can be corrected.
type Parts struct {
	Metadata   map[string]any   `json:"metadata,omitempty"`
	Goals      map[string]patch `json:"goals,omitempty"` // by key; nil takes the goal away
	Tasks      map[string]patch `json:"tasks,omitempty"`
	Indicators []any            `json:"indicators,omitzero"` // the whole list; nil leaves it, an empty one empties it
	Citations  []any            `json:"citations,omitzero"`
}

// Source is the notice that the corrections were made on.
type Source struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256,omitempty"`
}

// patch is a JSON Merge Patch on an object: numbers are json.Number.
type patch map[string]any

// bookkeeping are the fields of a task and of the metadata that no correction gives.
var bookkeeping = []string{"id", "key", "span", "spans", "corrected", "corrected_fields"}

// Decode reads a file of corrections. The error says what of it is none, in one clause.
func Decode(data []byte) (*File, error) {
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	dec.UseNumber()
	dec.DisallowUnknownFields()
	var f File
	if err := dec.Decode(&f); err != nil {
		return nil, broken(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, message.New("more than one JSON object")
	}
	if f.Policyx != Version {
		return nil, message.Errorf("policyx is %q, want %q: no file of corrections, or one of another version", f.Policyx, Version)
	}
	if err := f.Parts.check(); err != nil {
		return nil, err
	}
	return &f, nil
}

// check reports what is no correction of its part.
func (p *Parts) check() error {
	if err := fits(p.Metadata, new(schema.Metadata)); err != nil {
		return message.Errorf("metadata: %w", err)
	}
	for _, part := range []struct {
		name    string
		patches map[string]patch
	}{{"goal", p.Goals}, {"task", p.Tasks}} {
		for _, key := range slices.Sorted(maps.Keys(part.patches)) {
			if err := fits(part.patches[key], new(schema.Task)); err != nil {
				return message.Errorf("%s %s: %w", part.name, key, err)
			}
		}
	}
	if err := into(p.Indicators, new([]schema.Indicator)); err != nil {
		return message.Errorf("indicators: %w", err)
	}
	if err := into(p.Citations, new([]schema.Citation)); err != nil {
		return message.Errorf("citations: %w", err)
	}
	return nil
}

// fits reports what of a patch no value of the type of v can take.
func fits(p patch, v any) error {
	for _, name := range bookkeeping {
		if _, given := p[name]; given && !p.adds() {
			return message.Errorf("%s cannot be corrected", name)
		}
	}
	return into(p, v)
}

// adds reports whether the patch is a whole task, which the notice did not have.
func (p patch) adds() bool { return p["id"] != nil && p["span"] != nil }

func broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return message.New("the JSON ends in the middle of a value")
	}
	return message.Errorf("%s", strings.TrimPrefix(err.Error(), "json: "))
}

// Encode writes f as [Decode] reads it, fields and keys in order, Chinese as it is.
func (f *File) Encode() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(f)
	return b.Bytes(), err
}

// Empty reports whether f changes nothing and says nothing.
func (f *File) Empty() bool {
	return !f.Reviewed && len(f.Checked) == 0 && len(f.Metadata)+len(f.Goals)+len(f.Tasks) == 0 && f.Indicators == nil && f.Citations == nil
}

// Equal reports whether two files say the same; each may be nil.
func (f *File) Equal(g *File) bool {
	if f == nil || g == nil {
		return f == g
	}
	one, err := f.Encode()
	other, errOther := g.Encode()
	return err == nil && errOther == nil && bytes.Equal(one, other)
}
