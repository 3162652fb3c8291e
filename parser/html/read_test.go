package html

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

const prose = "<p>各村（社区）要把养老服务摆在突出位置，认真抓好本方案的落实，确保各项任务按时完成。</p>" +
	"<p>（一）建设幸福食堂。到2027年底，全县建成幸福食堂40个。（责任单位：县民政局、县财政局）</p>" +
	"<p>（二）加强人员培训。每年培训护理员200人次以上，提高服务水平。（责任单位：县人力资源社会保障局）</p>" +
	"<p>（三）完善补贴制度。对符合条件的经营者给予运营补贴，具体标准由县财政局另行制定。</p>"

func read(t *testing.T, page string) (*block.Reading, []schema.Diagnostic) {
	t.Helper()
	r, d, err := Read(&source.File{Name: "page.html", Format: source.HTML, Text: page})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	check(t, r)
	return r, d
}

// check holds what every reading must hold: blocks in order and within the text, cells
// within their block, grids without holes.
func check(t testing.TB, r *block.Reading) {
	t.Helper()
	last := 0
	for _, b := range r.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v after %d in a text of %d", b.Range, last, len(r.Text))
		}
		last = b.End
		if b.Grid == nil {
			if strings.ContainsRune(string(r.Text[b.Start:b.End]), '\n') {
				t.Fatalf("paragraph %v holds a line end", b.Range)
			}
			continue
		}
		for i, c := range b.Grid.Cells {
			if !b.Contains(c.Range) || c.End < c.Start || c.RowSpan < 1 || c.ColSpan < 1 {
				t.Fatalf("cell %d %+v outside block %v", i, c, b.Range)
			}
		}
		for _, row := range b.Grid.Rows {
			if len(row) != b.Grid.Columns() {
				t.Fatalf("rows of %d and %d columns", len(row), b.Grid.Columns())
			}
			for _, i := range row {
				if i < 0 || i >= len(b.Grid.Cells) {
					t.Fatalf("place without a cell")
				}
			}
		}
	}
	for _, f := range r.Fields {
		if f.Value.Start < 0 || f.Value.Len() <= 0 || f.Value.End > len(r.Text) {
			t.Fatalf("field %v outside the text", f)
		}
	}
}

func fieldValue(r *block.Reading, name string) string {
	for _, f := range r.Fields {
		if f.Name == name {
			return string(r.Text[f.Value.Start:f.Value.End])
		}
	}
	return ""
}

