package parser

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/source"
)

func TestShorten(t *testing.T) {
	for most, want := range map[int]struct {
		text   int
		blocks []block.Range
	}{
		12: {10, []block.Range{{Start: 0, End: 4}, {Start: 5, End: 10}}},
		10: {10, []block.Range{{Start: 0, End: 4}, {Start: 5, End: 10}}},
		9:  {5, []block.Range{{Start: 0, End: 4}}}, // the table is not whole
		4:  {4, []block.Range{{Start: 0, End: 4}}},
		3:  {3, []block.Range{{Start: 0, End: 3}}},
	} {
		r := &block.Reading{
			Text:   []rune("甲乙丙丁\n子丑寅卯辰"),
			Blocks: []block.Block{{Range: block.Range{Start: 0, End: 4}}, {Range: block.Range{Start: 5, End: 10}, Grid: &block.Grid{}}},
			Pages:  []int{0, 5},
		}
		cut := shorten(r, most)
		var blocks []block.Range
		for _, b := range r.Blocks {
			blocks = append(blocks, b.Range)
		}
		if len(r.Text) != want.text || !reflect.DeepEqual(blocks, want.blocks) || cut != (most < 10) || len(r.Pages) != min(2, 1+want.text/6) {
			t.Errorf("%d: %d characters, blocks %v, cut %v, pages %v", most, len(r.Text), blocks, cut, r.Pages)
		}
	}
}

// TestMostCharacters: what is longer than is read of one notice is told, in each format that is
// decoded here, and what stands before is read.
func TestMostCharacters(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: ten million characters")
	}
	const head = "云溪市人民政府关于做好重点工作的通知\n\n各有关单位：\n\n一、推进建设。（市财政局牵头，市民政局配合）\n二、加强管理。（市水务局牵头）\n"
	html := "<html><body><p>" + strings.ReplaceAll(head, "\n", "</p><p>")
	fill := strings.Repeat(" \n", source.MostCharacters/2)
	for text, cut := range map[string]bool{
		head + fill[:len(fill)-100]: false, head + fill: true,
		html + "</p>" + fill[:len(fill)-200]: false, html + fill: true,
		html + strings.Repeat("<b>", 1_000_000): true,
	} {
		d, err := Parse("n", []byte(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		told := slices.ContainsFunc(d.Diagnostics, saysCut)
		if told != cut || len(d.Parts[0].Items) != 2 {
			t.Errorf("%.20s… of %d bytes: told %v, %d items", text, len(text), told, len(d.Parts[0].Items))
		}
	}
}
