package extract_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// FuzzExtract holds the whole way, bytes to notice: no panic, and every span says what
// it claims.
func FuzzExtract(f *testing.F) {
	for _, data := range notices(f) {
		f.Add(data)
	}
	f.Add([]byte("一、任务\n1.甲。2025年底前,建成3个。(市民政局牵头)\n1.乙。"))
	f.Add([]byte("附件\n序号|工作任务|牵头单位|时间进度\n1|甲|市民政局|持续实施\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 {
			t.Skip()
		}
		doc, err := parser.Parse("fuzz", data, parser.Options{})
		if errors.Is(err, parser.ErrInternal) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		n := mustExtract(t, doc, extract.Options{})
		if faults := spanFaults(doc.Text, n); len(faults) > 0 {
			t.Fatal(faults[0])
		}
	})
}

// TestHostileTextEnds reads texts that repeat what begins a rule or an item: what grows
// with the square of the length does not end in the suite's time.
func TestHostileTextEnds(t *testing.T) {
	for _, piece := range []string{
		"一", "(一)", "1.", "《", "(市民政局", "市民政局、", "到2025年", "不少于", "第一条", "|", "甲|\n", "附件:1.", "各", "牵头单位:", "2025年底前建成3个。", "一、", "。(一)",
	} {
		text := "关于工作的通知\n一、任务\n" + strings.Repeat(piece, 200_000/len(piece))
		doc, err := parser.Parse("hostile", []byte(text), parser.Options{Fragment: true})
		if err != nil {
			t.Errorf("%q: %v", piece, err)
			continue
		}
		mustExtract(t, doc, extract.Options{})
	}
}
