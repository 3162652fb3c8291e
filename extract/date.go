package extract

import (
	"slices"
	"strconv"
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

const iso = "2006-01-02"

func isoDay(s string) (time.Time, error) { return time.Parse(iso, s) }

// dates reads the day of issue and of publication. A day whose 年月日 were lost is
// decided by the other days of the notice.
func (x *extractor) dates(h *parser.Head, m *schema.Metadata) {
	for _, f := range h.Fields {
		if f.Name == "发布日期" && m.Published == "" {
			m.Published, m.Spans.Published = x.day(f.Value, "", "")
		}
	}
	if h.Date.Len() > 0 {
		m.Issued, m.Spans.Issued = x.day(h.Date, x.approved(h), m.Published)
	}
	for _, f := range h.Fields {
		if f.Name == "成文日期" && m.Issued == "" {
			m.Issued, m.Spans.Issued = x.day(f.Value, "", m.Published)
		}
		if f.Name == "施行日期" && m.Effective == "" {
			m.Effective, m.Spans.Effective = x.day(f.Value, "", "")
		}
		if f.Name == "失效日期" && m.Expires == "" {
			m.Expires, m.Spans.Expires = x.day(f.Value, "", "")
		}
	}
	x.issued = familyDate(m.Issued)
	if x.opts.Issued != "" && m.Issued == "" {
		x.issued = familyDate(x.opts.Issued)
	}
	if x.issued.Year == 0 {
		x.issued = familyDate(m.Published)
	}
	if x.issued.Year == 0 {
		x.issued.Year = numberYear(m.DocumentNumber)
	}
}

// approved returns the last day before the signature that the preamble names, as ISO
// day; "" where it names none.
func (x *extractor) approved(h *parser.Head) string {
	last := ""
	for _, r := range h.Preamble {
		s := lex.Scan(x.doc.Folded, []block.Range{r})
		for i := 0; i < s.Len(); i++ {
			t := s.At(i)
			if t == nil || t.Kind != lex.Number {
				continue
			}
			days, end := readDay(s, i)
			if len(days) > 0 && end > t.End || len(days) == 1 {
				last = days[0].Format(iso)
				if s.Runes[t.End-1] != '年' && t.End-t.Start >= 6 {
					x.remark(schema.Info, schema.RepairedDate, s.Range(i, end), "The date lost its marks; it is read as %s.", last)
				}
				i = end - 1
			}
		}
	}
	return last
}

// day reads the day that stands in r: the one reading that lies between two other days
// of the notice, where its marks were lost.
func (x *extractor) day(r block.Range, notBefore, notAfter string) (string, *schema.Span) {
	r = x.withoutTime(r)
	s := lex.Scan(x.doc.Folded, []block.Range{r})
	for i := 0; i < s.Len(); i++ {
		t := s.At(i)
		if t == nil || t.Kind != lex.Number {
			continue
		}
		days, end := readDay(s, i)
		if len(days) == 0 {
			continue
		}
		at := s.Range(i, end)
		var fit []string
		for _, d := range days {
			if day := d.Format(iso); (notBefore == "" || day >= notBefore) && (notAfter == "" || day <= notAfter) {
				fit = append(fit, day)
			}
		}
		if fit == nil {
			fit = []string{days[0].Format(iso)}
		}
		if end > t.End && s.Runes[t.End] == '月' {
			x.remark(schema.Info, schema.RepairedDate, at, "月 stands for 年 behind the year; the date is read as %s.", fit[0])
		}
		if glued(t) {
			x.remark(schema.Info, schema.RepairedDate, at, "The date lost its marks; it is read as %s.", fit[0])
			if len(fit) > 1 {
				x.remark(schema.Warning, schema.AmbiguousDate, at, "The date can be read as %s or %s; the first was taken.", fit[0], fit[1])
			}
		}
		return fit[0], x.spanOf(at)
	}
	return "", nil
}

// withoutTime cuts the time of day off a date's range: 2024-05-06 09:30.
func (x *extractor) withoutTime(r block.Range) block.Range {
	colon := slices.Index(x.doc.Folded[r.Start:r.End], ':')
	if colon < 0 {
		return r
	}
	end := r.Start + colon
	for end > r.Start && x.doc.Folded[end-1] >= '0' && x.doc.Folded[end-1] <= '9' {
		end--
	}
	return block.Range{Start: r.Start, End: end}
}

// glued reports whether a number is a date that lost its 年月日.
func glued(t *lex.Token) bool {
	return t.Form == lex.Digits && t.End-t.Start >= 6 && t.Value >= 190000
}

// readDay returns the days that the number at rune i can begin, likeliest first, and
// the place behind the day: 2023年6月28日, 2023-06-28, 20230628, 2023628.
func readDay(s *lex.Stream, i int) ([]time.Time, int) {
	t := s.At(i)
	if glued(t) {
		end := t.End
		if end < s.Len() && s.Runes[end] == '日' {
			end++
		}
		return gluedDays(s.String(t.Start, t.End)), end
	}
	year := int(t.Value)
	if year < 1900 || year > 2100 {
		return nil, 0
	}
	if month, ok := decimals(s, t); ok { // 2023.07.15
		day, end := part(s, t.End, ".")
		if d, ok := calendar(year, month, day); ok {
			return []time.Time{d}, end
		}
		return nil, 0
	}
	month, j := part(s, t.End, "年-./月") // 2023月6月28日 is a misprint
	day, end := part(s, j, "月-./")
	d, ok := calendar(year, month, day)
	if !ok {
		return nil, 0
	}
	if end < s.Len() && s.Runes[end] == '日' {
		end++
	}
	return []time.Time{d}, end
}

// decimals returns the digits behind the point of a number, at most two, as a month.
func decimals(s *lex.Stream, t *lex.Token) (month int, ok bool) {
	if t.Form != lex.Digits || t.End-t.Start < 6 || t.End-t.Start > 7 || s.Runes[t.Start+4] != '.' {
		return 0, false
	}
	month, err := strconv.Atoi(s.String(t.Start+5, t.End))
	return month, err == nil
}

// calendar returns a day that exists.
func calendar(year, month, day int) (time.Time, bool) {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return d, month > 0 && day > 0 && int(d.Month()) == month && d.Day() == day
}

// part reads one of the marks at rune i and the number behind it.
func part(s *lex.Stream, i int, marks string) (int, int) {
	if i >= s.Len() {
		return 0, i
	}
	for _, r := range marks {
		if s.Runes[i] == r {
			if t := s.At(i + 1); t != nil && t.Kind == lex.Number && t.Value == float64(int(t.Value)) {
				return int(t.Value), t.End
			}
		}
	}
	return 0, i
}

// gluedDays returns the days that digits without marks can stand for.
func gluedDays(digits string) []time.Time {
	var days []time.Time
	if len(digits) > 8 || digits[:2] != "19" && digits[:2] != "20" {
		return nil
	}
	year, _ := strconv.Atoi(digits[:4])
	rest := digits[4:]
	for split := 2; split >= 1; split-- {
		if split >= len(rest) || len(rest)-split > 2 {
			continue
		}
		month, _ := strconv.Atoi(rest[:split])
		day, _ := strconv.Atoi(rest[split:])
		if d, ok := calendar(year, month, day); ok {
			days = append(days, d)
		}
	}
	return days
}
