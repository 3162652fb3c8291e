package message

import (
	"fmt"
	"strings"
)

// Text is a sentence, or a part of one. Its zero value says nothing.
type Text struct {
	Format string // English, with the verbs of package fmt and %w for errors
	Args   []any  // an error or a Text among them is said in the same language
}

// Sprintf returns the text of a format and its values.
func Sprintf(format string, args ...any) Text { return Text{format, args} }

// String is the text in English.
func (t Text) String() string {
	if t.Args == nil {
		return t.Format
	}
	return fmt.Sprintf(strings.ReplaceAll(t.Format, "%w", "%v"), t.Args...)
}

// Texter is an error that can say its text with format and values apart.
type Texter interface {
	error
	Text() Text
}

// New returns an error that says text. Each call makes an error of its own, as with errors.New.
func New(text string) error { return &sentence{Text{Format: text}, nil} }

// Errorf returns the error that fmt.Errorf makes of format and args. It is a [Texter].
func Errorf(format string, args ...any) error {
	return &sentence{Text{format, args}, fmt.Errorf(format, args...)}
}

type sentence struct {
	text Text
	err  error // as fmt made it; nil of New
}

func (s *sentence) Error() string {
	if s.err == nil {
		return s.text.Format
	}
	return s.err.Error()
}

// Text returns what s says.
func (s *sentence) Text() Text { return s.text }

// Unwrap leads to the errors that the format wraps.
func (s *sentence) Unwrap() error { return s.err }
