package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/compare"
	"github.com/policyx/policyx/schema/render/page"
)

// page writes the comparison with its charts, which are drawn here: the page runs nothing.
func (c comparison) page(w io.Writer) error {
	body := []page.Markup{c.noticeList()}
	section := func(kind, note string, content ...page.Markup) {
		if len(content) == 0 {
			return
		}
		body = append(body, page.Element("h2", page.Attributes{"id", kind}, page.Escape(c.word("comparison", kind))))
		if note != "" {
			body = append(body, page.Element("p", page.Attributes{"class", "explain"}, page.Escape(c.word("compare", note))))
		}
		body = append(body, content...)
	}
	var bars []page.Markup
	for i := range c.Indicators {
		bars = append(bars, c.bars(&c.Indicators[i]))
	}
	if bars != nil {
		bars = []page.Markup{c.boundKey(), page.Element("div", page.Attributes{"class", "comparisons"}, bars...)}
	}
	section("indicators", "bars", bars...)
	section("years", "years", c.multiples()...)
	section("topics", "key", c.topicTable()...)
	section("deadlines", "timeline", c.timeline()...)
	title := c.word("compare", "title")
	return page.WriteSheet(w, page.Sheet{Lang: c.lang, Title: title, Subtitle: fmt.Sprintf(c.word("compare", "count"), len(c.Notices), len(c.Indicators), len(c.Topics)), Skip: title, Body: page.Join(body)})
}

func (c comparison) noticeList() page.Markup {
	var list []page.Markup
	for _, n := range c.Notices {
		more := strings.Join(strings.Fields(n.DocumentNumber+" "+n.Issued+" "+fmt.Sprintf(c.word("diff", "tasks"), n.Tasks)), " ")
		list = append(list, page.Element("li", nil,
			page.Element("span", page.Attributes{"class", "term"}, page.Escape(n.Label)), page.Element("b", nil, page.Escape(n.Title)), page.Element("small", nil, page.Escape(n.Name+"  "+more))))
	}
	return page.Element("ul", page.Attributes{"class", "versions"}, list...)
}

// topicTable has a row for each topic and a column for each notice; a gap is a cell of its own look.
func (c comparison) topicTable() []page.Markup {
	if len(c.Topics) == 0 {
		return nil
	}
	head := []page.Markup{page.Element("th", page.Attributes{"scope", "col"}, page.Escape(c.word("column", "topic")))}
	for _, n := range c.Notices {
		head = append(head, page.Element("th", page.Attributes{"scope", "col"}, page.Escape(n.Label)))
	}
	var rows []page.Markup
	for _, t := range c.Topics {
		cells := []page.Markup{page.Element("th", page.Attributes{"scope", "row"}, page.Escape(t.Phrase))}
		for _, cell := range t.Cells {
			cells = append(cells, c.topicCell(cell))
		}
		rows = append(rows, page.Element("tr", nil, cells...))
	}
	table := page.Element("table", page.Attributes{"class", "matrix"},
		page.Element("thead", nil, page.Element("tr", nil, head...)), page.Element("tbody", nil, rows...))
	return []page.Markup{page.Element("div", page.Attributes{"class", "scroll", "role", "region", "tabindex", "0", "aria-label", c.word("comparison", "topics")}, table)}
}

// fewNotices is how many notices have room for the titles of tasks in the matrix.
const fewNotices = 6

func (c comparison) topicCell(cell compare.Cell) page.Markup {
	class, list := "gap", []page.Markup{page.Escape("– " + c.word("compare", "gap"))}
	switch {
	case len(cell.Tasks) > 0:
		class, list = "has", nil
		for _, t := range cell.Tasks {
			name := t.ID
			if len(c.Notices) <= fewNotices {
				name += " " + t.Title
			}
			list = append(list, page.Element("span", page.Attributes{"title", t.Title + " " + changes{lang: c.lang}.where(&t.Span)}, page.Escape("● "+name)))
		}
	case len(cell.Mentions) > 0:
		class, list = "mention", nil
		var ids []string
		for _, t := range cell.Mentions {
			ids = append(ids, t.ID)
		}
		list = append(list, page.Element("span", nil, page.Escape("○ "+strings.Join(ids, "、"))))
	}
	return page.Element("td", page.Attributes{"class", class}, list...)
}

// percent is a length in a drawing.
func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + "%" }
