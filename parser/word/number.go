package word

import (
	"strconv"
	"strings"
)

// Format is the way a number is written. The values are those of [MS-OSHARED] 2.2.1.3
// (MSONFC), as old Word files store them.
type Format uint8

// The formats that are not written as decimal digits.
const (
	Decimal              Format = 0
	UpperRoman           Format = 1
	LowerRoman           Format = 2
	UpperLetter          Format = 3
	LowerLetter          Format = 4
	IdeographDigital     Format = 10 // 一〇
	JapaneseCounting     Format = 11 // 百十
	FullWidth            Format = 14 // １２
	JapaneseLegal        Format = 16 // 壱拾弐
	EnclosedCircle       Format = 18 // ①
	FullWidth2           Format = 19
	DecimalZero          Format = 22 // 01
	Bullet               Format = 23
	EnclosedFullstop     Format = 26 // ⒈
	EnclosedParen        Format = 27 // ⑴
	EnclosedCircle2      Format = 28 // ①, Chinese
	IdeographEnclosed    Format = 29 // ㊀
	IdeographTraditional Format = 30 // 甲乙丙
	IdeographZodiac      Format = 31 // 子丑寅
	TaiwaneseCounting    Format = 33 // 十二, 一〇二
	LegalTraditional     Format = 34 // 壹拾貳
	TaiwaneseThousand    Format = 35 // 一百零二
	TaiwaneseDigital     Format = 36 // 一二
	ChineseCounting      Format = 37 // 十二, 一〇二
	LegalSimplified      Format = 38 // 壹拾贰
	ChineseThousand      Format = 39 // 一百零二
	InDash               Format = 57 // - 1 -
	None                 Format = 255
)

// Bounds beyond which a number is written in decimal digits.
const (
	mostLetters = 26 * 20
	mostRoman   = 3999
	mostCounted = 99999
)

const (
	han         = "〇一二三四五六七八九"
	legalSimple = "零壹贰叁肆伍陆柒捌玖"
	legalFull   = "零壹貳參肆伍陸柒捌玖"
	legalJapan  = "〇壱弐参四伍六七八九"
	stems       = "甲乙丙丁戊己庚辛壬癸"
	branches    = "子丑寅卯辰巳午未申酉戌亥"
	enclosed    = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
)

// Write writes n in the format f: 12 is 十二, ⑫, L, xii … Numbers that the format has no
// sign for are decimal digits; Bullet and None write nothing.
func (f Format) Write(n int) string {
	switch f {
	case Bullet, None:
		return ""
	case UpperRoman:
		return roman(n)
	case LowerRoman:
		return strings.ToLower(roman(n))
	case UpperLetter:
		return letters(n, 'A')
	case LowerLetter:
		return letters(n, 'a')
	case IdeographDigital, TaiwaneseDigital:
		return digits(n, han)
	case FullWidth, FullWidth2:
		return digits(n, "０１２３４５６７８９")
	case ChineseCounting, TaiwaneseCounting:
		if n > 99 {
			return digits(n, han)
		}
		return counted(n, han, "十百千万", true)
	case ChineseThousand, TaiwaneseThousand:
		return counted(n, strings.Replace(han, "〇", "零", 1), "十百千万", true)
	case JapaneseCounting:
		return japanese(n)
	case LegalSimplified:
		return counted(n, legalSimple, "拾佰仟万", false)
	case LegalTraditional:
		return counted(n, legalFull, "拾佰仟萬", false)
	case JapaneseLegal:
		return counted(n, legalJapan, "拾百阡萬", false)
	case DecimalZero:
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case InDash:
		return "- " + strconv.Itoa(n) + " -"
	}
	return single(f, n)
}

// single writes the formats that have one sign for each number.
func single(f Format, n int) string {
	switch {
	case (f == EnclosedCircle || f == EnclosedCircle2) && n == 0:
		return "⓪"
	case n < 1:
	case (f == EnclosedCircle || f == EnclosedCircle2) && n <= 20:
		return string(rune('①' + n - 1))
	case f == EnclosedFullstop && n <= 20:
		return string(rune('⒈' + n - 1))
	case f == EnclosedParen && n <= 20:
		return string(rune('⑴' + n - 1))
	case f == IdeographEnclosed && n <= 10:
		return nth(enclosed, n-1)
	case f == IdeographTraditional && n <= 10:
		return nth(stems, n-1)
	case f == IdeographZodiac && n <= 12:
		return nth(branches, n-1)
	}
	return strconv.Itoa(n)
}

func nth(s string, i int) string { return string([]rune(s)[i]) }

// digits writes n digit by digit: 102 is 一〇二.
func digits(n int, signs string) string {
	if n < 0 {
		return strconv.Itoa(n)
	}
	set := []rune(signs)
	var b strings.Builder
	for _, d := range strconv.Itoa(n) {
		b.WriteRune(set[d-'0'])
	}
	return b.String()
}

// counted writes n with its powers of ten: 102 is 一百零二, 20 is 二十. bareTen writes
// 十二 for 一十二.
func counted(n int, signs, powers string, bareTen bool) string {
	if n < 0 || n > mostCounted {
		return strconv.Itoa(n)
	}
	if bareTen && n >= 10 && n < 20 {
		return strings.TrimPrefix(counted(n, signs, powers, false), nth(signs, 1))
	}
	set, power := []rune(signs), []rune(powers)
	text := strconv.Itoa(n)
	var out []rune
	zero := false
	for i, d := range text {
		place := len(text) - 1 - i
		if d == '0' {
			zero = true
			continue
		}
		if zero && len(out) > 0 {
			out = append(out, set[0])
		}
		zero = false
		out = append(out, set[d-'0'])
		if place > 0 {
			out = append(out, power[place-1])
		}
	}
	if len(out) == 0 {
		return string(set[0])
	}
	return string(out)
}

// japanese writes n without 零, and without 一 before a power: 111 is 百十一.
func japanese(n int) string {
	if n < 1 || n > 9999 {
		return digits(n, han)
	}
	s := strings.ReplaceAll(counted(n, han, "十百千万", false), "〇", "")
	for _, power := range []string{"十", "百", "千"} {
		s = strings.ReplaceAll(s, "一"+power, power)
	}
	return s
}

// letters writes A to Z, then AA, BB … as Word does.
func letters(n int, first rune) string {
	if n < 1 || n > mostLetters {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > mostRoman {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}
