package number

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/pattern"
)

// maxBare bounds a number without 机关代字, in runes: the name of a congress is long.
const maxBare = 48

// Bare reads the number at rune i, before a bracket that closes, that has no 机关代字: of an order,
// 国务院令第427号, of a congress's notice, 云溪市人民代表大会常务委员会公告(十五届)第88号, or what is
// left of one, 〔2020〕8号. It returns the place behind it, 0 for none.
func Bare(s *lex.Stream, i int) (string, int) {
	depth := 0
	for j := i; j < s.Len() && j < i+maxBare && depth >= 0; j++ {
		switch s.Runes[j] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if s.Runes[j] != '号' {
			continue
		}
		end := j + 1
		if s.Has(end, "令") {
			end++ // 第47号令
		}
		text := s.String(i, end)
		if yearAndSerial().MatchString(text) {
			return marks.Replace(text), end
		}
		if text = Order(text); text != "" {
			return text, end
		}
		return "", 0
	}
	return "", 0
}

var (
	order         = pattern.Of(`^\p{Han}{2,30}(?:(?:令|公告)(?:[\[(]\p{Han}{1,4}届[\])])?(?:\d{4}年)?第?\d{1,4}号|第\d{1,4}号(?:令|公告))$`)
	yearAndSerial = pattern.Of(`^\[(?:19|20)\d\d\]\d{1,5}号$`)
)

// marks are the brackets of a number, as they were before they were folded.
var marks = strings.NewReplacer("[", "〔", "]", "〕", "(", "（", ")", "）")

// Order returns a text that is the number of an order or of a notice to all, in standard form:
// 云溪市人民政府令第16号, 云溪市税务局公告2023年第5号; "" for any other.
func Order(text string) string {
	if !order().MatchString(text) {
		return ""
	}
	return marks.Replace(text)
}

// Year returns the year of a document's number, as digits: 2023 of 云政办发〔2023〕6号; "" for none.
func Year(text string) string {
	_, behind, _ := strings.Cut(text, "〔")
	year, _, ok := strings.Cut(behind, "〕")
	if !ok {
		return ""
	}
	return year
}
