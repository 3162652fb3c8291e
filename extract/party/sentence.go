package party

import "github.com/policyx/policyx/parser/lexicon"

// isPerson reports whether a text names persons, who are no departments: 分管副市长.
func (w *Words) isPerson(text []rune) bool {
	n, _ := w.persons.Suffix(text)
	return n > 0
}

// verbFirst reports whether a text that is no known name begins with a verb of work, as a
// title does and a name does not: 培育企业, 重视培育大集团.
func (w *walker) verbFirst(text []rune) bool {
	if n, _ := w.own.Prefix(text); n > 2 || w.known(w.noteless(text)) {
		return false // 开发银行
	}
	if n, tag := w.roles.Prefix(text); tag == "adverb" {
		text = text[n:] // 积极培育
	}
	for _, verbs := range []*lexicon.Set{w.acts, w.works} {
		if n, _ := verbs.Prefix(text); n > 1 && n < len(text) {
			if m, _ := w.stems.Prefix(text); m < n+1 {
				return true
			}
		}
	}
	return false
}

// hasYear reports whether a year stands in a text: 教育部2020年部署.
func hasYear(text []rune) bool {
	for i := 4; i < len(text); i++ {
		if text[i] == '年' && isDigit(text[i-1]) && isDigit(text[i-2]) && isDigit(text[i-3]) && isDigit(text[i-4]) {
			return true
		}
	}
	return false
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// isSaying reports whether a rune stands in sentences and in no name of a body.
func isSaying(c rune) bool {
	switch c {
	case '按', '的', '是', '将', '把', '被', '由':
		return true
	}
	return false
}

// isSentence is isSaying for what no lexicon knows.
func isSentence(c rune) bool {
	switch c {
	case '了', '要', '等', '为', '，', '。':
		return true
	}
	return isDigit(c) || isSaying(c)
}

// sentence reports whether a text has a verb of tasks in it and is no name.
func (w *walker) sentence(text []rune) bool {
	for i := range text {
		if n, _ := w.dutyVerbs.Prefix(text[i:]); n > 0 {
			return true
		}
	}
	return false
}
