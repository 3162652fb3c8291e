package batch

import (
	"io/fs"
	"syscall"
	"time"
)

// changed is when a file came to stand where it stands with what it holds. A copy or a move
// may keep the time of its original (cp -p), never this one.
func changed(info fs.FileInfo) time.Time {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return time.Unix(int64(s.Ctim.Sec), int64(s.Ctim.Nsec))
	}
	return info.ModTime()
}
