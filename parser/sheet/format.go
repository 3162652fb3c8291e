package sheet

import (
	"math"
	"strconv"
	"strings"
)

// Format is a number format. nil is General.
type Format struct {
	sections []section
	text     *section // for text; nil shows it as it is
}

// section is what a format says of numbers of one sign, or within a condition.
type section struct {
	tokens    []token
	condition condition
	date      bool // has parts of a date or a time
	general   bool
	chinese   bool // numerals of a date are Chinese: [DBNum1]

	percents, thousands        int // how often the number is taken times 100, divided by 1000
	whole, decimals, exponents int // places: digits before and behind the point, and of the exponent
	grouped                    bool
	fraction                   bool // a bar between places
	subseconds                 int  // decimals of seconds
	noon                       bool // hours count to 12
}

type condition struct {
	op    string // "" where there is none
	value float64
}

func (c condition) holds(v float64) bool {
	switch c.op {
	case "<":
		return v < c.value
	case "<=":
		return v <= c.value
	case ">":
		return v > c.value
	case ">=":
		return v >= c.value
	case "=":
		return v == c.value
	case "<>":
		return v != c.value
	}
	return true
}

// mostCode is how many bytes the code of a format has; Excel takes 255 characters.
const mostCode = 1 << 10

// NewFormat compiles the code of a number format, such as yyyy"年"m"月" or #,##0.00;[Red]-#,##0.00.
// What it does not understand is shown as it stands; no code is an error.
func NewFormat(code string) *Format {
	if code == "" || len(code) > mostCode || strings.EqualFold(code, "General") {
		return nil
	}
	f := &Format{}
	for i, part := range cutSections(code) {
		s := compile(part)
		if i == 3 || i == 0 && s.isText() {
			f.text = &s
		}
		if i < 3 {
			f.sections = append(f.sections, s)
		}
	}
	return f
}

func (s *section) isText() bool {
	for _, t := range s.tokens {
		if t.kind == textToken {
			return true
		}
	}
	return false
}

// Date reports that the format shows numbers as dates or times.
func (f *Format) Date() bool { return f != nil && f.sections[0].date }

// ShowText shows a text.
func (f *Format) ShowText(text string) string {
	if f == nil || f.text == nil {
		return text
	}
	var out strings.Builder
	for _, t := range f.text.tokens {
		switch t.kind {
		case literal:
			out.WriteString(t.text)
		case textToken:
			out.WriteString(text)
		}
	}
	return out.String()
}

// Show shows a number. A date counts the days since the end of 1899, or since the start of 1904 where the
// workbook says so.
func (f *Format) Show(v float64, from1904 bool) string {
	if f == nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return general(v)
	}
	s, signed := f.choose(v)
	if s == nil {
		return general(v)
	}
	switch {
	case s.isText(), s.general:
		return s.around(general(v))
	case s.date:
		at, ok := moment(v, from1904, s.subseconds)
		if !ok {
			return general(v)
		}
		return s.showDate(at)
	}
	if signed {
		return s.showNumber(v)
	}
	return s.showNumber(math.Abs(v))
}

// choose returns the section for a number, and whether it shows the sign.
func (f *Format) choose(v float64) (*section, bool) {
	list := f.sections
	if list[0].condition.op != "" || len(list) > 1 && list[1].condition.op != "" {
		for i := range list {
			if s := &list[i]; s.condition.holds(v) {
				return s, true
			}
		}
		return nil, false
	}
	switch {
	case v < 0 && len(list) > 1:
		return &list[1], false
	case v == 0 && len(list) > 2:
		return &list[2], false
	}
	return &list[0], true
}

// around puts the literals of a section around what it shows.
func (s *section) around(shown string) string {
	var out strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case literal:
			out.WriteString(t.text)
		case textToken, generalToken:
			out.WriteString(shown)
		}
	}
	return out.String()
}

// general shows a number as a cell without format does: whole ones as they are, others with up to ten digits
// that count.
func general(v float64) string {
	abs := math.Abs(v)
	switch {
	case v == math.Trunc(v) && abs < 1e15:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case abs >= 1e15 || abs < 1e-9:
		return strconv.FormatFloat(v, 'E', -1, 64)
	}
	digits := max(10-int(math.Floor(math.Log10(abs)))-1, 0)
	if abs < 1 {
		digits = 10
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}
