package rtf

// kind is what a token is.
type kind uint8

const (
	endOfFile kind = iota
	groupBegin
	groupEnd
	control // a control word, or a control symbol as a word of one character
	char    // a byte of text, written as it is or as \'hh
)

// token is the smallest piece of a file.
type token struct {
	kind  kind
	word  string // of a control
	param int    // its number
	bare  bool   // it has none
	char  byte
}

// on reports whether a control word switches its property on: \v and \v1 do, \v0 does not.
func (t token) on() bool { return t.bare || t.param != 0 }

// scanner cuts a file into tokens.
type scanner struct {
	data []byte
	at   int
}

// Bounds of a control word; its number is one of 32 bits.
const (
	longestWord = 32
	mostDigits  = 10
)

// next returns the next token. Line ends of the file are none.
func (s *scanner) next() token {
	for s.at < len(s.data) {
		c := s.data[s.at]
		s.at++
		switch c {
		case '\r', '\n', 0:
		case '{':
			return token{kind: groupBegin}
		case '}':
			return token{kind: groupEnd}
		case '\\':
			return s.control()
		case '\t':
			return token{kind: control, word: "tab", bare: true}
		default:
			return token{kind: char, char: c}
		}
	}
	return token{}
}

// control reads what stands behind a backslash.
func (s *scanner) control() token {
	if s.at == len(s.data) {
		return token{}
	}
	c := s.data[s.at]
	if letter(c) {
		return s.controlWord()
	}
	s.at++
	switch c {
	case '\\', '{', '}':
		return token{kind: char, char: c}
	case '\'':
		return s.hex()
	case '\r', '\n':
		return token{kind: control, word: "par", bare: true}
	case '\t':
		return token{kind: control, word: "tab", bare: true}
	}
	return token{kind: control, word: string(rune(c)), bare: true}
}

func (s *scanner) controlWord() token {
	start := s.at
	for s.at < len(s.data) && letter(s.data[s.at]) && s.at-start < longestWord {
		s.at++
	}
	t := token{kind: control, word: string(s.data[start:s.at]), bare: true}
	sign := 1
	if s.at+1 < len(s.data) && s.data[s.at] == '-' && digit(s.data[s.at+1]) {
		sign = -1
		s.at++
	}
	number := int64(0)
	for from := s.at; s.at < len(s.data) && digit(s.data[s.at]); s.at++ {
		if t.bare = false; s.at-from < mostDigits {
			number = 10*number + int64(s.data[s.at]-'0')
		}
	}
	t.param = sign * int(int32(number))
	if s.at < len(s.data) && s.data[s.at] == ' ' {
		s.at++
	}
	if t.word == "bin" { // bytes as they are
		s.at += min(max(t.param, 0), len(s.data)-s.at)
	}
	return t
}

// hex reads the two digits of \'hh; without them it is nothing.
func (s *scanner) hex() token {
	if s.at+2 <= len(s.data) {
		high, ok := hexDigit(s.data[s.at])
		low, ok2 := hexDigit(s.data[s.at+1])
		if ok && ok2 {
			s.at += 2
			return token{kind: char, char: high<<4 | low}
		}
	}
	return token{kind: control, word: "'", bare: true}
}

// skip goes to the end of the group that is open, which the next token is.
func (s *scanner) skip() {
	for depth := 1; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return
			}
		case '\\':
			s.at++
			s.control()
			s.at--
		}
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

func hexDigit(c byte) (byte, bool) {
	switch {
	case digit(c):
		return c - '0', true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10, true
	}
	return 0, false
}
