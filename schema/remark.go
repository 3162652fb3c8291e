package schema

import (
	"fmt"
	"io"
)

// Remark returns a diagnostic whose message is format with values, as fmt.Sprintf has it. Its Values are what
// each of them prints as, so that the message can be told in another language.
func Remark(severity Severity, code Code, format string, values ...any) Diagnostic {
	d := Diagnostic{Severity: severity, Code: code}
	kept := make([]any, len(values))
	if len(values) > 0 {
		d.Values = make([]string, len(values))
	}
	for i, v := range values {
		kept[i] = value{v, &d.Values[i]}
	}
	d.Message = fmt.Sprintf(format, kept...)
	return d
}

// value prints as what it holds does, and keeps what it printed.
type value struct {
	is      any
	printed *string
}

func (v value) Format(f fmt.State, verb rune) {
	*v.printed = fmt.Sprintf(fmt.FormatString(f, verb), v.is)
	io.WriteString(f, *v.printed)
}
