package main

import (
	"math"
	"os"
	"runtime/debug"
)

// memory is what the collector keeps the heap under as long as that is possible: it then works
// harder, where it would else let the heap double. GOMEMLIMIT sets another limit.
const memory = 1 << 30

func main() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memory)
	}
	c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	os.Exit(run(c, os.Args[1:]))
}
