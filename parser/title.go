package parser

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
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
			if count >= maxTitle { // it stands behind the first 40
				return block.Range{Start: r.Start, End: r.Start}
			}
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

// bareTitle takes off a title what the page put around it: a tag of the site in front,
// 【政策文件】, and 《》 around the whole.
func (s *structure) bareTitle(lines []block.Range) []block.Range {
	text := s.d.Folded
	first, last := &lines[0], &lines[len(lines)-1]
	if text[first.Start] == '【' {
		if end := slices.Index(text[first.Start:first.End], '】'); end > 0 && end <= maxTag && end+minBare < first.Len() {
			*first = trim(text, block.Range{Start: first.Start + end + 1, End: first.End})
		}
	}
	key := []rune(s.key(lines))
	if n := len(key) - 1; n > 1 && key[0] == '《' && slices.Index(key, '》') == n {
		first.Start++
		last.End--
	}
	if len(lines) > 1 {
		organ := s.key(lines[:1])
		if isOrgan(organ) && strings.HasPrefix(s.key(lines[1:2]), organ+"关于") {
			return lines[1:] // the letterhead stands above it
		}
	}
	key = []rune(s.key(lines))
	for n := len(key) / 2; n >= minBare && len(lines) == 1; n-- {
		if string(key[:n]) == string(key[n:2*n]) && isOrgan(string(key[:n])) {
			first.Start = s.placeOf(&line{Range: *first}, n) // the letterhead stands before it without a break
			break
		}
	}
	return lines
}

// maxTag bounds a tag before a title, minBare is what has to be left of its line.
const (
	maxTag  = 14
	minBare = 4
)

// withVersion returns the line behind a title that ends before line n: a line in brackets
// that states the version or the years belongs to it.
func (s *structure) withVersion(n int) int {
	if n >= len(s.lines) || s.lines[n].kind != lineBody {
		return n
	}
	if isVersion(s.lines[n].key) {
		return n + 1
	}
	return n
}

// isVersion reports whether a line in brackets states the version or the years of the title
// above it.
func isVersion(key []rune) bool {
	if len(key) < 4 || len(key) > 24 || key[0] != '(' || slices.Contains(key, ',') {
		return false
	}
	text := string(key)
	return (isDraft(text) || len(key) <= 16 && !slices.Contains(key, '月')) && lexicon.Versions().Ends(text)
}

// isDraft reports whether a line in brackets is a draft's mark, dated or not: (4月13日修改稿).
func isDraft(key string) bool {
	return strings.HasSuffix(key, "稿)") || strings.HasSuffix(key, "修改)")
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
