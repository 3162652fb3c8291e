package pdf

import "github.com/tetratelabs/wazero/experimental"

// memory is the memory of one instance of the module.
type memory struct {
	data []byte // all of what it may grow to
	free func()
}

// allocate gives the module a memory that does not move when it grows. Left to itself each
// growth is a copy, and the collector holds the copies of before: five times what is in use.
func allocate(_, most uint64) experimental.LinearMemory {
	if m := reserve(most); m != nil {
		return m
	}
	return &memory{data: make([]byte, most), free: func() {}}
}

// Reallocate grows the memory; nil beyond its bound.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.data)) {
		return nil
	}
	return m.data[:size]
}

// Free gives the memory back.
func (m *memory) Free() { m.free() }
