package main

import (
	"flag"
	"os"
	"runtime"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

var reads = flag.Int("reads", 300, "how often TestLeaks reads notices; a PDF a fiftieth as often")

// TestLeaks reads the same notices again and again, as a server does: memory, goroutines and open files come back to what they
// were after the first ones. -reads makes it longer ("make leaks").
func TestLeaks(t *testing.T) {
	for _, tt := range []struct {
		file  string
		reads int
	}{
		{"notices/flat.txt", *reads}, {"notices/page.html", *reads}, {"formats/task-table.docx", *reads}, {"formats/task-table.pdf", *reads/50 + 1},
	} {
		t.Run(tt.file, func(t *testing.T) {
			data := []byte(read(t, "../../testdata/"+tt.file))
			again := func(times int) held {
				for range times {
					if _, err := extract.Read(tt.file, data, parser.Options{}, extract.Options{}); err != nil {
						t.Fatal(err)
					}
				}
				return holds(t)
			}
			before := again(10)
			after := again(tt.reads)
			t.Logf("%d reads: %+d bytes of heap, %+d goroutines, %+d files", tt.reads, int64(after.heap)-int64(before.heap), after.goroutines-before.goroutines, after.files-before.files)
			if after.heap > before.heap+leakMost || after.goroutines > before.goroutines || after.files > before.files {
				t.Errorf("after %d reads %+v, before %+v", tt.reads, after, before)
			}
		})
	}
}

// leakMost is by how many bytes the heap of a process that leaks nothing differs from one moment to the next.
const leakMost = 64 << 10

// held is what a process holds.
type held struct {
	heap              uint64
	goroutines, files int
}

func holds(t *testing.T) held {
	runtime.GC()
	runtime.GC() // of what the first one put into pools and finalizers
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return held{m.HeapAlloc, runtime.NumGoroutine(), len(files)}
}
