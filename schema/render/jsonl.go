package render

import (
	"bytes"
	"encoding/json"

	"github.com/policyx/policyx/schema"
)

// encodeLine prints n as one line of JSON with its newline, Chinese and < > & as they are.
func encodeLine(n *schema.Notice) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(n); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
