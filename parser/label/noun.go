package label

import "strings"

// nouns end the words that carry a running number at the head of a line: 任务一：, 专项行动2、,
// 路径举措1：. A paper's own parts, 附件1, 表2, 图3, 步骤1, are none.
var nouns = []string{"任务", "行动", "工程", "赛道", "举措", "措施", "方向", "路径", "专项", "板块", "场景", "抓手", "计划", "项目"}

// boxWord heads a box beside the text.
const boxWord = "专栏"

// maxNoun bounds the word before the number in code points: 重点专项行动.
const maxNoun = 6

// NounAt reads a noun with a running number that begins at i, the head of a line: 任务一：,
// 工程三、, 专栏1 …. A Noun is doubtful: only two in sequence are labels.
func NounAt(text []rune, i, end int) (Marker, bool) {
	at := i
	for at < end && at-i < maxNoun && (isHan(text[at]) || at > i && text[at] == '/') {
		at++
		begin := skipBlank(text, at, end)
		n, stop := Number(text, begin, end)
		if n == 0 || n > 99 {
			continue
		}
		word := string(text[i:at])
		if word == boxWord {
			return box(text, i, stop, end, n), true
		}
		if !endsInNoun(word) || stop >= end {
			return Marker{}, false
		}
		j := skipBlank(text, stop, end)
		if j >= end || !strings.ContainsRune(":、.—-", text[j]) && (j == stop || !isHan(text[j])) {
			return Marker{}, false
		}
		m := build(text, i, stop, j, Noun, n)
		if !isHan(text[j]) {
			m.End = j + 1
		}
		m.Word, m.Doubtful = word, true
		return m, true
	}
	return Marker{}, false
}

func endsInNoun(word string) bool {
	for _, n := range nouns {
		if strings.HasSuffix(word, n) {
			return true
		}
	}
	return false
}

func box(text []rune, i, stop, end, n int) Marker {
	m := build(text, i, stop, stop, Box, n)
	m.Word = boxWord
	if j := skipBlank(text, stop, end); j < end && strings.ContainsRune(":、.—-", text[j]) {
		m.End = j + 1
	}
	return m
}
