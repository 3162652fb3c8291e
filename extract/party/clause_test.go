package party

import (
	"os"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/schema"
)

// places are the jurisdictions of testdata/clauses.tsv by level.
var places = map[string]string{"province": "清江省", "city": "云溪市", "county": "云溪市柳湾区"}

func TestClauses(t *testing.T) {
	data, err := os.ReadFile("testdata/clauses.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line+"\t\t\t\t", "\t")
		rows++
		got := summary(Clauses(read(f[1]), 0, read(f[1]).Len(), Context{Level: schema.Level(f[0]), Place: places[f[0]]}, false))
		if want := [4]string{f[2], f[3], f[4], f[5]}; got != want {
			t.Errorf("%s\n got %q\nwant %q", f[1], got, want)
		}
	}
	if rows < 250 {
		t.Errorf("only %d rows", rows)
	}
}

// read returns the stream of a text in which \n stands for a line break.
func read(text string) *lex.Stream {
	r, _ := streamed(strings.ReplaceAll(text, `\n`, "\n"))
	return lexed(r)
}

// summary returns lead, support, responsible and what else clauses say.
func summary(clauses []Clause) [4]string {
	var names [3][]string
	var more []string
	for _, c := range clauses {
		for _, d := range c.Departments {
			k := map[Role]int{Lead: 0, Support: 1, Responsible: 2}[d.Role]
			names[k] = append(names[k], d.Name)
		}
		more = append(more, remarks(c)...)
	}
	return [4]string{strings.Join(names[0], " "), strings.Join(names[1], " "), strings.Join(names[2], " "), strings.Join(more, " ")}
}

func remarks(c Clause) []string {
	var more []string
	for _, r := range []struct {
		on   bool
		word string
	}{{c.Open, "open"}, {c.LeadFirst, "first"}, {c.LeadGroup, "group"}, {!c.Understood, "misread"}} {
		if r.on {
			more = append(more, r.word)
		}
	}
	for _, d := range c.Inherit {
		more = append(more, "+"+d.Name)
	}
	return more
}

func TestNotesHoldForWhatFollows(t *testing.T) {
	s := read("修订目录。(市水务局、财政局负责。列第一位者为牵头单位,下同)公布目录。(市司法局、审计局)清理目录。(市商务局牵头,市财政局配合,市统计局负责)")
	got := summary(Clauses(s, 0, s.Len(), Context{Place: "云溪市"}, false))
	if want := [4]string{"市水务局 市司法局 市商务局", "市财政局 市审计局 市财政局", "市统计局", "first"}; got != want {
		t.Errorf("got %q", got)
	}
	s = read("修订目录。(市水务局、财政局,市审计局)")
	for _, tt := range []struct {
		ctx  Context
		lead string
	}{{Context{}, ""}, {Context{LeadFirst: true}, "市水务局"}, {Context{LeadGroup: true}, "市水务局 市财政局"}} {
		if got := summary(Clauses(s, 0, s.Len(), tt.ctx, false)); got[0] != tt.lead {
			t.Errorf("%+v: got %q", tt.ctx, got)
		}
	}
	s = read("修订目录。(市水务局指导)")
	if got := summary(Clauses(s, 0, s.Len(), Context{Inherits: true}, false)); got[1] != "市水务局" {
		t.Errorf("got %q", got)
	}
}

func TestPlacesStayWhole(t *testing.T) {
	ctx := Context{Place: "某某门户,某某直播", Places: []string{"松林新区管理服务"}}
	s := read("修订目录。(市水务局、财政局和人民银行某某门户，某某直播分行、松林水务分局,松林新区管理服务中心负责)")
	got := summary(Clauses(s, 0, s.Len(), ctx, false))
	if want := "市水务局 市财政局 人民银行某某门户,某某直播分行 松林水务分局 松林新区管理服务中心"; got[2] != want {
		t.Errorf("got %q", got)
	}
}

func TestClauseBounds(t *testing.T) {
	for _, tt := range []struct{ text, whole, inner string }{
		{"改造管网。(市水务局负责)", "(市水务局负责)", "市水务局负责"},
		{"改造管网(市水务局负责)。", "(市水务局负责)", "市水务局负责"},
		{"改造管网。(市水务局负责)。", "(市水务局负责)。", "市水务局负责"},
		{`改造管网。\n责任单位：市水务局。\n`, "责任单位:市水务局。", "责任单位:市水务局"},
		{"改造管网。(牵头单位：市水务局)(配合单位：市财政局)", "(牵头单位:市水务局)(配合单位:市财政局)", "牵头单位:市水务局)(配合单位:市财政局"},
		{"改造管网。市水务局牵头,市财政局配合。", "市水务局牵头,市财政局配合。", "市水务局牵头,市财政局配合"},
		{"改造管网。市水务局负责)", "市水务局负责)", "市水务局负责"},
		{"改造管网。(市水务局负责", "(市水务局负责", "市水务局负责"},
		{`改造管网。\n【牵头单位】市水务局\n【配合单位】市财政局`, "【牵头单位】市水务局【配合单位】市财政局", "牵头单位】市水务局【配合单位】市财政局"},
	} {
		s := read(tt.text)
		c := Clauses(s, 0, s.Len(), Context{}, false)
		if len(c) != 1 {
			t.Errorf("%s: %d clauses", tt.text, len(c))
			continue
		}
		if got := s.String(c[0].Start, c[0].End); got != tt.whole {
			t.Errorf("%s: got %s", tt.text, got)
		}
		if got := s.String(c[0].InnerStart, c[0].InnerEnd); got != tt.inner {
			t.Errorf("%s: inner %s", tt.text, got)
		}
	}
}

func TestUnreadClausesAreReported(t *testing.T) {
	for _, text := range []string{"改造管网。(责任单位：另行通知后再行确定并公布到位)", "改造管网。(市水务局牵头，按要求推进到位后移交)", `改造管网。\n责任单位：由领导小组会议研究确定后公布`} {
		s := read(text)
		c := Clauses(s, 0, s.Len(), Context{}, false)
		if len(c) != 1 || c[0].Understood || len(c[0].Departments) > 0 {
			t.Errorf("%s: %+v", text, c)
		}
	}
}
