package head

import (
	"strings"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// namedPlace returns the division of the notice's level that its text names most often,
// with the city before a county; "" where it names none.
func (x *reader) namedPlace(level schema.Level) (string, *schema.Span) {
	if level != schema.LevelCounty && level != schema.LevelCity && level != schema.LevelProvince {
		return "", nil
	}
	s := x.stream
	count := map[string]int{}
	at := map[string]block.Range{}
	best, fresh := "", false
	for i := 0; i+2 < s.Len(); i++ {
		if !source.IsHan(s.Runes[i]) {
			continue
		}
		n, found := x.opts.Places.Prefix(s.Runes[i:min(i+15, s.Len())])
		if n < 3 || len(found) != 1 || found[0].Level != level || found[0].Name != s.String(i, i+n) {
			continue
		}
		name := x.opts.Places.Path(found[0])
		fresh = fresh || x.freshAt(i)
		if count[name]++; count[name] == 1 {
			at[name] = s.Range(i, i+n)
		}
		if count[name] > count[best] {
			best = name
		}
		i += n - 1
	}
	if best == "" {
		return x.shortPlace(level)
	}
	if count[best] == 1 && !fresh {
		return "", nil // once, it may only seem to stand there: 建成都市圈
	}
	return best, x.spanOf(at[best])
}

// freshAt reports whether a word can begin at rune i of the stream.
func (x *reader) freshAt(i int) bool {
	s := x.stream
	return i == 0 || s.Gap(i) != lex.NoGap || !source.IsHan(s.Runes[i-1]) && s.Runes[i-1] != '、' || strings.ContainsRune("在为对于与和从由至及省是按以据经本全年", s.Runes[i-1])
}

// shortPlace returns the division of a level that the text names by its short name behind a word
// for where something is (在云溪缴纳), twice at least and no other; "" for none.
func (x *reader) shortPlace(level schema.Level) (string, *schema.Span) {
	s := x.stream
	name, count := "", 0
	var at block.Range
	for i := 1; i+2 < s.Len(); i++ {
		if !strings.ContainsRune("在驻来", s.Runes[i-1]) || !source.IsHan(s.Runes[i]) {
			continue
		}
		n, found := x.opts.Places.Prefix(s.Runes[i:min(i+15, s.Len())])
		if n < 2 || found[0].Level != level {
			continue
		}
		if name != "" && found[0].Name != name {
			return "", nil
		}
		if name, count = found[0].Name, count+1; count == 1 {
			at = s.Range(i, i+n)
		}
	}
	if count < 2 {
		return "", nil
	}
	return name, x.spanOf(at)
}
