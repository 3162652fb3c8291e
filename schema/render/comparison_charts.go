package render

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/render/page"
)

// bars draws the values of an indicator, the highest first, with their bounds: what lies beyond a lower bound is open, what lies
// below an upper one is allowed.
func (c comparison) bars(i *compare.Indicator) page.Markup {
	top := c.top(i)
	var rows []page.Markup
	for k := range i.Values {
		v := &i.Values[k]
		evidence := spaced(v.Name, c.place(v), strings.TrimSpace(v.Title))
		value := []page.Markup{page.Element("b", nil, page.Escape(c.value(i, v)))}
		if v.When != "" {
			value = append(value, page.Element("small", nil, page.Escape(by(v.When))))
		}
		rows = append(rows, page.Element("li", nil,
			page.Element("span", page.Attributes{"class", "term"}, page.Escape(c.Notices[v.Notice].Label)), drawBar(v, top), page.Element("span", page.Attributes{"class", "value"}, value...),
			page.Element("small", page.Attributes{"class", "evidence"}, page.Escape(evidence), page.Element("i", nil, page.Escape(c.why(v))))))
	}
	return page.Element("figure", nil,
		page.Element("figcaption", nil, page.Escape(i.Name), page.Element("span", page.Attributes{"class", "roles"}, page.Escape(unitOf(i)))),
		page.Element("ol", page.Attributes{"class", "sorted"}, rows...))
}

// top is the end of the scale: 100 of shares, unless all of them are so small that nothing could be seen.
func (c comparison) top(i *compare.Indicator) float64 {
	top := 0.0
	for _, v := range i.Values {
		top = max(top, float64(highest(v)))
	}
	if i.Unit == "%" && top >= 20 && top <= 100 {
		return 100
	}
	return max(top*1.15, math.SmallestNonzeroFloat64)
}

func highest(v compare.Value) schema.Number {
	if v.Max != nil {
		return *v.Max
	}
	return v.Value
}

// drawBar draws a value against the end of the scale.
func drawBar(v *compare.Value, top float64) page.Markup {
	low, high := max(0, float64(v.Value)/top), max(0, float64(highest(*v))/top)
	rect := func(class string, from, to float64) page.Markup {
		return page.Element("rect", page.Attributes{"class", class, "x", percent(from), "y", "2", "width", percent(to - from), "height", "10"})
	}
	cap := page.Element("rect", page.Attributes{"class", "cap", "x", percent(max(0, high-0.006)), "y", "0", "width", "0.8%", "height", "14"})
	var parts []page.Markup
	switch v.Op {
	case schema.OpAtLeast, schema.OpMore:
		parts = []page.Markup{rect("open", high, 1), rect("solid", 0, high), cap}
	case schema.OpAtMost, schema.OpLess:
		parts = []page.Markup{rect("allowed", 0, high), cap}
	case schema.OpRange:
		parts = []page.Markup{rect("open", 0, low), rect("solid", low, high)}
	default:
		parts = []page.Markup{rect("solid", 0, high)}
	}
	return page.Element("svg", page.Attributes{"class", "track", "height", "14", "aria-hidden", "true"}, parts...)
}

// boundKey says how bounds are drawn.
func (c comparison) boundKey() page.Markup {
	var list []page.Markup
	for _, op := range []schema.Op{schema.OpAtLeast, schema.OpAtMost, schema.OpEqual, schema.OpRange} {
		high := schema.Number(75)
		v := compare.Value{Op: op, Value: 55}
		if op == schema.OpRange {
			v.Max = &high
		}
		list = append(list, page.Element("li", nil, drawBar(&v, 100), page.Escape(strings.TrimSpace(c.word("Op", string(op))))))
	}
	return page.Element("ul", page.Attributes{"class", "key"}, list...)
}

// multiples draws a small chart for each indicator that has values of several years, with what others set as points.
func (c comparison) multiples() []page.Markup {
	var list []page.Markup
	for i := range c.Indicators {
		in := &c.Indicators[i]
		if slices.ContainsFunc(in.Values, func(v compare.Value) bool { return len(v.Years) > 1 }) {
			list = append(list, c.multiple(in))
		}
	}
	if list == nil {
		return nil
	}
	return []page.Markup{page.Element("div", page.Attributes{"class", "comparisons small"}, list...)}
}

// The drawing of a small chart, in its own units.
const chartWidth, chartHeight, chartMargin = 280, 120, 22

