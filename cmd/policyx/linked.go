//go:build sqlite

package main

import (
	_ "modernc.org/sqlite" // the driver of package catalog

	"github.com/policyx/policyx/cmd/policyx/mcp"
)

// speak is the protocol of the verb mcp.
var speak speaker = mcp.Serve
