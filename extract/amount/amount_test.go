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

// TestIndicatorBeginsWithAWord: what is measured begins behind the verb that equips, never inside a word (从事 is no 从), and behind 标准 where something is done by it.
func TestIndicatorBeginsWithAWord(t *testing.T) {
	for text, want := range map[string]string{
		"从事评估的机构须有专职评估师3人以上。": "专职评估师",
		"从事评估的机构不少于3家。":       "从事评估的机构",
		"重点应用场所监控覆盖率达到95%。":   "重点应用场所监控覆盖率",
		"重点培育企业3家。":           "企业",
		"重点在河湖新建泊位30个。":       "泊位",
		"按每平方米15元标准计入土地成本。":   "土地成本",
		"按每平方米15元的标准计入土地成本。":  "土地成本",
		"按每平方米15元标准缴纳保证金。":    "缴纳保证金",
		"新建标准厂房3栋。":           "标准厂房",
		"新建泵站3座并投入使用。":        "泵站",
		"培育3家并购企业。":           "并购企业",
		"建设3个标准化厂房。":          "标准化厂房",
	} {
		s, ctx := marked(text)
		got := Find(s, 0, s.Len(), ctx, true)
		if len(got) != 1 || s.String(got[0].IndicatorStart, got[0].IndicatorEnd) != want {
			t.Errorf("%s: %+v, want one target of %s", text, got, want)
		}
	}
}

// TestBaseGoesOn: what each is goes on along a list, but a ratio to so many people not to what is built beside it.
func TestBaseGoesOn(t *testing.T) {
	for text, want := range map[string]string{
		"每千名老年人配备社工1名，建成基地10个。": "千名老年人",
		"每千名老年人配备社工1名、护理员2名。":   "千名老年人 千名老年人",
		"每万人口拥有床位5张，配备医师3名。":    "万人口 万人口",
		"每年培训100人，新建床位500张。":    "年 年",
	} {
		s, ctx := marked(text)
		var got []string
		for _, target := range Find(s, 0, s.Len(), ctx, true) {
			got = append(got, target.Per)
		}
		if strings.TrimSpace(strings.Join(got, " ")) != want {
			t.Errorf("%s: per %q, want %q", text, got, want)
		}
	}
}

// TestTraits: what those who are meant have is no target, a share of them is; one clause may go on in the next. As many
// kinds as are spelled out are none.
func TestTraits(t *testing.T) {
	for text, want := range map[string]string{
		"将研发投入占比不低于3%的企业纳入名单。":                "",
		"对年营业收入超过1亿元,研发投入占比不低于3%的企业给予10万元奖励。": "10万元",
		"支持年营业收入超过1亿元,且研发投入占比不低于3%的企业上市。":     "",
		"实现不低于60%的养老机构开展服务。":                  "不低于60%",
		"护理型床位占比不低于60%,养老机构达到5家。":             "不低于60% 5家",
	} {
		s, ctx := marked(text)
		var got []string
		for _, f := range Find(s, 0, s.Len(), ctx, true) {
			got = append(got, s.String(f.Start, f.End))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", text, got, want)
		}
	}
}
