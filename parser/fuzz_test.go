package parser_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
)

// pieces are what outlines are made of: labels of every kind, headings, clauses, lines of heads, attachments and
// tables, closings, breaks.
var pieces = []string{
	"\n", "\n", "\n", "　　", "。", "；", "：", "，", "、", "（", "）", "一、", "二、", "三、", "十一、", "（一）", "（二）", "（三）", "1.", "2.", "3.", "1、", "5、3、",
	"1.1", "1.2", "1.1.1 ", "1 总则", "（1）", "（2）", "①", "②", "③", "第一条 ", "第二条 ", "第一章 总则", "第二章 职责", "第一节 ", "第一，", "任务一：", "任务二：", "专栏1 ", "专栏2 ",
	"总体要求", "重点任务", "培育专业评估组织", "修缮危房", "2025年底前修缮危房30户", "执业（助理）医师", "市民政局负责", "（市民政局牵头，市财政局配合）", "责任单位：市水务局", "云溪市人民政府",
	"关于修缮危房的通知", "云溪市人民政府关于做好安居工作的通知", "云政发〔2024〕6号", "各县（市、区）人民政府：", "2024年3月5日", "（此件公开发布）", "附件：1.任务清单 2.名单", "附件1", "附件2",
	"任务清单", "目录", "序号|任务|责任单位\n", "1|修缮危房|市住建局\n", "|", "\t", "抄送：", "本办法自2024年6月1日起施行。", "各乡镇、各部门要认真落实本意见。", "《安居条例》", "政策解读", "- 1 -", "12",
}

// written makes a text of data, a piece a byte.
func written(data []byte) string {
	var b strings.Builder
	for _, c := range data {
		b.WriteString(pieces[int(c)%len(pieces)])
	}
	return b.String()
}

// FuzzOutline holds the way from a reading to a Document: ranges in order, items one within the other, no text
// lost between them.
func FuzzOutline(f *testing.F) {
	f.Add([]byte{47, 0, 42, 0, 11, 43, 0, 13, 44, 4, 46, 51, 0, 14, 45, 4, 12, 43, 0, 18, 45, 4, 19, 45})
	f.Add([]byte{54, 0, 56, 0, 57, 0, 11, 43, 30, 45, 4, 31, 46, 4, 0, 32, 45, 51, 0, 62, 0, 63, 0, 65, 0, 18, 45})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			t.Skip()
		}
		text := written(data)
		doc, err := parser.Parse("fuzz", []byte(text), parser.Options{Fragment: true, Format: "text"})
		if internal := (*parser.InternalError)(nil); errors.As(err, &internal) {
			t.Fatalf("%v\n%s\n%s", err, text, internal.Stack)
		}
		if err != nil {
			return
		}
		if fault := outlineFault(doc); fault != "" {
			t.Fatalf("%s\n%s\n%s", fault, text, print(doc))
		}
	})
}

// outlineFault says what is wrong with a document's parts and items; "" for nothing. kept is what else is held.
func outlineFault(d *parser.Document, kept ...block.Range) string {
	end := 0
	for _, r := range d.Ranges() {
		if r.Start < end || r.End < r.Start || r.End > len(d.Text) {
			return fmt.Sprintf("the paragraph %v stands behind %d", r, end)
		}
		end = r.End
	}
	held := make([]bool, len(d.Text))
	hold := func(ranges ...block.Range) {
		for _, r := range ranges {
			for i := r.Start; i < r.End; i++ {
				held[i] = true
			}
		}
	}
	for _, p := range d.Parts {
		hold(p.Title...)
		hold(p.Loose...)
		hold(p.Closing...)
		for _, t := range p.Tables {
			hold(t.Range, t.Caption)
		}
	}
	hold(headOf(d)...)
	hold(kept...)
	for _, p := range d.Parts {
		if fault := itemsFault(p.Items, p.Range, hold); fault != "" {
			return fault
		}
	}
	return lostFault(d, held)
}

// headOf returns what the head of a document holds.
func headOf(d *parser.Document) []block.Range {
	h := d.Head
	out := append(append(append([]block.Range{h.Number, h.Date, h.Note, h.Addressees, h.Imprint}, h.Title...), h.Enclosure...), h.Signature...)
	for _, a := range h.Attachments {
		out = append(out, a...)
	}
	return out
}

// itemsFault says what is wrong with items that have to lie within a stretch, one behind the other.
func itemsFault(items []*parser.Item, within block.Range, hold func(...block.Range)) string {
	at := within.Start
	for _, it := range items {
		if it.Start < at || it.End > within.End || it.End < it.Start {
			return fmt.Sprintf("item %s at %v stands outside of %d to %d", it.Marker.Label, it.Range, at, within.End)
		}
		if it.Marker.Start < it.Start || it.Marker.End > it.End || it.Marker.Len() == 0 {
			return fmt.Sprintf("the label %s at %v is not in its item at %v", it.Marker.Label, it.Marker.Range, it.Range)
		}
		hold(it.Marker.Range)
		own := it.Marker.End
		for _, r := range it.Own {
			if r.Start < own || r.End > it.End || r.End < r.Start {
				return fmt.Sprintf("the paragraph %v of item %s stands outside of %d to %d", r, it.Marker.Label, own, it.End)
			}
			own = r.End
			hold(r)
		}
		for _, t := range it.Tables {
			hold(t.Range, t.Caption)
		}
		if fault := itemsFault(it.Children, block.Range{Start: it.Marker.End, End: it.End}, hold); fault != "" {
			return fault
		}
		at = it.End
	}
	return ""
}

var headLines = regexp.MustCompile(`附件|3月5日|6号|公开发布`)

// lostFault says which text of the outline is held by nothing: between the first item of a part and its last one
// all is some item's, the head's, or another part's.
func lostFault(d *parser.Document, held []bool) string {
	for _, p := range d.Parts {
		if len(p.Items) == 0 {
			continue
		}
		first, last := p.Items[0].Start, p.Items[len(p.Items)-1].End
		for _, r := range d.Ranges() {
			line := strings.TrimSpace(string(d.Text[r.Start:r.End]))
			if utf8.RuneCountInString(strings.Join(strings.Fields(line), "")) < 60 && headLines.MatchString(line) || strings.HasPrefix(line, "附件") {
				continue // the head holds one of each, and not their labels
			}
			if strings.Count(line, "政策解读") > 2 || strings.HasPrefix(line, "政策解读：") && r.Len() <= 100 && !strings.Contains(line, "。") {
				continue // the bar of a site, or one link of it
			}
			for i := max(r.Start, first); i < min(r.End, last); i++ {
				if c := d.Folded[i]; !held[i] && c >= 0x4E00 && c <= 0x9FFF {
					return fmt.Sprintf("%q at %d is nobody's", string(d.Text[i:min(r.End, last)]), i)
				}
			}
		}
	}
	return ""
}
