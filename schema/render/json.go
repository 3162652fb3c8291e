package render

import (
	"bytes"
	"encoding/json"

	"github.com/policyx/policyx/schema"
)

// encodeJSON prints n with two-space indentation and a final newline, Chinese and
// < > & as they are. In a list, the bracket or comma before it comes with it.
func encodeJSON(n *schema.Notice, list, first bool) ([]byte, error) {
	line, err := encodeLine(n)
	if err != nil {
		return nil, err
	}
	line = bytes.TrimSuffix(line, []byte("\n"))
	var out bytes.Buffer
	out.Grow(2 * len(line))
	prefix := ""
	switch {
	case list && first:
		prefix = "  "
		out.WriteString("[\n  ")
	case list:
		prefix = "  "
		out.WriteString(",\n  ")
	}
	if err := json.Indent(&out, line, prefix, "  "); err != nil {
		return nil, err
	}
	if !list {
		out.WriteByte('\n')
	}
	return out.Bytes(), nil
}
