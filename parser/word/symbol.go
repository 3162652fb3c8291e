package word

import "strings"

// Symbol returns the character that a symbol font shows for a code: Wingdings F0FE is ☑.
// Codes may stand in the private range F000–F0FF. A code of another font, or one that
// notices have no use for, is returned as it is.
func Symbol(font string, code rune) rune {
	low := code
	if code >= 0xF000 && code <= 0xF0FF {
		low = code - 0xF000
	}
	var table []sign
	switch strings.ToLower(strings.TrimSpace(font)) {
	case "symbol":
		table = symbols[:]
	case "wingdings":
		table = wingdings[:]
	case "wingdings 2":
		table = wingdings2[:]
	}
	for _, s := range table {
		if rune(s.code) == low {
			return s.shown
		}
	}
	return code
}

type sign struct {
	code  uint8
	shown rune
}

// The signs of the three symbol fonts that office documents use.
var (
	symbols = [...]sign{
		{0xA3, '≤'}, {0xB3, '≥'}, {0xB0, '°'}, {0xB1, '±'}, {0xB4, '×'}, {0xB7, '•'}, {0xB8, '÷'}, {0xB9, '≠'}, {0xBB, '≈'},
		{0xA5, '∞'}, {0xAE, '→'}, {0xAC, '←'}, {0xD7, '·'}, {0x2D, '−'}, {0x61, 'α'}, {0x62, 'β'}, {0x67, 'γ'}, {0x6D, 'μ'},
		{0x44, 'Δ'}, {0x53, 'Σ'}, {0x57, 'Ω'}, {0xE5, '∑'}, {0x25, '%'}, {0x2B, '+'}, {0x3D, '='}, {0x3C, '<'}, {0x3E, '>'},
	}
	wingdings = [...]sign{
		{0x6C, '●'}, {0x6D, '❍'}, {0x6E, '■'}, {0x6F, '□'}, {0x70, '❐'}, {0x71, '❑'}, {0x75, '◆'}, {0x76, '❖'}, {0x77, '⬥'}, {0x9F, '•'}, {0xA7, '▪'},
		{0xA8, '□'}, {0xAB, '★'}, {0xD8, '➢'}, {0xE0, '→'}, {0xE8, '➔'}, {0xFB, '✗'}, {0xFC, '✓'}, {0xFD, '☒'}, {0xFE, '☑'},
		{0x81, '①'}, {0x82, '②'}, {0x83, '③'}, {0x84, '④'}, {0x85, '⑤'}, {0x86, '⑥'}, {0x87, '⑦'}, {0x88, '⑧'}, {0x89, '⑨'}, {0x8A, '⑩'},
		{0x8C, '❶'}, {0x8D, '❷'}, {0x8E, '❸'}, {0x8F, '❹'}, {0x90, '❺'}, {0x91, '❻'}, {0x92, '❼'}, {0x93, '❽'}, {0x94, '❾'}, {0x95, '❿'},
	}
	wingdings2 = [...]sign{
		{0x4F, '✗'}, {0x50, '✓'}, {0x51, '☒'}, {0x52, '☑'}, {0x53, '☒'}, {0x54, '☒'}, {0x97, '●'}, {0xA2, '■'}, {0xA3, '□'}, {0xAE, '◆'},
		{0x6A, '①'}, {0x6B, '②'}, {0x6C, '③'}, {0x6D, '④'}, {0x6E, '⑤'}, {0x6F, '⑥'}, {0x70, '⑦'}, {0x71, '⑧'}, {0x72, '⑨'}, {0x73, '⑩'},
	}
)
