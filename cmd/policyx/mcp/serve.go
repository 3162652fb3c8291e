package mcp

import (
	"context"
	"errors"
	"io"
	"log/slog"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/policyx/policyx/cmd/policyx/tool"
)

// Serve answers on the streams of the offer until the one who asks closes them or ctx ends, which is no error.
func Serve(ctx context.Context, offer tool.Offer) error {
	err := newServer(offer).Run(ctx, &sdk.IOTransport{Reader: offer.In, Writer: offer.Out})
	if errors.Is(err, io.EOF) || ctx.Err() != nil {
		return nil
	}
	return err
}

func newServer(offer tool.Offer) *sdk.Server {
	s := sdk.NewServer(&sdk.Implementation{Name: offer.Name, Version: offer.Version}, &sdk.ServerOptions{
		Instructions: offer.Instructions,
		Capabilities: &sdk.ServerCapabilities{}, // tools come with the first; the log goes to offer.Log, not to the one who asks
		Logger:       slog.New(slog.NewTextHandler(offer.Log, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	elsewhere := false
	for _, t := range offer.Tools {
		s.AddTool(&sdk.Tool{
			Name: t.Name, Title: t.Title, Description: t.Description, InputSchema: t.Input, OutputSchema: t.Output,
			Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, OpenWorldHint: &elsewhere},
		}, handler(t))
	}
	return s
}

// handler is the tool as the SDK calls it. What went wrong is an answer, which whoever asked can read and mend.
func handler(t tool.Tool) sdk.ToolHandler {
	return func(ctx context.Context, r *sdk.CallToolRequest) (*sdk.CallToolResult, error) {
		answer, err := t.Call(ctx, r.Params.Arguments)
		if err != nil {
			return &sdk.CallToolResult{IsError: true, Content: texts(append(answer.Remarks, err.Error()))}, nil
		}
		// The protocol wants the data as text as well, for programs that know no structured content.
		return &sdk.CallToolResult{StructuredContent: answer.Data, Content: texts(append([]string{string(answer.Data)}, answer.Remarks...))}, nil
	}
}

func texts(all []string) (out []sdk.Content) {
	for _, text := range all {
		out = append(out, &sdk.TextContent{Text: text})
	}
	return out
}
