package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	yaml "gopkg.in/yaml.v3"

	"github.com/policyx/policyx/schema/message"
)

// decodeYAML returns the documents of data as encoding/json would decode their JSON, with numbers
// as json.Number. Days without quotes stay strings, as in YAML 1.2. The documents
// before a fault come with it.
func decodeYAML(data []byte) ([]any, error) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var docs []any
	for {
		var node yaml.Node
		err := dec.Decode(&node)
		if errors.Is(err, io.EOF) {
			return docs, nil
		}
		if err != nil {
			return docs, unreadable(err)
		}
		doc, err := plainValue(&node)
		if err != nil {
			return docs, err
		}
		docs = append(docs, doc)
	}
}

// unreadable is an error of the YAML reader, which names the line in its text.
func unreadable(err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	var line int
	if n, _ := fmt.Sscanf(text, "line %d: ", &line); n == 1 {
		_, text, _ = strings.Cut(text, ": ")
		return &lineError{line, errors.New(text)}
	}
	return errors.New(text)
}

// Located is a value of a YAML text and where it stands. An object has its fields as
// items, each with its key; a scalar has its text, whatever type YAML gives it.
type Located struct {
	Line  int
	Kind  LocatedKind
	Key   string
	Text  string
	Items []Located
}

// LocatedKind is the sort of a [Located] value.
type LocatedKind uint8

// The kinds of values.
const (
	Scalar LocatedKind = iota
	List
	Object
)

// Locate returns the one document of a YAML text with the lines of its values, so that what
// is wrong with one can be told to whoever wrote it. An empty text is an empty scalar.
func Locate(data []byte) (Located, error) {
	var node yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&node); errors.Is(err, io.EOF) {
		return Located{Line: 1}, nil
	} else if err != nil {
		return Located{}, unreadable(err)
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return Located{}, message.New("holds more than one document")
	}
	if _, err := plainValue(&node); err != nil {
		return Located{}, err // an alias, or a key that stands twice
	}
	doc := located(node.Content[0])
	if doc.Kind == Scalar && doc.Text == "" {
		doc.Line = 1 // yaml.v3 puts the nothing of a "---" on the line behind, which need not be there
	}
	return doc, nil
}

func located(node *yaml.Node) Located {
	v := Located{Line: node.Line, Text: node.Value}
	switch node.Kind {
	case yaml.SequenceNode:
		v.Kind = List
		for _, item := range node.Content {
			v.Items = append(v.Items, located(item))
		}
	case yaml.MappingNode:
		v.Kind = Object
		for i := 0; i+1 < len(node.Content); i += 2 {
			item := located(node.Content[i+1])
			item.Key, item.Line = node.Content[i].Value, node.Content[i].Line
			v.Items = append(v.Items, item)
		}
	}
	return v
}

func plainValue(node *yaml.Node) (any, error) {
	switch node.Kind {
	case yaml.DocumentNode:
		return plainValue(node.Content[0])
	case yaml.SequenceNode:
		list := make([]any, 0, len(node.Content))
		for _, item := range node.Content {
			v, err := plainValue(item)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		return list, nil
	case yaml.MappingNode:
		return plainObject(node)
	case yaml.AliasNode:
		return nil, &lineError{node.Line, message.Errorf("an alias (*%s) is not part of this format", node.Value)}
	}
	return plainScalar(node)
}

func plainObject(node *yaml.Node) (any, error) {
	object := make(map[string]any, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		if key.Kind != yaml.ScalarNode {
			return nil, &lineError{key.Line, message.New("a key has to be a string")}
		}
		if _, twice := object[key.Value]; twice {
			return nil, &lineError{key.Line, message.Errorf("the key %q stands twice", key.Value)}
		}
		v, err := plainValue(node.Content[i+1])
		if err != nil {
			return nil, err
		}
		object[key.Value] = v
	}
	return object, nil
}

func plainScalar(node *yaml.Node) (any, error) {
	switch node.ShortTag() {
	case "!!null":
		return nil, nil
	case "!!bool":
		var b bool
		err := node.Decode(&b)
		return b, err
	case "!!int", "!!float":
		if json.Valid([]byte(node.Value)) {
			return json.Number(node.Value), nil
		}
		var f float64
		if err := node.Decode(&f); err != nil {
			return nil, &lineError{node.Line, message.Errorf("%q is no number", node.Value)}
		}
		if n := strconv.FormatFloat(f, 'g', -1, 64); json.Valid([]byte(n)) {
			return json.Number(n), nil
		}
	}
	return node.Value, nil
}