func TestReadPage(t *testing.T) {
	r, diags := read(t, `<!doctype html><html><head><title>青禾县人民政府办公室关于印发幸福食堂建设方案（2025—2027年）的通知_青禾县人民政府</title>
<script>var x = "<p>脚本里的文字。</p>";</script></head><body>
<div class="crumbs">当前位置：首页 &gt; 政务公开</div><nav><a href="/">首页</a></nav>
<h1>青禾县人民政府办公室关于印发幸福食堂建设方案（2025—2027年）的通知</h1>
<table><tr><td>索 引 号：</td><td>00123456/2025-00017</td><td>发布机构：</td><td>青禾县人民政府办公室</td></tr>
<tr><td>文&nbsp;&nbsp;号：</td><td>青政办发〔2025〕8号</td><td>成文日期：</td><td>2025年3月4日</td></tr></table>
<div>发布日期：2025-03-06 09:30 来源：县政府办 字号：[大 中 小] 浏览次数：12</div>
<div class="TRS_Editor">`+prose+`<div class="share">分享到：微信</div></div>
<div class="related"><p>相关解读</p><p>政策解读文章，讲了许多内容。</p></div>
<div class="footer">主办单位：青禾县人民政府 ICP备1234号</div></body></html>`)
	if len(diags) > 0 {
		t.Errorf("diagnostics %v", diags)
	}
	for name, want := range map[string]string{
		"标题":   "青禾县人民政府办公室关于印发幸福食堂建设方案（2025—2027年）的通知",
		"索引号":  "00123456/2025-00017",
		"发文机关": "青禾县人民政府办公室",
		"发文字号": "青政办发〔2025〕8号",
		"成文日期": "2025年3月4日",
		"发布日期": "2025-03-06 09:30",
		"来源":   "县政府办",
	} {
		if got := fieldValue(r, name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
	text := string(r.Text)
	if !strings.HasPrefix(text, "青禾县人民政府办公室关于印发") || !strings.HasSuffix(text, "另行制定。\n") {
		t.Errorf("text does not start with the title or end with the body:\n%s", text)
	}
	for _, no := range []string{"脚本", "当前位置", "首页", "分享", "解读", "ICP", "大 中 小", "浏览"} {
		if strings.Contains(text, no) {
			t.Errorf("text holds %q:\n%s", no, text)
		}
	}
}

func TestReadParagraphs(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"span soup", `<p>县<span>民</span><b><i>政</i></b>局</p>`, "县民政局"},
		{"source line break between characters", "<p>县民政局\n   牵头</p>", "县民政局牵头"},
		{"source line break between words", "<p>policy\nreader</p>", "policy reader"},
		{"indentation and nbsp", "<p>　　&nbsp;县民政局&nbsp;&nbsp;县财政局&nbsp;</p>", "县民政局 县财政局"},
		{"zero width", "<p>县民\u200b政\ufeff局</p>", "县民政局"},
		{"br parts paragraphs", "<p>一、目标<br>二、任务<br/><br>三、保障</p>", "一、目标\n二、任务\n三、保障"},
		{"unclosed p", "<p>一、目标<p>二、任务", "一、目标\n二、任务"},
		{"list items", "<ul><li>县民政局<li>县财政局</ul>", "县民政局\n县财政局"},
		{"hidden", `<p>县民政局</p><p style="display: none">看不见</p><p hidden>也看不见</p>`, "县民政局"},
		{"pre", "<pre>一、目标\n二、任务</pre>", "一、目标\n二、任务"},
		{"comment and custom element", "<p>县<!-- 注 -->民<o:p></o:p>政局</p>", "县民政局"},
		{"stray end tags", "</div></td><p>县民政局</span></p></p>", "县民政局"},
		{"layout table", `<table><tr><td><p>县民政局</p><p>县财政局</p></td></tr></table>`, "县民政局\n县财政局"},
		{"attachment link", `<p>附件：<a href="/a.docx">任务分工表</a></p>`, "附件：任务分工表"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, _ := read(t, `<div id="zoom"><p>正文开始。</p>`+tt.page+`<p>正文结束。</p>`+prose+`</div>`)
			_, rest, _ := strings.Cut(string(r.Text), "正文开始。\n")
			got, _, _ := strings.Cut(rest, "\n正文结束。")
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestReadGrid(t *testing.T) {
	r, _ := read(t, `<div id="zoom">`+prose+`<table><thead><tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr></thead>
<tr><td>1</td><td rowspan="2">建设<br>食堂</td><td>县民政局</td></tr><tr><td>2</td><td>县财政局</td></tr>
<tr><td>3</td><td colspan="2"></td></tr></table></div>`)
	b := r.Blocks[len(r.Blocks)-1]
	if b.Grid == nil {
		t.Fatal("no grid")
	}
	want := "序号 | 工作任务 | 责任单位\n1 | 建设 食堂 | 县民政局\n2 | 县财政局\n3 | "
	if got := string(r.Text[b.Start:b.End]); got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if g := b.Grid; len(g.Rows) != 4 || g.Columns() != 3 {
		t.Fatalf("%dx%d, want 4x3", len(g.Rows), g.Columns())
	} else if c := g.At(2, 1); string(r.Text[c.Start:c.End]) != "建设 食堂" || c != g.At(1, 1) {
		t.Errorf("place 2,1 is not the spanned cell")
	} else if c := g.At(3, 2); c.Len() != 0 || c.ColSpan != 2 {
		t.Errorf("place 3,2 is %+v", *c)
	}
}

func TestReadHeadTable(t *testing.T) {
	head := `<table><tr><td>索引号</td><td>00123456/2025-17</td><td>文号</td><td>青政办发〔2025〕8号</td></tr>
<tr><td>发布机构</td><td>青禾县人民政府办公室</td><td>有效性</td><td>有效</td></tr></table>`
	r, _ := read(t, `<div id="zoom">`+head+head+prose+`</div>`)
	want := "索引号：00123456/2025-17\n文号：青政办发〔2025〕8号\n发布机构：青禾县人民政府办公室\n有效性：有效\n各村"
	if text := string(r.Text); !strings.HasPrefix(text, want) {
		t.Errorf("text:\n%s", text)
	}
	if got := fieldValue(r, "发文字号"); got != "青政办发〔2025〕8号" {
		t.Errorf("发文字号 = %q", got)
	}
}

func TestReadCaptionRow(t *testing.T) {
	r, _ := read(t, `<div id="zoom">`+prose+`<table><tr><td colspan=2>附件1<br>任务分工表</td></tr>
<tr><td>任务</td><td>单位</td></tr><tr><td>建设食堂</td><td>县民政局</td></tr></table></div>`)
	if text := string(r.Text); !strings.HasSuffix(text, "\n附件1\n任务分工表\n任务 | 单位\n建设食堂 | 县民政局\n") {
		t.Errorf("text:\n%s", text)
	}
	if g := r.Blocks[len(r.Blocks)-1].Grid; g == nil || len(g.Rows) != 2 {
		t.Errorf("grid %v", g)
	}
}

func TestReadTail(t *testing.T) {
	r, _ := read(t, `<div class="article-content">`+prose+`<p>图解</p><p><a href="/1.html">一图读懂幸福食堂建设方案</a></p>
<p>其他</p></div><div><a href="/f/1.doc">附件1：任务分工表.doc</a></div>`)
	if text := string(r.Text); strings.Contains(text, "图解") || !strings.HasSuffix(text, "另行制定。\n附件1：任务分工表\n") {
		t.Errorf("tail:\n%s", text)
	}
}

func TestReadDensest(t *testing.T) {
	r, _ := read(t, `<body><div><ul><li><a href=1>要闻动态</a><li><a href=2>政务公开</a></ul></div>
<div><div id="xyz">`+prose+`</div></div><div>联系我们</div></body>`)
	if text := string(r.Text); !strings.HasPrefix(text, "各村（社区）") || strings.Contains(text, "联系") {
		t.Errorf("text:\n%s", text)
	}
}

func TestReadNoNotice(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		want error
	}{
		"empty body":    {"<html><body></body></html>", ErrNoNotice},
		"error page":    {"<html><body><h1>404 Not Found</h1></body></html>", ErrNoNotice},
		"list of links": {"<ul>" + strings.Repeat("<li><a href=x>云溪市召开工作会议的新闻</a>", 30) + "</ul>", ErrNoNotice},
		"frames":        {`<html><frameset cols="20,80"><frame src="a.html"><frame src="b.html"></frameset></html>`, ErrFrames},
	} {
		_, _, err := Read(&source.File{Text: tt.page})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	_, d := read(t, "<p>云溪市幸福食堂建设工作会议将于近期召开，具体时间、地点和参会人员另行通知各单位。</p>")
	if len(d) != 1 || d[0].Code != schema.UnreadContent {
		t.Errorf("a page with one sentence: %v", d)
	}
}

func TestReadHostile(t *testing.T) {
	for name, page := range map[string]string{
		"deep div":        strings.Repeat("<div>", 5000) + prose + strings.Repeat("</div>", 5000) + prose,
		"deep table":      strings.Repeat("<table><tr><td>", 3000) + prose,
		"huge rowspan":    prose + `<table><tr><td rowspan=100000000>甲</td><td>乙</td></tr><tr><td colspan=100000000>丙</td></tr></table>`,
		"many columns":    prose + "<table><tr>" + strings.Repeat("<td>甲", 100000) + "</table>",
		"many rows":       prose + "<table>" + strings.Repeat("<tr><td>甲<td>乙", 50000) + "</table>",
		"open formatting": prose + strings.Repeat("<b><i><font color=1>", 2000) + strings.Repeat("<p>甲</p>", 20000),
		"end tags":        strings.Repeat("<div>", 190) + prose + strings.Repeat("</b></x>", 100000),
		"one character":   "<p>" + strings.Repeat("字", 1<<20) + "</p>",
		"open comment":    prose + strings.Repeat("<!--", 100000),
		"link list":       prose + strings.Repeat("<div>", 150) + strings.Repeat("<a href=1.doc>附件</a>", 20000),
	} {
		t.Run(name, func(t *testing.T) {
			r, _ := read(t, page)
			if !strings.Contains(string(r.Text), "县民政局") && name != "one character" {
				t.Error("the prose is lost")
			}
		})
	}
}

// The real pages lie beside the project; where they are missing there is nothing to read.
func TestReadCorpus(t *testing.T) {
	for _, name := range corpus(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, diags, err := source.Open(name, data, source.Options{})
		if err != nil || f.Format != source.HTML || len(diags) > 0 {
			t.Errorf("%s: %v %v", filepath.Base(name), diags, err)
			continue
		}
		r, diags, err := Read(f)
		if err != nil || len(diags) > 0 {
			t.Errorf("%s: %v %v", filepath.Base(name), diags, err)
			continue
		}
		check(t, r)
	}
}

func corpus(t testing.TB) (names []string) {
	t.Helper()
	for _, dir := range []string{"html", "wild/html"} {
		found, _ := filepath.Glob("../../../shared/corpus/" + dir + "/*.html")
		names = append(names, found...)
	}
	if len(names) == 0 {
		t.Skip("no corpus beside the project")
	}
	return names
}

// BenchmarkRead measures a page, with html.Parse alone as the floor.
func BenchmarkRead(b *testing.B) {
	page := `<html><head><title>通知</title></head><body><div class="nav">` + strings.Repeat(`<a href="/list">栏目</a>`, 100) +
		`</div><div class="TRS_Editor">` + strings.Repeat(`<p style="text-indent:2em;font-size:16pt"><span style="font-family:仿宋">县民政局要会同有关部门，抓好任务落实，每年培训护理员200人次以上。</span></p>`+"\n", 400) + `</div></body></html>`
	f := &source.File{Text: page}
	for name, read := range map[string]func() error{
		"page":  func() error { _, _, err := Read(f); return err },
		"parse": func() error { _, err := html.Parse(strings.NewReader(page)); return err },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if err := read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestTableApart holds that a table beside the text is read where the text is short, and else said to be left out.
func TestTableApart(t *testing.T) {
	rows := "<table>" + strings.Repeat("<tr><td>枫桥区</td><td>柳湾第一小区</td><td>30户</td></tr>", 20) + "</table>"
	calendar := "<table>" + strings.Repeat("<tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr>", 6) + "</table>"
	tasks := "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>改造管网</td><td>市水务局</td></tr></table>"
	short := "<p>一、改造管网，做好工作，今年内完成下列小区的改造，名单随本通知一并公布。（市水务局）</p>"
	for _, c := range []struct {
		name, text, table string
		grids             int
		apart             bool
	}{
		{"short text", short, rows, 1, false},
		{"long text", prose, rows, 0, true},
		{"short text, calendar", short, calendar, 0, false},
		{"short text, small table of tasks", short, tasks, 1, false},
		{"long text, small table of tasks", prose, tasks, 0, true},
		{"long text, calendar", prose, calendar, 0, false},
		{"long text, table of links", prose, strings.ReplaceAll(rows, "柳湾第一小区", "<a href=1.html>柳湾第一小区的改造</a>"), 0, false},
	} {
		r, diags := read(t, "<html><body><div>"+c.text+"</div><div>"+c.table+"</div></body></html>")
		grids, apart := 0, false
		for _, b := range r.Blocks {
			if b.Grid != nil {
				grids++
			}
		}
		for _, d := range diags {
			apart = apart || d.Severity == schema.Error
		}
		if grids != c.grids || apart != c.apart {
			t.Errorf("%s: %d tables, left out %v; %v", c.name, grids, apart, diags)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<div id=zoom>" + prose + "<table><tr><td rowspan=2>甲<td>乙<tr><td colspan=9>丙</table></div>")
	f.Add("<table><tr><td>" + prose + "<table><tr><td>1<td>2<tr><td>3</table></table><pre>\n\n甲")
	f.Add("<h1>关于云溪市工作的通知</h1>发布日期：2024-01-02 来源：<a href=1.doc>附件1</a>" + prose)
	f.Add("<frameset><p><li><td></p></br><o:p></x></o:p>索引号：<dd>【文号】")
	f.Fuzz(func(t *testing.T, page string) {
		r, _, err := Read(&source.File{Text: page})
		if err == nil {
			check(t, r)
		}
	})
}

func TestNumbersOfOrderedLists(t *testing.T) {
	for page, want := range map[string]string{
		prose + "<ol><li>修缮步道。</li><li><p>更换路灯。</p></li></ol>":                  "1.修缮步道。|2.更换路灯。",
		prose + "<ol start=3><li>修缮步道。<li value=7>更换路灯。</ol>":                   "3.修缮步道。|7.更换路灯。",
		prose + "<ol><li>1.修缮步道。</li><li>2.更换路灯。</li></ol>":                     "1.修缮步道。|2.更换路灯。",
		prose + "<ol><li>（一）修缮步道。</li><li>（二）更换路灯。</li></ol>":                   "（一）修缮步道。|（二）更换路灯。",
		prose + "<ul><li>修缮步道。</li><li>更换路灯。</li></ul>":                         "修缮步道。|更换路灯。",
		prose + `<ol style="list-style:none"><li>修缮步道。</li><li>更换路灯。</li></ol>`: "修缮步道。|更换路灯。",
	} {
		r, _ := read(t, page)
		lines := strings.Split(strings.TrimSpace(string(r.Text)), "\n")
		if got := strings.Join(lines[len(lines)-2:], "|"); got != want {
			t.Errorf("%s\n got %s\nwant %s", page[len(prose):], got, want)
		}
	}
}

func TestWhatStandsBesideATableOrAParagraphBelongsToTheNotice(t *testing.T) {
	table := "<table><tr><td>序号<td>任务内容<td>责任单位</tr><tr><td>1<td>在城区布点开办社区食堂，解决老人吃饭难。<td>县民政局</tr><tr><td>2<td>对乡镇敬老院开展消防改造和护理床位改造。<td>县民政局</tr></table>"
	for _, body := range []string{table, "<div>" + table + "</div>", "<p>（一）在城区布点开办社区食堂，解决老人吃饭难，对乡镇敬老院开展消防改造。（县民政局负责）</p>"} {
		r, _ := read(t, "<html><body><p>青石县养老服务重点任务清单</p>"+body+"</body></html>")
		if !strings.HasPrefix(string(r.Text), "青石县养老服务重点任务清单\n") {
			t.Errorf("%s", string(r.Text))
		}
	}
	r, _ := read(t, "<html><body><table><tr><td>首页</td></tr></table><table><tr><td>"+prose+"</td></tr></table></body></html>")
	if strings.Contains(string(r.Text), "首页") {
		t.Errorf("the frame of one cell: %s", string(r.Text))
	}
}

func TestPagesThatListPages(t *testing.T) {
	item := `<div><a href="1.html">云溪市人民政府办公室关于修缮步道的通知，自印发之日起实施</a></div>`
	dated := `<p><a href="1.html">云溪市人民政府办公室关于修缮步道的通知</a> 2024-03-05</p>`
	for _, page := range []string{strings.Repeat(item, 8), strings.Repeat(dated, 12), "<p>最新文件：市政府公布的文件按日期排列。</p>" + strings.Repeat(dated, 12)} {
		if _, _, err := Read(&source.File{Name: "index.html", Format: source.HTML, Text: "<html><body><div class=list>" + page + "</div></body></html>"}); !errors.Is(err, ErrNoNotice) {
			t.Errorf("%s: %v", page[:60], err)
		}
	}
	read(t, prose+strings.Repeat(dated, 3))
	read(t, prose+strings.Repeat(`<p><a href="1.docx">附件1：步道清单</a></p>`, 8))
}

func TestATitleThatTheBodyOnlyNames(t *testing.T) {
	const title = "云溪市水务局关于修缮步道的通知"
	head := `<html><head><title>` + title + `_云溪市水务局</title><meta name="ArticleTitle" content="` + title + `"></head><body><div id="zoom">`
	for body, want := range map[string]string{
		"<p>根据《云溪市" + title + "》，现提出如下意见。</p>" + prose: title,
		"<p>点击查看政策解读：《" + title + "》政策解读</p>" + prose:  title,
		"<p>" + title + "</p>" + prose: title,
		prose:                          title,
		"<p>云溪市水务局关于</p><p>修缮步道的通知</p>" + prose: "云溪市水务局关于",
	} {
		r, _ := read(t, head+body+"</div></body></html>")
		if got, _, _ := strings.Cut(string(r.Text), "\n"); got != want {
			t.Errorf("%s\n got %s", body[:60], got)
		}
		if n := strings.Count(string(r.Text), title+"\n"); n > 1 {
			t.Errorf("%s: the title %d times", body[:60], n)
		}
	}
}
