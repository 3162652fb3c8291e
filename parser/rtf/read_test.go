package rtf

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/html"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/text"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
)

var update = flag.Bool("update", false, "write the documents of testdata/formats anew")

func readAll(t testing.TB, data []byte) (*block.Reading, []schema.Diagnostic) {
	t.Helper()
	r, diagnostics, err := Read(&source.File{Format: source.RTF, Data: data})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	check(t, r)
	return r, diagnostics
}

// check holds what every reading must hold: blocks in order and within the text, cells
// within their block, grids without holes, nothing written that belongs to no block.
func check(t testing.TB, r *block.Reading) {
	t.Helper()
	last := 0
	for _, b := range r.Blocks {
		if b.Start < last || b.End <= b.Start || b.End > len(r.Text) {
			t.Fatalf("block %v after %d in a text of %d", b.Range, last, len(r.Text))
		}
		if strings.Trim(string(r.Text[last:b.Start]), "\n") != "" {
			t.Fatalf("%q belongs to no block", string(r.Text[last:b.Start]))
		}
		last = b.End
		if b.Grid == nil {
			if strings.ContainsRune(string(r.Text[b.Start:b.End]), '\n') {
				t.Fatalf("paragraph %v holds a line end", b.Range)
			}
			continue
		}
		for i, c := range b.Grid.Cells {
			if !b.Contains(c.Range) || c.End < c.Start || b.Grid.Rows[c.Row][c.Col] != i {
				t.Fatalf("cell %d %+v in block %v", i, c, b.Range)
			}
		}
	}
}

