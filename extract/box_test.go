package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// A box in a frame ends with its frame: the item that it interrupts goes on behind it, and neither
// has what the other says. Without one, a box goes on to the next label.
func TestBoxes(t *testing.T) {
	const before = "<p>一、重点任务</p><p>（一）推动产业升级</p><p>补齐短板，加快建设各类园区，支持企业入驻。</p>"
	const box = "<p>专栏1 基础软件</p><p>操作系统。攻关100项技术。</p><p>1.数据库。突破引擎。（市科技局负责）</p>"
	const after = "<p>培育企业50家，做强信息服务。（市商务局负责）</p><p>（二）提升保障水平</p><p>夯实基础，完善机制，落实经费。</p>"
	frame := func(s string) string { return "<table><tr><td>" + s + "</td></tr></table>" }
	const open = "一 推动产业升级|专栏1 基础软件 =100 市科技局|专栏1 基础软件 =50 市商务局|二 提升保障水平"
	const whole = "一 推动产业升级 =50 市商务局|专栏1 基础软件 =100 市科技局|二 提升保障水平"
	for _, c := range []struct{ name, body, want string }{
		{"a frame", before + frame(box) + after, whole},
		{"a heading and a frame", before + strings.Replace(box, "</p>", "</p><table><tr><td>", 1) + "</td></tr></table>" + after, whole},
		{"two frames, one behind the other", before + frame(box) + frame("<p>专栏2 平台</p><p>建设平台3个。</p>") + after,
			"一 推动产业升级 =50 市商务局|专栏1 基础软件 =100 市科技局|专栏2 平台 =3|二 提升保障水平"},
		{"a frame around all", frame(before + box + after), open},
		{"no frame", before + box + after, open},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := "<html><body><div><h1>云溪市产业发展规划</h1><p>为推动全市产业加快发展，结合实际，制定本规划。</p>" + c.body + "</div></body></html>"
			doc, err := parser.Parse("x.html", []byte(page), parser.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, task := range mustExtract(t, doc, extract.Options{}).Tasks {
				s := task.Number + " " + task.Title
				for _, g := range task.Targets {
					s += fmt.Sprint(" =", g.Value)
				}
				if task.Departments != nil {
					s += " " + task.Departments.Responsible[0].Name
				}
				got = append(got, s)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}
