package amount

import (
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// tidy takes off a phrase what the text around it left on it: a label (1., (二)), one
// half of a pair of brackets, a joiner.
func (p *passage) tidy(a stretch) stretch {
	i := a.start
	for i < a.end && isDigit(p.s.Runes[i]) {
		i++
	}
	if i > a.start && i < a.end && strings.ContainsRune(".、", p.s.Runes[i]) {
		a.start = i + 1
	}
	if end := p.closeBracket(a.start); !a.empty() && p.s.Runes[a.start] == '(' && end > a.start && end < a.end {
		if _, verb := lexicon.Verbs().Lookup(p.s.Runes[a.start+1 : end]); verb || end-a.start <= 3 { // 新建(改扩建)幼儿园
			a.start = end + 1
		}
	}
	a = p.balance(a, '(', ')')
	a = p.balance(a, '“', '”')
	for p.beginsAny(a.start, "或者", "以及", "其中", "或") && a.end > a.start+2 {
		a.start++
		if strings.ContainsRune("者及中", p.s.Runes[a.start]) {
			a.start++
		}
	}
	return p.trim(a)
}

// balance cuts a phrase at a bracket that has no partner in it: what stands behind a
// closing one, or before an opening one, is left.
func (p *passage) balance(a stretch, opening, closing rune) stretch {
	open := -1
	for i := a.start; i < a.end; i++ {
		switch p.s.Runes[i] {
		case opening:
			if open < 0 {
				open = i
			}
		case closing:
			if open < 0 {
				a.start = i + 1
			}
			open = -1
		}
	}
	switch {
	case open > a.start:
		a.end = open
	case open == a.start && open >= 0:
		a.start++
	}
	return a
}

// isMean reports whether runes i to j, behind 年均, name what has a mean: 年均浓度.
func (p *passage) isMean(i, j int) bool {
	n, _ := lexicon.Means().Prefix(p.s.Runes[min(i, j):j])
	return n > 0
}

// trimLinks takes the words between what is measured and its number off the end.
func (p *passage) trimLinks(a stretch) (stretch, bool) {
	reached := false
	for !a.empty() {
		if strings.ContainsRune("、,和及与或以:", p.s.Runes[a.end-1]) {
			a.end--
			continue
		}
		if i := p.onGround(a); i > a.start {
			a.end = i
			continue
		}
		if a.end-a.start == 1 && p.s.Runes[a.start] == '计' {
			a.end-- // 每人每餐计1次
			break
		}
		if i := p.sinceWhen(a); i > a.start {
			a.end = i
			continue
		}
		n, tag := lexicon.Links().Suffix(p.s.Runes[a.start:a.end])
		if n == 0 || p.s.Masked(a.end-1, a.end) || p.inQuotes(a.end-1) {
			break
		}
		a.end -= n
		reached = reached || tag == "reach"
	}
	return p.trim(a), reached
}

// onGround returns the place of 在 in a phrase that ends in 在原有基础上, or 0.
func (p *passage) onGround(a stretch) int {
	if a.end-a.start < 5 || !p.s.Has(a.end-3, "基础上") {
		return 0
	}
	for i := a.end - 4; i >= max(a.start, a.end-16); i-- {
		if p.s.Runes[i] == '在' {
			return i
		}
	}
	return 0
}

// sinceWhen returns the place of 自 in a phrase that ends in 自…之日起, or 0.
func (p *passage) sinceWhen(a stretch) int {
	if a.end-a.start < 6 || !p.s.Has(a.end-3, "之日起") {
		return 0
	}
	for i := a.end - 4; i >= max(a.start, a.end-24); i-- {
		if p.s.Runes[i] == '自' && !p.isWhole(i) {
			return i
		}
	}
	return 0
}

// isCompound reports whether runes i to j are one of the quantities that a verb before
// belongs to.
func (p *passage) isCompound(i, j int) bool {
	return j-i == 2 && p.begins(i, lexicon.Compounds())
}

// trim takes joiners and marks off both ends.
func (p *passage) trim(a stretch) stretch {
	for !a.empty() && strings.ContainsRune("、,;:的和及与或以", p.s.Runes[a.start]) && !p.s.Has(a.start, "以工代赈") {
		if a.start++; p.s.Runes[a.start-1] == '或' && !a.empty() && p.s.Runes[a.start] == '者' {
			a.start++
		}
	}
	for !a.empty() && strings.ContainsRune("、,;:。的", p.s.Runes[a.end-1]) && !p.s.Has(a.end-2, "目的") {
		a.end--
	}
	return a
}

// endsInQuantity reports whether a phrase names a quantity.
func (p *passage) endsInQuantity(a stretch) bool {
	n, _ := lexicon.Quantities().Suffix(p.s.Runes[a.start:a.end])
	return n > 0
}

// quantityPhrase is a phrase that names a quantity without what leads it in.
func (p *passage) quantityPhrase(a stretch) stretch {
	a = p.ofSingle(p.behindArranging(a))
	for i := a.end - 2; i > a.start; i-- { // 居住区按人均用地
		if p.s.Runes[i] == '按' && !p.inQuotes(i) && !p.isWhole(i) || p.s.Runes[i] == '将' && lead(p.s.Runes[i:a.end]) > 0 && source.IsHan(p.s.Runes[i-1]) && !p.inQuotes(i) && !p.endsAny(i, "即") {
			a.start = i // 经评估可将处方用药量, 鼓励银行将首付比例
			break
		}
	}
	for !a.empty() {
		text := p.s.Runes[a.start:a.end]
		n := lead(text)
		if m, tag := lexicon.Verbs().Prefix(text); m > n && tag != "none" && !strings.HasSuffix(tag, "noun") && tag != "change" && m < len(text) && !strings.ContainsRune("新改扩", text[0]) && !p.s.Has(a.start, "建有") {
			n = m
		}
		if n == 0 || n >= len(text) || p.isCompound(a.start+n, a.end) {
			break
		}
		a.start += n
	}
	return p.trim(a)
}

// ofSingle returns what a single one has or gets, without those that are meant: 单个项目奖励资金 of
// 符合条件的商业步行街单个项目奖励资金.
func (p *passage) ofSingle(a stretch) stretch {
	for i := a.start; i < a.end; i++ {
		if p.beginsAny(i, "单个", "单户", "单家") && !p.inQuotes(i) {
			return stretch{i, a.end}
		}
	}
	return a
}

// noun returns the object of the first verb of work in a phrase, or the phrase.
func (p *passage) noun(a stretch) stretch {
	a = p.ofSingle(p.behindArranging(a))
	for i := a.start; i < a.end; {
		if p.s.Runes[i] == '(' {
			i = p.closeBracket(i) + 1
			continue
		}
		n, tag := lexicon.Verbs().Prefix(p.s.Runes[i:a.end])
		if n >= 2 && i+n < a.end && tag != "none" && !strings.HasSuffix(tag, "noun") && !p.inQuotes(i) && p.s.Runes[i+n] != '的' {
			a.start = i + n
			break
		}
		i++
	}
	for !a.empty() {
		text := p.s.Runes[a.start:a.end]
		n := lead(text)
		if m, tag := lexicon.Verbs().Prefix(text); m > n && m < len(text) && tag != "none" && !(tag == "give noun" && p.endsInFunding(a)) {
			n = m
		}
		if m := p.treasury(a); m > n {
			n = m
		}
		if n >= len(text) || p.isBareVerb(text) {
			return stretch{}
		}
		if n == 0 {
			break
		}
		a.start += n
	}
	return p.behindList(p.trim(a))
}

// lead returns the length of the word at the head of a text that belongs to no indicator.
func lead(text []rune) int {
	n, tag := lexicon.Leads().Prefix(text)
	if tag == "none" || tag == "verb" && !leadsIn(text[n:]) {
		return 0
	}
	return n
}

// leadsIn reports whether a text begins with a verb, or with what leads one in: 重点 before 培育 and before 在 says how, before 场所 which.
func leadsIn(text []rune) bool {
	n, tag := lexicon.Verbs().Prefix(text)
	return n > 1 && tag != "none" || lead(text) > 0
}

// isWhole reports whether a word begins at rune i that only begins like one that leads in: 应用, 可再生.
func (p *passage) isWhole(i int) bool {
	_, tag := p.wordAt(i, lexicon.Leads())
	return tag == "none"
}

// isBareVerb reports whether a text is nothing but a verb that names no work: 安排, 遴选.
func (p *passage) isBareVerb(text []rune) bool {
	tag, ok := lexicon.Verbs().Lookup(text)
	return ok && tag != "none" && (!strings.HasSuffix(tag, "noun") || tag == "equip noun" || string(text) == "投入" || string(text) == "组织")
}

// behindList returns what sums a list up: 展会 of A、B等展会.
func (p *passage) behindList(a stretch) stretch {
	for i := a.end - 3; i > a.start; i-- {
		if p.s.Runes[i] == '等' && !p.inQuotes(i) && !strings.ContainsRune("一二三四特优同平中高低上相", p.s.Runes[i-1]) && strings.ContainsRune(p.s.String(a.start, i), '、') {
			return p.trim(stretch{i + 1, a.end})
		}
	}
	return a
}
