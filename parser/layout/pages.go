package layout

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Pages says which pages of a document are to be read, counted from 1. nil means all.
type Pages []struct{ First, Last int }

// ErrPages is matched by the errors of [ParsePages].
var ErrPages = message.New("want page numbers such as 3, 3-9 or 3-9,12")

// ErrNoSuchPage is a choice of which a document has no page.
var ErrNoSuchPage = message.New("has none of the pages that were asked for")

// ParsePages reads 3, 3-9, 12- (to the end), and several of them with commas between.
func ParsePages(s string) (Pages, error) {
	var out Pages
	for part := range strings.SplitSeq(s, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		first, err := strconv.Atoi(strings.TrimSpace(from))
		last := first
		if to = strings.TrimSpace(to); err == nil && isRange && to != "" {
			last, err = strconv.Atoi(to)
		} else if isRange {
			last = int(^uint(0) >> 1)
		}
		if err != nil || first < 1 || last < first {
			return nil, message.Errorf("pages %q: %w", s, ErrPages)
		}
		out = append(out, struct{ First, Last int }{first, last})
	}
	return out, nil
}

// Contains reports whether page n is to be read.
func (p Pages) Contains(n int) bool {
	for _, r := range p {
		if r.First <= n && n <= r.Last {
			return true
		}
	}
	return len(p) == 0
}

// Any reports whether one of the pages up to last is to be read.
func (p Pages) Any(last int) bool {
	for _, r := range p {
		if r.First <= last {
			return true
		}
	}
	return len(p) == 0
}
