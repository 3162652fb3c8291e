package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// saying is a time or an amount as a task words it, with the value that it has.
type saying struct {
	words []word
	value string
}

// sayings returns how a task words its times and amounts, the longest first. What has two values (6月底前 in two years) is none.
func sayings(t *schema.Task) (out []saying) {
	add := func(text, value string) {
		if w := phrase(joined(text)); len(w) > 0 {
			out = append(out, saying{w, value})
		}
	}
	for _, d := range t.Deadlines {
		add(d.Text, timeKey(d))
	}
	for _, g := range t.Targets {
		add(g.Text, amount(g)+" "+measure(g)+" "+beside(g))
	}
	slices.SortStableFunc(out, func(a, b saying) int { return cmp.Compare(len(b.words), len(a.words)) })
	return slices.DeleteFunc(out, func(s saying) bool {
		return slices.ContainsFunc(out, func(o saying) bool { return o.value != s.value && slices.EqualFunc(o.words, s.words, sameWord) })
	})
}

// joined is a text on one line: values have line breaks that texts of tasks have not (到202⏎5年底).
func joined(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimSpace(line))
	}
	return b.String()
}

// beside is what a target's text says beside its number and unit: 最高补贴 of 最高补贴3000元.
func beside(t schema.Target) string {
	text, unit := keys(phrase(t.Text)), keys(phrase(t.Unit))
	at := strings.LastIndex(text, unit)
	if unit == "" || at < 0 {
		return text
	}
	return strings.TrimRight(text[:at], "0123456789.〇零一二两三四五六七八九十百千万亿") + " " + text[at+len(unit):]
}

// equalled makes one word of each time and amount that both tasks have, whatever words they have for it.
func equalled(old, new *schema.Task) (ofOld, ofNew func([]word) []word) {
	a, b := sayings(old), sayings(new)
	common := func(list, other []saying) func([]word) []word {
		list = slices.DeleteFunc(slices.Clone(list), func(s saying) bool {
			return !slices.ContainsFunc(other, func(o saying) bool { return o.value == s.value })
		})
		return func(w []word) []word { return valued(w, list) }
	}
	return common(a, b), common(b, a)
}

// valued makes one word of each saying in a text.
func valued(text []word, list []saying) (out []word) {
	for len(text) > 0 {
		n, key := 1, text[0].key
		for _, s := range list {
			if len(s.words) <= len(text) && slices.EqualFunc(s.words, text[:len(s.words)], sameWord) {
				n, key = len(s.words), s.value
				break
			}
		}
		out = append(out, word{key, join(text[:n])})
		text = text[n:]
	}
	return out
}
