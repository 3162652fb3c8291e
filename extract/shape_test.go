package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// shapes are texts of one kind repeated n times, the kinds that once cost more than their
// length: what is looked up in a list that grows with the text, and what never ends.
var shapes = []struct {
	name   string
	format string
	write  func(n int) string
}{
	{"attachments and citations", "text", func(n int) string {
		return head + "一、重点任务\n" + each(n, "按照《关于做好第%d项工作的意见》执行。\n") + "2024年1月5日\n" +
			each(n, "\n附件%[1]d\n第%[1]d类任务清单\n1.推进第%[1]d项建设。（市财政局负责）\n")
	}},
	{"notes that add departments", "text", func(n int) string {
		return head + "一、重点任务\n" + each(n, "%[1]d.推进第%[1]d项建设。（市财政局牵头，以下责任单位均包括第%[1]d开发区管委会）\n")
	}},
	{"clauses in one item", "text", func(n int) string {
		return head + "一、重点任务\n1.推进建设。" + each(n, "推进第%d项建设。（市财政局负责）")
	}},
	{"quotes in one line", "text", func(n int) string { return head + "一、重点任务\n" + strings.Repeat("推进“", n) }},
	{"open brackets", "text", func(n int) string { return head + "一、重点任务\n" + strings.Repeat("（市财政局", n) }},
	{"labels", "text", func(n int) string {
		return head + strings.Repeat("（一）推进。（二）推进。（三）推进。", n)
	}},
	{"times in one line", "text", func(n int) string { return head + "一、重点任务\n到" + strings.Repeat("2025年、", n) }},
	{"times of one list", "text", func(n int) string { return head + "一、重点任务\n" + strings.Repeat("2025年、", n) }},
	{"amounts in one sentence", "text", func(n int) string { return head + "一、重点任务\n建成" + each(n, "示范点%d个、") }},
	{"names in one clause", "text", func(n int) string {
		return head + "一、重点任务\n推进建设。（" + each(n, "市第%d开发区管委会、") + "市财政局负责）"
	}},
	{"names behind a label", "text", func(n int) string {
		return head + "一、重点任务\n推进建设。\n责任单位：" + each(n, "市第%d开发区管委会、") + "市财政局"
	}},
	{"blank lines", "text", func(n int) string { return head + strings.Repeat("\n", n) + "一、推进建设。" }},
	{"pipes", "text", func(n int) string { return head + strings.Repeat("|", n) }},
	{"cells on lines", "text", func(n int) string {
		return head + "序号|\n任务|\n单位|\n" + each(n, "%d|\n推进建设|\n市财政局|\n")
	}},
	{"rows with tabs", "text", func(n int) string {
		return head + "序号\t任务\t责任单位\n" + each(n, "%d\t推进建设\t市财政局\n")
	}},
	{"open titles", "text", func(n int) string { return head + strings.Repeat("《", n) }},
	{"places", "text", func(n int) string { return head + "一、重点任务\n" + strings.Repeat("云溪市青石区", n) }},
	{"addressees", "text", func(n int) string {
		return "关于印发任务分工的通知\n\n" + each(n, "第%d开发区管委会、") + "市财政局：\n\n一、推进建设。"
	}},
	{"attachment note", "text", func(n int) string {
		return head + "一、推进建设。\n附件：" + each(n, "%[1]d.第%[1]d类任务清单\n")
	}},
	{"nested elements", "html", func(n int) string { return page(strings.Repeat("<div>", n) + "推进建设") }},
	{"unclosed elements", "html", func(n int) string { return page(strings.Repeat("<b><p>推进", n)) }},
	{"classes", "html", func(n int) string {
		return page(each(n, `<div class="content title%[1]d">推进第%[1]d项建设，到2025年完成。</div>`))
	}},
	{"rows of the same work", "text", func(n int) string {
		return head + "序号 | 任务 | 单位\n" + each(n, "%d | 推进建设 | 市财政局\n")
	}},
	{"spanning rows", "html", func(n int) string {
		return page("<table>" + strings.Repeat("<tr><td rowspan=1000>甲</td><td>乙</td></tr>", n) + "</table>")
	}},
}

const head = "关于印发重点工作任务分工的通知\n\n各有关单位：\n\n"

func page(body string) string {
	return "<html><body><div id=zoom><p>关于印发重点工作任务分工的通知</p><p>各有关单位：现将重点工作任务分工印发给你们，" +
		"请认真组织实施，按时完成各项任务。</p>" + body + "</body></html>"
}

// each writes the numbers 1 to n into a format, one behind the other.
func each(n int, format string) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// BenchmarkShape reads each shape in three sizes: the time for a byte must not grow with
// them.
func BenchmarkShape(b *testing.B) {
	for _, shape := range shapes {
		for _, n := range []int{1000, 4000, 16000} {
			data := []byte(shape.write(n))
			b.Run(fmt.Sprintf("%s/%d", shape.name, n), func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					doc, err := parser.Parse("shape", data, parser.Options{Format: shape.format})
					if err != nil {
						b.Fatal(err)
					}
					mustExtract(b, doc, extract.Options{})
				}
			})
		}
	}
}
