package party

import (
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

// newReader returns a reader of runes begin to end.
func newReader(s *lex.Stream, begin, end int, ctx Context, trace bool) *reader {
	if ctx.known == nil {
		ctx = ctx.Ready()
	}
	return &reader{Words: ctx.Words.or(), s: s, pairs: brackets{&s.Edges, begin, end}, places: ctx.known.all, place: ctx.known.own, ctx: ctx, trace: trace}
}

// knownPlaces are the places of a context as clauses are read by them.
type knownPlaces struct {
	all [][]rune // to be kept whole, the longest first
	own []rune   // of the notice, as far as it is a division
}

// Ready returns the context with its places read. Who reads many clauses of a notice has that done once.
func (ctx Context) Ready() Context {
	known := &knownPlaces{}
	for _, name := range append([]string{ctx.Place}, ctx.Places...) {
		known.add(name)
	}
	slices.SortStableFunc(known.all, func(a, b []rune) int { return len(b) - len(a) })
	if p := folded(ctx.Place); len(p) > 1 && isGeo(p[len(p)-1]) {
		known.own = p
	}
	ctx.known = known
	return ctx
}

// add keeps a place whole: its full name, each part of it, and each without 市 or 县.
func (known *knownPlaces) add(name string) {
	p := folded(name)
	if len(p) < 2 {
		return
	}
	known.all = append(known.all, p)
	begin := 0
	for i := 1; i < len(p); i++ {
		if !isGeo(p[i]) || i-begin < 2 || i+1 < len(p) && (isGeo(p[i+1]) || i+1-begin < 3) {
			continue
		}
		part := p[begin : i+1]
		if len(part) >= 3 {
			known.all = append(known.all, part, part[:len(part)-1])
		}
		begin = i + 1
	}
}

// folded folds a name and takes its white space out.
func folded(name string) []rune {
	var p []rune
	for _, c := range strings.TrimSpace(name) {
		if c = source.Fold(c); !unicode.IsSpace(c) {
			p = append(p, c)
		}
	}
	return p
}

// lexed returns the stream of a folded text of its own.
func lexed(text []rune) *lex.Stream {
	return lex.Scan(text, []block.Range{{Start: 0, End: len(text)}})
}
