package e2e

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// downloads lets the page save into a folder.
func downloads(t *testing.T, ctx context.Context) string {
	t.Helper()
	folder := t.TempDir()
	run(t, ctx, browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(folder).WithEventsEnabled(true))
	return folder
}

// saved waits for a file that the page saves and returns what it holds.
func saved(t *testing.T, folder, name string) (path string, data []byte) {
	t.Helper()
	path = filepath.Join(folder, name)
	for range 100 {
		if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
			return path, data
		}
		time.Sleep(50 * time.Millisecond)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*"))
	t.Fatalf("%s was not saved, but %q", name, files)
	return "", nil
}

// editTitle gives the first task another title.
func editTitle(title string) chromedp.Tasks {
	return chromedp.Tasks{
		chromedp.Click(`#cards .card .edit`, chromedp.ByQuery),
		chromedp.WaitVisible(`#dialog [name="title"]`, chromedp.ByQuery),
		chromedp.SetValue(`#dialog [name="title"]`, title, chromedp.ByQuery),
		chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery),
	}
}

// chooseFile presses what stands in the dialog of files under a name.
func chooseFile(name string) chromedp.Tasks {
	return chromedp.Tasks{
		chromedp.Click(`#files`, chromedp.ByQuery),
		chromedp.WaitVisible(`#dialog .files`, chromedp.ByQuery),
		chromedp.Evaluate(`[...document.querySelectorAll("#dialog .files button")].find(b => b.textContent === "`+name+`").click()`, nil),
	}
}

// give hands a file to the page, as its dialog for opening does.
func give(path string) chromedp.Tasks {
	return chromedp.Tasks{
		chromedp.Click(`#files`, chromedp.ByQuery),
		chromedp.WaitReady(`#dialog input[type="file"]`, chromedp.ByQuery),
		chromedp.QueryAfter(`#dialog input[type="file"]`, func(ctx context.Context, _ runtime.ExecutionContextID, nodes ...*cdp.Node) error {
			return dom.SetFileInputFiles([]string{path}).WithNodeID(nodes[0].NodeID).Do(ctx)
		}, chromedp.ByQuery),
		chromedp.Sleep(300 * time.Millisecond),
	}
}

const firstTitle = `document.querySelector("#cards .card h3").textContent`

func TestACorrectedNoticeIsSavedAndValid(t *testing.T) {
	ctx, _ := open(t, notices+"lost-marks.txt")
	folder := downloads(t, ctx)
	run(t, ctx, editTitle("改过的标题"), chromedp.Click(`#save`, chromedp.ByQuery))
	path, data := saved(t, folder, "lost-marks.json")
	var n struct {
		Tasks []struct {
			Title           string
			CorrectedFields []string `json:"corrected_fields"`
			Span            struct{ End int }
		}
	}
	if err := json.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	if first := n.Tasks[0]; first.Title != "改过的标题" || !slices.Equal(first.CorrectedFields, []string{"title"}) || first.Span.End == 0 {
		t.Errorf("the first task is saved as %+v", first)
	}
	if n.Tasks[1].CorrectedFields != nil {
		t.Error("a task that nobody touched is said to be corrected")
	}
	if out, err := exec.Command(policyx, "validate", path).CombinedOutput(); err != nil {
		t.Errorf("policyx validate: %v\n%s", err, out)
	}
}

