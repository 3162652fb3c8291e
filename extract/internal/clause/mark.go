package clause

// IsMark reports whether a rune ends a clause: , ; : 。 ! ? … and the | between two cells.
func IsMark(r rune) bool {
	switch r {
	case ',', ';', ':', '。', '!', '?', '…', '|':
		return true
	}
	return false
}

// EndsSentence reports whether a rune ends a sentence.
func EndsSentence(r rune) bool { return r == '。' || r == '!' || r == '?' }

// Opens and Closes report whether a rune is one half of a pair of brackets.
func Opens(r rune) bool { return r == '(' || r == '[' || r == '<' || r == '【' }

// Closes is the counterpart of [Opens].
func Closes(r rune) bool { return r == ')' || r == ']' || r == '>' || r == '】' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
