package amount

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// scan lexes a sentence as the binder does.
func scan(text string) *lex.Stream {
	runes := source.FoldRunes(nil, []rune(text))
	return lex.Scan(runes, []block.Range{{Start: 0, End: len(runes)}})
}

// scanCut is scan of two paragraphs, the first of cut runes.
func scanCut(text string, cut int) *lex.Stream {
	runes := source.FoldRunes(nil, []rune(text))
	cut = min(max(cut, 0), len(runes))
	return lex.Scan(runes, []block.Range{{Start: 0, End: cut}, {Start: cut, End: len(runes)}})
}

// TestParagraphEndsAnywhere: a time that a paragraph's end divides is no reason to lose what
// stands behind it.
func TestParagraphEndsAnywhere(t *testing.T) {
	for _, text := range []string{"提供{every R/P1Y|每年}不超过28天的短期照护服务。", "由每人{every R/P1M|每月}90元提高至110元", "{|2020年}1%升至4%"} {
		plain, ctx := marked(text)
		for cut := range plain.Len() + 1 {
			s := scanCut(plain.String(0, plain.Len()), cut)
			whole := cut == 0 || cut == plain.Len()
			if got := Find(s, 0, s.Len(), ctx, true); whole && len(got) != 1 {
				t.Errorf("%s gave %d targets", text, len(got))
			}
		}
	}
}

// marked lexes a sentence in which times stand as {relation value|text}: {by
// ../2025-12-31|2025年底前}; {|text} is a time that is no deadline, {*|text} one whose
// number is free. 《》 are masked.
func marked(text string) (*lex.Stream, Context) {
	var ctx Context
	var plain strings.Builder
	n := 0
	for text != "" {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			open = len(text)
		}
		plain.WriteString(text[:open])
		n += len([]rune(text[:open]))
		if text = text[open:]; text == "" {
			break
		}
		inner, rest, _ := strings.Cut(text[1:], "}")
		head, phrase, _ := strings.Cut(inner, "|")
		relation, value, _ := strings.Cut(head, " ")
		w := When{Start: n, End: n + len([]rune(phrase)), Value: value, Readable: relation == "*"}
		if relation != "*" {
			w.Relation = schema.Relation(relation)
		}
		ctx.Times = append(ctx.Times, w)
		plain.WriteString(phrase)
		n, text = w.End, rest
	}
	s := scan(plain.String())
	for i := 0; i < s.Len(); i++ {
		if s.Runes[i] != '《' {
			continue
		}
		for j := i; j < s.Len(); j++ {
			if s.Runes[j] == '》' {
				s.Mask(i, j+1)
				break
			}
		}
	}
	return s, ctx
}

// show writes a target as the table does: >=50 人次 per=年 when=2024 outcome @培训护理员.
func show(s *lex.Stream, t Target) string {
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	out := string(t.Op) + number(t.Value)
	if t.HasMax {
		out += "-" + number(t.Max)
	}
	out += " " + t.Unit
	if t.Per != "" {
		out += " per=" + t.Per
	}
	if t.When != "" {
		out += " when=" + t.When
	}
	return out + " " + string(t.Type) + " @" + s.String(t.IndicatorStart, t.IndicatorEnd)
}

// TestSentences reads testdata/sentences.tsv: a sentence, a tab, its targets.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		text, want, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("no tab in %q", line)
		}
		s, ctx := marked(text)
		var got []string
		for _, g := range Find(s, 0, s.Len(), ctx, false) {
			got = append(got, show(s, g))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n got  %s\n want %s", text, strings.Join(got, "; "), want)
		}
		n++
	}
	if n < 200 {
		t.Errorf("%d sentences are too few", n)
	}
}
