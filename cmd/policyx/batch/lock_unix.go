//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package batch

import (
	"os"
	"syscall"
)

// noFollow opens neither the file behind a link nor a pipe that nobody writes to.
const noFollow = syscall.O_NOFOLLOW | syscall.O_NONBLOCK

// locks reports whether lock keeps others out.
const locks = true

// lock takes the file for this program, until the file is closed; it does not wait. A
// file system without locks lets everyone have it.
func lock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == syscall.EWOULDBLOCK {
		return err
	}
	return nil
}
