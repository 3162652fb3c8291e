package clause

import (
	"sort"

	"github.com/policyx/policyx/extract/internal/rank"
)

// Bounds in runes: a pair of quotes or of 《》 that is further apart is none, and a title that
// holds a 。 is shorter still.
const (
	maxQuote    = 40
	maxTitle    = 150
	maxFullStop = 60
	maxHeld     = 150 // of a bracket whose full stops end no sentence around it
	maxNote     = 60  // of a bracket that belongs to the clause it stands in
)

// Edges is the shape of a text. Places are indexes of its runes.
//
// The shape changes only behind marks and where paragraphs begin. What lies between is a piece: all its runes have
// the same clause, sentence and paragraph.
type Edges struct {
	text   []rune
	begins rank.Bits // where pieces begin
	pieces []piece
	quotes []span // in order
}

// piece is a stretch of a text, and the mark before it.
type piece struct {
	at                  int32 // where it begins
	left, right         int32 // of the clause
	sentence, paragraph int32 // where they begin
	partner             int32 // 1 + the other half of the pair that the mark before is one of; 0 for none
	inside              bool  // the mark before stands in quotes or a title: it ends no clause
}

type span struct{ start, end int32 }

// Read returns the shape of a text; paragraphs are the places where one begins, in order.
func Read(text []rune, paragraphs []int32) Edges {
	e := Edges{text: text, begins: rank.New(len(text) + 1), pieces: make([]piece, 1, len(text)/8+1)}
	var o open
	begin := 0
	for _, next := range paragraphs {
		e.split(&o, begin, int(next))
		if last := &e.pieces[len(e.pieces)-1]; last.at == next {
			last.paragraph = next
		} else {
			e.pieces = append(e.pieces, piece{at: next, paragraph: next})
		}
		begin = int(next)
	}
	e.split(&o, begin, len(text))
	for i := range e.pieces {
		e.begins.Set(int(e.pieces[i].at))
	}
	e.begins.Seal()
	e.lefts()
	e.rights()
	return e
}

// open are the brackets and titles that wait for their other halves, by the pieces behind them, and a quote.
type open struct {
	brackets, titles []int
	quote            int // 1 + its place; 0 for none
}

// split makes pieces of the runes of a paragraph, and pairs the brackets, whatever their shapes (OCR writes one
// for the other), the quotes and the titles.
func (e *Edges) split(o *open, begin, end int) {
	for i := begin; i < end; i++ {
		r := e.text[i]
		if r >= 0x3400 && r <= 0x9FFF { // most of the text
			continue
		}
		switch {
		case IsMark(r), r == '《', r == '》', (Opens(r) || Closes(r)) && !e.Compares(i):
			e.pieces = append(e.pieces, piece{at: int32(i + 1)})
			e.pair(o, r)
		case r == '“' || r == '「' || r == '‘':
			o.quote = i + 1
		case r == '”' || r == '」' || r == '’':
			if o.quote > 0 && i-o.quote < maxQuote {
				e.quotes = append(e.quotes, span{int32(o.quote - 1), int32(i + 1)})
				e.hold(int32(o.quote))
			}
			o.quote = 0
		}
	}
}

// pair takes up the mark r before the last piece, which may be one half of a pair.
func (e *Edges) pair(o *open, r rune) {
	last := len(e.pieces) - 1
	switch n, m := len(o.brackets)-1, len(o.titles)-1; {
	case Opens(r):
		o.brackets = append(o.brackets, last)
	case r == '《':
		o.titles = append(o.titles, last)
	case Closes(r) && n >= 0:
		e.join(o.brackets[n], last)
		o.brackets = o.brackets[:n]
	case r == '》' && m >= 0:
		if first := o.titles[m]; e.isTitle(first, last) {
			e.join(first, last)
			e.hold(e.pieces[first].at)
		}
		o.titles = o.titles[:m]
	}
}

// join makes the marks before two pieces a pair.
func (e *Edges) join(first, last int) {
	e.pieces[first].partner, e.pieces[last].partner = e.pieces[last].at, e.pieces[first].at
}

// hold takes the marks before the pieces that begin at a place or behind it as held in quotes or a title.
func (e *Edges) hold(from int32) {
	for k := len(e.pieces) - 1; k > 0 && e.pieces[k].at >= from; k-- {
		e.pieces[k].inside = true
	}
}

