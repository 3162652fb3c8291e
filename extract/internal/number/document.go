package number

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// Mention is the number of a document in a stream.
type Mention struct {
	Start, End int
	Text       string // in standard form: 机关代字〔年份〕序号号
	Repaired   bool   // its marks were lost
}

// Document reads the number whose year's bracket stands at rune i: 云政办发[2023]6号,
// also where the page lost ] or 号: 云政办发[20236.
func Document(s *lex.Stream, i int) (Mention, bool) {
	if s.Runes[i] != '[' && s.Runes[i] != '(' {
		return Mention{}, false
	}
	begin := i
	for begin > 0 && i-begin < 14 && source.IsHan(s.Runes[begin-1]) && s.Gap(begin) != lex.Boundary {
		begin--
	}
	digits, j := "", i+1
	for j < s.Len() && len(digits) < 9 && s.Runes[j] >= '0' && s.Runes[j] <= '9' {
		digits += string(s.Runes[j])
		j++
	}
	if len(digits) < 4 || digits[:2] != "19" && digits[:2] != "20" {
		return Mention{}, false
	}
	begin = codeStart(s, begin, i)
	if begin == i {
		return Mention{}, false
	}
	n := Mention{Start: begin}
	serial := digits[4:]
	if serial == "" {
		if j >= s.Len() || s.Runes[j] != ']' && s.Runes[j] != ')' {
			return Mention{}, false
		}
		j++
		if j < s.Len() && s.Runes[j] == '第' {
			j++
		}
		for j < s.Len() && len(serial) < 6 && s.Runes[j] >= '0' && s.Runes[j] <= '9' {
			serial += string(s.Runes[j])
			j++
		}
	} else {
		n.Repaired = true
	}
	if serial == "" {
		return Mention{}, false
	}
	if j < s.Len() && s.Runes[j] == '号' {
		j++
	} else {
		if s.Runes[i] == '(' {
			return Mention{}, false // (2023)6 without 号 is prose
		}
		n.Repaired = true
	}
	n.End = j
	number, _ := strconv.Atoi(serial)
	n.Text = s.String(begin, i) + "〔" + digits[:4] + "〕" + strconv.Itoa(number) + "号"
	return n, true
}

// IsPlot reports whether a number is that of a plot of land that was put up for sale, 云政工出〔2023〕6号:
// its 机关代字 ends in how it was, 储出, 工出, 挂出.
func IsPlot(text string) bool {
	code, _, _ := strings.Cut(text, "〔")
	return lexicon.Plots().Ends(code)
}

// codeStart returns where the 机关代字 before a bracket begins: behind the last word that
// cannot belong to it.
func codeStart(s *lex.Stream, begin, i int) int {
	start := begin
	for at := begin; at < i; at++ {
		n, _ := lexicon.BeforeNumbers().Prefix(s.Runes[at:i])
		if n > 0 && !(s.Runes[at] == '经' && economic(s.Runes[at+n:i])) {
			start = max(start, at+n)
		}
	}
	return start
}

// economic reports whether a 经 before rest is that of an organ: 京经信发, 云经贸函. Any
// other stands before the number: 经云政发〔2023〕6号同意.
func economic(rest []rune) bool {
	return len(rest) > 0 && strings.ContainsRune("信贸发开济促管", rest[0])
}
