package main

import (
	"bufio"
	"math"
	"os"
	"runtime/debug"
)

// memory is what the collector keeps the heap under as long as that is possible: it then works
// harder, where it would else let the heap double. GOMEMLIMIT sets another limit.
const memory = 1 << 30

func main() { start(speak) }

// start is the program, with the protocol of the verb mcp where that is linked.
func start(speak speaker) {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memory)
	}
	c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr, speak: speak}
	code := run(c, os.Args[1:])
	if (code != 0 || c.linger) && ownWindow() {
		c.say("", "press Enter to close this window")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	}
	os.Exit(code)
}
