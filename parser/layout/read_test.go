package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
)

func read(t testing.TB, pages []layout.Page) *block.Reading {
	t.Helper()
	r, clipped, err := layout.Read(pages)
	if err != nil {
		t.Fatal(err)
	}
	if clipped {
		t.Error("clipped")
	}
	return r
}

var sentences = []string{
	"一、健全柳湾区养老服务网络，每个街道建成1处以上综合服务中心，2026年底前实现全覆盖，由区民政局会同区住房城乡建设局推进。",
	"二、推进居家适老化改造，改造对象优先安排高龄、失能、残疾老年人家庭，改造费用由区级财政按不高于60%的比例给予补贴（责任单位：区民政局、区财政局）",
	"三、发展老年助餐服务，鼓励企业、social organizations和个体工商户参与运营，形成15分钟助餐服务圈。",
	"四、加强养老护理人员培训，每年培训不少于500人次，对取得职业技能等级证书的给予一次性补贴。",
	"五、完善监督检查制度，区市场监管局每季度开展1次联合检查，检查结果向社会公开。",
	"六、本措施自印发之日起施行，有效期5年，法律法规另有规定的从其规定，由区民政局负责解释。",
}

func paragraphs(times int) (out []press.Block, want string) {
	for range times {
		for _, s := range sentences {
			out = append(out, press.Block{Text: s})
			want += s + "\n"
		}
	}
	return out, want
}

