package render

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/policyx/policyx/schema"
)

// sink is told what a notice holds, in the order of its text: objects and lists as they begin
// and end, and the values in between, each as the one line that encoding/json makes of it. In
// a list there are no keys.
type sink interface {
	open(key string, kind byte) // '{' or '['
	value(key string, line []byte) error
	close(kind byte)
}

// parts takes a notice apart for a sink, so that no more than an item of it stands in memory
// as text: a notice can have a hundred thousand.
type parts struct {
	to  sink
	buf bytes.Buffer
	enc *json.Encoder
}

// tell tells s what n holds.
func tell(s sink, n *schema.Notice) error {
	p := parts{to: s}
	p.enc = json.NewEncoder(&p.buf)
	p.enc.SetEscapeHTML(false) // Chinese and < > & as they are
	return p.tell("", reflect.ValueOf(n).Elem())
}

func (p *parts) tell(key string, v reflect.Value) error {
	switch {
	case grows(v):
		return p.object(key, v)
	case v.Kind() == reflect.Slice && v.Len() > 0 && (v.Type().Elem().Kind() == reflect.Struct || v.Type().Elem().Kind() == reflect.Slice):
		p.to.open(key, '[')
		for i := range v.Len() {
			if err := p.tell("", v.Index(i)); err != nil {
				return err
			}
		}
		p.to.close('[')
		return nil
	}
	p.buf.Reset()
	if err := p.enc.Encode(v.Addr().Interface()); err != nil {
		return err
	}
	return p.to.value(key, bytes.TrimSuffix(p.buf.Bytes(), []byte("\n")))
}

// grows reports whether v is an object that has lists as long as the notice itself.
func grows(v reflect.Value) bool {
	switch v := v.Addr().Interface().(type) {
	case *schema.Notice, *schema.Table:
		return true
	case *schema.Heading:
		return len(v.Children) > 0
	}
	return false
}

// object tells the fields of v that encoding/json prints.
func (p *parts) object(key string, v reflect.Value) error {
	p.to.open(key, '{')
	for i := range v.NumField() {
		name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		field := v.Field(i)
		if options == "omitempty" && (field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0) {
			continue
		}
		if err := p.tell(name, field); err != nil {
			return err
		}
	}
	p.to.close('{')
	return nil
}
