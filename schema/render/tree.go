package render

import (
	"encoding/json"
	"unicode/utf8"
)

// node is a value of a JSON text, on its way to YAML.
type node struct {
	kind  byte // '{', '[', '"', or 0 for a number, true, false or null
	key   string
	text  string // of a string, or a number and the like as it stands
	items []node
	flow  bool // to stand on one line
	width int  // about as many code points as it takes on one line
}

// treeReader reads JSON as encoding/json writes it: valid, without white space. Only
// such text may be given to it.
type treeReader struct {
	text []byte
	pos  int
}

// value reads the next value.
func (r *treeReader) value() (node, error) {
	switch c := r.text[r.pos]; c {
	case '{', '[':
		return r.items(c)
	case '"':
		s, err := r.str()
		return node{kind: '"', text: s, width: 2 + utf8.RuneCountInString(s)}, err
	}
	start := r.pos
	for r.pos < len(r.text) && r.text[r.pos] != ',' && r.text[r.pos] != ']' && r.text[r.pos] != '}' {
		r.pos++
	}
	return node{text: string(r.text[start:r.pos]), width: 2 + r.pos - start}, nil
}

// items reads the rest of an object or a list.
func (r *treeReader) items(kind byte) (node, error) {
	n := node{kind: kind}
	r.pos++
	for r.text[r.pos] != kind+2 { // ] is two behind [, } two behind {
		key := ""
		if kind == '{' {
			var err error
			if key, err = r.str(); err != nil {
				return n, err
			}
			r.pos++ // :
		}
		item, err := r.value()
		if err != nil {
			return n, err
		}
		item.key = key
		n.items = append(n.items, item)
		n.width += item.width + len(key) + 2
		if r.text[r.pos] == ',' {
			r.pos++
		}
	}
	r.pos++
	return n, nil
}

// str reads a string.
func (r *treeReader) str() (string, error) {
	start, plain := r.pos, true
	for r.pos++; r.text[r.pos] != '"'; r.pos++ {
		if r.text[r.pos] == '\\' {
			plain = false
			r.pos++
		}
	}
	r.pos++
	if plain {
		return string(r.text[start+1 : r.pos-1]), nil
	}
	var s string
	err := json.Unmarshal(r.text[start:r.pos], &s)
	return s, err
}
