package record

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/message"
)

// Record is a notice from another program.
type Record struct {
	Name  string // the id, or else "line 3"
	Place string // the issuer's, "" where the record has none

	content  []byte
	format   string // as parser.Options has it
	encoding string
	issued   string
	kept     []field // what is passed through, in the order of the line
}

type field struct {
	key   string
	value json.RawMessage
}

// contentFields hold the notice. They are not passed through.
var contentFields = []string{"text", "html", "base64"}

// Parse reads a record. With an error comes what could be read: its fields are in
// the answer, so that it can be told what it answers to.
func Parse(in Line) (*Record, error) {
	rec := &Record{Name: fmt.Sprintf("line %d", in.Number)}
	if in.Long {
		return rec, message.Errorf("line %d: %w", in.Number, batch.ErrSize)
	}
	fields, err := parseObject(bytes.TrimPrefix(in.Text, []byte("\ufeff")))
	for _, f := range fields {
		if takeErr := rec.take(f); err == nil {
			err = takeErr
		}
	}
	if err != nil {
		return rec, message.Errorf("line %d: %w", in.Number, err)
	}
	if rec.content == nil {
		return rec, message.Errorf("line %d: no text, html or base64", in.Number)
	}
	return rec, nil
}

// take puts a field where it belongs.
func (r *Record) take(f field) error {
	if f.key == "notice" || f.key == "error" { // the answer has its own
		return nil
	}
	for _, key := range contentFields {
		if f.key == key {
			return r.takeContent(f)
		}
	}
	r.kept = append(r.kept, f)
	if string(f.value) == "null" {
		return nil
	}
	text, isText := stringOf(f.value)
	switch f.key {
	case "id":
		if r.Name = text; !isText {
			r.Name = string(f.value) // 17
		}
	case "issued":
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return message.New("issued: want a date such as 2022-12-05")
		}
		r.issued = text
	case "place":
		if r.Place = text; !isText {
			return message.New("place: want a string")
		}
	}
	return nil
}

func (r *Record) takeContent(f field) error {
	text, ok := stringOf(f.value)
	switch {
	case string(f.value) == "null":
		return nil
	case !ok:
		return message.Errorf("%s: want a string", f.key)
	case r.content != nil:
		return message.Errorf("more than one of %s", strings.Join(contentFields, ", "))
	}
	r.content, r.format, r.encoding = []byte(text), f.key, "utf-8"
	if f.key == "base64" {
		data, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return message.Errorf("base64: %w", err)
		}
		r.content, r.format, r.encoding = data, "", ""
	}
	return nil
}

// line is the answer: the fields passed through and one more.
func (r *Record) line(key string, value []byte) []byte {
	var b bytes.Buffer
	b.WriteByte('{')
	for _, f := range r.kept {
		b.Write(quote(f.key))
		b.WriteByte(':')
		b.Write(f.value)
		b.WriteByte(',')
	}
	b.Write(quote(key))
	b.WriteByte(':')
	b.Write(value)
	b.WriteString("}\n")
	return b.Bytes()
}

// parseObject returns the fields of a JSON object as they stand, those before a fault with it.
func parseObject(text []byte) (fields []field, err error) {
	dec := json.NewDecoder(bytes.NewReader(text))
	open, err := dec.Token()
	if err != nil || open != json.Delim('{') {
		return nil, message.New("not a JSON object")
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return fields, broken(err)
		}
		f := field{key: key.(string)} // in an object, nothing else can stand here
		if err := dec.Decode(&f.value); err != nil {
			return fields, broken(err)
		}
		f.value = bytes.ToValidUTF8(f.value, []byte("\ufffd"))
		fields = append(fields, f)
	}
	if _, err := dec.Token(); err != nil {
		return fields, broken(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return fields, message.New("more than one JSON object")
	}
	return fields, nil
}

func broken(err error) error { return message.Errorf("broken JSON: %w", err) }

func stringOf(value json.RawMessage) (text string, ok bool) {
	if len(value) == 0 || value[0] != '"' {
		return "", false
	}
	err := json.Unmarshal(value, &text)
	return text, err == nil
}

// quote is s as JSON, Chinese and < > & as they are.
func quote(s string) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return []byte(`""`)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}
