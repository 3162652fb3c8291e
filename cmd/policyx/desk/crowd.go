package desk

import (
	"sync"
	"time"
)

// crowd knows the pages that are open, and wakes them when something has changed.
type crowd struct {
	patience time.Duration // how long the desk stays without a page: one that is loaded again is gone for a moment

	mu    sync.Mutex
	open  map[chan struct{}]bool
	timer *time.Timer // runs while no page is open; nil before the first
	empty chan struct{}
}

func newCrowd(patience time.Duration) *crowd {
	return &crowd{patience: patience, open: make(map[chan struct{}]bool), empty: make(chan struct{})}
}

// enter gives a page its bell, which rings once for any number of changes.
func (c *crowd) enter() chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.timer != nil {
		c.timer.Stop()
	}
	bell := make(chan struct{}, 1)
	bell <- struct{}{}
	c.open[bell] = true
	return bell
}

func (c *crowd) leave(bell chan struct{}) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.open, bell)
	if len(c.open) == 0 {
		c.timer = time.AfterFunc(c.patience, c.end)
	}
}

// end closes empty where still no page is open.
func (c *crowd) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	select {
	case <-c.empty:
	default:
		if len(c.open) == 0 {
			close(c.empty)
		}
	}
}

// ring rings every bell.
func (c *crowd) ring() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for bell := range c.open {
		select {
		case bell <- struct{}{}:
		default: // it is ringing
		}
	}
}
