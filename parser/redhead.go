package parser

import (
	"regexp"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/block"
)

// redHead are the elements that GB/T 9704-2012, clause 7.2, puts above the line of a
// letterhead, alone or several in a line: 份号, 密级和保密期限, 紧急程度, 签发人.
var redHead = []struct {
	name    string
	pattern *regexp.Regexp
}{
	{"份号", regexp.MustCompile(`^(0\d{5})$`)},
	{"密级", regexp.MustCompile(`^((?:绝密|机密|秘密)(?:★(?:\d{1,2}(?:年|个月)|长期)?)?)$`)},
	{"紧急程度", regexp.MustCompile(`^(特提|特急|加急|平急)$`)},
	{"签发人", regexp.MustCompile(`^签发人:(\p{Han}{2,4})$`)},
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
		for n+1 < len(words) && s.d.Folded[w.End-1] == ':' {
			n++
			w.End = words[n].End // 签发人: 李四
		}
		text := string(squeeze(s.d.Folded[w.Start:w.End], keyLimit))
		known := false
		for _, row := range redHead {
			if m := row.pattern.FindStringSubmatch(text); m != nil {
				found, known = append(found, element{row.name, block.Range{Start: w.End - len([]rune(m[1])), End: w.End}}), true
			}
		}
		if !known && numberPattern.MatchString(text) {
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

// words are the stretches of a range between white space.
func (s *structure) words(r block.Range) []block.Range {
	var out []block.Range
	for i := r.Start; i < r.End; {
		if isBlank(s.d.Folded[i]) {
			i++
			continue
		}
		j := i
		for j < r.End && !isBlank(s.d.Folded[j]) {
			j++
		}
		out = append(out, block.Range{Start: i, End: j})
		i = j
	}
	return out
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
