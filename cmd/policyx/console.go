package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/term"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/translation"
)

// console is what a verb talks to.
type console struct {
	in, out, err *os.File
	says         translation.Translator // the language of messages
	lang         languageFlag           // that of what is written, where --lang is given
	linger       bool                   // what is said is to be read before a window of the program's own closes
	heard        func(line string)      // takes messages, which are then not printed; nil: nobody
	meter        *batch.Meter           // where one is shown, messages go above it
	speak        speaker                // the protocol of the verb mcp, where it is linked
	ends         []func()               // what is to be done when the program ends, last first
}

// atEnd has something done when the program ends.
func (c *console) atEnd(do func()) { c.ends = append(c.ends, do) }

// end does what is to be done.
func (c *console) end() {
	for _, do := range slices.Backward(c.ends) {
		do()
	}
}

// say prints one message about name (a file, or "" for none) on standard error.
func (c *console) say(name, format string, args ...any) {
	text := c.says.Sprintf(format, args...)
	if name != "" {
		text = c.says.Sprintf("%s: %s", name, text)
	}
	if c.heard != nil {
		c.heard(oneLine(text))
		return
	}
	if c.meter != nil {
		c.meter.Clear()
	}
	fmt.Fprintln(c.err, "policyx: "+oneLine(text))
}

// list prints a line for each diagnostic of a notice, in the form that editors know from compilers. One
// cause that has several is one line.
func (c *console) list(name string, diagnostics []schema.Diagnostic) {
	if c.meter != nil {
		c.meter.Clear()
	}
	type cause struct {
		code    schema.Code
		message string
	}
	seen := map[cause]bool{}
	for _, d := range diagnostics {
		if is := (cause{d.Code, d.Message}); seen[is] {
			continue
		} else {
			seen[is] = true
		}
		line := 1
		if d.Span != nil {
			line = d.Span.Line
		}
		fmt.Fprintln(c.err, oneLine(fmt.Sprintf("%s:%d: ", name, line)+c.says.Sprintf("%s %s: %s", c.word("Severity", string(d.Severity)), d.Code, c.says.Diagnostic(d))))
	}
}

// fail prints err as a message about name, without repeating the name, and returns
// what the verb has to end with. Wrong use is not the file's fault: it is passed on.
func (c *console) fail(name string, err error) error {
	var use usageError
	if errors.As(err, &use) {
		return err
	}
	c.say(name, "%s", c.says.Error(unnamed(cause(err), name)))
	return errReported
}

// interruptible returns a context that Ctrl-C (or SIGTERM) ends; the second one ends the program.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// interactive reports whether a person would have to type the input.
func (c *console) interactive() bool { return term.IsTerminal(int(c.in.Fd())) }

// cause is what is wrong, but with the name of another file that is to blame.
func cause(err error) error {
	var named *fileError
	if errors.As(err, &named) {
		return named
	}
	return message.Cause(err)
}

// unnamed is err without the name of the file that stands before it.
func unnamed(err error, name string) error {
	said, ok := err.(message.Texter)
	if !ok {
		return err
	}
	switch t := said.Text(); {
	case t.Format == "%s: %w" && t.Args[0] == any(name):
		return t.Args[1].(error)
	case strings.HasPrefix(t.Format, "%w") && len(t.Args) > 0:
		args := slices.Clone(t.Args)
		args[0] = unnamed(args[0].(error), name)
		return message.Errorf(t.Format, args...)
	}
	return err
}

// usageError is wrong use of the program: exit code 2.
type usageError struct{ error }

// Text is that of the error.
func (e usageError) Text() message.Text { return message.Sprintf("%w", e.error) }

func misuse(format string, args ...any) error { return usageError{message.Errorf(format, args...)} }

// errReported ends a verb that has said already what went wrong: exit code 1.
var errReported = message.New("some input could not be read")

// errInterrupted ends a verb that Ctrl-C stopped: exit code 130, as shells have it.
var errInterrupted = message.New("interrupted")

// exitCode prints what is still to be said about err and returns the code for it.
func (c *console) exitCode(verb string, err error) int {
	var use usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // the reader has seen enough
		return 0
	case errors.Is(err, errReported):
		return 1
	case errors.Is(err, errFound):
		return 3
	case errors.Is(err, errInterrupted):
		return 130
	case errors.As(err, &use):
		c.say("", "%v (see %s --help)", err, verb)
		return 2
	}
	c.say("", "%s", cause(err))
	return 1
}
