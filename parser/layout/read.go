package layout

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/parser/block"
)

// sheet is a page on the way to its blocks.
type sheet struct {
	runs   []run
	tables []table
	items  []item
}

// item is a column or a table of a page.
type item struct {
	column *column
	table  *table
}

// Read puts pages into reading order. clipped reports a table larger than the bounds of
// package block, or a page with more characters or lines than are read. Its error is an
// [UnreadableError], where no page holds text.
func Read(pages []Page) (reading *block.Reading, clipped bool, err error) {
	sheets := make([]sheet, len(pages))
	for i := range pages {
		p := &pages[i]
		clipped = clipped || len(p.Glyphs) > maxGlyphs || len(p.Rules) > maxRules
		glyphs := clean(p)
		tables, frames := lattices(p, i)
		for _, t := range tables {
			if glyphs = t.take(glyphs); t.filled() {
				sheets[i].tables = append(sheets[i].tables, t)
			}
		}
		sheets[i].runs = runs(glyphs, i)
		setFramed(sheets[i].runs, frames)
	}
	dropRunning(sheets, pages)
	var all []column
	for i := range sheets {
		sheets[i].arrange()
		for _, it := range sheets[i].items {
			if it.column != nil {
				all = append(all, *it.column)
			}
		}
	}
	w := newWriter(newFlow(all), len(pages))
	for i := range sheets {
		for _, it := range sheets[i].items {
			w.item(it)
		}
	}
	if reading = w.finish(); len(reading.Blocks) == 0 {
		return nil, false, errBlank
	}
	return reading, clipped || w.clipped, nil
}

func (t *table) filled() bool {
	n := 0
	for i := range t.cells {
		if len(t.cells[i].lines) > 0 {
			n++
		}
	}
	return n > 1
}

// dropRunning drops running headers and footers.
func dropRunning(sheets []sheet, pages []Page) {
	all, heights := make([][]run, len(sheets)), make([]float64, len(sheets))
	for i := range sheets {
		all[i], heights[i] = lines(slices.Clone(sheets[i].runs)), pages[i].Height
	}
	kept := make([][]run, len(sheets))
	copy(kept, all)
	dropEdges(kept, heights)
	for i := range sheets {
		if len(kept[i]) == len(all[i]) {
			continue
		}
		s := &sheets[i]
		s.runs = slices.DeleteFunc(s.runs, func(r run) bool {
			return !slices.ContainsFunc(kept[i], func(l run) bool { return l.holds(&r) })
		})
	}
}

// holds reports that run s is part of line r.
func (r *run) holds(s *run) bool { return r.x0 <= s.x0 && s.x1 <= r.x1 && r.level(s) }

// arrange puts the page's columns and tables in order: a table parts what stands above it
// from what stands below.
func (s *sheet) arrange() {
	slices.SortStableFunc(s.tables, func(a, b table) int { return cmp.Compare(a.top, b.top) })
	rest := s.runs
	var single []*column
	flow := func(in []run) {
		cols := columns(in, 0)
		for i := range cols {
			s.items = append(s.items, item{column: &cols[i]})
			cols[i].measure()
		}
		if len(cols) == 1 {
			single = append(single, &cols[0])
		}
	}
	for i := range s.tables {
		t := &s.tables[i]
		var above, below []run
		for _, r := range rest {
			if r.base < t.top || r.base < t.under && r.base < (t.top+t.under)/2 {
				above = append(above, r)
			} else {
				below = append(below, r)
			}
		}
		flow(above)
		s.items = append(s.items, item{table: t})
		rest = below
	}
	flow(rest)
	for i, c := range single {
		if i > 0 {
			single[0].left, single[0].right = min(single[0].left, c.left), max(single[0].right, c.right)
		}
	}
	for _, c := range single {
		c.left, c.right = single[0].left, single[0].right
	}
}

// measure finds the column's margins: the left one is where at least two lines begin, the
// right one where a fifth of the long ones end.
func (c *column) measure() {
	var starts, stops []float64
	em := 0.0
	for i := range c.lines {
		r := &c.lines[i]
		em = max(em, r.em)
		starts = append(starts, r.x0)
		if len(r.glyphs) >= 12 {
			stops = append(stops, r.x1)
		}
	}
	slices.Sort(starts)
	slices.Sort(stops)
	for i := 0; i+1 < len(starts) && len(starts) > 4; i++ {
		if starts[i+1]-starts[i] < 0.35*em {
			c.left = starts[i]
			break
		}
	}
	if len(stops) >= 5 {
		c.right = stops[len(stops)-1-len(stops)/5]
	}
}
