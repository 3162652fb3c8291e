package main

import (
	"bufio"
	"math"
	"os"
	"runtime"
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
	defer runtime.KeepAlive(collectLate())
	c := &console{in: os.Stdin, out: os.Stdout, err: os.Stderr, speak: speak}
	code := run(c, os.Args[1:])
	if (code != 0 || c.linger) && ownWindow() {
		c.say("", "press Enter to close this window")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	}
	os.Exit(code)
}

// ballast is memory that is asked for and never touched, so that it takes none: the collector lets the heap
// grow in proportion to it, and runs a few times a second rather than for every notice. A limit in percent
// would do the same to the longest inputs.
const ballast = 16 << 20

// collectLate lets the heap fill 16 MB before its first collection: most programs that read one notice
// end without any. From then on there is the ballast, which the caller keeps. GOGC sets another pace.
func collectLate() (held *[]byte) {
	const percent = 100
	if old := debug.SetGCPercent(4 * percent); old != percent { // of the 4 MB that the heap has at least
		debug.SetGCPercent(old)
		return nil
	}
	held = new([]byte)
	first := new([64]byte) // too large to share its room: it goes with the first collection
	runtime.AddCleanup(first, func(size int) {
		*held = make([]byte, size)
		debug.SetGCPercent(percent)
	}, ballast)
	return held
}
