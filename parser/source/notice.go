package source

import (
	"unicode"

	"github.com/policyx/policyx/schema/message"
)

// ErrNoNotice is matched by every error about an input that can be read and holds no notice.
var ErrNoNotice = message.New("is no notice")

// Bounds of what can be a notice or a part of one.
const (
	leastHan   = 16 // fewer Chinese characters need a mark or a number beside them
	shareOfHan = 20 // of so many characters that are not blank, one is Chinese
)

// CheckNotice reports why the reading text of an input, whatever its format was, is neither a notice nor a
// part of one; nil where it may be one. A single clause (（市民政局负责）) is a part, a word is not.
func CheckNotice(text []rune) error {
	visible, chinese, marks := 0, 0, 0
	for _, r := range text {
		switch {
		case r < 0x80 && r > ' ':
			visible++
			if '0' <= r && r <= '9' {
				marks++
			}
		case IsHan(r) || unicode.Is(unicode.Han, r):
			visible++
			if chinese++; chinese >= leastHan && chinese*shareOfHan >= len(text) {
				return nil // whatever stands behind it
			}
		case r <= ' ' || unicode.IsSpace(r):
		default:
			visible++
			if unicode.IsPunct(r) || unicode.IsDigit(r) {
				marks++
			}
		}
	}
	switch {
	case visible == 0:
		return message.Errorf("%w: it holds no readable text", ErrNoNotice)
	case chinese*shareOfHan < visible:
		return message.Errorf("%w: it holds no Chinese text, or hardly any", ErrNoNotice)
	case chinese < 2 || chinese < leastHan && marks == 0:
		return message.Errorf("%w: its text is too short to be one", ErrNoNotice)
	}
	return nil
}
