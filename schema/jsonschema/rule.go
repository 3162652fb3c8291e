package jsonschema

import (
	"encoding/json"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/policyx/policyx/schema/message"
)

// rule is a JSON Schema with exactly the keywords that [Generate] uses: an unknown one
// fails the decoding. A general validator would cost each start of the program more
// than a notice takes; the test holds this one against such a validator.
type rule struct {
	Dialect     string           `json:"$schema"`
	ID          string           `json:"$id"`
	Title       string           `json:"title"`
	Description string           `json:"description"`
	Defs        map[string]*rule `json:"$defs"`
	Ref         string           `json:"$ref"`
	Type        string           `json:"type"`
	Properties  map[string]*rule `json:"properties"`
	Required    []string         `json:"required"`
	Additional  *bool            `json:"additionalProperties"` // only ever false
	Items       *rule            `json:"items"`
	Enum        []string         `json:"enum"`
	Const       string           `json:"const"`
	Pattern     string           `json:"pattern"`
	Format      string           `json:"format"` // only ever date
	Minimum     *float64         `json:"minimum"`

	target  *rule // what Ref stands for
	pattern *regexp.Regexp
}

// prepare resolves references and compiles patterns, all the way down.
func (r *rule) prepare(defs map[string]*rule) error {
	if r.Ref != "" {
		if r.target = defs[strings.TrimPrefix(r.Ref, "#/$defs/")]; r.target == nil {
			return message.Errorf("no definition for %s", r.Ref)
		}
	}
	if r.Format != "" && r.Format != "date" {
		return message.Errorf("format %s is not checked", r.Format)
	}
	if r.Pattern != "" {
		var err error
		if r.pattern, err = regexp.Compile(r.Pattern); err != nil {
			return err
		}
	}
	for _, below := range slices.Concat(slices.Collect(maps.Values(r.Defs)), slices.Collect(maps.Values(r.Properties))) {
		if err := below.prepare(defs); err != nil {
			return err
		}
	}
	if r.Items != nil {
		return r.Items.prepare(defs)
	}
	return nil
}

// check reports what is wrong with v and everything below it. A value of the wrong
// type gets that one fault.
func (r *rule) check(c *checker, v any, path []string) {
	if r.target != nil {
		r.target.check(c, v, path)
		return
	}
	if got := typeOf(v); got != r.Type && !(r.Type == "number" && got == "integer") {
		c.fault(path, "is %s, want %s", article(got), article(r.Type))
		return
	}
	switch v := v.(type) {
	case map[string]any:
		r.checkObject(c, v, path)
	case []any:
		for i, item := range v {
			r.Items.check(c, item, append(path, strconv.Itoa(i)))
		}
	case string:
		r.checkString(c, v, path)
	case json.Number:
		f, err := v.Float64()
		switch {
		case err != nil:
			c.fault(path, "%s is out of range", v)
		case r.Minimum != nil && f < *r.Minimum:
			c.fault(path, "%s is below %v", v, *r.Minimum)
		}
	}
}

func (r *rule) checkObject(c *checker, object map[string]any, path []string) {
	for _, key := range r.Required {
		if _, ok := object[key]; !ok {
			c.fault(path, "%q is missing", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if field := r.Properties[key]; field != nil {
			field.check(c, object[key], append(path, key))
		} else {
			c.fault(append(path, key), "no such field")
		}
	}
}

func (r *rule) checkString(c *checker, s string, path []string) {
	if len(r.Enum) > 0 && !slices.Contains(r.Enum, s) {
		c.fault(path, "%q is none of %s", s, strings.Join(r.Enum, ", "))
	}
	if r.Const != "" && s != r.Const {
		c.fault(path, "%q, want %q", s, r.Const)
	}
	if r.pattern != nil && !r.pattern.MatchString(s) {
		c.fault(path, "%q does not match %s", s, r.Pattern)
	}
	if r.Format == "date" {
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			c.fault(path, "%q is no date such as 2022-12-05", s)
		}
	}
}

// typeOf names the JSON type of v; a number without fraction is an integer.
func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case json.Number:
		if f, err := v.Float64(); err == nil && f == math.Trunc(f) {
			return "integer"
		}
		return "number"
	case []any:
		return "array"
	}
	return "object"
}

func article(jsonType string) string {
	switch jsonType {
	case "integer":
		return "an integer"
	case "number":
		return "a number"
	case "string":
		return "a string"
	case "boolean":
		return "a boolean"
	case "array":
		return "an array"
	case "object":
		return "an object"
	}
	return jsonType
}
