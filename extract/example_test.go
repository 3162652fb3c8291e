package extract_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing/fstest"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema"
)

func ExampleRead() {
	notice := `云溪市人民政府办公室关于加强冬季供暖保障工作的通知
云政办发〔2024〕12号
各县（市、区）人民政府，市政府各部门：
现就有关事项通知如下。
一、重点工作
1.更新老旧管网。2025年底前，更新供热管网不少于30公里。（市住房城乡建设局牵头，市财政局、发展改革委配合）
云溪市人民政府办公室
2024年10月8日
`
	n, err := extract.Read("供暖.txt", []byte(notice), parser.Options{}, extract.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	t := n.Tasks[0]
	fmt.Println(n.Metadata.DocumentNumber, n.Metadata.Issued)
	fmt.Println(t.ID, t.Title)
	fmt.Println(t.Departments.Lead[0].Name, t.Departments.Support[1].Name)
	fmt.Println(t.Deadlines[0].Relation, t.Deadlines[0].Value)
	fmt.Println(t.Targets[0].Op, t.Targets[0].Value, t.Targets[0].Unit)
	// Output:
	// 云政办发〔2024〕12号 2024-10-08
	// 1.1 更新老旧管网
	// 市住房城乡建设局 市发展改革委
	// by ../2025-12-31
	// >= 30 公里
}

// A folder of notices: one that cannot be read does not stop the others.
func ExampleRead_folder() {
	folder := fstest.MapFS{
		"供暖.txt": {Data: []byte("一、重点工作\n1.更新老旧管网。（市住房城乡建设局牵头，市财政局配合）\n2.保障困难群众。（市民政局负责）\n")},
		"说明.css": {Data: []byte("body { color: black }\n")},
	}
	err := fs.WalkDir(folder, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, path)
		if err != nil {
			return err
		}
		n, err := extract.Read(path, data, parser.Options{}, extract.Options{})
		if errors.Is(err, parser.ErrUnsupported) || errors.Is(err, parser.ErrNoNotice) {
			fmt.Println(path, "is no notice")
			return nil
		} else if err != nil {
			return err
		}
		for _, t := range n.Tasks {
			for role, d := range t.Departments.All() {
				fmt.Println(path, t.ID, role, d.Name)
			}
		}
		return nil
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// 供暖.txt 1.1 lead 市住房城乡建设局
	// 供暖.txt 1.1 support 市财政局
	// 供暖.txt 1.2 responsible 市民政局
	// 说明.css is no notice
}

// Words of one's own: a unit and a role that the built-in lists do not have.
func ExampleNewLexicon() {
	words, err := extract.NewLexicon([]lexicon.Addition{
		{List: "units", Fields: map[string]string{"name": "站次"}},
		{List: "roles", Fields: map[string]string{"name": "总揽", "role": "lead"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	notice := "一、重点工作\n1.巡查线路。每年巡查不少于40站次。（市交通运输局总揽，市公安局配合）\n"
	n, err := extract.Read("巡查.txt", []byte(notice), parser.Options{}, extract.Options{Lexicon: words})
	if err != nil {
		fmt.Println(err)
		return
	}
	t := n.Tasks[0]
	fmt.Println(t.Targets[0].Value, t.Targets[0].Unit, t.Departments.In(schema.RoleLead)[0].Name)
	// Output:
	// 40 站次 市交通运输局
}
