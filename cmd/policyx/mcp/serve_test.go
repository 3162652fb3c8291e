package mcp

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/policyx/policyx/cmd/policyx/tool"
)

func offer() tool.Offer {
	object := json.RawMessage(`{"type":"object"}`)
	return tool.Offer{Name: "policyx", Version: "v1", Instructions: "Ask.", Log: io.Discard, Tools: []tool.Tool{{
		Name: "echo", Title: "Echo", Description: "Says it again.", Input: object, Output: object,
		Call: func(_ context.Context, question json.RawMessage) (tool.Answer, error) {
			if bytes.Contains(question, []byte("bad")) {
				return tool.Answer{Remarks: []string{"first"}}, errors.New("say something good")
			}
			return tool.Answer{Data: question, Remarks: []string{"heard"}}, nil
		},
	}}}
}

// TestServe talks to the server with the client of the SDK, in memory.
func TestServe(t *testing.T) {
	here, there := sdk.NewInMemoryTransports()
	server, err := newServer(offer()).Connect(t.Context(), there, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "v0"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if got := client.InitializeResult(); got.ServerInfo.Name != "policyx" || got.ServerInfo.Version != "v1" || got.Instructions != "Ask." {
		t.Errorf("%+v", got)
	}
	if can, err := json.Marshal(client.InitializeResult().Capabilities); err != nil || string(can) != `{"tools":{"listChanged":true}}` {
		t.Errorf("%s, %v", can, err) // no logging: messages go to standard error
	}
	tools, err := client.ListTools(t.Context(), nil)
	if err != nil || len(tools.Tools) != 1 || tools.Tools[0].Name != "echo" || !tools.Tools[0].Annotations.ReadOnlyHint {
		t.Fatalf("%+v, %v", tools, err)
	}
	good, err := client.CallTool(t.Context(), &sdk.CallToolParams{Name: "echo", Arguments: map[string]any{"n": 1}})
	if err != nil || good.IsError || said(good) != `{"n":1}|heard` {
		t.Errorf("%s, %v", said(good), err)
	}
	if data, err := json.Marshal(good.StructuredContent); err != nil || string(data) != `{"n":1}` {
		t.Errorf("%s, %v", data, err)
	}
	bad, err := client.CallTool(t.Context(), &sdk.CallToolParams{Name: "echo", Arguments: map[string]any{"bad": true}})
	if err != nil || !bad.IsError || bad.StructuredContent != nil || said(bad) != "first|say something good" {
		t.Errorf("%+v, %v", bad, err)
	}
	if _, err := client.CallTool(t.Context(), &sdk.CallToolParams{Name: "shout"}); err == nil {
		t.Error("a tool that is not there is answered")
	}
}

// TestServeEnds: a closed input ends the server without an error, and so does the end of the context.
func TestServeEnds(t *testing.T) {
	o := offer()
	var out bytes.Buffer
	o.In, o.Out = io.NopCloser(strings.NewReader("")), closer{&out}
	if err := Serve(t.Context(), o); err != nil || out.Len() > 0 {
		t.Errorf("%v, %s", err, &out)
	}
	ctx, stop := context.WithCancel(t.Context())
	in, _ := io.Pipe()
	o.In = in
	stop()
	if err := Serve(ctx, o); err != nil {
		t.Error(err)
	}
}

// TestLongQuestion: a line that nobody could mean is not kept in memory.
func TestLongQuestion(t *testing.T) {
	o := offer()
	long := io.MultiReader(strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"`), strings.NewReader(strings.Repeat("x", sdk.DefaultMaxLineLength)), strings.NewReader("\"}\n"))
	o.In, o.Out = io.NopCloser(long), closer{io.Discard}
	if err := Serve(t.Context(), o); err == nil {
		t.Error("is read to its end")
	}
}

// FuzzServe: whatever lines come in, the server ends when they do, and each line that it answers is a message of the protocol.
func FuzzServe(f *testing.F) {
	const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}` + "\n" +
		`{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n"
	for _, s := range []string{
		"", "\n", "{", "[]", "null\n", hello,
		hello + `{"jsonrpc":"2.0","id":"二","method":"tools/call","params":{"name":"echo","arguments":{"n":1}}}` + "\n",
		hello + `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":[1]}}` + "\n" + `{"jsonrpc":"2.0","id":2,"method":"tools/list"}` + "\n",
		hello + `{"jsonrpc":"2.0","id":3,"result":{}}` + "\n" + `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}` + "\n",
		`{"jsonrpc":"2.0","id":1,"method":"tools/list"}` + "\n" + hello, "\xff\xfe\x00\n", hello + strings.Repeat("[", 10000),
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, lines []byte) {
		o := offer()
		var out bytes.Buffer
		o.In, o.Out = io.NopCloser(bytes.NewReader(lines)), closer{&out}
		_ = Serve(t.Context(), o) // a message that is none ends it with an error
		for line := range bytes.Lines(out.Bytes()) {
			var message struct{ JSONRPC string }
			if err := json.Unmarshal(line, &message); err != nil || message.JSONRPC != "2.0" {
				t.Errorf("answers %q: %v", line, err)
			}
		}
	})
}

type closer struct{ io.Writer }

func (closer) Close() error { return nil }

func said(r *sdk.CallToolResult) string {
	var all []string
	for _, c := range r.Content {
		all = append(all, c.(*sdk.TextContent).Text)
	}
	return strings.Join(all, "|")
}
