package number

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/pattern"
)

// Bare reads the number at rune i, before a bracket that closes, that has no 机关代字: of an order,
// 国务院令第427号, or what is left of one, 〔2020〕8号. It returns the place behind it, 0 for none.
func Bare(s *lex.Stream, i int) (string, int) {
	for j := i; j < s.Len() && j < i+24 && s.Runes[j] != ')'; j++ {
		if s.Runes[j] != '号' {
			continue
		}
		switch text := s.String(i, j+1); {
		case IsOrder(text):
			return text, j + 1
		case yearAndSerial().MatchString(text):
			return strings.NewReplacer("[", "〔", "]", "〕").Replace(text), j + 1
		}
		return "", 0
	}
	return "", 0
}

var (
	order         = pattern.Of(`^\p{Han}{2,20}(?:令第?\d{1,4}号|第\d{1,4}号令)$`)
	yearAndSerial = pattern.Of(`^\[(?:19|20)\d\d\]\d{1,5}号$`)
)

// IsOrder reports whether a text is the number of an order: 云溪市人民政府令第16号.
func IsOrder(text string) bool { return order().MatchString(text) }

// Year returns the year of a document's number, as digits: 2023 of 云政办发〔2023〕6号; "" for none.
func Year(text string) string {
	_, behind, _ := strings.Cut(text, "〔")
	year, _, ok := strings.Cut(behind, "〕")
	if !ok {
		return ""
	}
	return year
}
