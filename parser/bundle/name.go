package bundle

import (
	"path"
	"strings"

	"github.com/policyx/policyx/parser/label"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// Name is what the name of a file says about its place in a notice.
type Name struct {
	Attachment bool   // it is called 附件, 附表 or 附录
	Number     int    // 附件3.docx, 3.清单.docx: 3; 0 without one
	Sub        int    // 附件3-2.docx: 2
	Title      string // what is left behind the number: 清单; the name without ending where it has no number
}

// Edition is which of several editions of a document the name of a file says it is: 征求意见稿; "" where it says none.
func Edition(name string) string {
	stem := []rune(Stem(name))
	for i := range stem {
		if n, _ := lexicon.Editions().Prefix(stem[i:]); n > 0 {
			return string(stem[i : i+n])
		}
	}
	return ""
}

// Parse reads the name of a file, with or without the folders before it.
func Parse(name string) Name {
	stem := Stem(name)
	text := fold(stem)
	i := skip(text, 0, " (【[")
	if n, _ := lexicon.Annexes().Prefix(text[i:]); n > 0 {
		if out, ok := attachment(text, i, string(text[i:i+n])); ok {
			return out
		}
	}
	if out, ok := attachment(text, i, "附"); ok && out.Number > 0 {
		return out
	}
	for at := i + 1; at+2 <= len(text); at++ { // 云溪市步道修缮通知附件2：清单
		if out, ok := attachment(text, at, "附件"); ok && (out.Number > 0 || out.Title == "") {
			return out
		}
	}
	n, end := label.Digits(text, i, len(text))
	if n > 0 && n < 100 && end-i <= 2 && end < len(text) && strings.ContainsRune(".、_-) 】]", text[end]) {
		var out Name
		out.Number = n
		out.Sub, end = sub(text, end)
		if behind := skip(text, end, ".、_-) 】]"); behind < len(text) && (text[behind] < '0' || text[behind] > '9') {
			out.Title = title(text, end)
			return out
		}
	}
	return Name{Title: stem}
}

// attachment reads 附件 2-1：清单 from place i on. A word goes on with nothing but a number or a mark (附近, 附属医院 are none);
// 附件 itself may stand right before the title.
func attachment(text []rune, i int, word string) (out Name, ok bool) {
	behind := i + len([]rune(word))
	if len(text) < behind || string(text[i:behind]) != word {
		return out, false
	}
	j := skip(text, behind, " (:.")
	n, end := label.Number(text, j, len(text))
	if n > 0 && end < len(text) && text[end] == '览' { // 附件一览表
		n = 0
	}
	if n == 0 && j == behind && j < len(text) && word != "附件" {
		return out, false
	}
	out = Name{Attachment: true, Number: n}
	if n > 0 {
		out.Sub, j = sub(text, end)
	}
	out.Title = title(text, j)
	return out, true
}

// sub reads the second number of 3-2.
func sub(text []rune, i int) (n, end int) {
	if i < len(text) && text[i] == '-' {
		if n, end := label.Digits(text, i+1, len(text)); n > 0 && n < 100 {
			return n, end
		}
	}
	return 0, i
}

func title(text []rune, i int) string {
	return strings.TrimSpace(string(text[skip(text, i, " .、:_-)】]"):]))
}

func skip(text []rune, i int, marks string) int {
	for i < len(text) && strings.ContainsRune(marks, text[i]) {
		i++
	}
	return i
}

func fold(s string) []rune { return source.FoldRunes(nil, []rune(s)) }

// Stem is the last element of a name without its ending.
func Stem(name string) string {
	base := path.Base(name)
	ext := path.Ext(base)
	if len(ext) < 2 || len(ext) > 6 || len(ext) == len(base) || strings.TrimFunc(ext[1:], isWord) != "" {
		return base // 关于2.0版的通知
	}
	return strings.TrimSuffix(base, ext)
}

func isWord(r rune) bool { return r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' }

// Key is s without what two spellings of a title differ in: spaces, marks, widths.
func Key(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x4E00 && r <= 0x9FFF, r >= '0' && r <= '9', r|0x20 >= 'a' && r|0x20 <= 'z':
			return r
		}
		return -1
	}, string(fold(s)))
}

// Less orders the attachments of a notice: by number, those without one behind them by name.
func Less(a, b string) int {
	x, y := Parse(a), Parse(b)
	switch {
	case x.Number != y.Number && (x.Number == 0 || y.Number == 0):
		return y.Number - x.Number
	case x.Number != y.Number:
		return x.Number - y.Number
	case x.Sub != y.Sub:
		return x.Sub - y.Sub
	}
	return strings.Compare(a, b)
}

// PageFolder reports whether a folder holds the pictures and scripts of a page that was saved beside it: page.html and
// page_files or page.files. files are the names in the folder above.
func PageFolder(folder string, files []string) bool {
	for _, ending := range []string{"_files", ".files", "_文件"} {
		stem, ok := strings.CutSuffix(folder, ending)
		if !ok || stem == "" {
			continue
		}
		for _, f := range files {
			if ext := strings.ToLower(path.Ext(f)); (ext == ".html" || ext == ".htm") && f[:len(f)-len(ext)] == stem {
				return true
			}
		}
	}
	return false
}
