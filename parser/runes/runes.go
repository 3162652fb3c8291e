// Package runes finds words in texts of code points, as package strings does in strings.
package runes

import "unicode/utf8"

// HasPrefix reports whether a text begins with a word.
func HasPrefix(text []rune, word string) bool {
	i := 0
	for _, r := range word {
		if i >= len(text) || text[i] != r {
			return false
		}
		i++
	}
	return true
}

// HasSuffix reports whether a text ends with a word.
func HasSuffix(text []rune, word string) bool {
	n := utf8.RuneCountInString(word)
	return n <= len(text) && HasPrefix(text[len(text)-n:], word)
}

// Equal reports whether a text is a word and nothing else.
func Equal(text []rune, word string) bool {
	return len(text) == utf8.RuneCountInString(word) && HasPrefix(text, word)
}

// Index returns where a word begins in a text, -1 where it does not stand there.
func Index(text []rune, word string) int {
	first, _ := utf8.DecodeRuneInString(word)
	for i, r := range text {
		if r == first && HasPrefix(text[i:], word) {
			return i
		}
	}
	return -1
}

// Contains reports whether a word stands in a text.
func Contains(text []rune, word string) bool { return Index(text, word) >= 0 }

// TrimPrefix returns a text without a word that it begins with.
func TrimPrefix(text []rune, word string) []rune {
	if HasPrefix(text, word) {
		return text[utf8.RuneCountInString(word):]
	}
	return text
}

// TrimSuffix returns a text without a word that it ends with.
func TrimSuffix(text []rune, word string) []rune {
	if HasSuffix(text, word) {
		return text[:len(text)-utf8.RuneCountInString(word)]
	}
	return text
}
