package label_test

import (
	"testing"

	"github.com/policyx/policyx/parser/label"
)

// labels are wordings with the label that begins them, and near misses, which have none.
var labels = []struct {
	text  string
	kind  label.Kind
	name  string
	doubt bool
}{
	{"一、重点任务", label.Section, "一", false},
	{"九十九、收尾", label.Section, "九十九", false},
	{"一百、收尾", label.Section, "一百", false},
	{"一百零一、收尾", label.Section, "一百零一", false},
	{"九百九十九、收尾", label.Section, "九百九十九", false},
	{"一千、收尾", label.None, "", false},
	{"一二、收尾", label.None, "", false},
	{"一,重点任务", label.Section, "一", true},
	{"一体推进", label.None, "", false},
	{"(一)重点", label.Clause, "一", false},
	{"(一百)重点", label.Clause, "一百", false},
	{"(一般)重点", label.None, "", false},
	{"第一百条 本市", label.Article, "第一百条", false},
	{"第 三 条 本市", label.Article, "第三条", false},
	{"第一编 总则", label.Volume, "第一编", false},
	{"第二章 总则", label.Chapter, "第二章", false},
	{"第二节 程序", label.Division, "第二节", false},
	{"第一部分 背景", label.Chapter, "第一部分", false},
	{"第一,抓好", label.Ordinal, "第一", false},
	{"第一批试点", label.None, "", false},
	{"1.建设平台", label.Numeral, "1", false},
	{"200.建设平台", label.Numeral, "200", false},
	{"999.建设平台", label.Numeral, "999", false},
	{"2025.建设平台", label.None, "", false},
	{"1.2025年底前", label.Numeral, "1", false},
	{"1、2025年底前", label.Numeral, "1", false},
	{"11。乙局", label.Numeral, "11", true},
	{"3 预警", label.Numeral, "3", true},
	{"50、30万元", label.Numeral, "50", true},
	{"1.1 汛前检查", label.Decimal, "1.1", true},
	{"1.1.2汛前检查", label.Decimal, "1.1.2", true},
	{"1.5%的增长", label.None, "", false},
	{"1)申请", label.Bracket, "1", false},
	{"(1)申请", label.Bracket, "1", false},
	{"①申请", label.Circle, "①", false},
	{"★3.建设", label.Numeral, "3", false},
	{"★★★景区", label.None, "", false},
}

func TestAt(t *testing.T) {
	for _, c := range labels {
		text := []rune(c.text)
		m, ok := label.At(text, 0, len(text))
		if !ok {
			m = label.Marker{}
		}
		if m.Kind != c.kind || ok && (m.Label != c.name || m.Doubtful != c.doubt) {
			t.Errorf("%s: %+v, want kind %d %q doubtful %v", c.text, m, c.kind, c.name, c.doubt)
		}
	}
}

func TestNounAt(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  label.Kind
		label string
	}{
		{"任务一:建设平台", label.Noun, "任务一"},
		{"行动2:建设平台", label.Noun, "行动2"},
		{"工程三、建设平台", label.Noun, "工程三"},
		{"路径举措1:建设平台", label.Noun, "路径举措1"},
		{"方向/赛道二:智能驾驶", label.Noun, "方向/赛道二"},
		{"专项行动1 建设平台", label.Noun, "专项行动1"},
		{"专栏1 重点工程", label.Box, "专栏1"},
		{"专栏 12:重点工程", label.Box, "专栏12"},
		{"附件1:名单", label.None, ""},
		{"表1 指标", label.None, ""},
		{"任务3个月完成", label.None, ""},
		{"任务一律完成", label.None, ""},
		{"行动计划2025年完成", label.None, ""},
	} {
		text := []rune(c.text)
		m, ok := label.NounAt(text, 0, len(text))
		if !ok {
			m = label.Marker{}
		}
		if m.Kind != c.kind || m.Label != c.label {
			t.Errorf("%s: %+v, want kind %d %q", c.text, m, c.kind, c.label)
		}
	}
}

// FuzzAt holds that labels lie in the text, begin where they were asked for and have a
// number.
func FuzzAt(f *testing.F) {
	for _, c := range labels {
		f.Add(c.text, 0)
	}
	f.Fuzz(func(t *testing.T, s string, i int) {
		text := []rune(s)
		if i < 0 || i > len(text) {
			return
		}
		for _, read := range []func([]rune, int, int) (label.Marker, bool){label.At, label.NounAt} {
			m, ok := read(text, i, len(text))
			if !ok {
				continue
			}
			if m.Start != i || m.End <= i || m.End > len(text) || m.Number < 1 || m.Number > label.Max || m.Label == "" {
				t.Errorf("%q at %d: %+v", s, i, m)
			}
		}
	})
}
