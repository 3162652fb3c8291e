package e2e

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const rows = `document.querySelectorAll("table.tasks tbody tr").length`

// TestTasksOfABatch: the table holds what the filters leave, sorts by a column, is saved as it is shown,
// and each row leads to its task.
func TestTasksOfABatch(t *testing.T) {
	ctx, said := open(t, notices)
	folder := downloads(t, ctx)
	run(t, ctx, chromedp.Click(`.views a[data-path="tasks"]`, chromedp.ByQuery), chromedp.WaitVisible(`table.tasks`, chromedp.ByQuery))
	all := eval[int](t, ctx, rows)
	run(t, ctx, chromedp.Evaluate(`(() => { const s = document.querySelector('[data-filter="role"]'); s.value = "lead"; s.dispatchEvent(new Event("change")); })()`, nil),
		chromedp.Click(`[data-sort="due"]`, chromedp.ByQuery))
	some := eval[int](t, ctx, rows)
	if some == 0 || some > all {
		t.Errorf("%d of %d rows are left", some, all)
	}
	due := eval[[]string](t, ctx, `[...document.querySelectorAll("td.due")].map(e => e.textContent).filter(Boolean)`)
	if len(due) < 2 || !slices.IsSorted(due) {
		t.Errorf("sorted by due: %q", due)
	}
	if leads := eval[int](t, ctx, `[...document.querySelectorAll("tbody td.lead")].filter(e => e.textContent).length`); leads != some {
		t.Errorf("%d of %d rows have a lead", leads, some)
	}
	run(t, ctx, chooseFile("CSV"))
	_, data := saved(t, folder, "notices.csv")
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
	if err != nil || len(records) < 1+some || records[1][5] != due[0] {
		t.Errorf("the table is saved as %d records (%v)", len(records), err)
	}
	run(t, ctx, chooseFile("Excel"))
	book, _ := saved(t, folder, "notices.xlsx")
	text, err := exec.Command(policyx, "text", book).Output()
	if err != nil || !strings.Contains(string(text), records[1][1]) || !strings.Contains(string(text), records[1][8]) {
		t.Errorf("the workbook reads as %q (%v)", text, err)
	}
	title := eval[string](t, ctx, `document.querySelector("td.task a").textContent`)
	run(t, ctx, chromedp.Evaluate(`document.querySelector("dialog").close()`, nil),
		chromedp.Click(`td.task a`, chromedp.ByQuery), chromedp.WaitVisible(`#cards .card.open`, chromedp.ByQuery))
	if got := eval[string](t, ctx, `document.querySelector("#cards .card.open h3").textContent`); got != title {
		t.Errorf("the row of %q leads to %q", title, got)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestFiltersStandInTheAddress: an address with filters shows what they leave, and a filter that is
// taken away leaves the address.
func TestFiltersStandInTheAddress(t *testing.T) {
	address := page(t, notices)
	ctx, said := browse(t)
	run(t, ctx, chromedp.Navigate(address+"#/tasks?role=lead&has=targets%2Cdeadlines"), chromedp.WaitVisible(`table.tasks`, chromedp.ByQuery))
	chips := `[...document.querySelectorAll(".drop")].map(e => e.textContent)`
	if got := eval[[]string](t, ctx, chips); len(got) != 3 {
		t.Errorf("the filters in use are %q", got)
	}
	before := eval[int](t, ctx, rows)
	run(t, ctx, chromedp.Click(`.drop`, chromedp.ByQuery))
	if hash := eval[string](t, ctx, `location.hash`); strings.Contains(hash, "role") || !strings.Contains(hash, "has=") {
		t.Errorf("the address is %q", hash)
	}
	if after := eval[int](t, ctx, rows); after <= before {
		t.Errorf("%d rows with the filter, %d without", before, after)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestChecksAreTickedOff: a tick outlives a reload and is counted.
func TestChecksAreTickedOff(t *testing.T) {
	ctx, _ := open(t, notices+"injected-place.txt")
	count := `Number(document.querySelector("#tab-checks .count").textContent)`
	all := eval[int](t, ctx, count)
	run(t, ctx, chromedp.Click(`#tab-checks`, chromedp.ByQuery), chromedp.Click(`.check .to`, chromedp.ByQuery))
	if on := eval[int](t, ctx, `document.querySelectorAll("#text .on").length`); on == 0 {
		t.Error("a check does not lead to its text")
	}
	run(t, ctx, chromedp.Click(`.check input`, chromedp.ByQuery), chromedp.Reload(), chromedp.WaitVisible(`#tab-checks`, chromedp.ByQuery))
	if left := eval[int](t, ctx, count); left != all-1 {
		t.Errorf("%d of %d checks are left after one was ticked off", left, all)
	}
}

// TestATaskIsCorrectedByKeyboard: from the address bar on, with Tab, arrows and letters alone.
func TestATaskIsCorrectedByKeyboard(t *testing.T) {
	ctx, _ := open(t, notices+"flat.txt")
	run(t, ctx, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter)) // past head and text
	if on := eval[string](t, ctx, `document.activeElement.className`); !strings.Contains(on, "card") {
		t.Fatalf("the way past the text leads to %q", on)
	}
	run(t, ctx, chromedp.KeyEvent("e"), chromedp.WaitVisible(`#dialog form`, chromedp.ByQuery), chromedp.KeyEvent(kb.Tab),
		chromedp.Evaluate(`document.activeElement.select()`, nil), chromedp.KeyEvent("改过的标题"),
		chromedp.Evaluate(`document.querySelector("#dialog [type=submit]").focus()`, nil), chromedp.KeyEvent(kb.Enter))
	if got := eval[string](t, ctx, firstTitle); !strings.HasPrefix(got, "改过的标题") {
		t.Errorf("the title is %q", got)
	}
}

// TestOneDepartmentIsOneChoice: a department is offered once, however notices write it, and chosen it finds the tasks of all its names.
func TestOneDepartmentIsOneChoice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "通知.txt")
	text := "云溪市人民政府办公室关于做好健康工作的通知\n\n一、重点任务\n（一）建设病房。（牵头单位：市卫健委）\n（二）培训医师。（牵头单位：市卫生健康委）\n（三）修建道路。（牵头单位：市交通运输局）\n"
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, said := open(t, path)
	choice := `[...document.querySelectorAll('[data-filter="department"] option')].filter(e => e.textContent.includes("卫"))`
	if got := eval[int](t, ctx, choice+".length"); got != 1 {
		t.Errorf("%d choices for one department", got)
	}
	run(t, ctx, chromedp.Evaluate(`(() => { const s = document.querySelector('[data-filter="department"]'); s.value = `+choice+`[0].value; s.dispatchEvent(new Event("change")); })()`, nil))
	if got := eval[int](t, ctx, `[...document.querySelectorAll("#cards .card")].filter(e => !e.hidden).length`); got != 2 {
		t.Errorf("%d tasks are left, want 2", got)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}
