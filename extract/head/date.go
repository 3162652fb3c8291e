package head

import (
	"slices"
	"strconv"
	"time"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/internal/number"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
)

// dates reads the days of issue, publication, effect and end. A day whose 年月日 were lost is
// decided by the other days of the notice.
func (x *reader) dates() {
	for _, f := range x.head.Fields {
		if f.Name == "发布日期" && x.m.Published == "" {
			x.m.Published, x.m.Spans.Published = x.day(f.Value, "", "")
		}
	}
	if x.head.Date.Len() > 0 {
		x.m.Issued, x.m.Spans.Issued = x.day(x.head.Date, x.approved(), x.m.Published)
	}
	for _, f := range x.head.Fields {
		if f.Name == "成文日期" && x.m.Issued == "" {
			x.m.Issued, x.m.Spans.Issued = x.day(f.Value, "", x.m.Published)
		}
		if f.Name == "施行日期" && x.m.Effective == "" {
			x.m.Effective, x.m.Spans.Effective = x.day(f.Value, "", "")
		}
		if f.Name == "失效日期" && x.m.Expires == "" {
			x.m.Expires, x.m.Spans.Expires = x.day(f.Value, "", "")
		}
	}
	x.out.Issued = x.counted()
}

// counted returns the day that times count from, as EDTF: that of issue, what the caller knows of
// it, that of publication, else the year of the document's number.
func (x *reader) counted() string {
	if x.m.Issued != "" {
		return x.m.Issued
	}
	if _, err := time.Parse(time.DateOnly, x.opts.Issued); err == nil {
		return x.opts.Issued
	}
	if x.m.Published != "" {
		return x.m.Published
	}
	if y := Year(number.Year(x.m.DocumentNumber) + "年"); y > 0 {
		return strconv.Itoa(y)
	}
	return ""
}

// approved returns the last day before the signature that the preamble names, as ISO
// day; "" where it names none.
func (x *reader) approved() string {
	last := ""
	for _, r := range x.head.Preamble {
		s := lex.Scan(x.doc.Folded, []block.Range{r})
		for i := 0; i < s.Len(); i++ {
			t := s.At(i)
			if t == nil || t.Kind != lex.Number {
				continue
			}
			days, end := readDay(s, i)
			if len(days) > 0 && end > t.End || len(days) == 1 {
				last = days[0].Format(time.DateOnly)
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
func (x *reader) day(r block.Range, notBefore, notAfter string) (string, *schema.Span) {
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
			if day := d.Format(time.DateOnly); (notBefore == "" || day >= notBefore) && (notAfter == "" || day <= notAfter) {
				fit = append(fit, day)
			}
		}
		if fit == nil {
			fit = []string{days[0].Format(time.DateOnly)}
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
func (x *reader) withoutTime(r block.Range) block.Range {
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
