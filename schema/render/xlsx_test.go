package render

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
)

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestLedgerIsSetUp holds what makes the ledger one to file: what another reader finds of its set-up.
func TestLedgerIsSetUp(t *testing.T) {
	const sheet = "任务分解台账"
	f := open(t, render(t, XLSX, Options{List: true}, fiction(t)...))
	if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 2 || panes.TopLeftCell != "E3" {
		t.Errorf("panes %+v, %v", panes, err)
	}
	choices, err := f.GetDataValidations(sheet)
	if err != nil || len(choices) != 1 || choices[0].Sqref != "P3:P1048576" || html.UnescapeString(choices[0].Formula1) != `"未启动,进行中,已完成,进展滞后,不再执行"` {
		t.Errorf("choices %+v, %v", choices[0], err)
	}
	layout, err := f.GetPageLayout(sheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != 8 || *layout.FitToHeight != 0 {
		t.Errorf("layout %+v, %v", layout, err)
	}
	var titles string
	for _, name := range f.GetDefinedName() {
		if name.Name == "_xlnm.Print_Titles" && name.Scope == sheet {
			titles = name.RefersTo
		}
	}
	if titles != "'任务分解台账'!$2:$2" {
		t.Errorf("repeated in print: %q", titles)
	}
	for column, want := range map[string]bool{"B": true, "C": true, "D": true, "L": true, "R": false, "S": false, "T": false, "U": false} {
		if shown, err := f.GetColVisible(sheet, column); err != nil || shown != want {
			t.Errorf("column %s is shown: %v, %v", column, shown, err)
		}
	}
	for _, name := range f.GetSheetList() {
		if merged, err := f.GetMergeCells(name); err != nil || len(merged) > 0 {
			t.Errorf("%s: merged cells, %v", name, err)
		}
	}
	if got, _ := f.GetCellValue(sheet, "A1"); got != "2份文件任务分解台账" {
		t.Errorf("title %q", got)
	}
}

// TestLedgerOfOneNotice holds that what is the same in every row is not shown.
func TestLedgerOfOneNotice(t *testing.T) {
	n := &schema.Notice{Metadata: schema.Metadata{Title: "云溪市人民政府关于印发养老服务方案的通知", Enclosure: "养老服务方案"}}
	f := open(t, render(t, XLSX, Options{}, n))
	if shown, err := f.GetColVisible("任务分解台账", "B"); err != nil || shown {
		t.Errorf("the column of files is shown: %v, %v", shown, err)
	}
	if got, _ := f.GetCellValue("任务分解台账", "A1"); got != "《养老服务方案》任务分解台账" {
		t.Errorf("title %q", got)
	}
}

// TestLedgerNamesTheNotice holds that a notice stands in the ledger by its title, by its file where it has none, and that its
// file is found from the row.
func TestLedgerNamesTheNotice(t *testing.T) {
	named, nameless := sharing("云溪市", "甲局"), sharing("青石市", "乙局")
	named.Metadata.Title = "云溪市养老服务方案"
	data := render(t, XLSX, Options{List: true, By: ByDepartment}, named, nameless)
	f := open(t, data)
	for row, want := range map[int][2]string{3: {"云溪市养老服务方案", "云溪市.txt"}, 4: {"青石市.txt", "青石市.txt"}} {
		title, _ := f.GetCellValue("任务分解台账", "B"+itoa(row))
		file, _ := f.GetCellValue("任务分解台账", "S"+itoa(row))
		if title != want[0] || file != want[1] {
			t.Errorf("row %d: %q of %q, want %q", row, title, file, want)
		}
	}
	if got, _ := f.GetCellValue("甲局", "H3"); got != "云溪市养老服务方案" {
		t.Errorf("the sheet of a department: %q", got)
	}
}

// TestDueIsMarked holds the formulas that colour what is overdue or due soon.
func TestDueIsMarked(t *testing.T) {
	f := open(t, render(t, XLSX, Options{}, fiction(t)...))
	formats, err := f.GetConditionalFormats("任务分解台账")
	if err != nil {
		t.Fatal(err)
	}
	var formulas []string
	for _, list := range formats {
		for _, format := range list {
			formulas = append(formulas, format.Criteria)
		}
	}
	slices.Sort(formulas)
	want := []string{
		`AND(ISNUMBER($J3),$P3<>"已完成",$J3<TODAY())`,
		`AND(ISNUMBER($J3),$P3<>"已完成",$J3>=TODAY(),$J3<=TODAY()+30)`,
	}
	if !slices.Equal(formulas, want) {
		t.Errorf("formulas %q, want %q", formulas, want)
	}
}

// TestCheckLeadsToItsRow holds that what is to be checked finds its task wherever sorting has put it.
func TestCheckLeadsToItsRow(t *testing.T) {
	notices := fiction(t)
	f := open(t, render(t, XLSX, Options{}, notices...))
	formula, err := f.GetCellFormula("先核对", "D2")
	if err != nil {
		t.Fatal(err)
	}
	task := notices[0].Tasks[4]
	key := LedgerKey(align.Document(notices[0]), &task)
	want := `HYPERLINK("#'任务分解台账'!A"&MATCH("` + key + `",'任务分解台账'!$U:$U,0),"5")`
	if formula != want {
		t.Errorf("%s, want %s", formula, want)
	}
	if got, _ := f.GetCellValue("任务分解台账", "U7"); got != key {
		t.Errorf("the row's key is %q, want %q", got, key)
	}
}

// TestRowsGoOn holds that a table with more rows than a sheet takes says where it goes on, and that links lead there.
func TestRowsGoOn(t *testing.T) {
	const rows = 6 // of them a title and a header
	var out bytes.Buffer
	w := newXLSX(&out, Options{})
	w.ledger.Limit = rows
	n := sharing("云溪市", "甲局", "乙局", "丙局", "丁局", "戊局", "己局", "庚局", "辛局", "壬局")
	n.Metadata.Title = "通知"
	for i := range n.Tasks {
		n.Tasks[i].Span = schema.Span{Start: i, End: i + 1}
	}
	for _, at := range []int{3, 4, 8} {
		n.Diagnostics = append(n.Diagnostics, schema.Diagnostic{Severity: schema.Warning, Code: "unread-unit", Span: &schema.Span{Start: at}})
	}
	align.Keys(n)
	if err := w.write(n, ""); err != nil {
		t.Fatal(err)
	}
	if err := w.close(); err != nil {
		t.Fatal(err)
	}
	pages := []string{"任务分解台账 2", "任务分解台账 3"}
	if got := w.rest().Sheets; !slices.Equal(got, pages) {
		t.Errorf("goes on in %q", got)
	}
	f := open(t, out.Bytes())
	for i, name := range append([]string{"任务分解台账"}, pages...) {
		if got, _ := f.GetCellValue(name, "A1"); got != fmt.Sprintf("《通知》任务分解台账（第%d张，共3张）", i+1) {
			t.Errorf("%s: title %q", name, got)
		}
	}
	if got, _ := f.GetCellValue("先核对", "C2"); got != "行数超出一张工作表，接在任务分解台账 2、任务分解台账 3" {
		t.Errorf("said to be checked: %q", got)
	}
	for cell, want := range map[string][2]string{"D3": {"任务分解台账", "U6"}, "D4": {"任务分解台账 2", "U3"}, "D5": {"任务分解台账 3", "U3"}} {
		formula, err := f.GetCellFormula("先核对", cell)
		key, _ := f.GetCellValue(want[0], want[1])
		if err != nil || key == "" || !strings.Contains(formula, "MATCH(\""+key+"\",'"+want[0]+"'!$U:$U,0)") {
			t.Errorf("%s: %s leads not to %s, %v", cell, formula, want, err)
		}
	}
}

// sharing returns a notice of a place whose tasks are led by the named departments.
func sharing(place string, names ...string) *schema.Notice {
	n := &schema.Notice{Source: schema.Source{Name: place + ".txt"}, Metadata: schema.Metadata{Jurisdiction: place}}
	for i, name := range names {
		n.Tasks = append(n.Tasks, schema.Task{ID: itoa(i + 1), Title: "任务" + itoa(i), Departments: &schema.Departments{Lead: []schema.Department{{Name: name}}}})
	}
	return n
}

// TestPlacesAreKeptApart holds that the same bare name in two places is two departments.
func TestPlacesAreKeptApart(t *testing.T) {
	f := open(t, render(t, XLSX, Options{List: true, By: ByDepartment}, sharing("云溪市", "市民政局", "市民政局"), sharing("青石市", "市民政局")))
	rows, err := f.GetRows("单位汇总")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(rows[1:]); got != "[[市民政局  云溪市  2 0 0 2] [市民政局  青石市  1 0 0 1]]" {
		t.Error(got)
	}
	for sheet, want := range map[string]int{"市民政局": 2, "市民政局(青石市)": 1} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) != want+2 {
			t.Errorf("%s: %d rows, %v", sheet, len(rows), err)
		}
	}
}

