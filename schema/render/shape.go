package render

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/policyx/policyx/schema"
)

// shape says how values of a type of package schema are printed: as encoding/json does. JSON and
// YAML go by the same shapes, so the two cannot differ in fields or order.
type shape struct {
	kind   reflect.Kind // Struct, Slice, Pointer, String, Int, Float64 or Bool
	elem   *shape       // of a slice or pointer
	fields []field      // of a struct
}

// field is a field of a struct.
type field struct {
	name     string
	key      string // "name":, as JSON has it
	index    int
	optional bool // left out where it is zero or empty
	*shape
}

// noticeShape is the shape of a notice, made on first use.
var noticeShape = sync.OnceValue(func() *shape { return shapes{}.of(reflect.TypeFor[schema.Notice]()) })

// shapes are those found so far: a heading holds headings.
type shapes map[reflect.Type]*shape

func (known shapes) of(t reflect.Type) *shape {
	if s, ok := known[t]; ok {
		return s
	}
	s := &shape{kind: t.Kind()}
	known[t] = s
	switch s.kind {
	case reflect.Slice, reflect.Pointer:
		s.elem = known.of(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			s.fields = append(s.fields, field{name, `"` + name + `":`, i, options == "omitempty", known.of(t.Field(i).Type)})
		}
	}
	return s
}

// in returns the field of a struct, behind its pointer; ok is false where it is left out.
func (f *field) in(v reflect.Value) (s *shape, item reflect.Value, ok bool) {
	v = v.Field(f.index)
	if f.optional && f.empty(v) {
		return nil, v, false
	}
	if f.kind == reflect.Pointer && !v.IsNil() {
		return f.elem, v.Elem(), true
	}
	return f.shape, v, true
}

// empty reports whether encoding/json leaves v out where it may.
func (s *shape) empty(v reflect.Value) bool {
	switch s.kind {
	case reflect.String, reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// scalar reports whether v is neither an object nor a list.
func (s *shape) scalar(v reflect.Value) bool {
	return s.kind != reflect.Struct && (s.kind != reflect.Slice || v.IsNil())
}

// bare prints a scalar that is no string: a number, true, false or null.
func (o *outlet) bare(s *shape, v reflect.Value) {
	switch s.kind {
	case reflect.Int:
		o.buf = strconv.AppendInt(o.buf, v.Int(), 10)
	case reflect.Bool:
		o.buf = strconv.AppendBool(o.buf, v.Bool())
	case reflect.Float64:
		n := v.Float()
		if math.IsNaN(n) || math.IsInf(n, 0) {
			o.fail(&json.UnsupportedValueError{Value: v, Str: strconv.FormatFloat(n, 'g', -1, 64)})
		}
		o.buf = strconv.AppendFloat(o.buf, n, 'f', -1, 64) // as schema.Number says
	default:
		o.buf = append(o.buf, "null"...)
	}
}
