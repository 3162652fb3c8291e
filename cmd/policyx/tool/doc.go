// Package tool is what other programs may ask of policyx, whatever the protocol: each [Tool] has a name, the shape of its question and of its
// answer as JSON Schema, and a function; [Folders] says which files a question may name.
//
// It reads no file, and knows neither notices nor a protocol: package mcp speaks the Model Context Protocol for it.
package tool
