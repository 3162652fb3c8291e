package lex

import (
	"math"
	"strings"
)

// digits reads 2023, 7.2, 1,200 at i. A comma belongs to the number only where groups
// of three digits follow one another.
func (s *scanner) digits(i, end int) Token {
	j, value := i, 0.0
	if i > 1 && s.Runes[i] == '2' && s.Runes[i-1] == 'O' && (s.Runes[i-2] == 'C' || s.Runes[i-2] == 'S') {
		return Token{Kind: Number, Form: Digits, Start: i, End: i + 1, Value: 2} // CO2 3万吨 are two numbers
	}
	for j < end && isDigit(s.Runes[j]) {
		value = value*10 + float64(s.Runes[j]-'0')
		j++
	}
	if j-i <= 3 {
		for j+3 < end && s.Runes[j] == ',' && s.group(j+1, end) {
			for k := j + 1; k <= j+3; k++ {
				value = value*10 + float64(s.Runes[k]-'0')
			}
			j += 4
		}
	}
	if j+1 < end && s.Runes[j] == '.' && isDigit(s.Runes[j+1]) && (s.Gap(j) == NoGap && s.Gap(j+1) == NoGap || s.amid(i)) {
		scale := 1.0
		for j++; j < end && isDigit(s.Runes[j]); j++ {
			if scale < 1e15 { // what stands behind says nothing more
				value = value*10 + float64(s.Runes[j]-'0')
				scale *= 10
			}
		}
		value /= scale // one division of whole numbers: 4.73 stays 4.73
	}
	return Token{Kind: Number, Form: Digits, Start: i, End: j, Value: value}
}

// counted returns a number as it is, or, where it has more digits than say how much of something there is, as a code.
func counted(t Token) Token {
	if t.Kind == Number && !(t.Value < 1<<53) {
		t.Kind, t.Value = Letters, 0
	}
	return t
}

// IsDigits reports whether a token is written in digits, be it a number or more of them than one has.
func (s *Stream) IsDigits(t *Token) bool {
	return t.Kind == Number && t.Form == Digits || t.Kind == Letters && isDigit(s.Runes[t.Start])
}

