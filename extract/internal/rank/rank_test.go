package rank

import "testing"

func TestRankCountsWhatIsSet(t *testing.T) {
	const n = 300
	set := func(i int) bool { return i%7 == 0 || i >= 126 && i < 130 }
	b := New(n)
	for i := range n + 1 {
		if set(i) {
			b.Set(i)
		}
	}
	b.Seal()
	want := 0
	for i := range n + 1 {
		if set(i) {
			want++
		}
		if b.Has(i) != set(i) || b.Rank(i) != want {
			t.Errorf("place %d: set %v, rank %d; want %v, %d", i, b.Has(i), b.Rank(i), set(i), want)
		}
	}
}
