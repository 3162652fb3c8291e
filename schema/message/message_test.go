package message_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"

	"github.com/policyx/policyx/schema/message"
)

func TestErrorf(t *testing.T) {
	base := message.New("is empty")
	err := message.Errorf("%s: %w", "a.txt", base)
	if err.Error() != "a.txt: is empty" || !errors.Is(err, base) {
		t.Errorf("%v does not wrap %v", err, base)
	}
	both := message.Errorf("%w; %w", err, fs.ErrNotExist)
	if !errors.Is(both, base) || !errors.Is(both, fs.ErrNotExist) {
		t.Errorf("%v does not wrap both", both)
	}
	if errors.Is(message.New("is empty"), base) {
		t.Error("two errors of one text are the same")
	}
	var said message.Texter
	if !errors.As(err, &said) || said.Text().Format != "%s: %w" || said.Text().String() != err.Error() {
		t.Errorf("%v does not keep its format", err)
	}
}

func TestCause(t *testing.T) {
	for _, err := range []error{
		&fs.PathError{Op: "open", Path: "a.txt", Err: fs.ErrNotExist}, &os.LinkError{Op: "rename", Old: "a", New: "b", Err: fs.ErrNotExist},
		message.Errorf("%s: %w", "a.txt", &fs.PathError{Op: "open", Path: "a.txt", Err: fs.ErrNotExist}),
	} {
		if got := message.Cause(err); got != fs.ErrNotExist {
			t.Errorf("%v: %v", err, got)
		}
	}
	if own := message.New("is empty"); message.Cause(own) != own || message.Cause(nil) != nil {
		t.Error("an error of the program is not its own cause")
	}
}
