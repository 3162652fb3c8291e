package extract_test

import (
	"fmt"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
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
