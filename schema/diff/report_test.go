package diff

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEnums: the tags of the report, of which its JSON Schema is made, name all constants of a type, and no others.
func TestEnums(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "report.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	constants := map[string][]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && spec.Type != nil {
			value, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			name := spec.Type.(*ast.Ident).Name
			constants[name] = append(constants[name], value)
		}
		return true
	})
	for _, holder := range []reflect.Type{reflect.TypeFor[Entry](), reflect.TypeFor[Change](), reflect.TypeFor[Run]()} {
		for field := range holder.Fields() {
			want, closed := constants[field.Type.Name()]
			if !closed {
				continue
			}
			delete(constants, field.Type.Name())
			var got []string
			for value := range strings.SplitSeq(field.Tag.Get("jsonschema"), ",") {
				got = append(got, strings.TrimPrefix(value, "enum="))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s.%s says %q, the constants are %q", holder.Name(), field.Name, got, want)
			}
		}
	}
	if len(constants) > 0 {
		t.Errorf("no field says the values of %v", constants)
	}
}
