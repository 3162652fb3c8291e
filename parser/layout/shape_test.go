package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/layout"
)

// sheet is a page being drawn by hand.
type sheet struct{ layout.Page }

func (s *sheet) text(x, base float64, text string) {
	const em = 12
	for _, r := range text {
		width := float64(em)
		if r < 0x2E80 {
			width = em / 2
		}
		s.Glyphs = append(s.Glyphs, layout.Glyph{Rune: r, X0: x, X1: x + width, Base: base, Em: em})
		x += width
	}
}

func (s *sheet) across(x0, x1, y float64) {
	s.Rules = append(s.Rules, layout.Rule{X0: x0, X1: x1, Y0: y, Y1: y})
}

// row draws a row of an open-sided table, between y and y+24: lines above and below, and
// between its cells.
func (s *sheet) row(y float64, cells ...string) {
	s.across(60, 540, y)
	s.across(60, 540, y+24)
	for i, c := range cells {
		x := 60 + 480/float64(len(cells))*float64(i)
		s.text(x+6, y+16, c)
		if i > 0 {
			s.Rules = append(s.Rules, layout.Rule{X0: x, X1: x, Y0: y, Y1: y + 24})
		}
	}
}

// A table that is open at its sides, with titles of groups across it, is one over pages too.
func TestOpenTable(t *testing.T) {
	pages := make([]layout.Page, 2)
	want := []string{"序号|工作任务|责任单位"}
	n := 0
	for i := range pages {
		s := sheet{layout.Page{Width: 600, Height: 840}}
		s.row(100, "序号", "工作任务", "责任单位")
		y := 124.0
		for _, group := range []string{"一、设施", "二、服务"} {
			if i == 1 {
				group += "（续）"
			}
			s.row(y, group)
			want = append(want, group+"|"+group+"|"+group)
			for range 3 {
				n++
				y += 24
				s.row(y, fmt.Sprint(n), "建设站点"+fmt.Sprint(n)+"处。", "县民政局")
				want = append(want, fmt.Sprintf("%d|建设站点%d处。|县民政局", n, n))
			}
			y += 24
		}
		pages[i] = s.Page
	}
	if got := shape(read(t, pages)); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Two open tables with a paragraph between them stay two.
func TestOpenTablesApart(t *testing.T) {
	s := sheet{layout.Page{Width: 600, Height: 840}}
	s.row(100, "序号", "工作任务", "责任单位")
	s.row(124, "1", "建设站点。", "县民政局")
	s.text(60, 172, "表2 柳湾县养老服务项目")
	s.row(200, "序号", "项目名称", "建设地点")
	s.row(224, "1", "敬老院", "枫桥镇")
	if r := read(t, []layout.Page{s.Page}); len(r.Blocks) != 3 {
		t.Errorf("%d blocks", len(r.Blocks))
	}
}

// The heads of annexes are no running heads; a head that is the same on each page is.
func TestAnnexHeads(t *testing.T) {
	pages := make([]layout.Page, 3)
	for i := range pages {
		s := sheet{layout.Page{Width: 600, Height: 840}}
		s.text(60, 40, "柳湾县人民政府公报")
		s.text(60, 90, fmt.Sprintf("附件%d", i+1))
		s.text(240, 150, []string{"年度任务", "重点项目", "诉求"}[i]+"清单")
		for k := range 6 {
			s.text(84, 200+20*float64(k), "县民政局于每年3月底前报送养老服务工作的总结。")
		}
		pages[i] = s.Page
	}
	got := string(read(t, pages).Text)
	for i := range pages {
		if !strings.Contains(got, fmt.Sprintf("附件%d\n", i+1)) {
			t.Errorf("附件%d is lost", i+1)
		}
	}
	if strings.Contains(got, "公报") {
		t.Error("the running head is text")
	}
}

// A text in two columns with ragged lines is read one column behind the other.
func TestRaggedColumns(t *testing.T) {
	s := sheet{layout.Page{Width: 600, Height: 840}}
	var want string
	for i, label := range []string{"（一）", "（二）", "（三）", "（四）", "（五）", "（六）"} {
		x, y := 60.0, 100+float64(i%3)*80
		if i > 2 {
			x = 310
		}
		s.text(x, y, label+"建设站点甲乙。2026年底前，")
		s.text(x, y+20, "完成村级站点的改造提升，")
		s.text(x, y+40, "覆盖率达到九成。（县民政局")
		s.text(x, y+60, "牵头，县财政局配合）")
		want += label
	}
	var got string
	for _, line := range strings.Split(string(read(t, []layout.Page{s.Page}).Text), "\n") {
		if strings.HasPrefix(line, "（") {
			got += line[:len("（一）")]
		}
	}
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A row with a number of its own is no rest of the row above, whatever spans over the page's end.
func TestSpanOverPages(t *testing.T) {
	pages := make([]layout.Page, 2)
	var want []string
	n := 0
	for i := range pages {
		s := sheet{layout.Page{Width: 600, Height: 840}}
		y := 600.0
		if i == 1 {
			y = 60
		}
		s.across(60, 540, y)
		for k := range 4 {
			n++
			s.across(200, 540, y+24)
			s.text(210, y+16, fmt.Sprint(n))
			s.text(310, y+16, fmt.Sprintf("站点第%d项数量", n))
			if k == 1 {
				s.text(70, y, "服务设施")
			}
			y += 24
		}
		s.across(60, 540, y)
		for _, x := range []float64{60, 200, 300, 540} {
			s.Rules = append(s.Rules, layout.Rule{X0: x, X1: x, Y0: y - 96, Y1: y})
		}
		pages[i] = s.Page
	}
	for i := range n {
		want = append(want, fmt.Sprintf("%d|站点第%d项数量", i+1, i+1))
	}
	var got []string
	for _, row := range shape(read(t, pages)) {
		_, rest, _ := strings.Cut(row, "|")
		got = append(got, rest)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A line that a row of fixed height has no room for is its cell's; a line close below the table is not.
func TestOverflow(t *testing.T) {
	for _, tt := range []struct {
		base float64
		want string
	}{{138, "2|办公厅政府|二、机制"}, {144, "2|办公厅|政府|二、机制"}} {
		var s sheet
		s.Width, s.Height = 595, 842
		s.row(60, "序号", "单位")
		s.row(84, "1", "市财政局")
		s.row(108, "2", "办公厅")
		s.text(306, tt.base, "政府")
		s.text(60, 180, "二、机制")
		got := strings.ReplaceAll(strings.TrimSpace(string(read(t, []layout.Page{s.Page}).Text)), "\n", "|")
		if got = strings.ReplaceAll(got, " ", ""); !strings.HasSuffix(got, tt.want) {
			t.Errorf("got %s, want %s at the end", got, tt.want)
		}
	}
}

// A signature, its date and the note below them are no lines of one paragraph, however near the
// right margin they end.
func TestSignature(t *testing.T) {
	var s sheet
	s.Width, s.Height = 595, 842
	for i := range 5 {
		s.text(60, 100+20*float64(i), strings.Repeat("云", 40))
	}
	s.text(60, 200, "予以实施。")
	s.text(456, 220, "云溪市人民政府")
	s.text(462, 240, "2024年3月5日")
	s.text(84, 260, "（此件公开发布）")
	got := strings.Split(strings.TrimSpace(string(read(t, []layout.Page{s.Page}).Text)), "\n")
	if want := []string{strings.Repeat("云", 200) + "予以实施。", "云溪市人民政府", "2024年3月5日", "（此件公开发布）"}; !slices.Equal(got, want) {
		t.Errorf("got %s", strings.Join(got, "|"))
	}
}

// Text in a ruled box is a frame, over the page's end too; a line across the box changes nothing.
func TestFrame(t *testing.T) {
	pages := make([]layout.Page, 2)
	for i := range pages {
		s := sheet{layout.Page{Width: 600, Height: 840}}
		for n := range 6 {
			y := 100 + 110*float64(n)
			s.text(60, y, fmt.Sprintf("第%d段的文字说明有关事项。", 10*i+n))
		}
		top, under := 590.0, 790.0 // around the last two paragraphs
		if i == 1 {
			top, under = 60, 160 // around the first one
		}
		for _, x := range []float64{50, 540} {
			s.Rules = append(s.Rules, layout.Rule{X0: x, X1: x, Y0: top, Y1: under})
		}
		if i == 0 {
			s.across(50, 540, top)
			s.across(50, 540, 600)
		} else {
			s.across(50, 540, under)
		}
		pages[i] = s.Page
	}
	pages[0].Glyphs = slices.DeleteFunc(pages[0].Glyphs, func(g layout.Glyph) bool { return g.Base > 560 && g.Base < 590 })
	r, _, err := layout.Read(pages)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range r.Frames {
		got = append(got, string(r.Text[f.Start:f.End]))
	}
	want := "第5段的文字说明有关事项。第10段的文字说明有关事项。"
	if len(got) != 1 || got[0] != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
