package extract

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/source"
)

// docNumber is a 发文字号 (GB/T 9704-2012, 7.2.5) in a stream.
type docNumber struct {
	start, end int
	text       string // in standard form: 机关代字〔年份〕序号号
	repaired   bool   // its marks were lost
}

// documentNumber reads the number whose year's bracket stands at rune i: 云政办发[2023]6号,
// also where the page lost ] or 号: 云政办发[20236.
func documentNumber(s *lex.Stream, i int) (docNumber, bool) {
	if s.Runes[i] != '[' && s.Runes[i] != '(' {
		return docNumber{}, false
	}
	begin := i
	for begin > 0 && i-begin < 14 && isHan(s.Runes[begin-1]) && s.Gap(begin) != lex.Boundary {
		begin--
	}
	digits, j := "", i+1
	for j < s.Len() && len(digits) < 9 && s.Runes[j] >= '0' && s.Runes[j] <= '9' {
		digits += string(s.Runes[j])
		j++
	}
	if len(digits) < 4 || digits[:2] != "19" && digits[:2] != "20" {
		return docNumber{}, false
	}
	begin = codeStart(s, begin, i)
	if begin == i {
		return docNumber{}, false
	}
	n := docNumber{start: begin}
	serial := digits[4:]
	if serial == "" {
		if j >= s.Len() || s.Runes[j] != ']' && s.Runes[j] != ')' {
			return docNumber{}, false
		}
		j++
		if j < s.Len() && s.Runes[j] == '第' {
			j++
		}
		for j < s.Len() && len(serial) < 6 && s.Runes[j] >= '0' && s.Runes[j] <= '9' {
			serial += string(s.Runes[j])
			j++
		}
	} else {
		n.repaired = true
	}
	if serial == "" {
		return docNumber{}, false
	}
	if j < s.Len() && s.Runes[j] == '号' {
		j++
	} else {
		if s.Runes[i] == '(' {
			return docNumber{}, false // (2023)6 without 号 is prose
		}
		n.repaired = true
	}
	n.end = j
	number, _ := strconv.Atoi(serial)
	n.text = s.String(begin, i) + "〔" + digits[:4] + "〕" + strconv.Itoa(number) + "号"
	return n, true
}

// codeStart returns where the 机关代字 before a bracket begins: behind the last word that
// cannot belong to it.
func codeStart(s *lex.Stream, begin, i int) int {
	code := s.String(begin, i)
	at := 0
	for _, word := range []string{"依据", "根据", "符合", "按照", "执行", "落实", "参照", "贯彻", "通知", "意见", "文件", "复函", "批复", "经", "以", "和", "与", "及", "的"} {
		k := strings.LastIndex(code, word)
		if k >= 0 && !(word == "经" && economic(code[k+len(word):])) {
			at = max(at, k+len(word))
		}
	}
	return begin + len([]rune(code[:at]))
}

// economic reports whether a 经 before rest is that of an organ: 京经信发, 云经贸函. Any
// other stands before the number: 经云政发〔2023〕6号同意.
func economic(rest string) bool {
	for _, word := range []string{"信", "贸", "发", "开", "济", "促", "管"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// standardNumber reads a standard's number at rune i, GB/T35796-2017, and returns it in
// standard form with the place behind it; 0 where none stands there (GB/T 1.1-2020, 8.3).
func standardNumber(s *lex.Stream, i int) (string, int) {
	t := s.At(i)
	if t == nil || t.Kind != lex.Letters || t.End-t.Start > 4 {
		return "", 0
	}
	code, j := strings.ToUpper(s.String(t.Start, t.End)), t.End
	for j+1 < s.Len() && s.Runes[j] == '/' {
		next := s.At(j + 1)
		if next == nil || next.Kind != lex.Letters || next.End-next.Start > 4 {
			break
		}
		code += "/" + strings.ToUpper(s.String(next.Start, next.End))
		j = next.End
	}
	begin := j
	for j < s.Len() && (s.Runes[j] >= '0' && s.Runes[j] <= '9' || s.Runes[j] == '.') {
		j++
	}
	if j-begin < 2 || j+4 >= s.Len()+1 {
		return "", 0
	}
	number, dash := s.String(begin, j), j
	for dash < s.Len() && s.Runes[dash] == '-' {
		dash++
	}
	if dash == j || dash+4 > s.Len() {
		return "", 0
	}
	for _, r := range s.Runes[dash : dash+4] {
		if r < '0' || r > '9' {
			return "", 0
		}
	}
	if of, ok := strings.CutSuffix(code, "T"); ok && !strings.Contains(code, "/") && len(of) > 1 {
		code = of + "/T" // the page lost the stroke of a recommended standard: GBT 35796
	}
	return code + " " + number + "—" + s.String(dash, dash+4), dash + 4
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF || r == '〇' }

// folded returns text folded and without white space.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if r = source.Fold(r); unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
