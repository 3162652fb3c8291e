package layout

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// Judgement says which pages hold text, and which only seem to. The zero value is ready
// to use.
type Judgement struct {
	read, pictures, garbled, recognized []int
}

// Page reports whether page n, counted from 1, can be read. faults is how many of its
// characters have no code, picture that a picture fills most of it.
func (j *Judgement) Page(n int, p *Page, faults int, picture bool) bool {
	switch {
	case len(p.Glyphs) < leastCharacters && picture:
		j.pictures = append(j.pictures, n)
	case len(p.Glyphs) == 0:
	case garbled(p, faults):
		j.garbled = append(j.garbled, n)
	default:
		j.read = append(j.read, n)
		return true
	}
	return false
}

// Reread notes that an engine read page n, the last one that [Judgement.Page] could not read, off its picture.
func (j *Judgement) Reread(n int) {
	last := func(pages []int) []int {
		if k := len(pages) - 1; k >= 0 && pages[k] == n {
			return pages[:k]
		}
		return pages
	}
	j.pictures, j.garbled = last(j.pictures), last(j.garbled)
	j.read = append(j.read, n)
}

// Recognized notes that the text of page n was read off a picture.
func (j *Judgement) Recognized(n int) { j.recognized = append(j.recognized, n) }

// leastCharacters is what a page of text has at least; a scan may carry a page number.
const leastCharacters = 20

// Remarks reports the pages that were left out of a document of which others were read, and
// those whose text may be wrong.
func (j *Judgement) Remarks() (out []schema.Diagnostic) {
	remark := func(code schema.Code, pages []int, one, many string) {
		switch len(pages) {
		case 0:
		case 1:
			out = append(out, schema.Remark(schema.Warning, code, one, pages[0]))
		default:
			out = append(out, schema.Remark(schema.Warning, code, many, list(pages)))
		}
	}
	remark(schema.NoTextLayer, j.pictures,
		"Page %d holds only pictures of text: a scan, to be put through text recognition first.",
		"Pages %s hold only pictures of text: a scan, to be put through text recognition first.")
	remark(schema.GarbledText, j.garbled,
		"Page %d has fonts that do not say which characters they draw: the text was left out.",
		"Pages %s have fonts that do not say which characters they draw: the text was left out.")
	remark(schema.RecognizedText, j.recognized,
		"Page %d is a picture with text that recognition (OCR) laid under it: single characters may be wrong.",
		"Pages %s are pictures with text that recognition (OCR) laid under it: single characters may be wrong.")
	return out
}

// Err is why none of the pages could be read; nil where one was.
func (j *Judgement) Err() error {
	switch {
	case len(j.read) > 0:
		return nil
	case len(j.pictures) > 0:
		return &UnreadableError{Code: schema.NoTextLayer, Reason: message.New("is a scan, pictures of text only: put it through text recognition (OCR) first")}
	case len(j.garbled) > 0:
		return &UnreadableError{Code: schema.GarbledText, Reason: message.New("has fonts that do not say which characters they draw: put it through text recognition (OCR) first")}
	}
	return errBlank
}

var errBlank = &UnreadableError{Code: schema.NoTextLayer, Blank: true, Reason: message.New("holds no text")}

// ErrUnreadable is matched by every [UnreadableError].
var ErrUnreadable = message.New("holds nothing that can be read")

// UnreadableError is a document that can be opened and holds no notice that can be read.
type UnreadableError struct {
	Code   schema.Code // what a single page of that kind would be reported as
	Failed bool        // an engine was asked and failed
	Blank  bool        // it shows nothing that could be recognised
	Unseen bool        // its pages cannot be shown to an engine
	Reason error       // what it is and what to do, to be put behind the name of the file
}

func (e *UnreadableError) Error() string { return e.Reason.Error() }

// Text is the reason.
func (e *UnreadableError) Text() message.Text { return message.Sprintf("%w", e.Reason) }

// Is makes errors.Is(err, ErrUnreadable) true for every UnreadableError.
func (e *UnreadableError) Is(target error) bool { return target == ErrUnreadable }

// list names pages: 1-6; 1, 4-6, 9.
func list(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		k := i
		for k+1 < len(pages) && pages[k+1] == pages[k]+1 {
			k++
		}
		if k > i {
			parts = append(parts, fmt.Sprintf("%d-%d", pages[i], pages[k]))
		} else {
			parts = append(parts, fmt.Sprint(pages[i]))
		}
		i = k + 1
	}
	if len(parts) > 12 {
		parts = append(parts[:12], "…")
	}
	return strings.Join(parts, ", ")
}

// garbled reports a page whose characters are not those that it shows: codes that stand
// for no character, or characters that no Chinese page consists of.
func garbled(p *Page, faults int) bool {
	han, common, odd, rest := 0, 0, faults, 0
	for i := range p.Glyphs {
		switch r := p.Glyphs[i].Rune; {
		case blank(r):
		case unlikely(r):
			odd++
		case r >= 0x3400 && r <= 0x9FFF:
			han++
			if source.Common(r) {
				common++
			}
		default:
			rest++
		}
	}
	total := han + odd + rest
	switch {
	case total < leastCharacters:
		return odd*2 > total
	case han >= leastHan && common*100 >= han*mostCommon:
		return false // whatever the fonts say of themselves: a text that OCR laid over a scan
	case odd*5 > total:
		return true
	case han >= leastHan && common*100 < han*leastCommon:
		return true
	}
	return han*8 < total && rest >= 200 && signs(p)*4 > total
}

// leastCommon is how many of a hundred Chinese characters are frequent ones at least, of a page
// with leastHan of them: of official writing nine in ten are.
const (
	leastHan    = 60
	leastCommon = 25
	mostCommon  = 80 // a page with so many is right, whatever else is on it
)

// unlikely reports characters that stand for none: of private use, of control, unassigned.
func unlikely(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 || r == 0xFFFD || r >= 0x7F && r < 0xA0 || r >= 0xFFFE && r <= 0xFFFF
}

// signs counts marks of ASCII: a font without codes often counts its characters from ! on.
func signs(p *Page) (n int) {
	for i := range p.Glyphs {
		if r := p.Glyphs[i].Rune; r > ' ' && r < '0' || r >= ':' && r <= '@' || r >= '[' && r <= '`' {
			n++
		}
	}
	return n
}
