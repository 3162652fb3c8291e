package page

import (
	"reflect"
	"strings"

	"github.com/policyx/policyx/schema"
)

// field is a field of an object as the page edits and saves it.
type field struct {
	Key      string `json:"key"`
	Type     string `json:"type"` // text, date, number, integer, flag, choice, list, or object: not edited itself
	Required bool   `json:"required,omitempty"`
	Enum     string `json:"enum,omitempty"` // the kind of term that a choice is one of
	Of       string `json:"of,omitempty"`   // type of an object, or of each in a list of objects
	Many     bool   `json:"many,omitempty"` // a list of objects
}

// forms describes the fields of each type in the order in which they are written. It
// follows the Go types, so that the page cannot fall behind the schema.
func forms() map[string][]field {
	out := make(map[string][]field)
	describe(out, reflect.TypeFor[schema.Notice]())
	return out
}

func describe(out map[string][]field, t reflect.Type) {
	if _, known := out[t.Name()]; known || t.Kind() != reflect.Struct {
		return
	}
	out[t.Name()] = nil // known, even while it is being described
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		is := newField(f, t.Name()+"."+key)
		is.Key, is.Required = key, options != "omitempty"
		fields = append(fields, is)
		describe(out, element(f.Type))
	}
	out[t.Name()] = fields
}

// element is what a pointer points to or a list holds.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// newField describes f; choices that the schema lists at the field are terms of the kind own.
func newField(f reflect.StructField, own string) field {
	rule := f.Tag.Get("jsonschema")
	switch t := element(f.Type); {
	case t.Kind() == reflect.Struct:
		return field{Type: "object", Of: t.Name(), Many: f.Type.Kind() == reflect.Slice}
	case f.Type.Kind() == reflect.Slice:
		return field{Type: "list"}
	case t.Kind() == reflect.Bool:
		return field{Type: "flag"}
	case t.Kind() == reflect.Int:
		return field{Type: "integer"}
	case t.Kind() == reflect.Float64:
		return field{Type: "number"}
	case strings.Contains(rule, "format=date"):
		return field{Type: "date"}
	case strings.HasPrefix(rule, "enum="):
		return field{Type: "choice", Enum: own}
	case t.Name() != "string":
		return field{Type: "choice", Enum: t.Name()}
	}
	return field{Type: "text"}
}