// Lines become the paragraphs that the margins broke, over pages and columns; what stands
// around them is left out.
func TestParagraphs(t *testing.T) {
	blocks, want := paragraphs(8)
	for name, style := range map[string]press.Style{
		"bare":         {},
		"page numbers": {Number: "— %d —"},
		"第 N 页":        {Number: "第 %d 页"},
		"header":       {Header: "柳湾区人民政府办公室文件", Number: "- %d -", Mirror: 20},
		"printed page": {Header: "2026/3/5 10:23 柳湾区养老服务若干措施", Number: "https://www.liuwan.example/art.html %d/9"},
		"two columns":  {Columns: 2, Number: "%d"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := string(read(t, press.Print(blocks, style)).Text); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A title over two columns, and lines in any order of drawing.
func TestReadingOrder(t *testing.T) {
	blocks, want := paragraphs(3)
	pages := press.Print(blocks, press.Style{Columns: 2})
	for i, r := range []rune("柳湾区养老服务若干措施") {
		pages[0].Glyphs = append(pages[0].Glyphs, layout.Glyph{Rune: r, X0: 150 + 24*float64(i), X1: 172 + 24*float64(i), Base: 60, Em: 22})
	}
	slices.Reverse(pages[0].Glyphs)
	if got := string(read(t, pages).Text); got != "柳湾区养老服务若干措施\n"+want {
		t.Errorf("got\n%s", got)
	}
}

// Tables of contents are no text.
func TestContents(t *testing.T) {
	blocks := []press.Block{
		{Text: "一、总体要求" + strings.Repeat("…", 12) + "3", Flush: true},
		{Text: "二、重点任务" + strings.Repeat(".", 30) + "12", Flush: true},
		{Text: sentences[0]},
	}
	if got := string(read(t, press.Print(blocks, press.Style{})).Text); got != sentences[0]+"\n" {
		t.Errorf("got %q", got)
	}
}

func TestPagesOfText(t *testing.T) {
	blocks, _ := paragraphs(8)
	pages := press.Print(blocks, press.Style{Number: "— %d —"})
	pages = slices.Insert(pages, 1, layout.Page{Width: 595, Height: 842})
	r := read(t, pages)
	if len(r.Pages) != len(pages) || r.Pages[0] != 0 || r.Pages[1] != r.Pages[2] || !slices.IsSorted(r.Pages) {
		t.Errorf("pages %v", r.Pages)
	}
}

func cells(texts ...string) (out []press.Cell) {
	for _, s := range texts {
		out = append(out, press.Cell{Text: s, RowSpan: 1, ColSpan: 1})
	}
	return out
}

func shape(r *block.Reading) (out []string) {
	for _, b := range r.Blocks {
		if b.Grid == nil {
			continue
		}
		for i := range b.Grid.Rows {
			var row []string
			for k := range b.Grid.Rows[i] {
				c := b.Grid.At(i, k)
				row = append(row, string(r.Text[c.Start:c.End]))
			}
			out = append(out, strings.Join(row, "|"))
		}
	}
	return out
}

// A table over pages, with cells over rows and a header on each page, is one table.
func TestTables(t *testing.T) {
	rows := [][]press.Cell{cells("序号", "工作任务", "责任单位", "完成时限")}
	want := []string{"序号|工作任务|责任单位|完成时限"}
	for i := 1; i <= 40; i++ {
		task, unit := "开展养老服务机构安全隐患排查整治，建立问题清单。", "区民政局、区消防救援支队"
		first, second := cells(fmt.Sprint(i), task, unit, "2026年底前"), cells("", "组织复查，复查结果向社会公开。", "区市场监管局", "持续推进")
		first[0].RowSpan, second[0].Covered = 2, true
		rows = append(rows, first, second)
		want = append(want, fmt.Sprintf("%d|%s|%s|2026年底前", i, task, unit), fmt.Sprintf("%d|组织复查，复查结果向社会公开。|区市场监管局|持续推进", i))
	}
	blocks := []press.Block{{Text: sentences[0]}, {Rows: rows}, {Text: sentences[4]}}
	got := shape(read(t, press.Print(blocks, press.Style{Number: "— %d —", Mirror: 8})))
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A table without ruling lines: its text stands in columns.
func TestAlignedTable(t *testing.T) {
	rows := [][]press.Cell{cells("指标", "2024年", "2026年", "属性")}
	want := []string{"指标|2024年|2026年|属性"}
	for _, name := range []string{"养老床位总数（万张）", "护理型床位占比（%）", "助餐点数量（个）", "持证护理员（名）"} {
		rows = append(rows, cells(name, "61.5", "73.2", "预期性"))
		want = append(want, name+"|61.5|73.2|预期性")
	}
	blocks := []press.Block{{Text: sentences[0]}, {Rows: rows}, {Text: sentences[4]}}
	r := read(t, press.Print(blocks, press.Style{Plain: true}))
	if got := shape(r); !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if n := len(r.Blocks); n != 3 {
		t.Errorf("%d blocks", n)
	}
}

func TestParsePages(t *testing.T) {
	for _, s := range []string{"", "0", "x", "3-", "9-3", "1,,2", "-4", "3-9-12", "99999999999999999999"} {
		p, err := layout.ParsePages(s)
		if (err == nil) != (s == "3-") {
			t.Errorf("%q: %v, %v", s, p, err)
		}
	}
	p, err := layout.ParsePages("2, 5-7,9-")
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for n := range 11 {
		if p.Contains(n) {
			got = append(got, n)
		}
	}
	if !slices.Equal(got, []int{2, 5, 6, 7, 9, 10}) {
		t.Errorf("contains %v", got)
	}
}

// FuzzRead lays out pages of any characters and lines: four bytes each.
func FuzzRead(f *testing.F) {
	f.Add([]byte("一二三四0000qwertyuiopasdfghjklzxcvbnm"))
	f.Add([]byte{255, 0, 0, 100, 255, 0, 100, 0, 255, 100, 100, 0, 0, 10, 10, 9})
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := make([]layout.Page, 3)
		for i := range pages {
			pages[i].Width, pages[i].Height = 595, 842
		}
		for i := 0; i+3 < len(data); i += 4 {
			p := &pages[i/4%3]
			x, y := float64(data[i+1])*2.4, float64(data[i+2])*3.3
			if data[i] > 250 {
				p.Rules = append(p.Rules, layout.Rule{X0: x, Y0: y, X1: x + float64(data[i+3]), Y1: y})
				p.Rules = append(p.Rules, layout.Rule{X0: x, Y0: y, X1: x, Y1: y + float64(data[i+3])})
				continue
			}
			p.Glyphs = append(p.Glyphs, layout.Glyph{Rune: 0x4E00 + rune(data[i]), X0: x, X1: x + float64(data[i+3]%40), Base: y, Em: float64(data[i+3] % 40)})
		}
		r, _, err := layout.Read(pages)
		if err != nil {
			return
		}
		at := 0
		for _, b := range r.Blocks {
			if b.Start < at || b.End < b.Start || b.End > len(r.Text) {
				t.Fatalf("block %v of %d, behind %d", b.Range, len(r.Text), at)
			}
			at = b.End
			if b.Grid != nil {
				for _, c := range b.Grid.Cells {
					if !b.Contains(c.Range) {
						t.Errorf("cell %v of table %v", c.Range, b.Range)
					}
				}
			}
		}
		if !slices.IsSorted(r.Pages) {
			t.Errorf("pages %v", r.Pages)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	blocks, want := paragraphs(40)
	pages := press.Print(blocks, press.Style{Number: "— %d —"})
	b.SetBytes(int64(len(want)))
	for b.Loop() {
		layout.Read(pages)
	}
}
