package batch

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func numbers(n int, size int64) iter.Seq2[int, int64] {
	return func(yield func(int, int64) bool) {
		for i := range n {
			if !yield(i, size) {
				return
			}
		}
	}
}

// TestRunKeepsOrder holds that results come in the order of the items, from as many workers
// as allowed and no more.
func TestRunKeepsOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		var busy, most atomic.Int64
		var got []int
		err := Run(t.Context(), Limits{jobs, 1 << 20}, numbers(300, 1), func(i int) int {
			most.Store(max(most.Load(), busy.Add(1)))
			time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
			busy.Add(-1)
			return i
		}, func(i int) error { got = append(got, i); return nil })
		if err != nil || len(got) != 300 || !slices.IsSorted(got) {
			t.Errorf("%d jobs: %v, %d results, in order: %t", jobs, err, len(got), slices.IsSorted(got))
		}
		if most.Load() > int64(jobs) {
			t.Errorf("%d jobs: %d at once", jobs, most.Load())
		}
	}
}

// TestRunIsBounded holds that no more is taken in than the limits allow, while the first
// item blocks.
func TestRunIsBounded(t *testing.T) {
	for _, c := range []struct {
		size int64
		most int64
	}{{1, 2 * slots}, {400, 2}, {5000, 1}} {
		release := make(chan struct{})
		var taken atomic.Int64
		items := func(yield func(int, int64) bool) {
			for i := range 100 {
				if !yield(i, c.size) {
					return
				}
				taken.Add(1)
			}
		}
		time.AfterFunc(30*time.Millisecond, func() {
			if n := taken.Load(); n > c.most {
				t.Errorf("size %d: %d items taken in, want at most %d", c.size, n, c.most)
			}
			close(release)
		})
		n := 0
		err := Run(t.Context(), Limits{2, 1000}, items, func(i int) int {
			if i == 0 {
				<-release
			}
			return i
		}, func(int) error { n++; return nil })
		if err != nil || n != 100 {
			t.Errorf("size %d: %v, %d results", c.size, err, n)
		}
	}
}

// TestRunStops holds that an error of emit ends the run, with no worker left and nothing
// emitted behind it.
func TestRunStops(t *testing.T) {
	bad := errors.New("bad")
	var busy atomic.Int64
	var got []int
	err := Run(t.Context(), Limits{4, 1 << 20}, numbers(1000, 1), func(i int) int {
		busy.Add(1)
		defer busy.Add(-1)
		time.Sleep(time.Millisecond)
		return i
	}, func(i int) error {
		got = append(got, i)
		if i == 5 {
			return bad
		}
		return nil
	})
	if err != bad || len(got) != 6 || busy.Load() != 0 {
		t.Errorf("%v, %d results, %d busy", err, len(got), busy.Load())
	}
}

// TestRunInterrupted holds that what was taken in before the context ended is emitted, in
// order, even if the next item never comes.
func TestRunInterrupted(t *testing.T) {
	stop := errors.New("stop")
	ctx, cancel := context.WithCancelCause(t.Context())
	defer cancel(nil)
	blocked := make(chan struct{})
	items := func(yield func(int, int64) bool) {
		for i := range 20 {
			if !yield(i, 1) {
				return
			}
		}
		cancel(stop)
		<-blocked // as a read from a pipe would be
	}
	defer close(blocked)
	var got []int
	err := Run(ctx, Limits{2, 1 << 20}, items, func(i int) int { time.Sleep(time.Millisecond); return i },
		func(i int) error { got = append(got, i); return nil })
	if err != stop || len(got) != 20 || !slices.IsSorted(got) {
		t.Errorf("%v, results %v", err, got)
	}
}
