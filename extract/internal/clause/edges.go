package clause

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
type Edges struct {
	text        []rune
	begins      func(i int) bool
	left, right []int32
	sentence    []int32 // where the sentence of each rune begins
	paragraph   []int32 // and its paragraph
	partner     []int32 // 1 + the other half of a pair at each rune; 0 for none
	inside      []uint8
}

// What a rune stands inside of.
const (
	quoted uint8 = 1 << iota
	titled
)

// Read returns the shape of a text; begins reports whether a paragraph begins at a rune.
func Read(text []rune, begins func(i int) bool) *Edges {
	e := &Edges{text: text, begins: begins}
	n := len(text)
	for _, list := range []*[]int32{&e.left, &e.right, &e.sentence, &e.paragraph, &e.partner} {
		*list = make([]int32, n+1)
	}
	e.inside = make([]uint8, n)
	e.pair()
	e.cut()
	return e
}

// pair finds the brackets, whatever their shapes (OCR writes one for the other), the quotes and the titles.
func (e *Edges) pair() {
	var brackets, titles []int
	quote := -1
	for i, r := range e.text {
		switch {
		case r >= 0x3400 && r <= 0x9FFF: // most of the text
		case e.Compares(i):
		case Opens(r):
			brackets = append(brackets, i)
		case Closes(r) && len(brackets) > 0:
			brackets = e.join(brackets, i)
		case r == '《':
			titles = append(titles, i)
		case r == '》' && len(titles) > 0:
			at := titles[len(titles)-1]
			if titles = titles[:len(titles)-1]; e.isTitle(at, i) {
				e.join([]int{at}, i)
				e.mark(at, i+1, titled)
			}
		case r == '“' || r == '「' || r == '‘':
			quote = i
		case r == '”' || r == '」' || r == '’':
			if quote >= 0 && i-quote <= maxQuote {
				e.mark(quote, i+1, quoted)
			}
			quote = -1
		}
	}
}

// join makes the last of open and i a pair.
func (e *Edges) join(open []int, i int) []int {
	at := open[len(open)-1]
	e.partner[at], e.partner[i] = int32(i+1), int32(at+1)
	return open[:len(open)-1]
}

func (e *Edges) mark(i, j int, what uint8) {
	for ; i < j; i++ {
		e.inside[i] |= what
	}
}

// Compares reports whether < or > at i stands before a number: <55 is no bracket.
func (e *Edges) Compares(i int) bool {
	return (e.text[i] == '<' || e.text[i] == '>') && i+1 < len(e.text) && isDigit(e.text[i+1])
}

// isTitle reports whether 《 at i and 》 at j stand in one paragraph and near enough to hold a title.
func (e *Edges) isTitle(i, j int) bool {
	if j-i >= maxTitle {
		return false
	}
	for k := i + 1; k <= j; k++ {
		if e.begins(k) || e.text[k] == '。' && k > i+maxFullStop {
			return false
		}
	}
	return true
}

// cut finds the clauses, sentences and paragraphs.
func (e *Edges) cut() {
	n, shut := len(e.text), 0 // where the pair ends that stands around i
	for i := 1; i <= n; i++ {
		r := e.text[i-1]
		if j := e.Partner(i - 1); j-i < maxHeld {
			shut = max(shut, j)
		}
		e.paragraph[i], e.sentence[i], e.left[i] = e.paragraph[i-1], e.sentence[i-1], e.left[e.across(i-1)]
		if i < n && e.begins(i) {
			e.paragraph[i], e.left[i], shut = int32(i), int32(i), 0
		}
		if EndsSentence(r) && i > shut && i-1 > int(e.sentence[i]) {
			e.sentence[i] = int32(i)
		}
		if e.ends(i-1) || r == '(' || r == '[' {
			e.left[i] = int32(i)
		}
	}
	e.right[n] = int32(n)
	for i := n - 1; i >= 0; i-- {
		next := e.across(i) + 1
		switch r := e.text[i]; {
		case e.ends(i), r == ')', r == ']':
			e.right[i] = int32(i)
		case next < n && e.begins(next):
			e.right[i] = int32(next)
		default:
			e.right[i] = e.right[next]
		}
	}
}

// ends reports whether the mark at i ends a clause: one in quotes or in a title does not.
func (e *Edges) ends(i int) bool {
	r := e.text[i]
	return IsMark(r) && e.inside[i] == 0 || r == '【' || r == '】'
}

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

// Left returns where the clause of rune i begins: behind a mark or an open bracket, or where a
// paragraph begins. What brackets hold before i belongs to the clause.
func (e *Edges) Left(i int) int { return int(e.left[i]) }

// Right returns where the clause of rune i ends.
func (e *Edges) Right(i int) int { return int(e.right[i]) }

// Sentence returns where the sentence of rune i begins: behind a full stop outside of brackets and titles.
// It may go on from the paragraph before, as lines do that a page broke.
func (e *Edges) Sentence(i int) int { return int(e.sentence[i]) }

// Paragraph returns where the paragraph of rune i begins.
func (e *Edges) Paragraph(i int) int { return int(e.paragraph[i]) }

// Partner returns the other half of the pair of brackets or of 《》 that rune i is one of, -1 where it is
// none or has none.
func (e *Edges) Partner(i int) int {
	if i >= len(e.text) {
		return -1
	}
	return int(e.partner[i]) - 1
}

// Quoted reports whether rune i stands in “” or 「」.
func (e *Edges) Quoted(i int) bool { return e.inside[i]&quoted != 0 }