// amid reports whether the number at i stands within a phrase, where white space around
// its point (3. 5万亩) is damage; at the beginning of a line or sentence it sets a label
// apart (3. 5个社区).
func (s *scanner) amid(i int) bool {
	return i > 0 && s.Gap(i) < Line && !strings.ContainsRune("。;:!?)]】", s.Runes[i-1])
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// group reports whether exactly three digits stand at i.
func (s *scanner) group(i, end int) bool {
	if i+3 > end || !isDigit(s.Runes[i]) || !isDigit(s.Runes[i+1]) || !isDigit(s.Runes[i+2]) {
		return false
	}
	return i+3 == end || !isDigit(s.Runes[i+3])
}

// ChineseDigit returns the value of a Chinese digit, -1 for anything else.
func ChineseDigit(r rune) int {
	switch r {
	case '〇', '零':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// powerValue returns 10, 100 or 1000 for 十 百 千, 0 for anything else.
func powerValue(r rune) int {
	switch r {
	case '十', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	}
	return 0
}

// The runes that a number in Chinese numerals may begin with. Those of sums of money stand in words as well (队伍, 大陆), and 万 in
// most places is no beginning: 万分之五.
const (
	plainNumerals = "〇零一二两三四五六七八九十百千廿卅半"
	moneyNumerals = "壹贰叁肆伍陆柒捌玖拾佰仟"
	tenThousand   = '万'
)

// numeralRunes has a bit for the last twelve bits of each.
var numeralRunes = func() (set [64]uint64) {
	for _, r := range plainNumerals + moneyNumerals + string(tenThousand) {
		set[r>>6&63] |= 1 << (r & 63)
	}
	return set
}()

// beginsNumeral reports whether a number in Chinese numerals may begin at i.
func (s *scanner) beginsNumeral(i, end int) bool {
	switch r := s.Runes[i]; {
	case r == tenThousand:
		return i+3 < end && s.Runes[i+1] == '分' && s.Runes[i+2] == '之'
	case strings.ContainsRune(plainNumerals, r):
		return true
	case strings.ContainsRune(moneyNumerals, r): // only before another one or 元
		return i+1 < end && strings.ContainsRune("拾佰仟万亿元", s.Runes[i+1])
	}
	return false
}

// numerals reads a number in Chinese numerals at i.
func (s *scanner) numerals(i, end int) (Token, bool) {
	if s.Runes[i] == '半' {
		return Token{Kind: Number, Form: Fraction, Start: i, End: i + 1, Value: 0.5}, true
	}
	if s.Runes[i] == '百' && i+3 < end && s.Runes[i+1] == '分' && s.Runes[i+2] == '之' {
		if t, ok := s.whole(i+3, end); ok {
			return Token{Kind: Number, Form: Percent, Start: i, End: t.End, Value: t.Value}, true
		}
		if s.Runes[i+3] == '百' {
			return Token{Kind: Number, Form: Percent, Start: i, End: i + 4, Value: 100}, true
		}
	}
	if s.Runes[i] == '千' && i+3 < end && s.Runes[i+1] == '分' && s.Runes[i+2] == '之' {
		if t, ok := s.whole(i+3, end); ok {
			return Token{Kind: Number, Form: PerMille, Start: i, End: t.End, Value: t.Value}, true
		}
	}
	if t, ok := s.myriad(i, end); ok {
		return t, true
	}
	if s.Runes[i] == '百' && i+2 < end && s.Runes[i+1] == '分' && s.Runes[i+2] == '百' {
		return Token{Kind: Number, Form: Percent, Start: i, End: i + 3, Value: 100}, true
	}
	t, ok := s.whole(i, end)
	if !ok {
		return t, false
	}
	if t.End+2 < end && s.Runes[t.End] == '分' && s.Runes[t.End+1] == '之' && t.Value > 0 {
		if over, ok := s.whole(t.End+2, end); ok && over.Form != Digits {
			value := math.Round(over.Value/t.Value*10000) / 10000
			return Token{Kind: Number, Form: Fraction, Start: i, End: over.End, Value: value}, true
		}
	}
	if t.End < end && s.Runes[t.End] == '半' && t.Value == 1 {
		t = Token{Kind: Number, Form: Fraction, Start: i, End: t.End + 1, Value: 0.5} // 一半
	}
	return t, true
}

// myriad reads 万分之五 and 十万分之三 at i.
func (s *scanner) myriad(i, end int) (Token, bool) {
	j := i
	if s.Runes[j] == '十' || s.Runes[j] == '百' {
		j++
	}
	if j+3 >= end || s.Runes[j] != '万' || s.Runes[j+1] != '分' || s.Runes[j+2] != '之' {
		return Token{}, false
	}
	t, ok := s.whole(j+3, end)
	return Token{Kind: Number, Form: PerMyriad, Start: i, End: t.End, Value: t.Value}, ok
}

// whole reads a whole number, or one with 点, in numerals or digits at i.
func (s *scanner) whole(i, end int) (Token, bool) {
	if i < end && isDigit(s.Runes[i]) {
		return s.digits(i, end), true
	}
	j := i
	for j < end && ChineseDigit(s.Runes[j]) >= 0 {
		j++
	}
	if j-i >= 2 && (j == end || powerValue(s.Runes[j]) == 0) {
		value := 0.0
		for _, r := range s.Runes[i:j] {
			value = value*10 + float64(ChineseDigit(r))
		}
		return Token{Kind: Number, Form: Positional, Start: i, End: j, Value: value}, true
	}
	return s.counting(i, end)
}

// counting reads 十二, 两百零五, 五万三千. 万 and 亿 belong to the number only where the
// number goes on behind them; else they are part of the unit.
func (s *scanner) counting(i, end int) (Token, bool) {
	value, section, digit, j := 0, 0, -1, i
	for ; j < end && j-i < 16; j++ {
		r := s.Runes[j]
		if d := ChineseDigit(r); d >= 0 {
			digit = d
			continue
		}
		if p := powerValue(r); p > 0 {
			if digit < 0 && p != 10 {
				break // 百, 千 alone are words, not numbers
			}
			section += max(digit, 0) * p
			if digit < 0 {
				section += p
			}
			digit = -1
			continue
		}
		if r == '廿' || r == '卅' {
			section += 20
			if r == '卅' {
				section += 10
			}
			continue
		}
		if (r == '万' || r == '亿') && j > i && j+1 < end && ChineseDigit(s.Runes[j+1]) >= 0 {
			scale := 10_000
			if r == '亿' {
				scale = 100_000_000
			}
			value += (section + max(digit, 0)) * scale
			section, digit = 0, -1
			continue
		}
		break
	}
	if j == i {
		return Token{}, false
	}
	value += section + max(digit, 0)
	t := Token{Kind: Number, Form: Counting, Start: i, End: j, Value: float64(value)}
	if j+1 < end && s.Runes[j] == '点' && ChineseDigit(s.Runes[j+1]) >= 0 {
		scale := 1.0
		for j++; j < end && ChineseDigit(s.Runes[j]) >= 0; j++ {
			t.Value = t.Value*10 + float64(ChineseDigit(s.Runes[j]))
			scale *= 10
		}
		t.End, t.Value = j, t.Value/scale
	}
	return t, true
}