// TestPartyIsCountedOnce holds that a department with several names has one row of totals and one sheet, under the name that it
// has most often.
func TestPartyIsCountedOnce(t *testing.T) {
	party := func(n *schema.Notice, d schema.Department) string {
		return n.Metadata.Jurisdiction + strings.ReplaceAll(d.Name, "卫健委", "卫生健康委")
	}
	n := sharing("云溪市", "市卫健委", "市卫生健康委", "市卫生健康委")
	n.Tasks[1].Departments.Lead[0].Canonical = "云溪市卫生健康委员会"
	f := open(t, render(t, XLSX, Options{By: ByDepartment, Party: party}, n))
	rows, err := f.GetRows("单位汇总")
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(rows[1:]); got != "[[市卫生健康委 云溪市卫生健康委员会 云溪市  3 0 0 3]]" {
		t.Error(got)
	}
	if rows, err := f.GetRows("市卫生健康委"); err != nil || len(rows) != 3+2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

// TestSheetNames holds that the sheets of departments have names that Excel takes.
func TestSheetNames(t *testing.T) {
	long := strings.Repeat("市", 40)
	names := []string{"目标", "a/b:c", "A/B:C", "", "'引号'", long, long + "甲", "历史"}
	f := open(t, render(t, XLSX, Options{By: ByDepartment}, sharing("云溪市", names...)))
	list := f.GetSheetList()
	seen := map[string]bool{}
	for _, name := range list {
		key := strings.ToLower(name)
		if seen[key] || len([]rune(name)) > 31 || strings.ContainsAny(name, `[]:*?/\'`) || name == "" {
			t.Errorf("sheet %q", name)
		}
		seen[key] = true
	}
	if want := 8 + len(names); len(list) != want {
		t.Errorf("%d sheets, want %d: %q", len(list), want, list)
	}
}

// TestDepartmentsLeft holds the bound on sheets, and that it is said.
func TestDepartmentsLeft(t *testing.T) {
	var names []string
	for i := range MaxDepartmentSheets + 3 {
		names = append(names, "第"+itoa(i)+"局")
	}
	for by, want := range map[string]int{ByDepartment: 3, "": 0} {
		var out bytes.Buffer
		w := NewWriter(&out, XLSX, Options{By: by})
		if err := w.Write(sharing("云溪市", names...), ""); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := w.Rest().Departments; got != want {
			t.Errorf("by %q: %d departments left, want %d", by, got, want)
		}
	}
}
