package label

import "github.com/policyx/policyx/parser/block"

// Kind is the shape of a label. The kinds are in the order in which GB/T 9704-2012, 7.3.3,
// the rules on regulations (国务院令第321号, article 5) and usage nest them.
type Kind uint8

// The shapes of labels.
const (
	None     Kind = iota
	Volume        // 第一编
	Chapter       // 第一章, 第一部分
	Division      // 第一节
	Article       // 第一条
	Section       // 一、
	Clause        // （一）
	Numeral       // 1.
	Decimal       // 1.1, 1.1.1
	Bracket       // (1) or 1)
	Circle        // ①
	Ordinal       // 第一，
	Noun          // 任务一：
	Box           // 专栏1
	Kinds         // how many there are
)

// Marker is an item's label.
type Marker struct {
	Kind        Kind
	Number      int    // its place in the sequence, from 1
	Label       string // without punctuation: 一, 1, 第一条, 1.1, 任务一
	block.Range        // label and punctuation

	// Outline is the whole number of a decimal label, 1.1.2 being 1, 1, 2.
	Outline []int
	// Word is the noun of a Noun: 任务.
	Word string
	// Doubtful marks a shape that is a label only where the numbering goes on with it:
	// 11。 behind 10., 1 总则 in a decimal outline, 1.1, 任务一：.
	Doubtful bool
}

// Heading reports the kinds that stand above articles and hold no text of their own.
func (k Kind) Heading() bool { return k == Volume || k == Chapter || k == Division }

// Part reports the kinds whose items are parts of the item above, unless they say who is
// responsible: (1), ①, 第一，.
func (k Kind) Part() bool { return k == Bracket || k == Circle || k == Ordinal }