func (c comparison) multiple(i *compare.Indicator) page.Markup {
	first, last := 9999, 0
	for _, v := range i.Values {
		for _, p := range points(v) {
			first, last = min(first, p.Year), max(last, p.Year)
		}
	}
	top := c.top(i)
	x := func(year int) float64 {
		return chartMargin + float64(year-first)/float64(max(1, last-first))*(chartWidth-2*chartMargin)
	}
	y := func(v schema.Number) float64 {
		return chartHeight - chartMargin - float64(v)/top*(chartHeight-2*chartMargin)
	}
	number := func(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }
	text := func(x, y float64, s string) page.Markup {
		return page.Element("text", page.Attributes{"x", number(x), "y", number(y)}, page.Escape(s))
	}
	parts := []page.Markup{
		page.Element("line", page.Attributes{"class", "axis", "x1", "0", "x2", strconv.Itoa(chartWidth), "y1", number(y(0)), "y2", number(y(0))}),
		text(x(first), chartHeight-6, strconv.Itoa(first)), text(x(last), chartHeight-6, strconv.Itoa(last)),
	}
	var said []string
	var names []page.Markup
	var labels [][2]float64 // of values; the first one has the place
	hue := map[int]int{}    // of a notice
	for k := range i.Values {
		v := &i.Values[k]
		list := points(*v)
		if len(list) == 0 {
			continue
		}
		if _, known := hue[v.Notice]; !known {
			hue[v.Notice] = len(hue)
			names = append(names, page.Element("span", page.Attributes{"class", "hue " + hueOf(hue[v.Notice])}, page.Escape(c.Notices[v.Notice].Label)))
		}
		var path []string
		for _, p := range list {
			path = append(path, number(x(p.Year))+","+number(y(p.Value)))
			parts = append(parts, page.Element("circle", page.Attributes{"class", hueOf(hue[v.Notice]), "cx", number(x(p.Year)), "cy", number(y(p.Value)), "r", "3"},
				page.Element("title", nil, page.Escape(fmt.Sprintf("%s %d %s%s", c.Notices[v.Notice].Label, p.Year, p.Value, i.Unit)))))
			said = append(said, fmt.Sprintf("%s %d %s%s", c.Notices[v.Notice].Label, p.Year, p.Value, i.Unit))
		}
		if len(path) > 1 {
			parts = append(parts, page.Element("polyline", page.Attributes{"class", hueOf(hue[v.Notice]), "points", strings.Join(path, " ")}))
		}
		end := list[len(list)-1]
		at := [2]float64{x(end.Year), y(end.Value) - 7}
		if !slices.ContainsFunc(labels, func(l [2]float64) bool { return math.Abs(l[0]-at[0]) < 24 && math.Abs(l[1]-at[1]) < 11 }) {
			labels = append(labels, at)
			parts = append(parts, text(at[0], at[1], amount(end.Value)))
		}
	}
	return page.Element("figure", nil, page.Element("figcaption", nil, page.Escape(i.Name+c.bracket(unitOf(i)))),
		page.Element("svg", page.Attributes{"viewBox", fmt.Sprintf("0 0 %d %d", chartWidth, chartHeight), "role", "img", "aria-label", i.Name + " " + strings.Join(said, ", ")}, parts...),
		page.Element("p", page.Attributes{"class", "roles"}, names...))
}

// points are the values of years: of a table all, of a target that of the year it is due.
func points(v compare.Value) []compare.Point {
	if v.Years != nil {
		return v.Years
	}
	_, end, known := schema.Days(v.When)
	if !known || end == "" {
		return nil
	}
	year, err := strconv.Atoi(end[:4])
	if err != nil {
		return nil
	}
	return []compare.Point{{Year: year, Value: highest(v), Kind: "target"}}
}

// hueOf is one of the colours of the page.
func hueOf(n int) string { return "h" + strconv.Itoa(n%6) }

// timeline draws the last days of each notice on one scale of years, broader where more tasks are due.
func (c comparison) timeline() []page.Markup {
	if len(c.Deadlines) == 0 {
		return nil
	}
	first, last := yearOf(c.Deadlines[0].Day), yearOf(c.Deadlines[len(c.Deadlines)-1].Day)+1
	at := func(day string) float64 {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return 0
		}
		return (float64(t.Year()-first) + float64(t.YearDay())/366) / float64(last-first)
	}
	var ticks, rows []page.Markup
	step := max(1, (last-first+5)/6)
	for y := first; y < last; y += step { // in the middle of its year: most last days are ends of years
		share := (float64(y-first) + 0.5) / float64(last-first)
		ticks = append(ticks, page.Element("text", page.Attributes{"x", percent(share), "y", "11"}, page.Escape(strconv.Itoa(y))))
	}
	rows = append(rows, page.Element("li", page.Attributes{"class", "years", "aria-hidden", "true"}, page.Element("span", nil), page.Element("svg", page.Attributes{"height", "14"}, ticks...)))
	for i, n := range c.Notices {
		counts, days := map[string]int{}, []string{}
		for _, d := range c.Deadlines {
			if d.Notice == i {
				if counts[d.Day]++; counts[d.Day] == 1 {
					days = append(days, d.Day)
				}
			}
		}
		var dots []page.Markup
		var said []string
		for y := first; y <= last; y++ {
			x := percent(float64(y-first) / float64(last-first))
			dots = append(dots, page.Element("line", page.Attributes{"class", "axis", "x1", x, "x2", x, "y1", "0", "y2", "26"}))
		}
		for _, day := range days {
			label := fmt.Sprintf(c.word("compare", "due"), day, counts[day])
			said = append(said, label)
			dots = append(dots, page.Element("circle", page.Attributes{"class", "full", "cx", percent(at(day)), "cy", "13", "r", strconv.FormatFloat(min(12, 2.5+1.6*math.Sqrt(float64(counts[day]))), 'f', 1, 64)},
				page.Element("title", nil, page.Escape(label))))
		}
		if said == nil {
			said = []string{c.word("diff", "none")}
		}
		rows = append(rows, page.Element("li", nil, page.Element("span", page.Attributes{"class", "term"}, page.Escape(n.Label)),
			page.Element("svg", page.Attributes{"height", "26", "role", "img", "aria-label", n.Label + colon(c.lang) + strings.Join(said, ", ")}, dots...)))
	}
	return []page.Markup{page.Element("figure", nil, page.Element("ul", page.Attributes{"class", "timeline"}, rows...))}
}

func yearOf(day string) int {
	year, _ := strconv.Atoi(day[:4])
	return year
}
