package batch

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Shard is one of Count equal parts of a list of inputs, from 1; the zero Shard is all of it.
type Shard struct{ Index, Count int }

// ParseShard reads I/N, such as 2/8.
func ParseShard(text string) (Shard, error) {
	index, count, _ := strings.Cut(text, "/")
	i, err := strconv.Atoi(index)
	if err == nil {
		var n int
		if n, err = strconv.Atoi(count); err == nil && 1 <= i && i <= n {
			return Shard{i, n}, nil
		}
	}
	return Shard{}, message.Errorf("%q: want I/N, part I of N from 1 to N, such as 1/16", text)
}

// Of returns the positions of the inputs that the shard has, in their order. Sorted by their place, every
// Count-th input belongs to it: each shard has as many as any other, or one more, whatever the order of the
// list and the size of the files, and those next to each other go to different shards. The same list is always split the same
// way; a file more or less moves those that are sorted behind it.
func (s Shard) Of(inputs []Input) []int {
	all := make([]int, len(inputs))
	for i := range all {
		all[i] = i
	}
	if s.Count == 0 {
		return all
	}
	slices.SortFunc(all, func(a, b int) int {
		return cmp.Or(cmp.Compare(inputs[a].Rel, inputs[b].Rel), cmp.Compare(inputs[a].Name, inputs[b].Name))
	})
	var own []int
	for k := s.Index - 1; k < len(all); k += s.Count {
		own = append(own, all[k])
	}
	slices.Sort(own)
	return own
}
