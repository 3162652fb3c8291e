//go:build unix

package pdf

import "syscall"

// reserve returns a memory of the module: addresses for all that it may grow to, of which
// only what is touched takes room, and which goes back to the system with the document. nil
// where the system has no such stretch.
func reserve(most uint64) *memory {
	if most > 1<<31-1 {
		return nil
	}
	data, err := syscall.Mmap(-1, 0, int(most), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return &memory{data: data, free: func() { _ = syscall.Munmap(data) }}
}
