package parser

import (
	"regexp"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/pattern"
)

// redHead are the elements that GB/T 9704-2012, clause 7.2, puts above the line of a
// letterhead, alone or several in a line: 份号, 密级和保密期限, 紧急程度, 签发人.
var redHead = []struct {
	name    string
	pattern func() *regexp.Regexp
}{
	{"份号", pattern.Of(`^(0\d{5})$`)},
	{"密级", pattern.Of(`^((?:绝密|机密|秘密)(?:★(?:\d{1,2}(?:年|个月)|长期)?)?)$`)},
	{"紧急程度", pattern.Of(`^(特提|特急|加急|平急)$`)},
	{"签发人", pattern.Of(`^签发人:(\p{Han}{2,4})$`)},
}

// redLine reports whether the line holds such elements and nothing else but the document
// number, and keeps them.
func (s *structure) redLine(l *line) bool {
	if l.grid != nil || len(l.key) == 0 || len(l.key) > 60 {
		return false
	}
	type element struct {
		name string
		at   block.Range
	}
	var found []element
	var number block.Range
	words := s.words(l.Range)
	for n := 0; n < len(words); n++ {
		w := words[n]
		for n+1 < len(words) && (words[n].Len() == 1 || strings.ContainsRune(":★", s.d.Folded[w.End-1])) {
			n++
			w.End = words[n].End // 签发人: 李 四; 特 急; 秘密★ 1年
		}
		text := string(squeeze(s.d.Folded[w.Start:w.End], keyLimit))
		known := false
		for _, row := range redHead {
			if m := row.pattern().FindStringSubmatch(text); m != nil {
				found, known = append(found, element{row.name, s.lastOf(w, len([]rune(m[1])))}), true
			}
		}
		if !known && numberPattern().MatchString(text) {
			number, known = w, true
		}
		if !known {
			return false
		}
	}
	for _, e := range found {
		if !slices.ContainsFunc(s.d.Head.Fields, func(f block.Field) bool { return f.Name == e.name }) {
			s.d.Head.Fields = append(s.d.Head.Fields, block.Field{Name: e.name, Value: e.at})
		}
	}
	if len(found) > 0 && number.Len() > 0 && s.d.Head.Number.Len() == 0 {
		s.d.Head.Number = number
	}
	return len(found) > 0
}

// lastOf returns where the last n characters of a range stand, white space left out.
func (s *structure) lastOf(r block.Range, n int) block.Range {
	at := r.End
	for ; n > 0; n-- {
		for at--; isBlank(s.d.Folded[at]); at-- {
		}
	}
	return block.Range{Start: at, End: r.End}
}

// words are the stretches of a range between white space.
func (s *structure) words(r block.Range) []block.Range {
	var out []block.Range
	for w := s.word(r.Start, r.End); w.Len() > 0; w = s.word(w.End, r.End) {
		out = append(out, w)
	}
	return out
}

// word is the first of these from i on; empty behind the last.
func (s *structure) word(i, end int) block.Range {
	w := block.Range{Start: skipBlank(s.d.Folded, i, end)}
	for w.End = w.Start; w.End < end && !isBlank(s.d.Folded[w.End]); w.End++ {
	}
	return w
}

// letterhead keeps the organ of a letterhead above the title: 云溪市人民政府文件.
func (s *structure) letterhead(l *line) {
	if organ, ok := strings.CutSuffix(string(l.key), "文件"); ok && l.kind == lineBody && isOrgan(organ) && s.d.Head.Imprint.Len() == 0 {
		s.d.Head.Imprint = block.Range{Start: l.Start, End: s.placeOf(l, len([]rune(organ)))}
	}
}

// imprint reports whether a line right below the title is the organ of a cover page, and
// keeps it.
func (s *structure) imprint(l *line) bool {
	h := &s.d.Head
	if h.Title == nil || len(s.stack) > 0 || len(h.Preamble) > 0 || h.Imprint.Len() > 0 || l.kind != lineBody || len(l.key) > 30 || !isOrgan(string(l.key)) {
		return false
	}
	h.Imprint = l.Range
	return true
}

// promulgation is the line in brackets below the title of a regulation: who put it out by which order, and when.
var promulgation = pattern.Of(`^\(.{0,40}?(\d{4}年\d{1,2}月\d{1,2}日)(\p{Han}{2,20}?)(第\d{1,4}号令|令第?\d{1,4}号)(?:公布|发布)`)

// promulgated reports whether a line is such a one, and keeps the day, the organ and the number:
// (2025年4月27日云溪市人民政府第16号令公布 自2025年7月1日起施行).
func (s *structure) promulgated(l *line) bool {
	h := &s.d.Head
	if l.kind != lineBody || l.key[0] != '(' || h.Date.Len() > 0 || h.Number.Len() > 0 || len(s.stack) > 0 {
		return false
	}
	key := string(l.key)
	m := promulgation().FindStringSubmatchIndex(key)
	if m == nil || !isOrgan(key[m[4]:m[5]]) {
		return false
	}
	at := func(from, to int) block.Range {
		return block.Range{Start: s.placeOf(l, len([]rune(key[:from]))), End: s.placeOf(l, len([]rune(key[:to])))}
	}
	h.Date, h.Number, h.Imprint = at(m[2], m[3]), at(m[4], m[7]), at(m[4], m[5])
	return true
}
