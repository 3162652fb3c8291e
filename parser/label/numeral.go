package label

// Max is the highest number that a label has. What counts higher is a year or an amount.
const Max = 999

// Digits reads a number in ASCII digits that begins at i, and returns the place behind
// it. n is 0 where none stands there or one above [Max].
func Digits(text []rune, i, end int) (n, j int) {
	for j = i; j < end && text[j] >= '0' && text[j] <= '9'; j++ {
		if n = n*10 + int(text[j]-'0'); n > Max {
			return 0, i
		}
	}
	return n, j
}

// Chinese reads a number in Chinese numerals that begins at i, 一 to 九百九十九, and returns
// the place behind it; n is 0 where none stands there.
func Chinese(text []rune, i, end int) (n, j int) {
	digit, unit := 0, 1000
	for j = i; j < end; j++ {
		switch r := text[j]; {
		case r == '百' && unit > 100 && digit > 0:
			n, digit, unit = digit*100, 0, 100
		case r == '十' && unit > 10 && (digit > 0 || n == 0):
			n, digit, unit = n+max(digit, 1)*10, 0, 10
		case (r == '零' || r == '〇') && unit == 100 && digit == 0:
			unit = 10
		case Digit(r) > 0 && digit == 0:
			digit = Digit(r)
		default:
			return n + digit, j
		}
	}
	return n + digit, j
}

// Number reads a number in digits or in Chinese numerals.
func Number(text []rune, i, end int) (n, j int) {
	if n, j = Digits(text, i, end); n > 0 {
		return n, j
	}
	return Chinese(text, i, end)
}

// ChineseDigits are the characters of Chinese numerals.
const ChineseDigits = "〇零一二三四五六七八九十百两"

// Digit returns the value of one of 一 to 九; 0 for any other character.
func Digit(r rune) int {
	switch r {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return 0
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\r' }

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r == '〇' }

func skipBlank(text []rune, i, end int) int {
	for i < end && isBlank(text[i]) {
		i++
	}
	return i
}
