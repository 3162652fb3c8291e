package parser_test

import (
	"archive/zip"
	"bytes"
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

func ExampleParseAll() {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, file := range [][2]string{
		{"附件1.txt", "管网清单\n一、改造管网。每月检查1次。（市水务局负责）"},
		{"通知.txt", "云溪市人民政府关于改造管网的通知\n各县（市、区）人民政府：\n一、改造管网。年底前改造管网5公里。（市水务局负责）"},
	} {
		if f, err := w.Create(file[0]); err == nil {
			fmt.Fprintln(f, file[1])
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
		return
	}
	for doc, err := range parser.ParseAll("notices.zip", packed.Bytes(), parser.Options{}) {
		if err != nil {
			fmt.Println(err) // this one cannot be read; the others can
			continue
		}
		for _, part := range doc.Source.Parts {
			fmt.Println(doc.Source.Name, part.Name, part.Start)
		}
	}
	// Output:
	// notices.zip 通知.txt 0
	// notices.zip 附件1.txt 57
}

func ExampleParseBundle() {
	doc, err := parser.ParseBundle("管网", []parser.File{
		{Name: "附件1：管网清单.txt", Data: []byte("一、改造管网。每月检查1次。（市水务局负责）\n")},
		{Name: "通知.txt", Data: []byte("云溪市人民政府关于改造管网的通知\n各县（市、区）人民政府：\n请认真落实。\n")},
	}, parser.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(doc.Text)) // the title of an attachment that does not say it comes from its name
	// Output:
	// 云溪市人民政府关于改造管网的通知
	// 各县（市、区）人民政府：
	// 请认真落实。
	// 管网清单
	// 一、改造管网。每月检查1次。（市水务局负责）
}
