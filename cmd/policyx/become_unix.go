//go:build unix

package main

import (
	"os"
	"syscall"
)

// become puts a program in the place of this one.
func become(program string, args []string) error {
	return &os.PathError{Op: "exec", Path: program, Err: syscall.Exec(program, args, os.Environ())}
}
