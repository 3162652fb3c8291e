package extract

import (
	"strings"

	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/lexicon"
)

// title returns the item's title, without the clause that may stand behind it.
func (x *extractor) title(it *parser.Item) block.Range {
	if len(it.Own) == 0 || it.Own[0].Start > it.Marker.End+8 && strings.ContainsRune(string(x.doc.Folded[it.Marker.End:it.Own[0].Start]), '\n') {
		return block.Range{Start: it.Marker.End, End: it.Marker.End}
	}
	first := it.Own[0]
	for _, c := range x.clauses[it] {
		if at := x.stream.Range(c.Start, c.End); at.Start < first.End {
			first.End = max(at.Start, first.Start)
			break
		}
	}
	title := x.doc.TitleOf(first)
	if title.Len() > 0 && len(it.Own) == 1 && len(it.Children) > 0 && x.endsWith(first, ':') && first.End-title.End <= 1 &&
		(x.leadsToList(it) || lexicon.Below().In(string(x.doc.Folded[title.Start:title.End]))) {
		return block.Range{Start: it.Marker.End, End: it.Marker.End} // the beginning of a sentence: 企业须具备下列条件:, 评估按下列程序进行:
	}
	return title
}

// headingText returns the title, or the first sentence of an item without one.
func (x *extractor) headingText(it *parser.Item, title block.Range) string {
	if title.Len() > 0 {
		return x.doc.Join(title)
	}
	if len(it.Own) == 0 {
		return it.Marker.Label
	}
	first := it.Own[0]
	for i := first.Start; i < first.End; i++ {
		if x.doc.Folded[i] == '。' {
			first.End = i
			break
		}
	}
	return x.doc.Join(first)
}

// pathEntry returns the label and heading of an item as they stand.
func (x *extractor) pathEntry(it *parser.Item, title block.Range) string {
	label := x.doc.Join(it.Marker.Range)
	if k := it.Marker.Kind; k == parser.Article || k == parser.Decimal || k.Heading() {
		label += " "
	}
	return label + x.headingText(it, title)
}
