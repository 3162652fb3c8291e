package schema_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/policyx/policyx/schema"
)

func TestRemark(t *testing.T) {
	for _, c := range []struct {
		format  string
		args    []any
		message string
		values  []string
	}{
		{"The document breaks off.", nil, "The document breaks off.", nil},
		{"Page %d: about %.0f%% of it.", []any{3, 20.4}, "Page 3: about 20% of it.", []string{"3", "20"}},
		{"%s %v.", []any{"附件1.docx", errors.New("is empty")}, "附件1.docx is empty.", []string{"附件1.docx", "is empty"}},
		{"%q with %s", []any{"a", schema.Number(0.85)}, `"a" with 0.85`, []string{`"a"`, "0.85"}},
		{"%[2]s before %[1]s", []any{"a", "b"}, "b before a", []string{"a", "b"}},
	} {
		d := schema.Remark(schema.Info, schema.UnreadContent, c.format, c.args...)
		if d.Message != c.message || !slices.Equal(d.Values, c.values) {
			t.Errorf("%q gives %q with %q", c.format, d.Message, d.Values)
		}
	}
}
