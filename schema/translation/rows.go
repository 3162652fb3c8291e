package translation

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	xmessage "golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

//go:embed zh.tsv
var tsv string

// row is a format in both languages.
type row struct {
	english, chinese string
	parts            []string // what stands before, between and behind the values of the English format
	verbs            string   // those of the values, a letter each
	literal          int      // letters in parts
}

// book is the catalogue of a language.
type book struct {
	rows     []*row
	byFormat map[string]*row
	printer  *xmessage.Printer
}

func (b book) print(format string, values []any) string { return b.printer.Sprintf(format, values...) }

var chinese = sync.OnceValue(func() book {
	b := book{byFormat: map[string]*row{}}
	cat := catalog.NewBuilder(catalog.Fallback(language.Chinese))
	for _, r := range read(tsv) {
		b.rows = append(b.rows, r)
		b.byFormat[r.english] = r
		if err := cat.SetString(language.Chinese, r.english, r.chinese); err != nil {
			panic(err) // TestRows sets them all
		}
	}
	b.printer = xmessage.NewPrinter(language.Chinese, xmessage.Catalog(cat))
	return b
})

// read reads the rows of a table; # begins a comment.
func read(tsv string) (rows []*row) {
	unescape := strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\\`, `\`)
	for line := range strings.Lines(tsv) {
		english, chinese, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		r := &row{english: unescape.Replace(english), chinese: unescape.Replace(chinese)}
		r.parts, r.verbs = split(r.english)
		for _, p := range r.parts {
			r.literal += strings.Count(strings.Map(letter, p), "x")
		}
		rows = append(rows, r)
	}
	return rows
}

func letter(r rune) rune {
	if unicode.IsLetter(r) {
		return 'x'
	}
	return -1
}

// split cuts a format at its verbs; %% is a sign of the text.
func split(format string) (parts []string, verbs string) {
	parts = []string{""}
	for {
		before, behind, ok := strings.Cut(format, "%")
		parts[len(parts)-1] += before
		if !ok {
			return parts, verbs
		}
		if rest, percent := strings.CutPrefix(behind, "%"); percent {
			parts[len(parts)-1] += "%"
			format = rest
			continue
		}
		end := strings.IndexFunc(behind, unicode.IsLetter)
		if end < 0 {
			parts[len(parts)-1] += "%" + behind
			return parts, verbs
		}
		verbs += behind[end : end+1]
		format = behind[end+1:]
		parts = append(parts, "")
	}
}

// with is the English text with values.
func (r *row) with(values []string) string {
	var b strings.Builder
	for i, p := range r.parts {
		b.WriteString(p)
		if i < len(values) {
			b.WriteString(values[i])
		}
	}
	return b.String()
}

// leastLiteral is how many letters of its own a format has at least that a text is taken to fit.
const leastLiteral = 5

// match returns the values with which the format gives text.
func (r *row) match(text string) (values []string, ok bool) {
	last := len(r.parts) - 1
	if last == 0 || r.literal < leastLiteral {
		return nil, false
	}
	text, ok = strings.CutPrefix(text, r.parts[0])
	if !ok {
		return nil, false
	}
	for _, p := range r.parts[1:last] {
		before, behind, found := strings.Cut(text, p)
		if !found || p == "" {
			return nil, false
		}
		values, text = append(values, before), behind
	}
	text, ok = strings.CutSuffix(text, r.parts[last])
	values = append(values, text)
	for i, v := range values {
		ok = ok && (r.verbs[i] != 'd' || v != "" && strings.Trim(v, "0123456789") == "")
	}
	return values, ok
}