func TestRead(test *testing.T) {
	for _, tt := range []struct {
		name string
		body string
		want string
	}{
		{"paragraphs", par(t("柳湾区"), "{"+t("民政局")+"}") + par() + par(t(" 各镇： ")), "柳湾区民政局\n各镇：\n"},
		{"line ends of the file", "\\pard " + t("柳") + "\r\n" + t("湾") + "\n\\\n" + t("各镇"), "柳湾\n各镇\n"},
		{"code pages", `{\f1 \'d4\'c6\'cf\'aa}{\f3 \'a5\'ab}{\f0 \'93A\'94}{\f9 \'ca\'d0}\par`, "云溪市“A”市\n"},
		{"second byte of ASCII", `{\f1 \'8e[\'85\'7d\'81\}}\par`, "嶽厎亇\n"},
		{"Chinese in a Western font", `{\f0 \'d4\'c6\'cf\'aa caf\'e9 \'d4\'c6\par}`, "云溪 café 云\n"},
		{"unicode", `\uc1\u20113?\u28330\'cf{\uc0\u24066}{\uc2\u21439\'cf\'d8}\u-10179?\u-8704?\u-10177 x\par`, "云溪市县😀�\n"},
		{"substitutes end with the group", `{\uc2 \u20113?}\'cf\'aa\par`, "云溪\n"},
		{"breaks, hyphens, tabs", par(t("关于") + `\line ` + t("食堂的通知") + `\page ` + t("附") + `\-` + t("件") + `\tab 2024\_2026` + t("年") + "\t\\~" + t("止")), "关于\n食堂的通知\n附件 2024-2026年 止\n"},
		{"quotes", par(`\ldblquote ` + t("一刻钟") + `\rdblquote\emdash\lquote x\rquote`), "“一刻钟”—‘x’\n"},
		{"escapes", par(`\{a\\b\}`), "{a\\b}\n"},
		{"deleted", par(t("由"), `{\deleted `+t("县")+"}", `{\revised `+t("区")+"}", t("民政局牵头")), "由区民政局牵头\n"},
		{"deleted mark", `\pard ` + t("加快") + `{\deleted\par}` + t("建设") + `\par`, "加快建设\n"},
		{"hidden", par(t("公开"), `{\v `+t("内部")+`\v0 `+t("发")+"}", t("布")), "公开发布\n"},
		{"hidden ends with plain", par(t("公开"), `\v `+t("内部")+`\plain\f1 `+t("发布")), "公开发布\n"},
		{"page heads", `{\header ` + par(t("文件")) + `}{\footerr ` + par(`\chpgn`) + `}{\*\ftnsep\chftnsep}` + par(t("正文")), "正文\n"},
		{"unknown groups", par(`{\*\bkmkstart a}{\*\nothing {\v `+t("不读")+`}\par}`, t("正文"), `{\*\annotation `+t("批注")+`}{\xe\v `+t("索引")+"}"), "正文\n"},
		{"fields", par(t("见"), `{\field{\*\fldinst{ HYPERLINK "http://example.invalid" }}{\fldrslt{\ul `+t("附件")+`}}}`, t("。"), `{\field{\*\fldinst PAGE}{\fldrslt}}`), "见附件。\n"},
		{"nested fields", par(`{\field{\*\fldinst IF {\field{\*\fldinst X}{\fldrslt `+t("条件")+`}}}{\fldrslt `+t("结果")+`}}`, t("之后")), "结果之后\n"},
		{"contents", `{\field{\*\fldinst TOC \\o "1-3"}{\fldrslt ` + par(t("一、要求\t1")) + par(t("二、任务\t2")) + `}}` + par(t("一、要求")), "一、要求\n"},
		{"symbols", par(`{\field{\*\fldinst SYMBOL 254 \\f "Wingdings" \\s 12}{\fldrslt\f2\fs24}}`, t("是"), `{\f2 \'a8}`, t("否"), `{\f2\u-3844\'fc\'fc}`), "☑是□否✓\n"},
		{"pictures", par(`{\pict\wmetafile8 0102{\*\blipuid 01}\bin3 }}}}`, t("图"), `{\*\shppict{\pict\pngblip 89}}{\nonshppict{\pict 00}}`), "图\n"},
		{"object", par(`{\object\objemb{\*\objclass Excel.Sheet}{\*\objdata 0105}{\result{\pict 00}}}`, t("图")), "图\n"},
		{"both ways", par(`{\upr{\v ` + t("旧") + `{` + t("字") + `}}{\*\ud{\uc0\u20113}}}`), "云\n"},
		{"formula", par(`{\mmath{\*\moMath{\mr x}{\*\mctrlPr\i}}}`), "x\n"},
		{"text box", par(t("锚"), `{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt `+par(t("云溪市人民政府文件"))+`}}{\shprslt{\*\do{\dptxbxtext `+par(t("云溪市人民政府文件"))+`}}}}`, t("点")) + par(t("另。")), "锚点\n云溪市人民政府文件\n另。\n"},
		{"old text box", par(t("锚点"), `{\*\do\dobxpage{\dptxbx{\dptxbxtext `+par(t("旧框"))+`}}}`), "锚点\n旧框\n"},
		{"notes", par(t("建成60个"), `{\super\chftn{\footnote\ftnalt `+par(`{\super\chftn}`, t(" 含改建。"))+`}}`, t("。")) + par(t("另"), `{\*\footnote\pard `+t("见附表。")+`\par\pard `+t("下同。")+`}`), "建成60个。\n另\n[1] 含改建。\n[2] 见附表。\n下同。\n"},
		{"note in a table", row(cell{"", 1000, t("甲") + `{\footnote ` + par(t("注")) + `}`}, cell{"", 2000, t("乙")}) + row(cell{"", 1000, t("丙")}, cell{"", 2000, t("丁")}), "甲 | 乙\n丙 | 丁\n[1] 注\n"},
		{"math of a field in a note", par(`{\field{\*\fldinst X{\footnote ` + par(`{\field{\*\fldinst Y}{\fldrslt z}}`) + `}}{\fldrslt ` + t("果") + `}}`), "果\n"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := readAll(t, doc(tt.body))
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestTables(test *testing.T) {
	for _, tt := range []struct {
		name string
		body string
		want string
	}{
		{"rows", row(cell{"", 3000, t("任务")}, cell{"", 6000, t("单位")}) + row(cell{"", 3010, t("建站")}, cell{"", 6000, t("民政局") + `\par ` + t("卫健局")}) + par(t("之后")), "任务 | 单位\n建站 | 民政局 卫健局\n之后\n"},
		{"spans", row(cell{"", 4000, t("指标")}, cell{"", 6000, t("值")}) + row(cell{"", 2000, t("床位")}, cell{"", 4000, t("张")}, cell{"", 6000, "3200"}) + par(), "指标 | 值\n床位 | 张 | 3200\n"},
		{"merged", row(cell{"", 1000, t("序")}, cell{"", 3000, t("任务")}) +
			row(cell{`\clvmgf`, 1000, "1"}, cell{"", 3000, t("建站")}) + row(cell{`\clvmrg`, 1000, ""}, cell{"", 3000, t("培训")}) +
			row(cell{`\clmgf`, 1000, t("合计")}, cell{`\clmrg`, 3000, ""}) + par(), "序 | 任务\n1 | 建站\n培训\n合计\n"},
		{"merged both ways", row(cell{`\clvmgf\clmgf`, 1000, t("甲")}, cell{`\clvmgf\clmrg`, 2000, ""}, cell{"", 3000, t("乙")}) +
			row(cell{`\clvmrg\clmgf`, 1000, ""}, cell{`\clvmrg\clmrg`, 2000, ""}, cell{"", 3000, t("丙")}) + row(cell{"", 1000, t("丁")}, cell{"", 2000, t("戊")}, cell{"", 3000, t("己")}) + par(), "甲 | 乙\n丙\n丁 | 戊 | 己\n"},
		{"nested", `\trowd\cellx4000\cellx8000\pard\intbl ` + t("左") + `\cell\pard\intbl\itap2 ` + t("任务") + `\nestcell ` + t("单位") + `\nestcell{\*\nesttableprops\trowd\cellx2000\cellx4000\nestrow}{\nonesttables\par}` +
			t("建站") + `\nestcell ` + t("民政局") + `\nestcell{\*\nesttableprops\trowd\cellx2000\cellx4000\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell\row` + par(t("之后")), "左\n任务 | 单位\n建站 | 民政局\n之后\n"},
		{"without intbl", `\trowd\cellx1000\cellx2000\pard ` + t("甲") + `\cell ` + t("乙") + `\cell\row \trowd\cellx1000\cellx2000 ` + t("丙") + `\cell ` + t("丁") + `\cell\row\pard ` + t("之后") + `\par`, "甲 | 乙\n丙 | 丁\n之后\n"},
		{"definition once", `\trowd\cellx1000\cellx2000\pard\intbl ` + t("甲") + `\cell ` + t("乙") + `\cell\row ` + t("丙") + `\cell ` + t("丁") + `\cell\row\pard\par`, "甲 | 乙\n丙 | 丁\n"},
		{"mark of the last cell missing", `\trowd\cellx1000\cellx2000\pard\intbl ` + t("甲") + `\cell ` + t("乙") + `\row\trowd\cellx1000\cellx2000\pard\intbl ` + t("丙") + `\cell ` + t("丁") + `\cell\row\pard\par`, "甲 | 乙\n丙 | 丁\n"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := readAll(t, doc(tt.body))
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestNumbering(test *testing.T) {
	bullets := `{\*\listtable{\list{\listlevel\levelnfc23\levelstartat1{\leveltext\'01\'b7;}}\listid5}}{\*\listoverridetable{\listoverride\listid5\ls1}}`
	start := `{\*\listtable{\list` + level(3, `\'02\'00.`) + `\listid-7}}{\*\listoverridetable{\listoverride\listid-7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat3}\ls1}{\listoverride\listid-7\listoverridecount1{\lfolevel\listoverrideformat` + level(0, `\'02\'00)`) + `}\ls2}}`
	for _, tt := range []struct {
		name string
		body string
		want string
	}{
		{"counted", officeList + numbered(1, 0, t("总体要求")) + numbered(1, 1, t("目标")) + numbered(1, 2, t("建站")) + numbered(1, 3, t("选址")) + numbered(1, 4, t("公示")) + numbered(1, 4, t("开工")) + par(t("说明")) + numbered(1, 2, t("培训")) + numbered(0, 0, t("不编号")) + numbered(1, 0, t("任务")) + numbered(1, 1, t("网络")),
			"一、总体要求\n（一）目标\n1. 建站\n（1）选址\n① 公示\n② 开工\n说明\n2. 培训\n不编号\n二、任务\n（一）网络\n"},
		{"shown", officeList + shown(1, 0, "三、", t("任务")) + numbered(1, 0, t("保障")), "三、任务\n二、保障\n"},
		{"shown by an old list", par(`{\pntext\f1 1.\tab}{\*\pn\pnlvlbody\pndec{\pntxta .}}`, t("建站")), "1. 建站\n"},
		{"shown bullet", par(`{\pntext\f2\'6c\tab}`, t("建站")), "建站\n"},
		{"bullets", bullets + shown(1, 0, "o", t("建站")) + numbered(1, 0, t("培训")), "建站\n培训\n"},
		{"start and format", start + numbered(1, 0, t("甲")) + numbered(1, 0, t("乙")) + numbered(2, 0, t("丙")), "C. 甲\nD. 乙\n5) 丙\n"},
		{"of hidden paragraphs", officeList + `{\listtext ` + t("一、") + `\tab}\pard\ls1{\v ` + t("隐") + `\par}` + numbered(1, 0, t("任务")), "一、任务\n"},
		{"in cells", officeList + row(cell{"", 1000, `\ls1 ` + t("甲")}, cell{"", 2000, `\ls1 ` + t("乙")}) + row(cell{"", 1000, t("丙")}, cell{"", 2000, t("丁")}), "一、甲 | 二、乙\n丙 | 丁\n"},
	} {
		test.Run(tt.name, func(t *testing.T) {
			r, _ := readAll(t, doc(tt.body))
			if got := string(r.Text); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// Documents that say no code page, or another one.
func TestCodePages(test *testing.T) {
	for data, want := range map[string]string{
		`{\rtf1\ansi \'d4\'c6\'cf\'aa\par}`:                                    "云溪\n",
		"{\\rtf1\\ansi \xd4\xc6\xcf\xaa\\par}":                                 "云溪\n",
		`{\rtf1\ansi caf\'e9\par}`:                                             "café\n",
		`{\rtf1\ansi\ansicpg1252 \'c6\'cf\par}`:                                "ÆÏ\n",
		`{\rtf1\ansi\ansicpg950 \'a5\'ab\par}`:                                 "市\n",
		"{\\rtf1\\ansicpg65001 云溪\\par}":                                       "云溪\n",
		`{\rtf1\ansi{\fonttbl\f0\fcharset134 A;\f1\cpg950 B;}\f1\'a5\'ab\par}`: "市\n",
	} {
		r, _ := readAll(test, []byte(data))
		if got := string(r.Text); got != want {
			test.Errorf("%s: %q, want %q", data, got, want)
		}
	}
}

func TestDiagnostics(test *testing.T) {
	for _, tt := range []struct {
		name     string
		data     string
		severity schema.Severity
		code     schema.Code
	}{
		{"breaks off", head + par(t("正文")), schema.Error, schema.UnreadContent},
		{"code page", head + par(t("正文"), `\'ff`) + "}", schema.Warning, schema.DecodingErrors},
		{"pictures", head + par(t("正文"), `{\pict\pngblip 89}`) + "}", schema.Info, schema.UnreadContent},
		{"contents", head + `{\field{\*\fldinst TOC}{\fldrslt ` + par(t("一、要求 1")) + `}}` + par(t("正文")) + "}", schema.Info, schema.UnreadContent},
	} {
		_, diagnostics := readAll(test, []byte(tt.data))
		if len(diagnostics) != 1 || diagnostics[0].Code != tt.code || diagnostics[0].Severity != tt.severity {
			test.Errorf("%s: %+v", tt.name, diagnostics)
		}
	}
}

func TestRefuses(test *testing.T) {
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"no header", []byte("通知"), ErrHeader},
		{"deep", doc(strings.Repeat("{", MaxDepth)), ErrDeep},
		{"empty", doc(par()), source.ErrEmpty},
		{"picture", doc(par(`{\pict 00}`)), word.ErrPictures},
	} {
		if _, _, err := Read(&source.File{Data: tt.data}); !errors.Is(err, tt.want) {
			test.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

// The documents of testdata/formats are the notices of testdata written as Word would
// keep them; go test ./parser/rtf -update writes them anew.
func TestFormats(t *testing.T) {
	for _, name := range []string{"label-lines.txt", "task-table.txt", "indicator-tables.txt", "page.html"} {
		made := fromReading(notice(t, name))
		path := filepath.Join("../../testdata/formats", strings.TrimSuffix(name, filepath.Ext(name))+".rtf")
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, made, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		kept, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, _ := readAll(t, kept)
		want, _ := readAll(t, made)
		if string(got.Text) != string(want.Text) {
			t.Errorf("%s is out of date: run go test ./parser/rtf -update", path)
		}
	}
}

// notice reads a notice of testdata in its own format.
func notice(t testing.TB, name string) *block.Reading {
	t.Helper()
	data, err := os.ReadFile("../../testdata/notices/" + name)
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := source.Open(name, data, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reader := text.Read
	if f.Format == source.HTML {
		reader = html.Read
	}
	r, _, err := reader(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every notice of testdata, written as an RTF document and read again, has the same
// paragraphs and cells.
func TestSameBlocks(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/notices/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no notices", err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			want := notice(t, name)
			got, _ := readAll(t, fromReading(want))
			if len(got.Blocks) != len(want.Blocks) {
				t.Fatalf("%d blocks, want %d", len(got.Blocks), len(want.Blocks))
			}
			for i, b := range want.Blocks {
				g := got.Blocks[i]
				if (g.Grid == nil) != (b.Grid == nil) {
					t.Fatalf("block %d: a table is none, or the other way round", i)
				}
				if b.Grid == nil {
					if a, b := squeeze(string(got.Text[g.Start:g.End])), squeeze(paragraphText(want.Text, b)); a != b {
						t.Errorf("block %d is %q, want %q", i, a, b)
					}
					continue
				}
				sameGrid(t, got.Text, g.Grid, want.Text, b.Grid)
			}
		})
	}
}

func sameGrid(t *testing.T, text []rune, g *block.Grid, wantText []rune, want *block.Grid) {
	t.Helper()
	if len(g.Rows) != len(want.Rows) || g.Columns() != want.Columns() {
		t.Fatalf("a table of %d by %d, want %d by %d", len(g.Rows), g.Columns(), len(want.Rows), want.Columns())
	}
	for r := range want.Rows {
		for c := range want.Rows[r] {
			a, b := g.At(r, c), want.At(r, c)
			if x, y := squeeze(string(text[a.Start:a.End])), squeeze(string(wantText[b.Start:b.End])); x != y {
				t.Errorf("row %d, column %d is %q, want %q", r, c, x, y)
			}
		}
	}
}

// squeeze leaves white space aside, in which formats differ.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\u00a0' || r == '\u3000' || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
}
