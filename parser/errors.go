package parser

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/policyx/policyx/schema/message"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// The errors of [Parse] that a caller may want to tell apart, for errors.Is. All others
// are about damage of one format.
var (
	ErrEmpty           = source.ErrEmpty           // nothing but white space
	ErrEncrypted       = source.ErrEncrypted       // only a password opens it
	ErrLimit           = source.ErrLimit           // larger than what is read of one document
	ErrUnsupported     = source.ErrUnsupported     // a format without reader: pictures, workbooks, tables and programs as text
	ErrNoNotice        = source.ErrNoNotice        // read, but it holds no notice nor a part of one
	ErrUnknownEncoding = source.ErrUnknownEncoding // Options.Encoding names none
	ErrUnknownFormat   = source.ErrUnknownFormat   // Options.Format names none
	ErrInternal        = message.New("internal error, please report it with the file")
)

// InternalError is a fault of the program that one document brought to light. It matches
// [ErrInternal]; the program can go on with other documents.
type InternalError struct {
	Value any    // what the program panicked with
	Stack []byte // where, as debug.Stack has it
}

// NewInternalError returns the error for a panic that was recovered at this moment.
func NewInternalError(value any) *InternalError { return &InternalError{value, debug.Stack()} }

// Error is one line.
func (e *InternalError) Error() string {
	return strings.Join(strings.Fields(fmt.Sprintf("%v: %v", ErrInternal, e.Value)), " ")
}

// Is makes errors.Is(err, ErrInternal) true for every InternalError.
func (e *InternalError) Is(target error) bool { return target == ErrInternal }

// checkNotice reports why a document of any format is no notice. Where it has no text at all, the reader's
// own remark says why: a scan, fonts without a map.
func checkNotice(r *block.Reading, remarks []schema.Diagnostic) error {
	err := source.CheckNotice(r.Text)
	if err == nil || !blank(r.Text) {
		return err
	}
	for _, d := range remarks {
		if d.Severity == schema.Error {
			return message.Errorf("%w: %w", ErrNoNotice, d)
		}
	}
	return err
}

func blank(text []rune) bool { return strings.TrimSpace(string(text)) == "" }
