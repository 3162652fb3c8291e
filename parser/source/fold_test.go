package source

import (
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for from, to := range map[string]string{
		"（一），；：！？．％～＋＝＜＞":                      "(一),;:!?.%~+=<>",
		"ＡＢＣａｂｃ０１２３４５６７８９":                     "ABCabc0123456789",
		"〔２０２４〕［8］【重点】《办法》〈试行〉":                "[2024][8]【重点】《办法》<试行>",
		"。、“”‘’…×①㎡":                           "。、“”‘’…×①㎡",
		"2024–2025—2026―27－28─29":              "2024-2025-2026-27-28-29",
		"～〜∼":                                  "~~~",
		"·•・":                                  "···",
		"二○二四 二〇二四":                            "二〇二四 二〇二四",
		"\t\u3000\u00a0\u200b\ufeff\u00ad\x07": "       ",
		"\r\n":                                 "\r\n",
		"﹙一﹚︵二︶﹪":                              "(一)(二)%",
		"⼈⺠政府金":                                "人民政府金",
		"𝟐𝟎𝟐𝟒":                                 "2024",
		"8∶00":                                 "8:00",
		"≧60≦70":                               "≥60≤70",
		"一二三":                                  "一二三",
		"\U0010FFFF\ufffd":                     "\U0010FFFF\ufffd",
	} {
		if got := string(FoldRunes(nil, []rune(from))); got != to {
			t.Errorf("%q folds to %q, want %q", from, got, to)
		}
	}
}

// Folding what is folded changes nothing, and every fold is a character.
func TestFoldTwice(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		once := Fold(r)
		if twice := Fold(once); twice != once {
			t.Errorf("%U folds to %U, which folds to %U", r, once, twice)
		}
		if utf8.ValidRune(r) && !utf8.ValidRune(once) {
			t.Errorf("%U folds to %U", r, once)
		}
	}
	for _, pair := range foldPairs {
		if utf8.RuneCountInString(pair.from) != utf8.RuneCountInString(pair.to) {
			t.Errorf("%q and %q differ in length", pair.from, pair.to)
		}
	}
}

func TestFoldRunesInPlace(t *testing.T) {
	s := []rune("（一）")
	if got := FoldRunes(s, s); string(got) != "(一)" || &got[0] != &s[0] {
		t.Errorf("got %q", string(got))
	}
	if Fold(-1) != -1 {
		t.Error("a negative rune changed")
	}
}

func BenchmarkFoldRunes(b *testing.B) {
	s := []rune(simplified)
	dst := make([]rune, len(s))
	b.SetBytes(int64(len(simplified)))
	for b.Loop() {
		FoldRunes(dst, s)
	}
}
