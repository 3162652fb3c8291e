package source

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold maps r to the form that the analysis reads, one rune to one rune, so offsets stay
// what they are:
//
//	widths    ，；：！？（）．％～＋＝ＡＢＣ０１２ → ASCII; also small (﹙﹚) and vertical (︵︶) forms
//	brackets  〔〕［］﹝﹞ → [ ]   〈〉＜＞ → < >   〖〗 → 【】   «» → 《》
//	dashes    – — ― − － ─ → -      waves  ～ 〜 ∼ → ~
//	dots      · • ・ ‧ → ·          zero   ○ ◯ 〇 → 〇
//	spaces    tab, NBSP, U+3000, zero-width characters, soft hyphen, control characters → ' '
//	ideographs  Kangxi radicals and compatibility forms → the ordinary character
//
// 。、“”‘’《》【】 and the line ends \n \r stay as they are.
func Fold(r rune) rune {
	if uint32(r) < uint32(len(foldTable)) {
		return rune(foldTable[r])
	}
	return foldSupplementary(r)
}

// FoldRunes folds src into dst, which is grown where it is too short, and returns the
// folded runes, as many as src has. dst may be src.
func FoldRunes(dst, src []rune) []rune {
	if cap(dst) < len(src) {
		dst = make([]rune, len(src))
	}
	dst = dst[:len(src)]
	for i, r := range src {
		dst[i] = Fold(r)
	}
	return dst
}

// foldTable holds the folded form of every character of the basic plane.
var foldTable = func() *[0x10000]uint16 {
	t := new([0x10000]uint16)
	for i := range t {
		t[i] = uint16(i)
	}
	for _, span := range compatible {
		for r := span.from; r <= span.to; r++ {
			if one, ok := singleNFKC(r); ok {
				t[r] = uint16(one)
			}
		}
	}
	for _, row := range foldRows {
		for _, r := range row.from {
			t[r] = uint16(row.to)
		}
	}
	for _, pair := range foldPairs {
		from, to := []rune(pair.from), []rune(pair.to)
		for i, r := range from {
			t[r] = uint16(to[i])
		}
	}
	for r := rune(0); r < ' '; r++ {
		if r != '\n' && r != '\r' {
			t[r] = ' '
		}
	}
	for r := rune(0x7F); r <= 0xA0; r++ {
		t[r] = ' '
	}
	return t
}()

// compatible are the blocks where the single character that NFKC gives is taken.
var compatible = []struct{ from, to rune }{
	{0x2E80, 0x2FDF}, // CJK radicals supplement, Kangxi radicals
	{0xF900, 0xFAFF}, // CJK compatibility ideographs
	{0xFE10, 0xFE1F}, // vertical forms
	{0xFE30, 0xFE6F}, // vertical and small forms
	{0xFF01, 0xFF65}, // full-width ASCII, half-width 。「」、・
	{0xFFE0, 0xFFE6}, // full-width ￥ and its like
}

// foldRows are single characters that all become one.
var foldRows = []struct {
	to   rune
	from string
}{
	{' ', "\u00ad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a" +
		"\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f" +
		"\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u3000\u3164\ufeff\ufffc"},
	{'-', "‐‑‒–—―−－﹣﹘─━ー⸺⸻︱︲ㅡ"},
	{'~', "～〜∼˜⁓∿〰"},
	{'·', "·•・‧∙⋅･᛫"},
	{'〇', "○◯〇"},
	{':', "∶︰ː˸꞉"},
	{'/', "⁄∕╱"},
	{'|', "│┃∣︳"},
	{'"', "＂„‟"},
	{'\'', "′＇"},
}

// foldPairs are rows of characters, each for the one at the same place.
var foldPairs = []struct{ from, to string }{
	{"〔〕［］﹝﹞❲❳〘〙︹︺⟦⟧﹇﹈", "[][][][][][][][]"},
	{"〈〉＜＞﹤﹥⟨⟩〈〉︿﹀‹›", "<><><><><><><>"},
	{"«»≪≫︽︾⟪⟫", "《》《》《》《》"},
	{"〖〗︻︼︗︘", "【】【】【】"},
	{"（）﹙﹚︵︶❨❩⦅⦆｟｠", "()()()()()()"},
	{"〝〞〟", "“””"},
	{"≧≦⩾⩽﹥", "≥≤≥≤>"},
	// Radicals that word processors and PDFs write for the ordinary character, and that
	// NFKC leaves alone (Unicode, EquivalentUnifiedIdeograph.txt).
	{"⺠⻔⻓⻢⻛⻚⻋⻅⻉⻘⻄⻆⻩⻰⻬⻦⻥⻨⻮⻝⻣⺟⻁⻤⻙⻜⻧⻱⻳", "民门长马风页车见贝青西角黄龙齐鸟鱼麦齿食骨母虎鬼韦飞卤龟龟"},
}

// foldSupplementary folds what lies beyond the basic plane: digits of every kind and
// compatibility ideographs.
func foldSupplementary(r rune) rune {
	switch {
	case r >= 0x1D7CE && r <= 0x1D7FF: // mathematical digits, five alphabets of ten
		return '0' + (r-0x1D7CE)%10
	case r >= 0x1FBF0 && r <= 0x1FBF9: // segmented digits
		return '0' + (r - 0x1FBF0)
	case r >= 0x1D400 && r < 0x1D7CE || r >= 0x2F800 && r <= 0x2FA1F:
		if one, ok := singleNFKC(r); ok {
			return one
		}
	}
	return r
}

// singleNFKC is the NFKC form of r where that is one other character. A character that
// decomposes to one is its own composition.
func singleNFKC(r rune) (rune, bool) {
	var buffer [utf8.UTFMax]byte
	decomposed := norm.NFKC.Properties(utf8.AppendRune(buffer[:0], r)).Decomposition()
	one, size := utf8.DecodeRune(decomposed)
	return one, size > 0 && size == len(decomposed) && one != r
}
