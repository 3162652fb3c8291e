package page

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/policyx/policyx/schema/term"
)

// vocabulary is what the script calls values and fields: both by kind or type, in the order in
// which people choose among them.
type vocabulary struct {
	Enums  group[group[string]] `json:"enums"`
	Fields group[group[string]] `json:"fields"`
}

// labels returns the terms in a language.
func labels(lang term.Language) vocabulary {
	var v vocabulary
	for _, t := range term.Terms() {
		if owner, key, ok := strings.Cut(t.Value, "."); t.Kind == "field" && ok {
			v.Fields.at(owner).set(key, t.In(lang))
		} else {
			v.Enums.at(t.Kind).set(t.Value, t.In(lang))
		}
	}
	return v
}

// group is a JSON object whose members keep their order.
type group[V any] struct {
	keys   []string
	values map[string]*V
}

// at returns the member of a key, an empty one at first.
func (g *group[V]) at(key string) *V {
	if g.values == nil {
		g.values = map[string]*V{}
	}
	if g.values[key] == nil {
		g.keys = append(g.keys, key)
		g.values[key] = new(V)
	}
	return g.values[key]
}

func (g *group[V]) set(key string, v V) { *g.at(key) = v }

// MarshalJSON writes the members in their order.
func (g group[V]) MarshalJSON() ([]byte, error) {
	out := bytes.NewBufferString("{")
	for i, key := range g.keys {
		if i > 0 {
			out.WriteByte(',')
		}
		member, err := json.Marshal(map[string]*V{key: g.values[key]})
		if err != nil {
			return nil, err
		}
		out.Write(member[1 : len(member)-1])
	}
	return append(out.Bytes(), '}'), nil
}
