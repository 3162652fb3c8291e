package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/parser/source"
)

// Where running headers and footers stand: among the outermost lines of a page.
const (
	edgeLines  = 3
	edgeHeight = 0.2 // share of the page's height
)

// edgeLine is one of the outermost lines of a page.
type edgeLine struct {
	at    int // among the page's lines
	key   string
	base  float64
	apart bool // it is set apart from the text: by white, or by its size
}

// dropEdges takes headers, footers, page numbers and what a browser prints around a page
// off the lines of each page: what is one by its looks, or stands at the same place of
// several pages. The lines of a page come from the top down.
func dropEdges(pages [][]run, heights []float64) {
	tops, bottoms := make([][]edgeLine, len(pages)), make([][]edgeLine, len(pages))
	filled := 0
	body := measureBody(pages)
	for i, p := range pages {
		if len(p) > 0 {
			filled++
		}
		for k := 0; k < min(edgeLines, len(p)); k++ {
			if p[k].bottom() < heights[i]*edgeHeight {
				tops[i] = append(tops[i], newEdgeLine(p, k, k+1, body))
			}
			if l := len(p) - 1 - k; p[l].top() > heights[i]*(1-edgeHeight) {
				bottoms[i] = append(bottoms[i], newEdgeLine(p, l, l-1, body))
			}
		}
	}
	need := 3
	if filled <= 4 {
		need = 2
	}
	drop := make([][]int, len(pages))
	for _, edges := range [][][]edgeLine{tops, bottoms} {
		seen := repeats(edges)
		for i := range edges {
			for k, e := range edges[i] {
				if !pageNumber(e.key) && !printed(e.key) && !seen.runs(edges[i][k:], need) {
					break // what stands further in is text
				}
				drop[i] = append(drop[i], e.at)
			}
		}
	}
	for i := range pages {
		pages[i] = without(pages[i], drop[i])
	}
}

// body is what the lines of the text look like.
type body struct{ em, pitch float64 }

func measureBody(pages [][]run) body {
	var ems, pitches []float64
	for _, p := range pages {
		for i := range p {
			if len(p[i].glyphs) >= 12 {
				ems = append(ems, p[i].em)
			}
			if i > 0 {
				pitches = append(pitches, p[i].base-p[i-1].base)
			}
		}
	}
	return body{median(ems), median(pitches)}
}

// newEdgeLine looks at line i of a page, whose neighbour towards the text is line in.
func newEdgeLine(p []run, i, in int, b body) edgeLine {
	e := edgeLine{at: i, key: compact(p[i].text()), base: p[i].base}
	e.apart = in < 0 || in >= len(p) || math.Abs(p[i].em-b.em) > 0.08*b.em || math.Abs(p[i].base-p[in].base) > 1.2*b.pitch
	return e
}

func without(lines []run, drop []int) []run {
	if len(drop) == 0 {
		return lines
	}
	out := make([]run, 0, len(lines))
	for i := range lines {
		if !slices.Contains(drop, i) {
			out = append(out, lines[i])
		}
	}
	return out
}

// tally counts on how many pages a text stands at a height.
type tally map[string]map[int]int

func repeats(edges [][]edgeLine) tally {
	t := tally{}
	for _, page := range edges {
		for _, e := range page {
			key := masked(e.key)
			if t[key] == nil {
				t[key] = map[int]int{}
			}
			t[key][int(math.Round(e.base/4))]++
		}
	}
	return t
}

// often reports a line that stands on so many pages.
func (t tally) often(e edgeLine, need int) bool {
	at, n := int(math.Round(e.base/4)), 0
	for d := -1; d <= 1; d++ {
		n += t[masked(e.key)][at+d]
	}
	return n >= need
}

// runs reports that the first of the lines, from the edge inwards, is a running header or
// footer: it stands on many pages, and the last one of those that do is set apart.
func (t tally) runs(lines []edgeLine, need int) bool {
	last := -1
	for k, e := range lines {
		if !t.often(e, need) {
			break
		}
		if e.apart {
			last = k
		}
	}
	return last >= 0
}

// masked is key with its numbers as #, but for the head of an annex (附件2), which is no other
// page's.
func masked(key string) string {
	if lexicon.Annexes().Has(strings.TrimRight(key, "0123456789:")) {
		return key
	}
	var b strings.Builder
	number := false
	for _, r := range key {
		if digit := unicode.IsDigit(r); !digit {
			b.WriteRune(r)
			number = false
		} else if !number {
			b.WriteByte('#')
			number = true
		}
	}
	return b.String()
}

// compact is text folded, without white space.
func compact(text []rune) string {
	out := make([]rune, 0, len(text))
	for _, r := range text {
		if r = source.Fold(r); r != ' ' && r != '\n' && r != '\r' {
			out = append(out, r)
		}
	}
	return string(out)
}

// pageNumber: 2, -2-, —2—, ·2·, 第2页, 第2页共9页, 2/9, ii; and 一2一, as recognition reads dashes
func pageNumber(key string) bool {
	if len(key) > 30 {
		return false
	}
	key = strings.Trim(key, "-—_·~.|[]()一")
	if key == "" {
		return false
	}
	if strings.Trim(key, "0123456789") == "" || strings.Trim(key, "ivxIVX") == "" {
		return len(key) <= 5
	}
	rest := strings.NewReplacer("第", "", "页", "", "共", "", "/", "", ",", "", "page", "", "Page", "", "of", "").Replace(key)
	return rest != key && len(rest) <= 8 && strings.Trim(rest, "0123456789") == "" && rest != ""
}

// printed reports a line that a browser prints around a page: an address, or date and time.
func printed(key string) bool {
	for _, sign := range []string{"http://", "https://", "file://"} {
		if strings.Contains(key, sign) {
			return true
		}
	}
	return clock(key)
}

// clock reports a line that begins with a date in digits and a time: 2024/3/18 10:23…
func clock(key string) bool {
	runes := []rune(key)
	i, signs := 0, 0
	for i < len(runes) && i < 12 && (unicode.IsDigit(runes[i]) || strings.ContainsRune("/-.年月日", runes[i])) {
		if runes[i] == '/' || runes[i] == '-' || runes[i] == '年' || runes[i] == '月' {
			signs++
		}
		i++
	}
	if signs != 2 || i < 6 {
		return false
	}
	colon := slices.Index(runes[i-1:min(len(runes), i+8)], ':')
	return colon >= 0
}
