package layout_test

import (
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/internal/press"
	"github.com/policyx/policyx/parser/layout"
)

// The elements above the red line of a letterhead (GB/T 9704-2012, clause 7.2) come out of a PDF
// and an OFD, the number on one line with who signs among them; without them there are none.
func TestRedHead(t *testing.T) {
	body := []press.Block{
		{Text: "云溪市人民政府关于印发云溪市湿地修复方案的通知", Centre: true, Size: 22},
		{Text: "各县（区）人民政府，市政府各部门：", Flush: true},
		{Text: "现将《云溪市湿地修复方案》印发给你们，请认真执行。"},
		{Text: "一、修复湿地。2025年底前修复湿地12公顷。（责任单位：市林业局）"},
		{Text: "二、建设步道。2026年底前建成步道3公里。（责任单位：市住建局）"},
		{Text: "云溪市人民政府　　"},
		{Text: "2024年3月5日　　"},
	}
	for name, c := range map[string]struct {
		above []press.Block
		want  [5]string // 份号, 密级, 紧急程度, 签发人, 发文字号
	}{
		"all": {
			[]press.Block{
				{Text: "000012", Flush: true}, {Text: "秘密★1年", Flush: true}, {Text: "特急", Flush: true},
				{Text: "云溪市人民政府文件", Centre: true, Size: 40},
				{Text: "云政发〔2024〕12号", Right: "签发人：李四方", Flush: true},
			},
			[5]string{"000012", "秘密★1年", "特急", "李四方", "云政发〔2024〕12号"},
		},
		"words set apart, no term": {
			[]press.Block{
				{Text: "000012", Flush: true}, {Text: "机 密", Flush: true}, {Text: "加 急", Flush: true},
				{Text: "云溪市人民政府文件", Centre: true, Size: 40},
				{Text: "云政发〔2024〕12号", Right: "签发人：李 四", Flush: true},
			},
			[5]string{"000012", "机密", "加急", "李四", "云政发〔2024〕12号"},
		},
		"copy number and urgency on one line": {
			[]press.Block{
				{Text: "000012", Right: "特急", Flush: true},
				{Text: "云溪市人民政府文件", Centre: true, Size: 40},
				{Text: "云政发〔2024〕12号", Right: "签发人：李四", Flush: true},
			},
			[5]string{"000012", "", "特急", "李四", "云政发〔2024〕12号"},
		},
		"the number alone": {
			[]press.Block{
				{Text: "云溪市人民政府文件", Centre: true, Size: 40},
				{Text: "云政发〔2024〕12号", Centre: true},
			},
			[5]string{"", "", "", "", "云政发〔2024〕12号"},
		},
	} {
		pages := press.Print(append(c.above, body...), press.Style{Number: "— %d —"})
		line := 90 + 28*float64(len(c.above)) + 24 - 16
		pages[0].Rules = append(pages[0].Rules, layout.Rule{X0: 74, Y0: line, X1: 521, Y1: line})
		for format, data := range map[string][]byte{"twin.pdf": press.PDF(pages, press.PDFOptions{}), "twin.ofd": press.OFD(pages)} {
			n, err := extract.Read(format, data, parser.Options{}, extract.Options{})
			if err != nil {
				t.Fatal(err)
			}
			m := n.Metadata
			got := [...]string{m.CopyNumber, m.Secrecy, m.Urgency, m.Signatory, m.DocumentNumber}
			if got != c.want {
				t.Errorf("%s, %s: %q, want %q", name, format, got, c.want)
			}
			if m.Title != "云溪市人民政府关于印发云溪市湿地修复方案的通知" || m.Issuer != "云溪市人民政府" || m.Issued != "2024-03-05" || len(n.Tasks) != 2 {
				t.Errorf("%s, %s: title %q, issuer %q, issued %s, %d tasks", name, format, m.Title, m.Issuer, m.Issued, len(n.Tasks))
			}
		}
	}
}
