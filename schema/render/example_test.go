package render_test

import (
	"fmt"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/render"
)

// A ledger of several notices, a row a task.
func ExampleWriter() {
	notices := []schema.Notice{
		{Source: schema.Source{Name: "供暖.txt"}, Tasks: []schema.Task{{ID: "1.1", Title: "更新老旧管网"}}},
		{Source: schema.Source{Name: "防汛.txt"}, Tasks: []schema.Task{{ID: "1", Title: "排查隐患"}}},
	}
	var out strings.Builder
	w := render.NewWriter(&out, render.CSV, render.Options{Rows: "departments", Lang: "en"})
	for i := range notices {
		notices[i].Tasks[0].Departments = &schema.Departments{Lead: []schema.Department{{Name: "市水务局", Kind: schema.KindDepartment}}}
		if err := w.Write(&notices[i], ""); err != nil {
			fmt.Println(err)
			return
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(strings.NewReplacer("\uFEFF", "", "\r", "").Replace(out.String())) // without what Excel wants: a mark, CRLF
	// Output:
	// file,of,id,task,name,canonical,place,kind,role,inherited,due,line
	// 供暖.txt,task,1.1,更新老旧管网,市水务局,,,department,lead,,,0
	// 防汛.txt,task,1,排查隐患,市水务局,,,department,lead,,,0
}
