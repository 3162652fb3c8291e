//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package batch

import "os"

func hold(folder string) (release func(), err error) {
	dir, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	if lock(dir) != nil {
		dir.Close()
		return nil, ErrHeld
	}
	return func() { dir.Close() }, nil
}
