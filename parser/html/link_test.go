package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

func TestLinks(t *testing.T) {
	const page = `<html><head><base href="https://example.com/zwgk/t1/"><title>青禾县养老服务方案</title></head><body>
<div class="nav"><a href="/help.pdf">网站使用手册</a><a href="/index.html">首页</a></div>
<div class="content">` + prose + `
<p>附件：<a href="./P1.docx">1.幸福食堂清单</a></p>
<p><a href="./P2.pdf"><img src="pdf.png"></a><a href="P2.pdf">2.补贴标准.pdf</a></p>
<p><a href="/download?id=3&amp;file=P3.xlsx">3.责任分工</a><a href="/policy.html">相关政策</a></p>
<p><a href="javascript:open('a.docx')">打印.docx</a><a href="#a.docx">页内</a><a href="P4.zip"><img src="zip.png"></a></p></div>
<div class="fj"><a href="/f/5">附件5：申请表.doc</a><a href="/f/6.doc">附件6：名单</a><a href="/f/7.doc">下载客户端</a></div>
</body></html>`
	r, _ := read(t, page)
	var got []string
	for _, l := range r.Links {
		if l.Len() > 0 && string(r.Text[l.Start:l.End]) != l.Text {
			t.Errorf("%q stands at %v, where the text is %q", l.Text, l.Range, string(r.Text[l.Start:l.End]))
		}
		place := ""
		if l.Len() > 0 {
			place = "+"
		}
		got = append(got, l.Text+place+" "+strings.TrimPrefix(l.Href, "https://example.com"))
	}
	want := []string{
		"1.幸福食堂清单+ /zwgk/t1/P1.docx", "2.补贴标准.pdf+ /zwgk/t1/P2.pdf", "3.责任分工+ /download?id=3&file=P3.xlsx", " /zwgk/t1/P4.zip",
		"附件5：申请表.doc /f/5", "附件6：名单+ /f/6.doc",
	}
	if !slices.Equal(got, want) {
		t.Errorf("links\n%q, want\n%q", got, want)
	}
}

// Attachments named beside the text behind the bound are said to be left out, and none where there are just as many.
func TestManyAttachments(t *testing.T) {
	for _, n := range []int{mostAttachments, mostAttachments + 1} {
		var list strings.Builder
		for i := range n {
			fmt.Fprintf(&list, `<div><a href="/f/%d.doc">附件%d：清单.doc</a></div>`, i, i+1)
		}
		r, remarks := read(t, `<div id="zoom">`+prose+`</div><div>`+list.String()+`</div>`)
		said := slices.ContainsFunc(remarks, func(d schema.Diagnostic) bool { return d.Message == moreAttachments().Message })
		if got := strings.Count(string(r.Text), "：清单"); got != mostAttachments || said != (n > mostAttachments) {
			t.Errorf("%d attachments: %d taken, %v", n, got, remarks)
		}
	}
}

// Links behind the bound are said to be left out, and none where there are just as many.
func TestManyLinks(t *testing.T) {
	for _, n := range []int{mostLinks, mostLinks + 1} {
		var list strings.Builder
		for i := range n {
			fmt.Fprintf(&list, `<p><a href="%d.doc">附件%d：清单</a></p>`, i, i+1)
		}
		r, remarks := read(t, prose+list.String())
		said := slices.ContainsFunc(remarks, func(d schema.Diagnostic) bool { return d.Message == moreLinks().Message })
		if len(r.Links) != mostLinks || said != (n > mostLinks) {
			t.Errorf("%d links: %d taken, %v", n, len(r.Links), remarks)
		}
	}
}
