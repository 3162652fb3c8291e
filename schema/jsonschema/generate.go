package jsonschema

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/invopop/jsonschema"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ID is the identifier of the schema that [Generate] writes.
const ID = "https://github.com/policyx/policyx/schema/policyx-v1"

// Generate returns the JSON Schema of one notice, indented, with a final newline. The
// same program always returns the same bytes.
func Generate() ([]byte, error) {
	s := shapeOf(&schema.Notice{})
	s.ID = ID
	s.Title = "policyx notice"
	s.Description = "What policyx reads from one government notice. Positions are code points of the reading text, half open."
	version, _ := s.Properties.Get("schema")
	version.Const = schema.Version
	return indented(s)
}

// Of returns the JSON Schema of what v, a pointer to a struct, is as JSON, as [Generate] writes that of a notice: by the tags of its
// fields, json, jsonschema and jsonschema_description. What it holds of package schema is as in a notice.
func Of(v any, title string) ([]byte, error) {
	s := shapeOf(v)
	s.Title = title
	return indented(s)
}

func shapeOf(v any) *jsonschema.Schema {
	r := jsonschema.Reflector{ExpandedStruct: true, Anonymous: true, Mapper: scalar, LookupComment: comment}
	s := r.Reflect(v)
	if d := s.Definitions["Diagnostic"]; d != nil {
		code, _ := d.Properties.Get("code")
		code.Description += ": " + codeList() + "."
	}
	return s
}

func indented(s *jsonschema.Schema) ([]byte, error) {
	text, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, message.Errorf("generating the JSON Schema: %w", err)
	}
	return append(readable(text), '\n'), nil
}

// readable undoes the escapes of < > & that the generator leaves no switch for. No string
// of the schema holds a backslash of its own.
func readable(text []byte) []byte {
	for escape, char := range map[string]string{`\u003c`: "<", `\u003e`: ">", `\u0026`: "&"} {
		text = bytes.ReplaceAll(text, []byte(escape), []byte(char))
	}
	return text
}

// scalar states the types that print as one string or number; nil leaves t to reflection.
func scalar(t reflect.Type) *jsonschema.Schema {
	if t == reflect.TypeFor[schema.Number]() {
		return &jsonschema.Schema{Type: "number"}
	}
	if e := enum(t); e != nil {
		return &jsonschema.Schema{Type: "string", Enum: e}
	}
	return nil
}

// comment describes the definitions themselves; the fields carry their own tags.
func comment(t reflect.Type, field string) string {
	if field != "" {
		return ""
	}
	switch t {
	case reflect.TypeFor[schema.Source]():
		return "What was read and how."
	case reflect.TypeFor[schema.Part]():
		return "A file of a notice that consists of several."
	case reflect.TypeFor[schema.Recognition]():
		return "Which engine read which pages off their pictures."
	case reflect.TypeFor[schema.RecognizedPage]():
		return "A page that was read off its picture."
	case reflect.TypeFor[schema.Metadata]():
		return "Elements of the notice itself, named after GB/T 9704-2012."
	case reflect.TypeFor[schema.MetadataSpans]():
		return "The evidence of metadata, field by field."
	case reflect.TypeFor[schema.Link]():
		return "A link of a page to a file: an attachment, or the notice in another format."
	case reflect.TypeFor[schema.Citation]():
		return "An existing document that the text names with 《》, a 发文字号 or a standard's number."
	case reflect.TypeFor[schema.Heading]():
		return "A numbered heading with everything below it."
	case reflect.TypeFor[schema.Task]():
		return "One item of work, or one goal."
	case reflect.TypeFor[schema.Departments]():
		return "The parties of a responsibility clause by role."
	case reflect.TypeFor[schema.Department]():
		return "One party."
	case reflect.TypeFor[schema.Deadline]():
		return "A time that a task is to be done at."
	case reflect.TypeFor[schema.Target]():
		return "A number that says how much is to be reached, given or allowed."
	case reflect.TypeFor[schema.Normalized]():
		return "A value in base units."
	case reflect.TypeFor[schema.Indicator]():
		return "A row of an indicator table."
	case reflect.TypeFor[schema.IndicatorValue]():
		return "One cell of an indicator's row."
	case reflect.TypeFor[schema.Table]():
		return "A table as a grid; a cell that spans several is repeated in each."
	case reflect.TypeFor[schema.Coverage]():
		return "How much of the reading text ended in a field."
	case reflect.TypeFor[schema.Diagnostic]():
		return "A remark about the content of the notice."
	case reflect.TypeFor[schema.Span]():
		return "A stretch of the reading text in code points, half open."
	}
	return ""
}
