package translation

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"
	"unicode"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
)

// Translator says texts in one language. The zero value says them in English.
type Translator struct{ lang term.Language }

// For returns the translator into a language.
func For(lang term.Language) Translator { return Translator{lang} }

// Language is what its texts are in.
func (c Translator) Language() term.Language {
	if c.lang == term.Chinese {
		return term.Chinese
	}
	return term.English
}

// Sprintf says a format with its values.
func (c Translator) Sprintf(format string, args ...any) string {
	return c.Text(message.Sprintf(format, args...))
}

// Text says a text; in English where it has no translation.
func (c Translator) Text(t message.Text) string {
	if c.lang != term.Chinese {
		return t.String()
	}
	values := make([]any, len(t.Args))
	spoken := t.Format
	if len(t.Args) > 0 {
		kept := make([]any, len(t.Args))
		for i, arg := range t.Args {
			kept[i] = value{c, arg, &values[i]}
		}
		spoken = fmt.Sprintf(strings.ReplaceAll(t.Format, "%w", "%v"), kept...)
	}
	if chinese().byFormat[t.Format] == nil {
		return spoken
	}
	return chinese().print(t.Format, values)
}

// value prints as its argument does, in the language of the translator, and keeps what it printed.
type value struct {
	c       Translator
	is      any
	printed *any
}

func (v value) Format(f fmt.State, verb rune) {
	text := ""
	switch is := v.is.(type) {
	case error:
		text = v.c.Error(is)
	case message.Text:
		text = v.c.Text(is)
	case schema.Relation:
		text = term.Value(v.c.lang, "Relation", string(is))
	case schema.Role:
		text = term.Value(v.c.lang, "Role", string(is))
	case schema.TargetType:
		text = term.Value(v.c.lang, "TargetType", string(is))
	default:
		text = fmt.Sprintf(fmt.FormatString(f, verb), is)
	}
	*v.printed = text
	io.WriteString(f, text)
}

// Error says an error: by its format where it keeps one, a system's error by what it means, any other by the row that
// its text fits.
func (c Translator) Error(err error) string {
	if c.lang != term.Chinese {
		return err.Error()
	}
	switch is := err.(type) {
	case message.Texter:
		return c.Text(is.Text())
	case schema.Diagnostic:
		return strings.TrimSuffix(c.Diagnostic(is), "。")
	case *schema.Diagnostic:
		return c.Error(*is)
	case *fs.PathError:
		return is.Path + "：" + c.Error(is.Err)
	case syscall.Errno:
		return c.Phrase(cause(is))
	case interface{ Unwrap() []error }:
		var all []string
		for _, e := range is.Unwrap() {
			all = append(all, c.Error(e))
		}
		return strings.Join(all, "；")
	}
	return c.Phrase(err.Error())
}

// cause is the text of a system's error as Unix has it, whatever the system.
func cause(err syscall.Errno) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or directory"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.Is(err, fs.ErrExist):
		return "file exists"
	}
	return err.Error()
}

// Diagnostic says the message of a diagnostic.
func (c Translator) Diagnostic(d schema.Diagnostic) string {
	if c.lang != term.Chinese {
		return d.Message
	}
	for _, r := range chinese().rows {
		if len(r.parts) == len(d.Values)+1 && strings.HasPrefix(d.Message, r.parts[0]) && r.with(d.Values) == d.Message {
			return chinese().print(r.english, c.phrases(d.Values))
		}
	}
	return d.Message
}

// Phrase says a text of which only the English is left, by the row that has it or whose format it fits best; text
// itself where there is none.
func (c Translator) Phrase(text string) string {
	if c.lang != term.Chinese {
		return text
	}
	if r := chinese().byFormat[text]; r != nil && len(r.parts) == 1 {
		return chinese().print(text, nil)
	}
	var best *row
	var found []string
	for _, r := range chinese().rows {
		if best != nil && r.literal <= best.literal {
			continue
		}
		if values, ok := r.match(text); ok {
			best, found = r, values
		}
	}
	if best == nil {
		return text
	}
	return chinese().print(best.english, c.phrases(found))
}

func (c Translator) phrases(values []string) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
		if strings.ContainsFunc(v, unicode.IsLower) {
			out[i] = c.Phrase(v)
		}
	}
	return out
}
