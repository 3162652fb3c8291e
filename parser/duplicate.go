package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/bundle"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// fingerprint is what a text says, whatever breaks, spaces and marks stand in it: a sample of the hashes of its stretches of
// stretch characters.
type fingerprint map[uint32]struct{}

const (
	stretch     = 8
	sampled     = 4      // one hash in so many is kept
	mostSampled = 50_000 // a longer text is told by its begin
	leastHashes = 12     // a shorter text says too little to be told
)

func fingerprintOf(folded []rune) fingerprint {
	f := fingerprint{}
	var window [stretch]rune
	n := 0
	for _, r := range folded {
		if !isHan(r) && !isDigit(r) {
			continue
		}
		window[n%stretch] = r
		if n++; n < stretch {
			continue
		}
		h := uint32(2166136261) // FNV-1a
		for i := range stretch {
			h = (h ^ uint32(window[(n+i)%stretch])) * 16777619
		}
		if h ^= h >> 15; h%sampled == 0 {
			if f[h] = struct{}{}; len(f) >= mostSampled {
				break
			}
		}
	}
	return f
}

// in returns the share of f that other has as well.
func (f fingerprint) in(other fingerprint) float64 {
	shared := 0
	for h := range f {
		if _, ok := other[h]; ok {
			shared++
		}
	}
	return float64(shared) / float64(max(len(f), 1))
}

// How much of a text stands in another that says the same, and how long it is beside it.
const (
	saysSame   = 0.9
	sameLength = 0.8
)

// preferred are formats from the one that tells most of a notice (its page head, its tables) to the one that tells least.
var preferred = []source.Format{source.HTML, source.DOCX, source.DOC, source.Text, source.OFD, source.PDF}

// leaveOutTwins marks the files of one notice that add nothing to another: the same notice in two formats, the same bytes twice,
// an attachment that stands in the notice's own file as well. Two that agree but for a figure are both kept, with a warning.
func leaveOutTwins(members []*member) {
	for i, a := range members {
		for _, b := range members[:i] {
			if a.err != nil {
				break
			}
			if b.err != nil || !resemble(a, b) {
				continue
			}
			kept, out := a, b
			if !stays(a, b) {
				kept, out = b, a
			}
			compare(kept, out)
		}
	}
}

// compare leaves one of two files out that resemble each other, or says of it what it has otherwise.
func compare(kept, out *member) {
	lost, added := differences(out.doc.Folded, kept.doc.Folded), differences(kept.doc.Folded, out.doc.Folded)
	switch {
	case len(lost) == 0:
		out.err = &twinError{other: kept.name}
	case len(added) == 0 && similar(kept, out):
		kept.err = &twinError{other: out.name}
	case similar(kept, out) && (bundle.Edition(kept.name) != bundle.Edition(out.name) || figuresDiffer(lost, added)):
		out.differs = append(out.differs, schema.Remark(schema.Warning, schema.DuplicatePart,
			"%s is another edition of %s, and both are kept: it has %s where that has %s.", out.name, kept.name, quoted(lost), quoted(added)))
	case !similar(kept, out) && figuresDiffer(lost, nil):
		// a file of its own that quotes the other one
	default:
		out.err = &twinError{kept.name, quoted(lost)}
	}
}

// resemble reports whether nearly all of one of two files stands in the other. Attachments with numbers of their own are no
// twins, nor are two editions of a notice, whose formats are the same or whose titles differ.
func resemble(a, b *member) bool {
	if a.named.Number != b.named.Number && a.named.Number > 0 && b.named.Number > 0 {
		return false
	}
	if a.doc.Source.SHA256 == b.doc.Source.SHA256 {
		return true
	}
	short, long := a.says, b.says
	if len(short) > len(long) {
		short, long = long, short
	}
	if a.doc.Source.Format == b.doc.Source.Format || len(short) < leastHashes {
		return false
	}
	if similar(a, b) && a.title() != "" && b.title() != "" && a.title() != b.title() {
		return false
	}
	return short.in(long) >= saysSame
}

func similar(a, b *member) bool {
	x, y := float64(len(a.says)), float64(len(b.says))
	return min(x, y) >= sameLength*max(x, y)
}

// stays reports whether a is kept of two that say the same: the longer one, of two as long the one in the better format.
func stays(a, b *member) bool {
	if !similar(a, b) {
		return len(a.says) > len(b.says)
	}
	x, y := rank(a), rank(b)
	return x < y || x == y && a.name < b.name
}

func rank(m *member) int {
	if i := slices.Index(preferred, source.Format(m.doc.Source.Format)); i >= 0 {
		return i
	}
	return len(preferred)
}
