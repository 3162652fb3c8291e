package layout_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
)

// letters are what a fuzzed page is written with: the words and marks that rules begin with.
var letters = []rune("一二三四十、（）()。，：；附件关于印发的通知第条专栏序号任务责任单位牵头配合市民政局财各县区2025年底前月日每季度不少于个%万元〔〕《》|-—.①0")

// drawn makes three pages of data, four bytes a mark: a line across or down, or a stretch of the
// alphabet at a place.
func drawn(data []byte) []layout.Page {
	pages := make([]layout.Page, 3)
	for i := range pages {
		pages[i].Width, pages[i].Height = 595, 842
	}
	for n, mark := range slices.Collect(slices.Chunk(data[:len(data)/4*4], 4)) {
		p := &pages[n/8%3]
		x, y, size := float64(mark[1])*2.4, float64(mark[2])*3.3, float64(mark[3])
		switch kind := mark[0]; {
		case kind >= 240:
			p.Rules = append(p.Rules, layout.Rule{X0: x, Y0: y, X1: x + 2*size, Y1: y})
		case kind >= 224:
			p.Rules = append(p.Rules, layout.Rule{X0: x, Y0: y, X1: x, Y1: y + 3*size})
		default:
			for k := range 1 + mark[3]/16 {
				r := letters[(int(kind)+int(k))%len(letters)]
				p.Glyphs = append(p.Glyphs, layout.Glyph{Rune: r, X0: x, X1: x + 12, Base: y, Em: 12})
				x += 12
			}
		}
	}
	return pages
}

// spans calls f with every span in a notice's JSON.
func spans(v any, f func(start, end float64)) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			spans(e, f)
		}
	case map[string]any:
		start, ok := v["start"].(float64)
		end, also := v["end"].(float64)
		if ok && also {
			f(start, end)
		}
		for _, e := range v {
			spans(e, f)
		}
	}
}

// FuzzExtract takes pages of any characters and lines the whole way to a notice: no panic, and
// every span within the text.
func FuzzExtract(f *testing.F) {
	f.Add([]byte("\x12\x40\x20\xff\x00\x20\x28\x80\x08\x20\x30\xf0"))
	f.Add([]byte("\xf0\x20\x20\xc0\xf0\x20\x30\xc0\xf0\x20\x40\xc0\xe0\x20\x20\x30\xe0\x60\x20\x30\xe0\xa0\x20\x30\x18\x24\x2a\x30\x20\x70\x3a\x40"))
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := parser.Parse("fuzz.ofd", press.OFD(drawn(data)), parser.Options{})
		if err != nil {
			return
		}
		n, err := extract.Extract(doc, extract.Options{})
		if err != nil {
			t.Fatal(err)
		}
		written, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		var notice any
		if err := json.Unmarshal(written, &notice); err != nil {
			t.Fatal(err)
		}
		spans(notice, func(start, end float64) {
			if start < 0 || end < start || int(end) > len(doc.Text) {
				t.Errorf("span %v-%v of %d", start, end, len(doc.Text))
			}
		})
	})
}
