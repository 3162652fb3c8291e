package parser

import (
	"slices"

	"github.com/policyx/policyx/parser/block"
)

// maxTitle is the length in code points within which an item's title has to end.
const maxTitle = 40

// TitleOf returns the title of an item whose first paragraph, or what is left of it
// when a clause behind it is cut off, is r: up to the first 。, what 【】 behind the label
// hold, or the whole of r where it has no 。 and is short. It is empty where none of
// these ends within 40 code points.
func (d *Document) TitleOf(r block.Range) block.Range {
	text := d.Folded
	r = trim(text, r)
	if r.Len() > 0 && text[r.Start] == '【' {
		if end := slices.Index(text[r.Start:r.End], '】'); end > 0 && end <= maxTitle+1 {
			return trim(text, block.Range{Start: r.Start + 1, End: r.Start + end})
		}
	}
	count := 0
	for i := r.Start; i < r.End; i++ {
		if text[i] == '。' {
			return trimTitle(text, block.Range{Start: r.Start, End: i})
		}
		if !isBlank(text[i]) {
			if count++; count > maxTitle {
				return block.Range{Start: r.Start, End: r.Start}
			}
		}
	}
	return trimTitle(text, r)
}

// trimTitle takes the colon off a title's end. A line that ends in ; is text, no title.
func trimTitle(text []rune, r block.Range) block.Range {
	r = trim(text, r)
	if r.Len() > 0 && text[r.End-1] == ';' {
		r.End = r.Start
	}
	if r.Len() > 0 && text[r.End-1] == ':' {
		r.End--
	}
	return trim(text, r)
}
