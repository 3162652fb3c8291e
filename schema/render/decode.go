package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Decode returns the notices of data, which is YAML (one document or several), JSON
// (an object or an array) or JSON Lines, told apart by the first character. Each is a
// plain value as encoding/json decodes it, with numbers as json.Number. Where data breaks
// off or is malformed, the notices before that place come with the error, which names
// the line.
func Decode(data []byte) ([]any, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	start := bytes.TrimLeft(data, " \t\r\n")
	if len(start) > 0 && (start[0] == '{' || start[0] == '[') {
		return decodeJSON(data)
	}
	return decodeYAML(data)
}

func decodeJSON(data []byte) ([]any, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var docs []any
	for {
		var doc any
		err := dec.Decode(&doc)
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return docs, lineError(data, dec.InputOffset(), err)
		}
		if list, ok := doc.([]any); ok {
			docs = append(docs, list...)
			continue
		}
		docs = append(docs, doc)
	}
}

// lineError names the line that err happened on; offset is where the value began.
func lineError(data []byte, offset int64, err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		offset = max(offset, syntax.Offset)
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the JSON ends in the middle of a value")
	}
	line := 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
	return fmt.Errorf("line %d: %w", line, err)
}
