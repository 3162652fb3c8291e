// Package jsonschema is the contract of package schema as a JSON Schema
// (draft 2020-12), and the check of a document against it.
//
// In come the Go types of package schema, or a document as package encoding/json
// decodes it with numbers kept as json.Number. Out go the schema's text, or every fault of
// the document with its JSON Pointer. The package reads no file and decodes nothing.
//
// It stands apart from package schema because generator and validator are heavy:
// a program that only handles notices links neither.
package jsonschema
