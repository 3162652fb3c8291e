package batch

import (
	"context"
	"iter"
	"sync"
)

// Limits bound how much is worked on at once.
type Limits struct {
	Jobs  int   // workers, at least 1
	Bytes int64 // input taken in and not yet emitted; a larger input goes alone
}

// slots is how many inputs a worker may be ahead of the one that is due: a long input
// does not keep the others waiting, and what waits stays small.
const slots = 16

// Run calls work for each item, in up to limits.Jobs goroutines, and emit with each result, one
// after the other in the order of the items, on the calling goroutine. An item comes with its
// size in bytes.
//
// When ctx ends, no further item is taken; those that are being worked on are finished
// and emitted, and Run returns the cause. When emit returns an error, no further item is
// taken either, Run waits for the workers, drops their results and returns the error. The
// iteration over items may be blocked (in a read) at that time: Run does not wait for it.
func Run[In, Out any](ctx context.Context, limits Limits, items iter.Seq2[In, int64], work func(In) Out, emit func(Out) error) error {
	w := newWindow(max(limits.Jobs, 1)*slots, limits.Bytes)
	queue := make(chan slot[Out], w.slots)
	go feed(w, queue, max(limits.Jobs, 1), items, work)
	for {
		select {
		case s, open := <-queue:
			if !open {
				return nil
			}
			err := emit(<-s.result)
			w.leave(s.size)
			if err != nil {
				drain(w, queue, func(Out) error { return nil })
				return err
			}
		case <-ctx.Done():
			if err := drain(w, queue, emit); err != nil {
				return err
			}
			return context.Cause(ctx)
		}
	}
}

// slot is the place of one result in the order.
type slot[Out any] struct {
	result chan Out
	size   int64
}

// feed takes items into the window and starts the work on each.
func feed[In, Out any](w *window, queue chan<- slot[Out], jobs int, items iter.Seq2[In, int64], work func(In) Out) {
	defer close(queue)
	worker := make(chan struct{}, jobs)
	for item, size := range items {
		if !w.enter(size) {
			return
		}
		s := slot[Out]{make(chan Out, 1), size}
		queue <- s // has room for every slot of the window
		worker <- struct{}{}
		go func() {
			defer func() { <-worker }()
			s.result <- work(item)
		}()
	}
}

// drain closes the window and emits what is in it, to the first error.
func drain[Out any](w *window, queue <-chan slot[Out], emit func(Out) error) (err error) {
	for w.close() > 0 {
		s := <-queue
		out := <-s.result
		if err == nil {
			err = emit(out)
		}
		w.leave(s.size)
	}
	return err
}

// window is what has been taken in and not yet emitted.
type window struct {
	slots int
	limit int64

	mu     sync.Mutex
	room   sync.Cond
	items  int
	bytes  int64
	closed bool
}

func newWindow(slots int, limit int64) *window {
	w := &window{slots: slots, limit: limit}
	w.room.L = &w.mu
	return w
}

// enter waits for room; it reports false once the window is closed.
func (w *window) enter(size int64) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for !w.closed && w.items > 0 && (w.items == w.slots || w.bytes+size > w.limit) {
		w.room.Wait()
	}
	if w.closed {
		return false
	}
	w.items++
	w.bytes += size
	return true
}

func (w *window) leave(size int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.items--
	w.bytes -= size
	w.room.Signal()
}

// close lets nothing more in and returns how many items are left.
func (w *window) close() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = true
	w.room.Signal()
	return w.items
}
