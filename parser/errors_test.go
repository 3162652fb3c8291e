package parser

import (
	"errors"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
)

// TestCheckNotice holds what is a notice or a part of one against what is neither.
func TestCheckNotice(t *testing.T) {
	scan := []schema.Diagnostic{{Severity: schema.Error, Code: schema.NoTextLayer, Message: "Page 1 holds only pictures of text."}}
	tests := []struct {
		text    string
		remarks []schema.Diagnostic
		want    string // part of the message, "" for a notice
	}{
		{"（市民政局负责）", nil, ""},
		{"2025年底前完成", nil, ""},
		{"一、建设", nil, ""},
		{"关于印发云溪市养老服务实施方案的通知", nil, ""},
		{"| 3 | 12.5 | 18.7 | 建成站点 |", nil, ""},
		{"市民政局", nil, "too short"},
		{"hello", nil, "no Chinese text"},
		{"1.", nil, "no Chinese text"},
		{" \n ", nil, "no readable text"},
		{" \n ", scan, "Page 1 holds only pictures of text"},
		{"一、建设", scan, ""},
	}
	for _, tt := range tests {
		err := checkNotice(&block.Reading{Text: []rune(tt.text)}, tt.remarks)
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%q: %v", tt.text, err)
		case tt.want != "" && (!errors.Is(err, ErrNoNotice) || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%q: %v, want %q", tt.text, err, tt.want)
		}
	}
}

// TestTextKinds holds texts of other kinds against notices that look a little like them.
func TestTextKinds(t *testing.T) {
	tests := []struct{ text, want string }{
		{"schema: policyx/v1\nsource:\n  name: 通知.txt\n", "what policyx wrote"},
		{"{\n  \"schema\": \"policyx/v1\",\n  \"source\": {\"name\": \"通知.txt\"", "what policyx wrote"},
		{`[{"id": 1, "text": "一、重点任务"}]`, "JSON"},
		{"[bookmark: _GoBack]关于做好供暖工作的通知\n一、重点任务", ""},
		{"{通知}\n一、重点任务", ""},
		{"标题: 关于供暖的通知\n文号: 云政办发〔2024〕3号\n日期: 2024年3月5日\n一、重点任务", ""},
		{"序号,任务,单位\n1,\"建设站点,3个\",市民政局\n", ""},
		{"序号\t工作任务\t责任单位\n1\t建设站点3个\t市民政局\n", ""},
		{"一、抓培训,到2025年,培训50人次\n二、抓建设,到2025年,建成站点3个\n", ""},
		{"云溪市,青石县,枫桥区人民政府:\n一、抓建设,到2025年,建成站点3个\n", ""},
		{"body {\n  margin: 0;\n}\n", "program"},
		{"let 任务 = [\n  fetch(url),\n];\n", "program"},
		{"1.推广使用Python语言;\n2.推广使用Go语言;\n3.推进IPv6改造;\n", ""},
	}
	for _, tt := range tests {
		_, err := Parse("text", []byte(tt.text), Options{})
		var kind *source.UnsupportedError
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%q: %v", tt.text, err)
		case tt.want != "" && (!errors.As(err, &kind) || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%q: %v, want %q", tt.text, err, tt.want)
		}
	}
}

// TestForeignTables: a table whose columns no Chinese word names is data of a program, whatever its cells say.
func TestForeignTables(t *testing.T) {
	for _, text := range []string{
		"a,b,c\n1,2,3\n",
		"file\tlevel\ttopic\n任务.html\tcity\t托育\n通知.txt\tcity\t\"养老\" 服务\n",
		"id,task,unit\n1,建设养老服务中心十所并投入使用。,市民政局\n",
	} {
		if _, err := Parse("text", []byte(text), Options{}); !errors.Is(err, ErrNoNotice) {
			t.Errorf("%q: %v, want it refused", text, err)
		}
	}
}
