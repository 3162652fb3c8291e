package extract_test

import (
	"math"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

func TestCoverage(t *testing.T) {
	task := "一、建设站点。2025年底前，建成站点3个。（责任单位：市民政局）\n"
	prose := "各单位要提高认识，把这项工作放在心上。"
	tests := []struct {
		name, text        string
		least, most       schema.Number
		clauses, unparsed int
		unread            int // diagnostics
	}{
		{"all is read", task, 1, 1, 1, 0, 0},
		{"a sentence is not", prose + "\n" + task, 0.6, 0.7, 1, 0, 0},
		{"a long stretch is not", strings.Repeat(prose, 12) + "\n" + task, 0.1, 0.2, 1, 0, 1},
		{"blank lines count for nothing", strings.Repeat("\n", 400) + task, 1, 1, 1, 0, 0},
		{"a citation is read, its sentence is not", strings.Repeat("依据《云溪市养老条例》第三条的有关规定执行", 15) + "\n" + task, 0.11, 0.14, 1, 0, 1},
		{"a bracket that nobody is named in", "一、建设站点。建成站点3个。（相关方面另行研究后负责）\n二、其他。（市民政局负责）\n", 1, 1, 2, 1, 0},
		{"a bracket that lists bodies no rule reads", "一、建设站点。建成站点3个（甲类丙局、推进乙局、落实丁委正在明确）\n二、其他。（市民政局负责）\n", 1, 1, 2, 1, 0},
		{"a list of bodies with a sentence in it", "一、建设站点。建成站点3个。（市民政局、市财政局牵头，完成验收的各有关方面在年底前推进移交）\n二、其他。（市民政局负责）\n", 1, 1, 2, 1, 0},
		{"an enumeration in brackets is no clause", "一、建设站点。建成站点3个。（含市级储备、县级储备和社会储备）\n二、其他。（市民政局负责）\n", 1, 1, 1, 0, 0},
		{"a word in a sentence is no clause", "一、建设站点。压实责任，明确责任单位和牵头人员。（市民政局负责）\n", 1, 1, 1, 0, 0},
	}
	for _, tt := range tests {
		doc, err := parser.Parse("notice", []byte(tt.text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		n := mustExtract(t, doc, extract.Options{})
		c := n.Coverage
		if c.Characters < tt.least || c.Characters > tt.most || c.Clauses != tt.clauses || c.Unparsed != tt.unparsed {
			t.Errorf("%s: %+v\n%+v", tt.name, *c, n.Diagnostics)
		}
		unread, unparsed := 0, 0
		for _, d := range n.Diagnostics {
			switch d.Code {
			case schema.UnreadContent:
				unread++
				if got := doc.Text[d.Span.Start:d.Span.End]; len(got) <= 200 || got[0] == '\n' {
					t.Errorf("%s: the span holds %q", tt.name, string(got))
				}
			case schema.UnparsedResponsibility:
				unparsed++
			}
		}
		if unread != tt.unread || unparsed != tt.unparsed {
			t.Errorf("%s: %d unread-content, %d unparsed-responsibility\n%+v", tt.name, unread, unparsed, n.Diagnostics)
		}
	}
}

// TestCoverageOfTables: a cell of a responsibility column counts as a clause, a dash does not.
func TestCoverageOfTables(t *testing.T) {
	page := `<html><body><p>青禾县任务分解表</p><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>` +
		`<tr><td>1</td><td>建设站点3个</td><td>县民政局</td><td>2025年底前</td></tr>` +
		`<tr><td>2</td><td>培训人员50人次</td><td>/</td><td>2025年底前</td></tr></table></body></html>`
	doc, err := parser.Parse("page", []byte(page), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := mustExtract(t, doc, extract.Options{}).Coverage
	if c.Clauses != 1 || c.Unparsed != 0 || c.Characters < 0.9 {
		t.Errorf("%+v", *c)
	}
}

func TestExplainLine(t *testing.T) {
	text := "一、建设站点。按《云溪市养老条例》，2025年底前建成站点3个、2级站点。（市民政局负责）（站点建设）\n"
	doc, err := parser.Parse("notice", []byte(text), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, ok := extract.ExplainLine(doc, extract.Options{}, 1, 0)
	if !ok {
		t.Fatal("no line 1")
	}
	kinds := map[string]string{}
	for _, v := range l.Values {
		kinds[v.Kind] = v.Text
	}
	if kinds["deadline"] != "2025年底前" || kinds["target"] != "3个" || kinds["department"] != "市民政局" {
		t.Errorf("values: %+v", l.Values)
	}
	lost := map[string]string{}
	for _, o := range l.Lost {
		lost[o.Text] = o.Why
	}
	if !strings.Contains(lost["2级"], "amount/not-name-unit") || !strings.Contains(lost["（站点建设）"], "is no name") {
		t.Errorf("losers: %+v", l.Lost)
	}
	masked := ""
	for _, token := range l.Tokens {
		if token.Masked {
			masked += token.Text
		}
	}
	if !strings.Contains(masked, "《云溪市养老条例》") || strings.Contains(masked, "2025") {
		t.Errorf("masked: %s", masked)
	}
	if sentence, ok := extract.ExplainLine(doc, extract.Options{}, 1, 3); !ok || sentence.Text != "一、建设站点。" || len(sentence.Values) != 0 {
		t.Errorf("the sentence at column 3: %+v", sentence)
	}
	for _, place := range [][2]int{{2, 0}, {0, 0}, {-1, 0}, {1, 999}, {math.MaxInt, 1}} {
		if _, ok := extract.ExplainLine(doc, extract.Options{}, place[0], place[1]); ok {
			t.Errorf("line %d, column %d is in the text", place[0], place[1])
		}
	}
}

// TestCoverageOfClasses: what stands in brackets behind a class of bodies is a note on it; a
// clause behind a sentence that says 各 is one all the same.
func TestCoverageOfClasses(t *testing.T) {
	for text, unparsed := range map[string]int{
		"一、抓好落实。任务分到各镇（街道、管委会）\n":     0,
		"一、抓好落实。落实各项。（某某一号、某某二号牵头）\n": 1,
	} {
		doc, err := parser.Parse("notice", []byte(text), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if c := mustExtract(t, doc, extract.Options{}).Coverage; c.Unparsed != unparsed {
			t.Errorf("%s%+v", text, *c)
		}
	}
}
