package runes

import (
	"strings"
	"testing"
)

// TestLikeStrings holds that each function says of a text what its like in package strings says.
func TestLikeStrings(t *testing.T) {
	texts := []string{"", "市", "市民政局", "民政局市民政局", "云溪市民政局、财政局", "a市", "𠮷市"}
	words := []string{"市", "局", "民政", "市民政局", "财政局", "𠮷", "市民政局长", "x"}
	for _, text := range texts {
		for _, word := range words {
			r := []rune(text)
			index := strings.Index(text, word)
			if index > 0 {
				index = len([]rune(text[:index]))
			}
			if got := Index(r, word); got != index {
				t.Errorf("%s stands in %s at %d, want %d", word, text, got, index)
			}
			for name, same := range map[string]bool{
				"HasPrefix":  HasPrefix(r, word) == strings.HasPrefix(text, word),
				"HasSuffix":  HasSuffix(r, word) == strings.HasSuffix(text, word),
				"Contains":   Contains(r, word) == strings.Contains(text, word),
				"Equal":      Equal(r, word) == (text == word),
				"TrimPrefix": string(TrimPrefix(r, word)) == strings.TrimPrefix(text, word),
				"TrimSuffix": string(TrimSuffix(r, word)) == strings.TrimSuffix(text, word),
			} {
				if !same {
					t.Errorf("%s of %s and %s is not what package strings says", name, text, word)
				}
			}
		}
	}
}
