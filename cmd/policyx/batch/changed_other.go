//go:build !linux

package batch

import (
	"io/fs"
	"time"
)

// changed is the time of the file where the system keeps no better one.
func changed(info fs.FileInfo) time.Time { return info.ModTime() }
