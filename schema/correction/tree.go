package correction

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// tree is v as encoding/json decodes it, with numbers as json.Number.
func tree(v any) patch {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // the types of package schema always encode
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var out patch
	if err := dec.Decode(&out); err != nil {
		panic(err)
	}
	return out
}

// into sets v, a pointer to a type of package schema, to what the tree says.
func into(t, v any) error {
	data, err := json.Marshal(t)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return broken(err)
	}
	return nil
}

// merge is MergePatch of RFC 7396: what target becomes.
func merge(target, p any) any {
	fields, ok := p.(map[string]any)
	if !ok {
		return p
	}
	out := make(map[string]any)
	if old, ok := target.(map[string]any); ok {
		for name, value := range old {
			out[name] = value
		}
	}
	for name, value := range fields {
		if value == nil {
			delete(out, name)
			continue
		}
		out[name] = merge(out[name], value)
	}
	return out
}

// same reports whether two values say the same, wherever they stand.
func same(a, b any) bool { return reflect.DeepEqual(bare(a), bare(b)) }

// bare is v without places and marks, and without what is empty.
func bare(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for name, value := range v {
			if name == "span" || name == "corrected" {
				continue
			}
			if value := bare(value); value != nil {
				out[name] = value
			}
		}
		return out
	case []any:
		if len(v) == 0 {
			return nil
		}
		out := make([]any, len(v))
		for i := range v {
			out[i] = bare(v[i])
		}
		return out
	case json.Number:
		return v.String()
	}
	return v
}
