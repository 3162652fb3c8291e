package parser_test

import (
	"fmt"

	"github.com/policyx/policyx/parser"
)

func ExampleParse() {
	doc, err := parser.Parse("notice.txt", []byte("一、主要任务\n（一）改造管网。尽快完成。\n（二）完善制度。"), parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, section := range doc.Parts[0].Items {
		for _, item := range section.Children {
			fmt.Println(item.Marker.Label, doc.Join(doc.TitleOf(item.Own[0])), doc.Span(item.Range).Line)
		}
	}
	// Output:
	// 一 改造管网 2
	// 二 完善制度 3
}
