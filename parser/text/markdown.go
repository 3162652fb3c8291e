package text

import "github.com/policyx/policyx/parser/block"

// Markdown (CommonMark) is told by its look: programs that copy pages and papers write it under
// any name. Its notation is no text of the notice; what it says about headings the labels of
// the notice say as well.

// minHeadings is how many lines with heading marks make a text Markdown.
const minHeadings = 2

// maxFrontMatter is how many lines a head between --- and --- may have.
const maxFrontMatter = 60

// marks returns the notation of a text that is Markdown: front matter, the marks of headings,
// quotes and bullets at the beginnings of lines, marks of emphasis. It returns nil for another text.
func marks(text []rune) []block.Range {
	var out []block.Range
	headings := 0
	at := 0
	if end := frontMatter(text); end > 0 {
		out, at = append(out, block.Range{Start: 0, End: end}), end
	}
	for at < len(text) {
		end := at
		for end < len(text) && !isBreak(text[end]) {
			end++
		}
		n, heading := lineMark(text, at, end)
		if heading {
			headings++
		}
		if n > at {
			out = append(out, block.Range{Start: at, End: n})
		}
		out = append(out, emphasis(text, n, end)...)
		at = end + 1
	}
	if headings < minHeadings {
		return nil
	}
	return out
}

// frontMatter returns the place behind the lines between --- and --- at the beginning of a
// text, 0 where it has none.
func frontMatter(text []rune) int {
	lines, at := 0, 0
	for at < len(text) && lines < maxFrontMatter {
		end := at
		for end < len(text) && !isBreak(text[end]) {
			end++
		}
		rule := string(trimmed(text, at, end)) == "---"
		if lines == 0 && !rule {
			return 0
		}
		if lines > 0 && rule {
			return end
		}
		lines++
		at = end + 1
	}
	return 0
}

func trimmed(text []rune, i, j int) []rune {
	r := trim(text, block.Range{Start: i, End: j})
	return text[r.Start:r.End]
}

// lineMark returns the place behind the mark that a line begins with (##, >, -), and whether it
// is that of a heading. A hash without a space behind it is none: #5机组.
func lineMark(text []rune, i, end int) (behind int, heading bool) {
	at := i
	for at < end && text[at] == ' ' {
		at++
	}
	n := at
	for n < end && n-at < 6 && text[n] == '#' {
		n++
	}
	switch {
	case n > at && n < end && text[n] == ' ':
		return n + 1, true
	case at+1 < end && (text[at] == '>' || text[at] == '-' || text[at] == '*' || text[at] == '+') && text[at+1] == ' ':
		return at + 2, false
	}
	return i, false
}

// emphasis returns the ** within a line, where they come in pairs.
func emphasis(text []rune, i, end int) []block.Range {
	var out []block.Range
	for ; i+1 < end; i++ {
		if text[i] == '*' && text[i+1] == '*' {
			out = append(out, block.Range{Start: i, End: i + 2})
			i++
		}
	}
	if len(out)%2 != 0 {
		return nil
	}
	return out
}