// TestCorrectionsOutliveAReload: what was corrected is there again, with its place in the text, until
// it is discarded.
func TestCorrectionsOutliveAReload(t *testing.T) {
	ctx, said := open(t, notices+"lost-marks.txt")
	before := eval[string](t, ctx, firstTitle)
	run(t, ctx, editTitle("改过的标题"),
		chromedp.Evaluate(`document.querySelectorAll("#cards .chip.k-deadline")[0].click()`, nil),
		chromedp.Click(`.inspector .edit`, chromedp.ByQuery), chromedp.WaitVisible(`#dialog [name="value"]`, chromedp.ByQuery),
		chromedp.Evaluate(`document.querySelector('#dialog [name="value"]').select()`, nil), chromedp.SendKeys(`#dialog [name="value"]`, "2031年6月底前", chromedp.ByQuery))
	if became := eval[string](t, ctx, `document.querySelector(".became").textContent`); !strings.Contains(became, "../2031-06-30") {
		t.Errorf("the typed time is shown as %q", became)
	}
	run(t, ctx, chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery), chromedp.Reload(), chromedp.WaitVisible(`#cards`, chromedp.ByQuery))
	if got := eval[string](t, ctx, firstTitle); !strings.HasPrefix(got, "改过的标题") {
		t.Errorf("after a reload the title is %q", got)
	}
	if kept := eval[string](t, ctx, `document.querySelector("#changed").textContent`); !strings.Contains(kept, "2") {
		t.Errorf("the page says %q of what it keeps", kept)
	}
	chip := `[...document.querySelectorAll("#cards .chip.k-deadline")].find(c => c.textContent.includes("2031-06-30"))`
	if on := eval[int](t, ctx, chip+`.click(); document.querySelectorAll("#text .v.on").length`); on == 0 {
		t.Error("the corrected deadline has lost its place in the text")
	}
	run(t, ctx, chooseFile("放弃修改"), chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery), chromedp.Reload(), chromedp.WaitVisible(`#cards`, chromedp.ByQuery))
	if got := eval[string](t, ctx, firstTitle); got != before {
		t.Errorf("after discarding the title is %q, was %q", got, before)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestWhereCorrectionsBelong: of notices of one name it is said which one each file is of, and how it is to be called.
func TestWhereCorrectionsBelong(t *testing.T) {
	folder := t.TempDir()
	text, _ := os.ReadFile(notices + "lost-marks.txt")
	for _, path := range []string{"2023/通知.txt", "2024/通知.txt", "2024/方案.txt"} {
		path = filepath.Join(folder, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx, _ := open(t, folder)
	help := func(n int) string {
		run(t, ctx, goTo(n), chromedp.Click(`#files`, chromedp.ByQuery))
		defer run(t, ctx, chromedp.Evaluate(`document.querySelector("#dialog").close()`, nil))
		return eval[string](t, ctx, `document.querySelector("#dialog").textContent`)
	}
	for i, tt := range []struct {
		place    string
		namesake bool
	}{{"2023/通知.txt", true}, {"2024/方案.txt", false}, {"2024/通知.txt", true}} {
		if got := help(i + 1); !strings.Contains(got, tt.place) || strings.Contains(got, "还有同名的通知") != tt.namesake {
			t.Errorf("%s: it says %q", tt.place, got)
		}
	}
}

// TestAFileOfCorrections: it names the task by its key, and the page of the same notice takes it again.
func TestAFileOfCorrections(t *testing.T) {
	ctx, _ := open(t, notices+"lost-marks.txt")
	folder, before := downloads(t, ctx), eval[string](t, ctx, firstTitle)
	run(t, ctx, editTitle("改过的标题"), chooseFile("改正文件"))
	path, data := saved(t, folder, "lost-marks.fix.json")
	var fix struct {
		Policyx  string
		Source   struct{ SHA256 string }
		Tasks    map[string]map[string]any
		Original struct{ Tasks map[string]map[string]any }
	}
	if err := json.Unmarshal(data, &fix); err != nil {
		t.Fatal(err)
	}
	if fix.Policyx != "fix/v1" || len(fix.Source.SHA256) != 64 || len(fix.Tasks) != 1 {
		t.Errorf("the corrections are %s", data)
	}
	for key, change := range fix.Tasks {
		if len(change) != 1 || change["title"] != "改过的标题" {
			t.Errorf("the task is corrected by %v", change)
		}
		if fix.Original.Tasks[key]["title"] != before {
			t.Errorf("of the task was extracted %v", fix.Original.Tasks[key])
		}
	}
	other, _ := open(t, notices+"lost-marks.txt")
	run(t, other, give(path))
	if got := eval[string](t, other, firstTitle); !strings.HasPrefix(got, "改过的标题") {
		t.Errorf("the corrections are not taken: %q", got)
	}
	foreign, _ := open(t, notices+"flat.txt")
	run(t, foreign, give(path))
	if text := eval[string](t, foreign, `document.querySelector("#dialog[open]").textContent`); !strings.Contains(text, "另一份通知") {
		t.Errorf("of corrections of another notice the page says %q", text)
	}
}

// TestASavedNoticeIsOpened: beside its text where the page has it, without it where not.
func TestASavedNoticeIsOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "flat.json")
	if out, err := exec.Command(policyx, "extract", "-q", "-o", path, notices+"flat.txt").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	ctx, said := open(t, notices+"lost-marks.txt")
	run(t, ctx, give(path), chromedp.WaitVisible(`#cards`, chromedp.ByQuery))
	cards := eval[int](t, ctx, `document.querySelectorAll("#cards .card").length`)
	data, _ := os.ReadFile(path)
	var n struct{ Tasks []any }
	if err := json.Unmarshal(data, &n); err != nil || cards != len(n.Tasks) {
		t.Errorf("%d cards for %d tasks (%v)", cards, len(n.Tasks), err)
	}
	if text := eval[string](t, ctx, `document.querySelector("#text").textContent`); !strings.Contains(text, "没有原文") {
		t.Errorf("for the text stands %q", text)
	}
	if home := eval[bool](t, ctx, `!document.querySelector("#home").hidden`); !home {
		t.Error("no way back to the first notice")
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestAFileOfAnotherShapeChangesNothing: what is no notice, no corrections, or means the page ill.
func TestAFileOfAnotherShapeChangesNothing(t *testing.T) {
	ctx, said := open(t, notices+"lost-marks.txt")
	before := eval[string](t, ctx, firstTitle)
	sum := eval[string](t, ctx, `JSON.parse(document.querySelector("script.notice").textContent).notice.source.sha256`)
	head := `"source": {"name": "a", "format": "text", "sha256": "` + sum + `", "characters": 1}`
	for _, text := range []string{
		`[`, `null`, `{"policyx": "fix/v1", "tasks": {"x": {"deadlines": {}}}}`,
		`{"schema": "policyx/v1", ` + head + `, "metadata": {}, "tasks": [{"id": "1", "span": {"start": 0, "end": 1, "line": 1}, "deadlines": "soon"}], "diagnostics": []}`,
	} {
		path := filepath.Join(t.TempDir(), "a.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, ctx, give(path))
		if got := eval[string](t, ctx, `document.querySelector("#dialog[open]").textContent`); !strings.Contains(got, "a.json") {
			t.Errorf("of %s the page says %q", text, got)
		}
		run(t, ctx, chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery))
	}
	path := filepath.Join(t.TempDir(), "b.json")
	if err := os.WriteFile(path, []byte(`{"policyx": "fix/v1", `+head+`, "metadata": {"__proto__": {"polluted": "yes"}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, ctx, give(path))
	if polluted := eval[bool](t, ctx, `({}).polluted === "yes"`); polluted {
		t.Error("a file of corrections changed what all objects share")
	}
	if got := eval[string](t, ctx, firstTitle); got != before {
		t.Errorf("the first task is now %q", got)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}
