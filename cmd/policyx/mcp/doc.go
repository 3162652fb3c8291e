// Package mcp speaks the Model Context Protocol (JSON-RPC, a message a line) for the tools of package tool. What the protocol allows is
// the SDK's to know; nothing here knows what the tools do.
package mcp
