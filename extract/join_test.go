package extract

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestJoinedText holds that a break which was taken to be none is said where a value holds it, once a kind, and a
// line that the width of the page ends is none.
func TestJoinedText(t *testing.T) {
	filled := "1.事项甲。" + strings.Repeat("扎实推进改造，按照分工抓好落实，", 8)
	wrapped := wrap(filled+strings.Repeat("甲", 78-utf8.RuneCountInString(filled)%40)+"新建小区120个。"+strings.Repeat("认真组织，", 30)+"抓好落实。", 40)
	for _, c := range []struct {
		name, item string
		want       []string
	}{
		{"number", "1.事项甲。扎实推进改造。新建小区12\n0个。", []string{"The number 120个 is read as if nothing broke it."}},
		{"numerals", "1.事项甲。扎实推进改造。新建高标准农田二\n十万亩。", []string{"The number 二十万亩 is read as if nothing broke it."}},
		{"a kind once", "1.事项甲。扎实推进改造。新建小区12\n0个。新建公园13\n0个。", []string{"The number 120个 is read as if nothing broke it."}},
		{"date", "1.事项甲。扎实推进改造。到2025年12\n月底前完成改造。", []string{"The date 到2025年12月底前 is read as if nothing broke it."}},
		{"name", "1.事项甲。扎实推进改造。由市财政局、市科\n技局牵头落实。", []string{"The name 市科技局 is read as if nothing broke it."}},
		{"space", "1.事项甲。扎实推进改造，间距不小于1. 5米。", []string{"The number 不小于1. 5米 is read as if nothing broke it."}},
		{"no value holds it", "1.事项甲。扎实推进改\n造。新建小区120个。", nil},
		{"an open bracket", "1.事项甲。新建小区120个。（市财\n政局负责）", nil},
		{"the width of the page", wrapped, nil},
		{"space before the unit", "1.事项甲。新建小区120 个，2025 年完成。", nil},
	} {
		doc, err := parser.Parse(c.name, []byte(joinHead+c.item+"\n2.事项乙。抓好落实。\n"), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n, err := Extract(doc, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range n.Diagnostics {
			if d.Code == schema.JoinedText {
				got = append(got, d.Message)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// wrap breaks a text into lines of n characters.
func wrap(text string, n int) string {
	var b strings.Builder
	for i, r := range []rune(text) {
		if i > 0 && i%n == 0 {
			b.WriteByte('\n')
		}
		b.WriteRune(r)
	}
	return b.String()
}

const joinHead = "云溪市人民政府关于推进重点工作的通知\n\n各有关单位：\n\n一、重点任务\n"
