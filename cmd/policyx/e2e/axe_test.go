package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// axe is the program that "make e2e" installs; package.json names its version.
const axe = "node_modules/axe-core/axe.min.js"

const violations = `axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
	.then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 160) + ": " + n.failureSummary)))`

// TestAccessible holds every view, light and dark and on a phone, to the rules of WCAG 2.2 AA
// that a program can check.
func TestAccessible(t *testing.T) {
	one, batch := page(t, notices+"injected-place.txt"), page(t, notices)
	changes := sheet(t, 3, "diff", versions+"draft.txt", versions+"final.txt")
	comparison := sheet(t, 0, "compare", places)
	for _, tt := range []struct{ name, address, do string }{
		{"notice", one, ``},
		{"checks", one, `document.querySelector("#tab-checks").click()`},
		{"value", one, `document.querySelector("#cards .chip").click()`},
		{"edit", one, `document.querySelector("#cards .card .edit").click()`},
		{"files", one, `document.querySelector("#files").click()`},
		{"keys", one, `document.querySelector("#keys").click()`},
		{"notices", batch, ``},
		{"tasks", batch + "#/tasks?role=lead&has=targets", ``},
		{"checks of all", batch + "#/checks", ``},
		{"changes", changes, ``},
		{"comparison", comparison, ``},
	} {
		t.Run(tt.name, func(t *testing.T) { accessible(t, tt.address, chromedp.Evaluate(tt.do, nil)) })
	}
}

// TestTheDeskIsAccessible: so are the views of a page that is served, with a corrected notice, and its dialogs.
func TestTheDeskIsAccessible(t *testing.T) {
	var folder string
	click := func(selector string) chromedp.Action {
		return chromedp.Evaluate(`document.querySelector("`+selector+`").click()`, nil)
	}
	for _, tt := range []struct {
		name string
		do   chromedp.Tasks
	}{
		{"list", chromedp.Tasks{chromedp.Evaluate(`document.querySelector("#unread").open = true`, nil)}},
		{"tasks", chromedp.Tasks{chromedp.Evaluate(`location.hash = "#/tasks"`, nil), chromedp.WaitVisible(`table.tasks`, chromedp.ByQuery)}},
		{"corrected notice", chromedp.Tasks{goTo(1), click("#cards .chip")}},
		{"checks", chromedp.Tasks{goTo(1), click("#tab-checks")}},
		{"files", chromedp.Tasks{goTo(1), click("#files")}},
		{"a name that is taken", chromedp.Tasks{chromedp.Evaluate(`(() => { const d = new DataTransfer(); d.items.add(new File(["一、改造管网。"], "a.txt"));
			document.querySelector("#batch").dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true})); })()`, nil), until(`document.querySelector("#dialog[open]")`)}},
		{"corrected elsewhere", chromedp.Tasks{goTo(1), conflict(&folder)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var address string
			address, folder = deskOf(t)
			accessible(t, address, append(chromedp.Tasks{listed}, tt.do...))
		})
	}
}

// accessible holds what an action leads to on a page to the rules.
func accessible(t *testing.T, address string, do chromedp.Action) {
	t.Helper()
	code, err := os.ReadFile(axe)
	if err != nil {
		t.Fatalf("%v: see make e2e", err)
	}
	ctx, _ := browse(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{1400, 400} {
			var found []string
			run(t, ctx,
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
				chromedp.EmulateViewport(width, 900), chromedp.Navigate("about:blank"), chromedp.Navigate(address), chromedp.WaitReady("body"),
				do, chromedp.Evaluate(string(code)+";undefined", nil), chromedp.Evaluate(violations, &found, awaited))
			for _, v := range found {
				t.Errorf("%s, %d wide: %s", scheme, width, v)
			}
		}
	}
}

var listed = until(`document.querySelector("#notices li")`)

// deskOf serves a folder with a notice that is corrected, and with a file that cannot be read, until the browsers of the test have gone.
func deskOf(t *testing.T) (address, folder string) {
	t.Helper()
	folder = t.TempDir()
	data, _ := os.ReadFile(twelve(t)[0])
	if err := os.Mkdir(filepath.Join(folder, "data"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"a.txt": string(data), "b.pdf": "%PDF-1.7 broken", "data/a.fix.json": elsewhere(0)} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	address, _ = serve(t, folder)
	return address, folder
}

// elsewhere are corrections as another program writes them for the n-th time.
func elsewhere(n int) string {
	return fmt.Sprintf(`{"policyx": "fix/v1", "source": {"name": "a.txt"}, "metadata": {"issuer": "云溪市民政局", "index_number": "%d"}}`, n)
}

// conflict makes a correction at the moment at which another program writes others.
func conflict(folder *string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		if err := os.WriteFile(filepath.Join(*folder, "data", "a.fix.json"), []byte(elsewhere(int(time.Now().UnixNano()))), 0o600); err != nil {
			return err
		}
		return chromedp.Run(ctx, editTitle("培训我的人员"), until(`document.querySelector("#dialog[open]") && document.querySelector("#dialog").textContent.includes("另一个窗口")`))
	})
}

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
