package batch

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestParseShard(t *testing.T) {
	for text, want := range map[string]Shard{"1/1": {1, 1}, "2/8": {2, 8}, "16/16": {16, 16}} {
		if got, err := ParseShard(text); err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, bad := range []string{"", "1", "/", "1/", "/2", "0/2", "3/2", "-1/2", "1/0", "1/-1", "1/2/3", "a/b", " 1/2", "1.0/2", "99999999999999999999/1"} {
		if got, err := ParseShard(bad); err == nil {
			t.Errorf("%q is taken as %v", bad, got)
		}
	}
}

// TestShards holds that the shards of a list together are the list, each input once, that none has two more than another,
// and that the order of the list does not matter.
func TestShards(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfDistinct(rapid.StringMatching(`[a-c]/[a-z]{1,3}`), rapid.ID[string]).Draw(t, "names")
		count := rapid.IntRange(1, 9).Draw(t, "count")
		var list, other []Input
		for _, name := range names {
			list = append(list, Input{Name: name, Rel: name})
		}
		if len(list) > 0 {
			other = rapid.Permutation(list).Draw(t, "other")
		}
		var all []int
		for index := 1; index <= count; index++ {
			own := (Shard{index, count}).Of(list)
			if len(own) < len(list)/count || len(own) > (len(list)+count-1)/count || !slices.IsSorted(own) {
				t.Fatalf("%d/%d has %v of %d", index, count, own, len(list))
			}
			all = append(all, own...)
			if a, b := placesOf(list, own), placesOf(other, (Shard{index, count}).Of(other)); !slices.Equal(a, b) {
				t.Fatalf("%d/%d: %v, in another order %v", index, count, a, b)
			}
		}
		if slices.Sort(all); !slices.Equal(all, (Shard{}).Of(list)) {
			t.Fatalf("together %v of %d", all, len(list))
		}
	})
}

func placesOf(list []Input, at []int) (out []string) {
	for _, i := range at {
		out = append(out, list[i].Rel)
	}
	slices.Sort(out)
	return out
}
