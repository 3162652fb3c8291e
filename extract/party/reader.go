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
	if ctx.notice == nil {
		ctx = ctx.Ready()
	}
	return &reader{Words: ctx.Words.or(), notice: ctx.notice, s: s, pairs: brackets{&s.Edges, begin, end}, ctx: ctx, trace: trace}
}

// notice is what the readers of one notice share: its places, and what they found and are soon asked again.
type notice struct {
	places    [][]rune             // to be kept whole, the longest first
	place     []rune               // of the notice, as far as it is a division: 云溪市柳湾区
	described map[string]described // bodies by their printed names
	said      [8]said              // phrases by where they begin
}

// Ready returns the context with its places read. Who reads many clauses of a notice has that done once; they are read
// one behind the other.
func (ctx Context) Ready() Context {
	n := &notice{described: map[string]described{}}
	for _, name := range append([]string{ctx.Place}, ctx.Places...) {
		n.keep(name)
	}
	slices.SortStableFunc(n.places, func(a, b []rune) int { return len(b) - len(a) })
	if p := folded(ctx.Place); len(p) > 1 && isGeo(p[len(p)-1]) {
		n.place = p
	}
	ctx.notice = n
	return ctx
}

// keep keeps a place whole: its full name, each part of it, and each without 市 or 县.
func (n *notice) keep(name string) {
	p := folded(name)
	if len(p) < 2 {
		return
	}
	n.places = append(n.places, p)
	begin := 0
	for i := 1; i < len(p); i++ {
		if !isGeo(p[i]) || i-begin < 2 || i+1 < len(p) && (isGeo(p[i+1]) || i+1-begin < 3) {
			continue
		}
		part := p[begin : i+1]
		if len(part) >= 3 {
			n.places = append(n.places, part, part[:len(part)-1])
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
