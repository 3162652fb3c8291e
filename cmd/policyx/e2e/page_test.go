// Package e2e drives the review page in a real headless browser. It is a module of its
// own, so that the tests of policyx need only Go; it needs Chromium (CHROMIUM names the
// program, /usr/bin/chromium by default).
package e2e

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const notices = "../../../testdata/notices/"

var policyx string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "policyx-e2e")
	if err != nil {
		panic(err)
	}
	policyx = filepath.Join(dir, "policyx")
	build := exec.Command("go", "build", "-o", policyx, "./cmd/policyx")
	build.Dir = "../../.."
	if out, err := build.CombinedOutput(); err != nil {
		panic(string(out))
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// open makes the page of some notices and opens it from its file. The list collects what
// the page says on its console and what it fails with.
func open(t *testing.T, paths ...string) (context.Context, *[]string) {
	t.Helper()
	ctx, said := browse(t)
	run(t, ctx, chromedp.Navigate(page(t, paths...)), chromedp.WaitReady("body"), drawn)
	return ctx, said
}

// drawn waits until a notice is drawn to its end.
var drawn = chromedp.Poll(`document.getElementById("review").ariaBusy !== "true"`, nil)

// page makes the page of some notices, or what else the arguments of extract say, and returns its address.
func page(t *testing.T, arguments ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if out, err := exec.Command(policyx, append([]string{"extract", "-q", "-o", file}, arguments...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return "file://" + file
}

// browse starts a browser with a profile of its own.
func browse(t *testing.T) (context.Context, *[]string) {
	t.Helper()
	program := os.Getenv("CHROMIUM")
	if program == "" {
		program = "/usr/bin/chromium"
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-quic", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithErrorf(t.Logf))
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	said := new([]string)
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			*said = append(*said, e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			*said = append(*said, string(e.Type))
		}
	})
	run(t, ctx, chromedp.EmulateViewport(1400, 900))
	return ctx, said
}

func run(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	var v T
	run(t, ctx, chromedp.Evaluate(script, &v))
	return v
}

func TestAClickOnOneFindsTheOther(t *testing.T) {
	ctx, said := open(t, notices+"injected-place.txt")
	mark := eval[string](t, ctx, `document.querySelector("#text .v.k-deadline").textContent`)
	run(t, ctx, chromedp.Click(`#text .v.k-deadline`, chromedp.ByQuery))
	if got := eval[string](t, ctx, `document.querySelector("[aria-current]").textContent`); !strings.Contains(got, mark) {
		t.Errorf("the mark %q leads to %q", mark, got)
	}
	time.Sleep(time.Second) // the panels scroll to what was found
	chip := eval[string](t, ctx, `document.querySelector("#cards .chip.k-department").textContent`)
	run(t, ctx, chromedp.Click(`#cards .chip.k-department`, chromedp.ByQuery))
	if got := eval[string](t, ctx, `[...document.querySelectorAll("#text .on")].map(e => e.textContent).join("")`); got == "" || !strings.Contains(chip, got) {
		t.Errorf("the chip %q leads to %q in the text", chip, got)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

func TestFilters(t *testing.T) {
	ctx, _ := open(t, notices+"injected-place.txt")
	if bars := eval[int](t, ctx, `[...document.querySelectorAll("#charts .fulls .lead")].filter(r => r.offsetWidth > 0).length`); bars == 0 {
		t.Error("the chart of departments shows no lead")
	}
	shown := `[...document.querySelectorAll("#cards .card")].filter(e => !e.hidden).length`
	all := eval[int](t, ctx, shown)
	for _, f := range []struct{ key, option string }{{"department", "1"}, {"role", "1"}, {"kind", "1"}, {"year", "1"}} {
		set := `(() => { const s = document.querySelector('[data-filter="` + f.key + `"]'); s.value = s.options[` + f.option + `].value; s.dispatchEvent(new Event("change")); return s.value; })()`
		if value := eval[string](t, ctx, set); value == "" {
			t.Errorf("%s has nothing to choose", f.key)
		}
		if some := eval[int](t, ctx, shown); some == 0 || some > all {
			t.Errorf("%s: %d of %d cards", f.key, some, all)
		}
		run(t, ctx, chromedp.Evaluate(`document.querySelector(".clear").click()`, nil))
	}
	run(t, ctx, chromedp.SendKeys(`[data-filter="words"]`, "没有这个词", chromedp.ByQuery))
	if some := eval[int](t, ctx, shown); some != 0 {
		t.Errorf("%d cards hold a word that none has", some)
	}
}

func TestAHostileNoticeStaysInert(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hostile.txt")
	text := "云溪市人民政府办公室关于<script>document.title='x'</script>工作的通知\n一、任务\n1.<img src=x onerror=\"document.title='x'\">改造管网。2025年底前完成。（市水务局牵头）\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, said := open(t, path)
	if title := eval[string](t, ctx, `document.title`); title == "x" {
		t.Error("a script of the notice ran")
	}
	if n := eval[int](t, ctx, `document.querySelectorAll("img, [onerror], #text script").length`); n != 0 {
		t.Errorf("%d elements of the notice are in the page", n)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
	blocked := eval[string](t, ctx, `(() => { const s = document.createElement("script"); s.textContent = "document.title = 'x'"; document.body.append(s); return document.title; })()`)
	if blocked == "x" {
		t.Error("the policy lets a foreign script run")
	}
}

func TestByKeyboard(t *testing.T) {
	ctx, _ := open(t, notices+"flat.txt")
	run(t, ctx, chromedp.Evaluate(`document.querySelector("#cards .card").focus()`, nil), chromedp.KeyEvent(kb.ArrowDown))
	if second := eval[bool](t, ctx, `document.activeElement === document.querySelectorAll("#cards .card")[1]`); !second {
		t.Error("arrow down does not lead to the second card")
	}
	run(t, ctx, chromedp.KeyEvent(kb.Enter))
	if on := eval[bool](t, ctx, `document.querySelector("[aria-current]") !== null`); !on {
		t.Error("enter chooses nothing")
	}
}

func TestOnAPhone(t *testing.T) {
	ctx, _ := open(t, notices+"task-table.txt")
	run(t, ctx, emulation.SetDeviceMetricsOverride(375, 720, 2, true), chromedp.Sleep(200*time.Millisecond))
	if wide := eval[int](t, ctx, `document.documentElement.scrollWidth`); wide > 375 {
		t.Errorf("the page is %d wide on a screen of 375", wide)
	}
	if side := eval[bool](t, ctx, `getComputedStyle(document.querySelector("#switch")).display !== "none"`); !side {
		t.Error("text and tasks cannot be switched")
	}
}

func TestABatchHasAList(t *testing.T) {
	ctx, said := open(t, notices)
	n := eval[int](t, ctx, `document.querySelectorAll("#notices li").length`)
	if files, _ := filepath.Glob(notices + "*"); n != len(files) {
		t.Errorf("%d of %d notices are listed", n, len(files))
	}
	run(t, ctx, chromedp.Click(`#notices li a`, chromedp.ByQuery), chromedp.WaitVisible(`#review`, chromedp.ByQuery))
	if cards := eval[int](t, ctx, `document.querySelectorAll("#cards .card").length`); cards == 0 {
		t.Error("the first notice shows no task")
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestALongNoticeIsDrawnInBits: what is not in view is drawn when the browser has time, and at once for whoever touches the
// page, looks for words or comes with a filter.
func TestALongNoticeIsDrawnInBits(t *testing.T) {
	const tasks = 250
	var text strings.Builder
	text.WriteString("云溪市人民政府办公室关于做好重点工作的通知\n\n一、重点任务\n")
	for i := range tasks {
		fmt.Fprintf(&text, "%d.建设第%d座站点。2025年底前，建成第%d座站点，培训人员%d人次。（牵头单位：市民政局）\n", i+1, i+1, i+1, 20+i)
	}
	path := filepath.Join(t.TempDir(), "通知.txt")
	if err := os.WriteFile(path, []byte(text.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	address := page(t, path)
	const cards, lines = `document.querySelectorAll("#cards .card").length`, `document.querySelectorAll("#text .line").length`
	touch := `(() => { document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "f", ctrlKey: true, bubbles: true})); return ` + cards + `; })()`
	for _, way := range []struct {
		address string
		wait    chromedp.Action
		script  string
		shown   int
	}{
		{address, drawn, cards, tasks},
		{address, chromedp.WaitReady("body"), touch, tasks},
		{address, chromedp.WaitReady("body"), `(dispatchEvent(new Event("beforeprint")), ` + cards + `)`, tasks},
		{address + "#/?words=" + url.QueryEscape("第250座"), chromedp.WaitReady("body"), `[...document.querySelectorAll("#cards .card")].filter(e => !e.hidden).length`, 1},
	} {
		ctx, said := browse(t)
		run(t, ctx, chromedp.Navigate(way.address), way.wait)
		if got := eval[int](t, ctx, way.script); got != way.shown {
			t.Errorf("%s: %d cards, want %d", way.script, got, way.shown)
		}
		if got := eval[int](t, ctx, lines); got < tasks+3 {
			t.Errorf("%s: %d lines of the text", way.script, got)
		}
		if len(*said) > 0 {
			t.Errorf("the console says %q", *said)
		}
	}
}
