package main

import (
	"context"
	"errors"

	"github.com/policyx/policyx/cmd/policyx/recognize"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// tesseract is the value of --ocr that is no COMMAND.
const tesseract = "tesseract"

// openEngine starts the engine that --ocr names; nil where it names none. It ends with the program, or at Ctrl-C.
func openEngine(c *console, name string) (*parser.Engine, error) {
	if name == "" {
		return nil, nil
	}
	ctx, stop := interruptible()
	c.atEnd(stop)
	if name == tesseract {
		engine, err := recognize.Tesseract(ctx)
		return engine, engineError(name, err)
	}
	command, err := recognize.Start(ctx, name)
	if err != nil {
		return nil, engineError(name, err)
	}
	c.atEnd(command.Close)
	return &command.Engine, nil
}

func engineError(name string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	return misuse("--ocr %s: %s", name, cause(err))
}

// unreadScan adds to the error of a scan how it is read: what was found on PATH, and the flag to add.
func unreadScan(err error) error {
	var scan *parser.UnreadableError
	if !errors.As(err, &scan) || scan.Code != schema.NoTextLayer && scan.Code != schema.GarbledText || scan.Blank || scan.Unseen {
		return err
	}
	version, missing := recognize.FindTesseract(context.Background())
	if missing != nil {
		return message.Errorf("%w; %w; or name another engine with --ocr COMMAND (see docs/ocr.md)", err, missing)
	}
	return message.Errorf("%w; tesseract %s is on PATH: add --ocr tesseract", err, version)
}
