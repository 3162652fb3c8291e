package head

import (
	"strings"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// fields takes the rest of the page head as it stands.
func (x *reader) fields() {
	sp := x.m.Spans
	for _, f := range x.head.Fields {
		value := x.doc.Join(f.Value)
		switch f.Name {
		case "份号":
			take(&x.m.CopyNumber, &sp.CopyNumber, value, x.spanOf(f.Value))
		case "密级":
			take(&x.m.Secrecy, &sp.Secrecy, strings.Join(strings.Fields(value), ""), x.spanOf(f.Value))
		case "紧急程度":
			take(&x.m.Urgency, &sp.Urgency, strings.Join(strings.Fields(value), ""), x.spanOf(f.Value))
		case "签发人":
			take(&x.m.Signatory, &sp.Signatory, strings.Join(strings.Fields(value), ""), x.spanOf(f.Value))
		case "索引号":
			take(&x.m.IndexNumber, &sp.IndexNumber, value, x.spanOf(f.Value))
		case "有效性":
			take(&x.m.Validity, &sp.Validity, validWord(value, "是", "否"), x.spanOf(f.Value))
		case "是否失效":
			take(&x.m.Validity, &sp.Validity, validWord(value, "否", "是"), x.spanOf(f.Value))
		}
	}
	if x.head.Note.Len() > 0 {
		note := strings.Trim(source.Squeeze(x.doc.Join(x.head.Note)), "()")
		if _, value, ok := strings.Cut(note, ":"); ok {
			note = value
		}
		if strings.Contains(note, "删减") && !strings.Contains(note, "公开") {
			note = "" // it says nothing of who may read the notice
		}
		take(&x.m.Disclosure, &sp.Disclosure, note, x.spanOf(x.head.Note))
	}
	for _, f := range x.head.Fields {
		if f.Name == "公开形式" {
			take(&x.m.Disclosure, &sp.Disclosure, x.doc.Join(f.Value), x.spanOf(f.Value))
		}
	}
}

// validWord returns the word for an answer to 是否有效, or to 是否失效: yes says that the
// notice is in force, no that it is not. Other values stay.
func validWord(value, yes, no string) string {
	switch value {
	case yes:
		return "有效"
	case no:
		return "失效"
	}
	return value
}

// take sets a field that is not set yet.
func take(field *string, span **schema.Span, value string, at *schema.Span) {
	if *field == "" && value != "" {
		*field, *span = value, at
	}
}
