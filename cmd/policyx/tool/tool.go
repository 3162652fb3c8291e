package tool

import (
	"bytes"
	"context"
	"encoding/json"
	"io"

	"github.com/policyx/policyx/schema/jsonschema"
	"github.com/policyx/policyx/schema/message"
)

// Tool answers one kind of question.
type Tool struct {
	Name        string // as programs call it
	Title       string
	Description string // for who chooses between tools
	Input       json.RawMessage
	Output      json.RawMessage // JSON Schema of both, objects

	// Call answers a question, a JSON object. An error is for the one who asked, in a sentence that says what to do.
	Call func(ctx context.Context, question json.RawMessage) (Answer, error)
}

// Answer is what a tool says.
type Answer struct {
	Data    json.RawMessage // of the shape Output
	Remarks []string        // what else there is to say, such as which file of a folder could not be read
}

// Offer is all that a server needs.
type Offer struct {
	Name, Version string
	Instructions  string // for who uses the tools
	Tools         []Tool
	In            io.ReadCloser
	Out           io.WriteCloser
	Log           io.Writer
}

// Asked makes the function of a tool whose questions have the fields of Q. A field that Q does not have is an error, so that nobody
// waits for what was never understood.
func Asked[Q any](answer func(context.Context, Q) (Answer, error)) func(context.Context, json.RawMessage) (Answer, error) {
	return func(ctx context.Context, question json.RawMessage) (Answer, error) {
		var q Q
		if len(question) == 0 {
			question = json.RawMessage("{}")
		}
		dec := json.NewDecoder(bytes.NewReader(question))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&q); err != nil {
			return Answer{}, message.Errorf("the arguments are not as the tool's input schema says: %v", err)
		}
		return answer(ctx, q)
	}
}

// Shape is the JSON Schema of Q.
func Shape[Q any](title string) (json.RawMessage, error) {
	return jsonschema.Of(new(Q), title)
}
