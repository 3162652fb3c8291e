package e2e

import (
	"os"
	"path/filepath"
	"testing"

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
	code, err := os.ReadFile(axe)
	if err != nil {
		t.Fatalf("%v: see make e2e", err)
	}
	one, batch, desk := page(t, notices+"injected-place.txt"), page(t, notices), deskOf(t)
	changes := sheet(t, 3, "diff", versions+"draft.txt", versions+"final.txt")
	comparison := sheet(t, 0, "compare", places)
	for _, tt := range []struct{ name, address, do string }{
		{"notice", one, ``},
		{"checks", one, `document.querySelector("#tab-checks").click()`},
		{"value", one, `document.querySelector("#cards .chip").click()`},
		{"edit", one, `document.querySelector("#cards .card .edit").click()`},
		{"files", one, `document.querySelector("#files").click()`},
		{"notices", batch, ``},
		{"tasks", batch + "#/tasks?role=lead&has=targets", ``},
		{"checks of all", batch + "#/checks", ``},
		{"changes", changes, ``},
		{"comparison", comparison, ``},
		{"desk", desk, `document.querySelector("#unread").open = true`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx, _ := browse(t)
			for _, scheme := range []string{"light", "dark"} {
				for _, width := range []int64{1400, 400} {
					var found []string
					run(t, ctx,
						emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
						chromedp.EmulateViewport(width, 900), chromedp.Navigate("about:blank"), chromedp.Navigate(tt.address), chromedp.WaitReady("body"),
						chromedp.Evaluate(tt.do+";"+string(code)+";undefined", nil), chromedp.Evaluate(violations, &found, awaited))
					for _, v := range found {
						t.Errorf("%s, %d wide: %s", scheme, width, v)
					}
				}
			}
		})
	}
}

// deskOf serves a folder with a notice, and with a file that cannot be read, until the browsers of the test have gone.
func deskOf(t *testing.T) (address string) {
	t.Helper()
	folder := t.TempDir()
	data, _ := os.ReadFile(twelve(t)[0])
	for name, text := range map[string]string{"a.txt": string(data), "b.pdf": "%PDF-1.7 broken"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	address, _ = serve(t, folder)
	return address
}

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
