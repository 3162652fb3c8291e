package clause

import (
	"slices"
	"strings"
	"testing"
)

// read returns the shape of a text in which ^ stands before the rune that is asked for, / between paragraphs.
func read(marked string) (e *Edges, text string, at int) {
	var out []rune
	var paragraphs []int32
	for _, r := range marked {
		switch r {
		case '^':
			at = len(out)
		case '/':
			paragraphs = append(paragraphs, int32(len(out)))
		default:
			out = append(out, r)
		}
	}
	paragraphs = slices.DeleteFunc(slices.Compact(paragraphs), func(at int32) bool { return at == 0 || int(at) == len(out) })
	edges := Read(out, paragraphs)
	return &edges, string(out), at
}

func TestClauses(t *testing.T) {
	far := strings.Repeat("长", maxNote)
	for _, c := range []struct{ text, clause, sentence string }{
		{"新建站点,补贴^50万元。", "补贴50万元", "新建站点,补贴50万元。"},
		{"完成。补贴(含税,下同)^50万元;验收", "补贴(含税,下同)50万元", "补贴(含税,下同)50万元;验收"},
		{"奖励(最高^50万元,一次)金", "最高50万元", "奖励(最高50万元,一次)金"},
		{"落实“一,二”^3项", "落实“一,二”3项", "落实“一,二”3项"},
		{"按《甲:乙。丙》^3条", "按《甲:乙。丙》3条", "按《甲:乙。丙》3条"},
		{"按《甲:^乙", "乙", "按《甲:乙"},
		{"甲,(乙。丙)^丁。", "(乙。丙)丁", "甲,(乙。丙)丁。"},
		{"到2025年,/^建成", "建成", "到2025年,建成"},
		{"名称|^数量|单位", "数量", "名称|数量|单位"},
		{"【支持】^补贴】", "补贴", "【支持】补贴】"},
		{"?^为推动", "为推动", "?为推动"},
		{"甲,(" + far + ",乙)^丙", "乙", "甲,(" + far + ",乙)丙"},
	} {
		e, text, at := read(c.text)
		runes := []rune(text)
		got := string(runes[e.Left(at):max(e.Right(at), at)])
		if !strings.HasPrefix(got, c.clause) {
			t.Errorf("%s: the clause is %q, want %q", c.text, got, c.clause)
		}
		end := at + 1
		for end < len(runes) && e.Sentence(end) == e.Sentence(at) {
			end++
		}
		if s := string(runes[e.Sentence(at):end]); s != c.sentence {
			t.Errorf("%s: the sentence is %q, want %q", c.text, s, c.sentence)
		}
	}
}

func TestPartners(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"^(a)", 2}, {"^(a】", 2}, {"^((a)", -1}, {"(^(a)", 3}, {"a^)", -1}, {"(a^)", 0}, {"^<55)", -1}, {"^甲", -1},
		{"^《甲<乙>丙》", 6}, {"^《甲/乙》", -1}, {"^《甲《乙》", -1}, {"《甲^《乙》", 4}, {"^(甲/乙)", 3},
		{"^《" + strings.Repeat("长", maxTitle) + "》", -1}, {"^《" + strings.Repeat("长", maxFullStop) + "。》", -1},
	} {
		if e, _, at := read(c.text); e.Partner(at) != c.want {
			t.Errorf("%s: the partner stands at %d, want %d", c.text, e.Partner(at), c.want)
		}
	}
}

func TestQuotesAreShort(t *testing.T) {
	for text, want := range map[string]bool{"“六个^100”": true, "六个^100”": false, "“六个^100": false, "“" + strings.Repeat("长", maxQuote) + "^”": false} {
		if e, _, at := read(text); e.Quoted(at) != want {
			t.Errorf("%s: quoted is %v", text, !want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("甲,(乙。丙)丁/。“戊”《己》【庚】")
	f.Fuzz(func(t *testing.T, marked string) {
		e, text, _ := read(marked)
		n := len([]rune(text))
		for i := range n {
			j := e.Partner(i)
			if e.Left(i) > i || e.Right(i) < i || e.Right(i) > n || e.Sentence(i) > i || e.Paragraph(i) > i || j >= 0 && e.Partner(j) != i {
				t.Fatalf("%q at %d", text, i)
			}
		}
	})
}