// Compares reports whether < or > at i stands before a number: <55 is no bracket.
func (e *Edges) Compares(i int) bool {
	return (e.text[i] == '<' || e.text[i] == '>') && i+1 < len(e.text) && isDigit(e.text[i+1])
}

// isTitle reports whether 《 and 》 before two pieces stand in one paragraph and near enough to hold a title.
func (e *Edges) isTitle(first, last int) bool {
	begin := e.pieces[first].at
	if e.pieces[last].at-begin >= maxTitle {
		return false
	}
	for _, p := range e.pieces[first:last] {
		if p.paragraph > 0 || p.at > begin+maxFullStop && e.text[p.at-1] == '。' {
			return false
		}
	}
	return true
}

// lefts finds what stands before each piece: where its clause, its sentence and its paragraph begin.
func (e *Edges) lefts() {
	shut := 0 // where the pair ends that stands around a piece
	for k := 1; k < len(e.pieces); k++ {
		p, before := &e.pieces[k], &e.pieces[k-1]
		i := int(p.at)
		if j := int(p.partner) - 1; j-i < maxHeld {
			shut = max(shut, j)
		}
		p.left, p.sentence = before.left, before.sentence
		if j := e.across(i - 1); j < i-1 {
			p.left = e.piece(j).left
		}
		if p.paragraph == 0 {
			p.paragraph = before.paragraph
		} else {
			p.left, shut = p.at, 0
		}
		r := e.text[i-1]
		if EndsSentence(r) && i > shut && i-1 > int(p.sentence) {
			p.sentence = p.at
		}
		if p.ends(r) || r == '(' || r == '[' {
			p.left = p.at
		}
	}
}

// rights finds where the clause of each piece ends.
func (e *Edges) rights() {
	last := len(e.pieces) - 1
	e.pieces[last].right = int32(len(e.text))
	for k := last - 1; k >= 0; k-- {
		behind := &e.pieces[k+1]
		m := int(behind.at) - 1
		r, next := e.text[m], e.piece(e.across(m)+1)
		switch {
		case behind.ends(r) || r == ')' || r == ']':
			e.pieces[k].right = int32(m)
		case next.paragraph == next.at && int(next.at) < len(e.text):
			e.pieces[k].right = next.at
		default:
			e.pieces[k].right = next.right
		}
	}
}

// ends reports whether the mark r before a piece ends a clause: one in quotes or in a title does not.
func (p *piece) ends(r rune) bool { return IsMark(r) && !p.inside || r == '【' || r == '】' }

// across returns the other bracket of a note, which belongs to the clause around it, or i.
func (e *Edges) across(i int) int {
	switch e.text[i] {
	case '(', '[', ')', ']':
		if j := e.Partner(i); j >= 0 && max(i-j, j-i) <= maxNote {
			return j
		}
	}
	return i
}

// piece returns the piece of rune i.
func (e *Edges) piece(i int) *piece { return &e.pieces[e.begins.Rank(i)-1] }

// Left returns where the clause of rune i begins: behind a mark or an open bracket, or where a
// paragraph begins. What brackets hold before i belongs to the clause.
func (e *Edges) Left(i int) int { return int(e.piece(i).left) }

// Right returns where the clause of rune i ends.
func (e *Edges) Right(i int) int { return int(e.piece(i).right) }

// Sentence returns where the sentence of rune i begins: behind a full stop outside of brackets and titles.
// It may go on from the paragraph before, as lines do that a page broke.
func (e *Edges) Sentence(i int) int { return int(e.piece(i).sentence) }

// Paragraph returns where the paragraph of rune i begins.
func (e *Edges) Paragraph(i int) int { return int(e.piece(i).paragraph) }

// Partner returns the other half of the pair of brackets or of 《》 that rune i is one of, -1 where it is
// none or has none.
func (e *Edges) Partner(i int) int {
	if i >= len(e.text) || !e.begins.Has(i+1) {
		return -1
	}
	return int(e.piece(i+1).partner) - 1
}

// Quoted reports whether rune i stands in “” or 「」.
func (e *Edges) Quoted(i int) bool {
	n := sort.Search(len(e.quotes), func(n int) bool { return int(e.quotes[n].end) > i })
	return n < len(e.quotes) && int(e.quotes[n].start) <= i
}
