package sheet

import (
	"strconv"
	"strings"
)

// tokenKind is what a piece of a format stands for.
type tokenKind uint8

const (
	literal      tokenKind = iota
	digit                  // 0, # or ?
	point                  // the decimal point between places
	exponent               // E+ or E-
	bar                    // of a fraction
	datePart               // y, m, d, h, s and their like, text is the run of them
	elapsed                // [h], [m], [s]
	textToken              // @
	generalToken           // General
)

type token struct {
	kind tokenKind
	text string
}

// cutSections cuts a format at its semicolons.
func cutSections(code string) []string {
	var out []string
	start := 0
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			if n := strings.IndexByte(code[i+1:], '"'); n >= 0 {
				i += n + 1
			}
		case '\\', '_', '*':
			i++
		case '[':
			if n := strings.IndexByte(code[i:], ']'); n >= 0 {
				i += n
			}
		case ';':
			out = append(out, code[start:i])
			start = i + 1
		}
	}
	return append(out, code[min(start, len(code)):])
}

// compiler reads the code of a section.
type compiler struct {
	section
	runes []rune
	at    int
}

func compile(code string) section {
	c := &compiler{runes: []rune(code)}
	for c.at < len(c.runes) {
		c.next()
	}
	c.settle()
	return c.section
}

func (c *compiler) put(kind tokenKind, text string) {
	if n := len(c.tokens); kind == literal && n > 0 && c.tokens[n-1].kind == literal {
		c.tokens[n-1].text += text
		return
	}
	c.tokens = append(c.tokens, token{kind, text})
}

// next reads one piece of the code.
func (c *compiler) next() {
	r := c.runes[c.at]
	rest := string(c.runes[c.at:min(len(c.runes), c.at+8)])
	switch {
	case r == '"':
		c.quoted()
		return
	case r == '[':
		c.bracket()
		return
	case r == '\\':
		if c.at++; c.at < len(c.runes) {
			c.put(literal, string(c.runes[c.at]))
		}
	case r == '_' || r == '*': // as wide as the next character, or filled with it
		c.at++
	case hasFold(rest, "General"):
		c.general = true
		c.put(generalToken, "")
		c.at += len("General") - 1
	case hasFold(rest, "AM/PM"), hasFold(rest, "A/P"):
		n := strings.IndexAny(rest, "mM") + 4
		if !hasFold(rest, "AM/PM") {
			n = 3
		}
		c.noon, c.date = true, true
		c.put(datePart, "AM/PM")
		c.at += min(n, len("AM/PM")) - 1
	case strings.HasPrefix(rest, "上午/下午"):
		c.noon, c.date = true, true
		c.put(datePart, "AM/PM")
		c.at += 4
	case (r == 'E' || r == 'e') && c.at+1 < len(c.runes) && (c.runes[c.at+1] == '+' || c.runes[c.at+1] == '-'):
		c.put(exponent, string(c.runes[c.at+1]))
		c.at++
	case strings.ContainsRune("yYmMdDhHsSaAeEgGbB", r):
		c.dateRun(r)
		return
	case r == '0' || r == '#' || r == '?':
		c.put(digit, string(r))
	case r == '@':
		c.put(textToken, "")
	default:
		c.mark(r)
	}
	c.at++
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// mark reads a punctuation mark, which means something between places.
func (c *compiler) mark(r rune) {
	places := len(c.tokens) > 0 && c.tokens[len(c.tokens)-1].kind == digit
	switch {
	case r == '.' && (c.date || c.digitFollows()):
		c.put(point, ".")
	case r == ',' && places && c.digitFollows():
		c.grouped = true
	case r == ',' && places:
		c.thousands++
	case r == '/' && (places || c.digitFollows()) && !c.date:
		c.put(bar, "/")
		c.fraction = true
	case r == '%':
		c.percents++
		c.put(literal, "%")
	default:
		c.put(literal, string(r))
	}
}

// digitFollows reports that a place for a digit comes next.
func (c *compiler) digitFollows() bool {
	return c.at+1 < len(c.runes) && strings.ContainsRune("0#?", c.runes[c.at+1])
}

func (c *compiler) quoted() {
	end := c.at + 1
	for end < len(c.runes) && c.runes[end] != '"' {
		end++
	}
	c.put(literal, string(c.runes[c.at+1:min(end, len(c.runes))]))
	c.at = end + 1
}

// bracket reads what stands in [ ]: a currency, a condition, elapsed time, numerals; a colour and a
// language say nothing.
func (c *compiler) bracket() {
	end := c.at + 1
	for end < len(c.runes) && c.runes[end] != ']' {
		end++
	}
	inner := string(c.runes[c.at+1 : end])
	c.at = end + 1
	lower := strings.ToLower(inner)
	switch {
	case strings.HasPrefix(inner, "$"):
		sign, _, _ := strings.Cut(inner[1:], "-")
		c.put(literal, sign)
	case strings.HasPrefix(lower, "dbnum"):
		c.chinese = lower == "dbnum1"
	case lower != "" && strings.Trim(lower, string(lower[0])) == "" && strings.ContainsAny(lower[:1], "hms"):
		c.date = true
		c.put(elapsed, lower)
	case strings.HasPrefix(inner, "<"), strings.HasPrefix(inner, ">"), strings.HasPrefix(inner, "="):
		n := len(inner) - len(strings.TrimLeft(inner, "<>="))
		if v, err := strconv.ParseFloat(inner[n:], 64); err == nil {
			c.condition = condition{inner[:n], v}
		}
	}
}

// dateRun reads a run of one letter of a date.
func (c *compiler) dateRun(r rune) {
	end := c.at
	for end < len(c.runes) && c.runes[end]|0x20 == r|0x20 {
		end++
	}
	run := strings.ToLower(string(c.runes[c.at:end]))
	c.at = end
	switch {
	case run[0] == 'a' && len(run) < 3, run[0] == 'b', run[0] == 'g' && len(run) > 3:
		c.put(literal, run)
		return
	case run[0] == 'g': // of an era; the Chinese one has no name
		return
	}
	c.date = true
	c.put(datePart, run)
}

// settle counts the places, and tells the months from the minutes.
func (c *compiler) settle() {
	if c.date {
		c.minutes()
		return
	}
	behind, exp := false, false
	for _, t := range c.tokens {
		switch t.kind {
		case point:
			behind = true
		case exponent:
			exp = true
		case digit:
			switch {
			case exp:
				c.exponents++
			case behind:
				c.decimals++
			default:
				c.whole++
			}
		}
	}
}

// minutes makes minutes (n) of the m behind hours or before seconds, and decimals of the 0 behind seconds.
func (c *compiler) minutes() {
	last := byte(0)
	for i := range c.tokens {
		t := &c.tokens[i]
		switch t.kind {
		case datePart, elapsed:
			if t.text[0] == 'm' && len(t.text) < 3 && t.kind == datePart && (last == 'h' || c.secondsFollow(i)) {
				t.text = strings.Repeat("n", len(t.text))
			}
			if t.text != "AM/PM" {
				last = t.text[0]
			}
		case digit:
			if i > 0 && (c.tokens[i-1].kind == point || c.tokens[i-1].kind == digit) && last == 's' {
				c.subseconds++
			}
		}
	}
}

func (c *compiler) secondsFollow(i int) bool {
	for _, t := range c.tokens[i+1:] {
		if t.kind == datePart || t.kind == elapsed {
			return t.text[0] == 's'
		}
	}
	return false
}
