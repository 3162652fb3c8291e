package pdf

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
	"github.com/policyx/policyx/parser/source"
)

func sample() []byte {
	return press.PDF(press.Print(blocks()[:4], press.Style{Number: "%d"}), press.PDFOptions{})
}

// fuel for a test's document: twenty times of what the sample takes.
const fuel = 20_000_000

// check reads data, whatever it is: no panic, a known error, blocks within the text, and
// an end.
func check(t *testing.T, data []byte) {
	t.Helper()
	r, _, err := readWith(fuel, &source.File{Data: data}, Options{})
	if err != nil {
		if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrBound) && !errors.Is(err, source.ErrEncrypted) && !errors.Is(err, layout.ErrUnreadable) {
			t.Errorf("error %v", err)
		}
		return
	}
	at := 0
	for _, b := range r.Blocks {
		if b.Start < at || b.End < b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v of %d, behind %d", b.Range, len(r.Text), at)
		}
		at = b.End
	}
	if !slices.IsSorted(r.Pages) {
		t.Errorf("pages %v", r.Pages)
	}
}

// Files with flipped bits, cut and doubled stretches.
func TestDamaged(t *testing.T) {
	data := sample()
	random := rand.New(rand.NewPCG(1, 2))
	rounds := 300
	if testing.Short() {
		rounds = 40
	}
	for range rounds {
		check(t, damage(data, random))
	}
}

func damage(data []byte, random *rand.Rand) []byte {
	out := slices.Clone(data)
	switch random.IntN(4) {
	case 0:
		return out[:random.IntN(len(out))]
	case 1:
		at := random.IntN(len(out))
		return slices.Delete(out, at, min(len(out), at+random.IntN(400)))
	case 2:
		at := random.IntN(len(out))
		return slices.Insert(out, at, data[at:min(len(out), at+random.IntN(400))]...)
	}
	for range 1 + random.IntN(12) {
		out[random.IntN(len(out))] ^= 1 << random.IntN(8)
	}
	return out
}

func FuzzRead(f *testing.F) {
	f.Add(sample())
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}
