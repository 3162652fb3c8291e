package render

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	yaml "gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"github.com/policyx/policyx/schema"
)

// anyNotice draws a notice with any of its fields set, strings of the sort that YAML
// readers stumble over among them.
func anyNotice(t *rapid.T) *schema.Notice {
	var n schema.Notice
	fill(t, reflect.ValueOf(&n).Elem(), 0)
	if n.Tasks == nil {
		n.Tasks = []schema.Task{}
	}
	if n.Diagnostics == nil {
		n.Diagnostics = []schema.Diagnostic{}
	}
	return &n
}

// fill draws a value into v; lists and pointers thin out with depth.
func fill(t *rapid.T, v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), depth+1)
		}
	case reflect.Pointer:
		if depth < 8 && rapid.Bool().Draw(t, "set") {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem(), depth+1)
		}
	case reflect.Slice:
		most := max(0, 3-depth/2)
		if n := rapid.IntRange(0, most).Draw(t, "length"); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(t, v.Index(i), depth+1)
			}
		}
	case reflect.String:
		v.SetString(awkward().Draw(t, "string"))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(0, 99999).Draw(t, "int")))
	case reflect.Float64:
		v.SetFloat(rapid.OneOf(rapid.Float64Range(-1e9, 1e9), rapid.SampledFrom([]float64{0, 1, 0.6667, 1e21, 1e-9})).Draw(t, "number"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	}
}

func awkward() *rapid.Generator[string] {
	sample := rapid.SampledFrom([]string{
		"", "1", "1.1", "007", "0x1F", "1e3", "12:30:45", "2022-12-05", "2022-12-05T10:00:00Z", "../2023-12-31", "2022/2023", "..", "R/P1Y",
		"true", "yes", "No", "on", "null", "~", "-", "- 甲", "? 甲", "a: b", "a #b", "#", "&x", "*x", "!!str", "%", "@", "`", "'", `"`, `\`,
		"{甲}", "[甲, 乙]", "甲,乙", "甲: 乙", "甲 #乙", "甲:", " 甲", "甲 ", "甲\n乙", "甲\n", "\n甲", "  甲\n乙", "甲 \n乙", "甲\n\n", "甲\t乙", "\t", "\u00a0",
		"\u200b", "\ufeff", "\u0085", "\u2028", "\x00", "𠮷野", "=", "<<", "<", ">=", ">", "|", "---", "...", "(一)甲", ".inf", ".nan", "1_000", "0b1", "+1", "１", "A?", "甲:乙",
		"http://example.com/a", "甲\u3000乙", "\u3000", strings.Repeat("长", 250), strings.Repeat("长\n", 125) + "尾",
	})
	joined := rapid.Map(rapid.SliceOfN(sample, 2, 3), func(parts []string) string { return strings.Join(parts, "") })
	return rapid.OneOf(sample, joined, rapid.String())
}

// keysOfJSON returns all keys in the order in which they stand.
func keysOfJSON(text []byte) []string {
	dec := json.NewDecoder(strings.NewReader(string(text)))
	var keys []string
	var stack []bool // per open bracket: is it an object
	key := false
	for {
		token, err := dec.Token()
		if err != nil {
			break
		}
		switch d, isDelim := token.(json.Delim); {
		case isDelim && (d == '{' || d == '['):
			stack = append(stack, d == '{')
			key = d == '{'
			continue
		case isDelim:
			stack = stack[:len(stack)-1]
		case key:
			keys = append(keys, token.(string))
			key = false
			continue
		}
		key = len(stack) > 0 && stack[len(stack)-1]
	}
	return keys
}

// keysOfYAML does the same for YAML.
func keysOfYAML(t *rapid.T, text []byte) []string {
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	var keys []string
	var walk func(*yaml.Node)
	walk = func(n *yaml.Node) {
		for i, c := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 {
				keys = append(keys, c.Value)
				continue
			}
			walk(c)
		}
	}
	walk(&root)
	return keys
}

// TestStringsStayStrings holds that no string turns into a number, day or truth value
// for a reader of YAML 1.1.
func TestStringsStayStrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := awkward().Draw(t, "string")
		text := write(t, YAML, false, &schema.Notice{Metadata: schema.Metadata{Title: "甲" + s, Issuer: s}})
		var back struct {
			Metadata map[string]any `yaml:"metadata"`
		}
		if err := yaml.Unmarshal(text, &back); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if back.Metadata["title"] != "甲"+s || s != "" && back.Metadata["issuer"] != s {
			t.Fatalf("%q came back as %#v:\n%s", s, back.Metadata, text)
		}
	})
}
