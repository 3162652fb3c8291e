package e2e

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const versions, places = "../../../testdata/versions/", "../../../testdata/places/"

// sheet makes the page of a verb that ends with an exit code, and returns its address.
func sheet(t *testing.T, code int, arguments ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sheet.html")
	out, err := exec.Command(policyx, append(arguments, "-o", file)...).CombinedOutput()
	var exit *exec.ExitError
	if got := 0; errors.As(err, &exit) {
		if got = exit.ExitCode(); got != code {
			t.Fatalf("exit code %d: %s", got, out)
		}
	} else if err != nil || code != 0 {
		t.Fatalf("%v: %s", err, out)
	}
	return "file://" + file
}

// fits reports what is broader than a phone.
func fits(t *testing.T, address string) {
	t.Helper()
	ctx, said := browse(t)
	run(t, ctx, chromedp.EmulateViewport(400, 800), chromedp.Navigate(address), chromedp.WaitReady("body"))
	if wide := eval[int](t, ctx, `document.documentElement.scrollWidth`); wide > 400 {
		t.Errorf("the page is %d wide on a screen of 400", wide)
	}
	if wide := eval[int](t, ctx, `document.querySelector("main").scrollWidth`); wide > 400 {
		t.Errorf("what it shows is %d wide on a screen of 400", wide)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

func TestChangesStandSideBySide(t *testing.T) {
	address := sheet(t, 3, "diff", versions+"draft.txt", versions+"final.txt")
	ctx, said := browse(t)
	run(t, ctx, chromedp.Navigate(address), chromedp.WaitReady("body"))
	// 年底 and 12月31日 are the same day: no change.
	side := `[...document.querySelectorAll(".sides")].filter(s => s.textContent.includes("护理床位")).map(s => {
		const [a, b] = [...s.children].map(c => c.getBoundingClientRect());
		return [...s.querySelectorAll("del, ins")].map(e => e.textContent).join(" ") + (a.right <= b.left && Math.abs(a.top - b.top) < 2 ? " beside" : "");
	})[0]`
	if got := eval[string](t, ctx, side); got != "50 55 beside" {
		t.Errorf("the share of beds shows %q", got)
	}
	if n := eval[int](t, ctx, `document.querySelectorAll("script").length`); n != 0 {
		t.Errorf("%d scripts", n)
	}
	if n := eval[int](t, ctx, `performance.getEntriesByType("resource").length`); n != 0 {
		t.Errorf("%d files are loaded", n)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", strings.Join(*said, "; "))
	}
	fits(t, address)
}

func TestAComparisonHasCharts(t *testing.T) {
	address := sheet(t, 0, "compare", places)
	ctx, said := browse(t)
	run(t, ctx, chromedp.Navigate(address), chromedp.WaitReady("body"))
	bars := `[...document.querySelectorAll("figure")].filter(f => f.textContent.includes("护理型")).flatMap(f => [...f.querySelectorAll("ol li")]).map(li => {
		const bar = li.querySelector(".solid").getBoundingClientRect(), track = li.querySelector("svg").getBoundingClientRect();
		return Math.round(100 * bar.width / track.width) + (li.querySelector(".open") ? "+" : "");
	}).join(" ")`
	if got := eval[string](t, ctx, bars); got != "55+ 52 50+" {
		t.Errorf("the bars of the share of beds are %q", got)
	}
	if n := eval[int](t, ctx, `[...document.querySelectorAll("figure")].filter(f => f.textContent.includes("贷款利率") && f.querySelector(".allowed") && !f.querySelector(".solid")).length`); n != 1 {
		t.Errorf("%d charts of an upper bound", n)
	}
	if n := eval[int](t, ctx, `document.querySelectorAll("polyline").length`); n != 1 {
		t.Errorf("%d lines of years, want that of the table", n)
	}
	gaps := `[...document.querySelectorAll(".matrix tbody tr")].filter(r => r.cells[0].textContent === "农村互助养老").map(r => [...r.cells].slice(1).map(c => c.className).join(" "))[0]`
	if got := eval[string](t, ctx, gaps); got != "has has gap" {
		t.Errorf("the topic stands as %q", got)
	}
	if n := eval[int](t, ctx, `document.querySelectorAll(".timeline circle").length`); n != 6 {
		t.Errorf("%d days on the line of years", n)
	}
	if n := eval[int](t, ctx, `performance.getEntriesByType("resource").length + document.querySelectorAll("script").length`); n != 0 {
		t.Errorf("%d files or scripts", n)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", strings.Join(*said, "; "))
	}
	fits(t, address)
}
