package diff

import (
	"slices"

	"github.com/policyx/policyx/schema"
)

// fact is a field of the metadata in one version.
type fact struct {
	values []string
	span   *schema.Span
}

// field is a field that is compared. What only a page or a printed sheet shows around a notice is compared where both show it.
type field struct {
	key     string
	outside bool
	of      func(*schema.Metadata, *schema.MetadataSpans) fact
}

var fields = []field{
	{"title", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Title, s.Title) }},
	{"enclosure", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Enclosure, s.Enclosure) }},
	{"issuer", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Issuer, s.Issuer) }},
	{"document_number", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.DocumentNumber, s.DocumentNumber) }},
	{"addressees", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return several(m.Addressees, s.Addressees) }},
	{"issued", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Issued, s.Issued) }},
	{"effective", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Effective, s.Effective) }},
	{"expires", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Expires, s.Expires) }},
	{"attachments", false, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return several(m.Attachments, s.Attachments) }},
	{"validity", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Validity, s.Validity) }},
	{"published", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Published, s.Published) }},
	{"index_number", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.IndexNumber, s.IndexNumber) }},
	{"disclosure", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Disclosure, s.Disclosure) }},
	{"secrecy", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Secrecy, s.Secrecy) }},
	{"urgency", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Urgency, s.Urgency) }},
	{"signatory", true, func(m *schema.Metadata, s *schema.MetadataSpans) fact { return one(m.Signatory, s.Signatory) }},
}

func one(value string, span *schema.Span) fact {
	if value == "" {
		return fact{}
	}
	return fact{[]string{value}, span}
}

func several(values []string, spans []schema.Span) fact {
	f := fact{values: values}
	if len(spans) > 0 {
		f.span = &spans[0]
	}
	return f
}

// metadata returns the fields that changed.
func (d *differ) metadata() (out []Entry) {
	for _, f := range fields {
		a, b := f.of(&d.old.Metadata, spansOf(d.old)), f.of(&d.new.Metadata, spansOf(d.new))
		if f.outside && (a.values == nil || b.values == nil) || a.same(b) {
			continue
		}
		c := Change{Subject: Property, Kind: Changed}
		switch {
		case len(a.values) == 0:
			c.Kind = Added
		case len(b.values) == 0:
			c.Kind = Dropped
		}
		e := Entry{Item: Metadata, Field: f.key}
		if len(a.values) > 0 {
			c.Old, e.Old = a.value(), []Place{{Span: a.span}}
		}
		if len(b.values) > 0 {
			c.New, e.New = b.value(), []Place{{Span: b.span}}
		}
		if len(a.values) == 1 && len(b.values) == 1 {
			c.Words = reworded(a.values[0], b.values[0])
		}
		e.Changes = []Change{c}
		out = append(out, e)
	}
	return out
}

func spansOf(n *schema.Notice) *schema.MetadataSpans {
	if n.Metadata.Spans != nil {
		return n.Metadata.Spans
	}
	return &schema.MetadataSpans{}
}

func (f fact) same(o fact) bool {
	return slices.EqualFunc(f.values, o.values, func(a, b string) bool { return fold(a) == fold(b) })
}

func (f fact) value() *Value {
	v := &Value{Span: f.span}
	for i, s := range f.values {
		if i > 0 {
			v.Text += "、"
		}
		v.Text += s
	}
	return v
}
