//go:build !unix

package pdf

// reserve has no way to reserve addresses here: the memory is the collector's.
func reserve(uint64) *memory { return nil }
