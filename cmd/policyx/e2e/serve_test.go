package e2e

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	dompage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// twelve writes notices of places that do not exist.
func twelve(t *testing.T) (paths []string) {
	t.Helper()
	folder := t.TempDir()
	for i, place := range strings.Fields("云溪市 青石县 枫桥区 白鹭市 松泉县 柳湾区 石岭县 桃渡市 雁栖县 竹海区 金沙县 兰亭市") {
		path := filepath.Join(folder, place+"养老服务通知.txt")
		if err := os.WriteFile(path, []byte(fmt.Sprintf(pattern, place, i+1)), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

const pattern = `%[1]s人民政府办公室关于发展养老服务的通知
各有关单位：
为做好养老服务工作，现通知如下：
一、培训护理人员。2025年底前，培训护理员不少于%[2]d00人次。（牵头单位：民政局；配合单位：财政局）
二、建设社区食堂。2026年6月底前，建成社区食堂%[2]d家。（牵头单位：商务局）
三、改造老旧住房。持续改造老年人住房。（牵头单位：住房城乡建设局）
%[1]s人民政府办公室
2025年3月18日
`

// serve has the program serve a folder and returns where, and a way to wait for its end.
func serve(t *testing.T, folder string, arguments ...string) (address string, end func() error) {
	t.Helper()
	cmd := exec.Command(policyx, append([]string{"--lang", "zh", "serve", "--no-browser", folder}, arguments...)...)
	messages, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	line, _ := bufio.NewReader(messages).ReadString('\n')
	if address = regexp.MustCompile(`http://[^\s（]+`).FindString(line); address == "" {
		t.Fatalf("it says %q", line)
	}
	return address, cmd.Wait
}

// choose hands files to the page, as its dialog for opening does.
func choose(paths ...string) chromedp.Action {
	return chromedp.QueryAfter(`.desk input[type="file"]`, func(ctx context.Context, _ runtime.ExecutionContextID, nodes ...*cdp.Node) error {
		return dom.SetFileInputFiles(paths).WithNodeID(nodes[0].NodeID).Do(ctx)
	}, chromedp.ByQuery, chromedp.NodeReady)
}

// until waits for an expression to hold.
func until(script string) chromedp.Action {
	return chromedp.Poll(script, nil, chromedp.WithPollingTimeout(30*time.Second), chromedp.WithPollingInterval(50*time.Millisecond))
}

// sheets is the XML of a workbook.
func sheets(t *testing.T, path string) (all string) {
	t.Helper()
	book, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, part := range book.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if in.Close(); err != nil {
			t.Fatal(err)
		}
		all += string(data)
	}
	return all
}

// goTo opens the notice at a place of the list.
func goTo(n int) chromedp.Tasks {
	return chromedp.Tasks{
		chromedp.Evaluate(fmt.Sprintf(`location.hash = "#/%d"`, n), nil),
		until(fmt.Sprintf(`location.hash.startsWith("#/%d") && document.querySelector("#cards .card")`, n)),
	}
}

var written = until(`document.querySelector("#changed").textContent.includes(".fix.json")`)

// setField corrects one field in the form that is opened by a click.
func setField(script, field, value string) chromedp.Tasks {
	return chromedp.Tasks{
		chromedp.Evaluate(script+".click()", nil), chromedp.WaitVisible(`#dialog [name="`+field+`"]`, chromedp.ByQuery),
		chromedp.SetValue(`#dialog [name="`+field+`"]`, value, chromedp.ByQuery),
		chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery), written,
	}
}

// TestAnHourAtTheDesk: twelve notices are dropped, five values corrected, the ledger is taken away, the page closed; one
// notice is amended and all are extracted again: the corrections are there, and the one that fits nothing any more is said.
func TestAnHourAtTheDesk(t *testing.T) {
	folder := t.TempDir()
	address, end := serve(t, folder)
	ctx, said := browse(t)
	loads := downloads(t, ctx)
	run(t, ctx, chromedp.Navigate(address), chromedp.WaitVisible(`.desk`, chromedp.ByQuery), choose(twelve(t)...),
		until(`document.querySelectorAll("#notices li").length === 12`))
	if token := eval[string](t, ctx, `location.href`); strings.Contains(token, "token") {
		t.Errorf("the address is %s", token)
	}
	run(t, ctx, goTo(1))
	if text := eval[string](t, ctx, `document.querySelector("#text").textContent`); !strings.Contains(text, "改造老年人住房") {
		t.Errorf("beside the tasks stands %.100q", text)
	}
	title := `document.querySelector("#cards .card .edit")`
	run(t, ctx,
		goTo(1), setField(title, "title", "培训护理骨干"),
		goTo(2), setField(title, "title", "培训养老护理员"),
		goTo(3), setField(`[...document.querySelectorAll("#cards .card .edit")][1]`, "title", "办好社区食堂"),
		goTo(4), chromedp.Evaluate(`document.querySelector("#cards .chip.k-deadline").click()`, nil),
		setField(`document.querySelector(".inspector .edit")`, "value", "2027年6月底前"),
		goTo(5), chromedp.Click(`#tab-information`, chromedp.ByQuery), setField(`[...document.querySelectorAll("#information .edit")].find(b => b.getAttribute("aria-label").includes("发文机关"))`, "issuer", "松泉县人民政府"))
	run(t, ctx, chromedp.Evaluate(`location.hash = "#/tasks?role=lead"`, nil), chromedp.WaitVisible(`table.tasks`, chromedp.ByQuery), chromedp.Click(`#ledger`, chromedp.ByQuery))
	book, _ := saved(t, loads, "任务台账.xlsx")
	text := sheets(t, book)
	for _, want := range []string{"培训护理骨干", "培训养老护理员", "办好社区食堂", "2027"} {
		if !strings.Contains(text, want) {
			t.Errorf("the ledger lacks %s", want)
		}
	}
	run(t, ctx, chromedp.Click(`#calendar`, chromedp.ByQuery))
	if _, calendar := saved(t, loads, "任务台账.ics"); !strings.Contains(string(calendar), "BEGIN:VEVENT") {
		t.Errorf("the calendar is %.80q", calendar)
	}
	run(t, ctx, chromedp.EmulateViewport(400, 900), goTo(1))
	if wide := eval[int](t, ctx, `document.documentElement.scrollWidth`); wide > 400 {
		t.Errorf("the page is %d wide on a screen of 400", wide)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
	run(t, ctx, chromedp.Navigate("about:blank")) // the page is closed, and with it the program
	if err := end(); err != nil {
		t.Errorf("the program ends with %v", err)
	}

	files, _ := filepath.Glob(filepath.Join(folder, "data", "*.fix.json"))
	if len(files) != 5 {
		t.Fatalf("the corrections are %q", files)
	}
	names, _ := filepath.Glob(filepath.Join(folder, "*.txt"))
	amended, _ := os.ReadFile(names[2])
	lines := strings.Split(string(amended), "\n")
	again := strings.Join(append(lines[:4], "二、整治违法建设。拆除围挡5处。（牵头单位：城管局）", lines[5], lines[6], lines[7], ""), "\n")
	if err := os.WriteFile(names[2], []byte(again), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(policyx, "--lang", "zh", "extract", folder, "-f", "json", "-o", filepath.Join(folder, "data")+"/").CombinedOutput()
	if err != nil || strings.Count(string(out), "社区食堂") != 1 {
		t.Errorf("%v: of what is gone it says %s", err, out)
	}
	corrected := 0
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(folder, "data", strings.TrimSuffix(filepath.Base(name), ".txt")+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(data) {
			t.Errorf("%s is no JSON", name)
		}
		corrected += strings.Count(string(data), `"corrected_fields"`) + strings.Count(string(data), `"corrected": true`)
	}
	if corrected != 5 { // two titles, a deadline and the target that is to be reached by it, an issuer
		t.Errorf("%d values are corrected, want 5", corrected)
	}
}

// TestTheDeskByKeyboard: a notice is corrected with keys alone, and says where that is kept.
func TestTheDeskByKeyboard(t *testing.T) {
	folder := t.TempDir()
	data, _ := os.ReadFile(twelve(t)[0])
	if err := os.WriteFile(filepath.Join(folder, "a.txt"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	address, _ := serve(t, folder)
	ctx, _ := browse(t)
	run(t, ctx, chromedp.Navigate(address), until(`document.querySelector("#notices li")`))
	keys := func(list ...string) {
		for _, key := range list {
			run(t, ctx, chromedp.KeyEvent(key))
		}
	}
	at := func() string {
		return eval[string](t, ctx, `document.activeElement.id || document.activeElement.getAttribute("class") || ""`)
	}
	seen := map[string]bool{}
	for range 60 {
		keys(kb.Tab)
		if seen[at()] = true; eval[bool](t, ctx, `Boolean(document.activeElement.closest("#notices"))`) {
			break
		}
	}
	for _, id := range []string{"choose-files", "choose-folder", "ledger", "calendar"} {
		if !seen[id] {
			t.Errorf("Tab does not lead to %s", id)
		}
	}
	keys(kb.Enter)
	run(t, ctx, chromedp.WaitVisible(`#cards`, chromedp.ByQuery))
	for range 80 {
		if keys(kb.Tab); strings.Contains(at(), "card") {
			break
		}
	}
	keys("e")
	run(t, ctx, chromedp.WaitVisible(`#dialog form`, chromedp.ByQuery))
	keys(kb.Tab, "改")
	for range 10 {
		if keys(kb.Tab); eval[bool](t, ctx, `document.activeElement.type === "submit"`) {
			break
		}
	}
	keys(kb.Enter)
	run(t, ctx, written)
	if fix, _ := os.ReadFile(filepath.Join(folder, "data", "a.fix.json")); !strings.Contains(string(fix), `"title": "`) {
		t.Errorf("the file holds %s", fix)
	}
}

// TestTheDeskFollowsTheFolder: a file that changes, is added or goes shows at once; one that cannot be read is said.
func TestTheDeskFollowsTheFolder(t *testing.T) {
	folder, paths := t.TempDir(), twelve(t)
	address, _ := serve(t, folder)
	ctx, said := browse(t)
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	data, _ := os.ReadFile(paths[0])
	put("a.txt", string(data))
	put("b.pdf", "%PDF-1.7 broken")
	run(t, ctx, chromedp.Navigate(address), until(`document.querySelectorAll("#notices li").length === 1`), until(`document.querySelector("#unread").textContent.includes("b.pdf")`), goTo(1))
	put("a.txt", strings.Replace(string(data), "培训护理人员", "培训管理人员", 1))
	run(t, ctx, until(firstTitle+`.includes("培训管理人员")`))
	put("c.txt", strings.Replace(string(data), "云溪市", "白鹭市", -1))
	run(t, ctx, chromedp.Evaluate(`location.hash = "#/"`, nil), until(`document.querySelectorAll("#notices li").length === 2`))

	run(t, ctx, chromedp.Evaluate(`(() => { const d = new DataTransfer(); d.items.add(new File(["一、另一份。改造管网。"], "c.txt")); d.items.add(new File(["x"], "CON.txt"));
		document.querySelector("#batch").dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true})); })()`, nil),
		until(`document.querySelector("#dialog[open]") && document.querySelector("#dialog").textContent.includes("c.txt")`),
		chromedp.Click(`#dialog .primary`, chromedp.ByQuery), until(`document.querySelector("#dialog[open]") && document.querySelector("#dialog").textContent.includes("CON.txt")`),
		chromedp.Click(`#dialog .primary`, chromedp.ByQuery), until(`document.querySelectorAll("#notices li").length === 3`))
	for _, name := range []string{"c.txt", "c (2).txt"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
		os.Remove(filepath.Join(folder, name))
	}
	run(t, ctx, until(`document.querySelectorAll("#notices li").length === 1`))
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestWhatCannotBeSaved is said, stays on the page, and is saved when that can be done.
func TestWhatCannotBeSaved(t *testing.T) {
	folder := t.TempDir()
	data, _ := os.ReadFile(twelve(t)[0])
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("a.txt", string(data))
	address, _ := serve(t, folder)
	ctx, _ := browse(t)
	run(t, ctx, chromedp.Navigate(address), until(`document.querySelector("#notices li")`), goTo(1))
	put("data", "in the way")
	run(t, ctx, editTitle("改过的标题"),
		until(`document.querySelector("#changed").textContent.includes("没能保存")`))
	if got := eval[string](t, ctx, firstTitle); !strings.HasPrefix(got, "改过的标题") {
		t.Errorf("the title is %q", got)
	}
	if err := os.Remove(filepath.Join(folder, "data")); err != nil {
		t.Fatal(err)
	}
	run(t, ctx, written)
}

// TestAHostileNoticeAtTheDesk: nothing in it runs, and a page elsewhere reaches nothing.
func TestAHostileNoticeAtTheDesk(t *testing.T) {
	folder := t.TempDir()
	text := "云溪市人民政府办公室关于<script>document.title='x'</script>工作的通知\n一、任务\n1.<img src=x onerror=\"document.title='x'\">改造管网。2025年底前完成。（市水务局牵头）\n"
	if err := os.WriteFile(filepath.Join(folder, "<img src=x onerror=alert(1)>.txt"), []byte(text), 0o600); err != nil {
		t.Skip("this system has no such names")
	}
	address, _ := serve(t, folder)
	ctx, said := browse(t)
	run(t, ctx, chromedp.Navigate(address), until(`document.querySelector("#notices li")`), goTo(1))
	if n := eval[int](t, ctx, `document.querySelectorAll("img, [onerror], #text script").length`); n != 0 || eval[string](t, ctx, `document.title`) == "x" {
		t.Errorf("%d elements of the notice are in the page", n)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
	host, _, _ := strings.Cut(address, "/?")
	foreign := filepath.Join(t.TempDir(), "foreign.html")
	if err := os.WriteFile(foreign, []byte(`<!doctype html><title>foreign</title>`), 0o600); err != nil {
		t.Fatal(err)
	}
	var got string
	run(t, ctx, chromedp.Navigate("file://"+foreign), chromedp.Evaluate(`Promise.all([
		fetch("`+host+`/notices", {credentials: "include"}).then(() => "read", () => "refused"),
		fetch("`+host+`/files?name=b.txt", {method: "POST", mode: "no-cors", credentials: "include", body: "x"}).then(() => "", () => ""),
	]).then(all => all[0])`, &got, awaited))
	if got != "refused" {
		t.Errorf("a foreign page: %s", got)
	}
	if _, err := os.Stat(filepath.Join(folder, "b.txt")); err == nil {
		t.Error("a foreign page has written a file")
	}
}

// TestCorrectionsFromElsewhere: what another program writes shows by itself; what was made at the same moment is not saved over it, which is
// said, behind what is being typed.
func TestCorrectionsFromElsewhere(t *testing.T) {
	folder := t.TempDir()
	data, _ := os.ReadFile(twelve(t)[0])
	fix := filepath.Join(folder, "data", "a.fix.json")
	put := func(path, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(filepath.Join(folder, "a.txt"), string(data))
	address, _ := serve(t, folder)
	ctx, said := browse(t)
	run(t, ctx, chromedp.Navigate(address), until(`document.querySelector("#notices li")`), goTo(1), editTitle("培训护理骨干"), written)
	mine, _ := os.ReadFile(fix)
	theirs := strings.Replace(string(mine), "培训护理骨干", "培训养老护理员", 1)
	put(fix, theirs)
	run(t, ctx, until(firstTitle+`.startsWith("培训养老护理员")`))

	run(t, ctx, chromedp.Evaluate(`document.querySelector("#cards .card .edit").click()`, nil), chromedp.WaitVisible(`#dialog [name="title"]`, chromedp.ByQuery))
	put(fix, strings.Replace(string(mine), "培训护理骨干", "培训照护人员", 1))
	run(t, ctx, chromedp.Sleep(3*time.Second), // the program has seen it by now
		chromedp.SetValue(`#dialog [name="title"]`, "培训我的人员", chromedp.ByQuery), chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery),
		until(`document.querySelector("#dialog[open]") && document.querySelector("#dialog").textContent.includes("另一个窗口")`))
	if now, _ := os.ReadFile(fix); !strings.Contains(string(now), "培训照护人员") {
		t.Errorf("the file holds %s", now)
	}
	if head := eval[string](t, ctx, `document.querySelector("#changed").textContent`); !strings.Contains(head, "没有保存") {
		t.Errorf("the head says %q", head)
	}
	run(t, ctx, chromedp.Click(`#dialog [type="submit"]`, chromedp.ByQuery), until(firstTitle+`.startsWith("培训照护人员")`), editTitle("培训我的人员"),
		until(firstTitle+`.startsWith("培训我的人员")`), written)
	for range 100 {
		if now, _ := os.ReadFile(fix); strings.Contains(string(now), "培训我的人员") {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if now, _ := os.ReadFile(fix); !strings.Contains(string(now), "培训我的人员") {
		t.Errorf("made again, the file holds %s", now)
	}

	put(fix, "{")
	run(t, ctx, until(`(document.querySelector("#unread") || document.body).textContent.includes("data/a.fix.json：")`))
	put(fix, theirs)
	run(t, ctx, until(`document.querySelectorAll("#notices li").length === 1`))
	for _, line := range *said {
		if !strings.Contains(line, "409") {
			t.Errorf("the console says %q", line)
		}
	}
}

// TestTicksStay: what was ticked off of the list of what to check is so when the program is started again and the notice was amended elsewhere.
func TestTicksStay(t *testing.T) {
	folder := t.TempDir()
	text := "云溪市养老服务工作方案\n\n一、重点任务\n（一）培训护理员。力争2025年底前完成轮训。（市民政局牵头）\n（二）建设食堂。力争2026年底前建成食堂5个。（市商务局牵头）\n"
	put := func(text string) {
		if err := os.WriteFile(filepath.Join(folder, "a.txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put(text)
	ctx, said := browse(t)
	second := `[...document.querySelectorAll("#checks .check")].find(c => c.textContent.includes("2026年底前")).querySelector("input")`
	show := func(address string) {
		run(t, ctx, chromedp.Navigate(address), until(`document.querySelector("#notices li")`), goTo(1), chromedp.Click(`#tab-checks`, chromedp.ByQuery), chromedp.WaitVisible(`#checks .check`, chromedp.ByQuery))
	}
	address, end := serve(t, folder)
	show(address)
	all := eval[int](t, ctx, `document.querySelectorAll("#checks .check").length`)
	run(t, ctx, chromedp.Evaluate(second+".click()", nil))
	fix := filepath.Join(folder, "data", "a.fix.json")
	for range 100 {
		if data, _ := os.ReadFile(fix); len(data) > 0 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	run(t, ctx, until(`!document.querySelector("#changed").textContent`), chromedp.Navigate("about:blank"))
	if err := end(); err != nil {
		t.Error(err)
	}
	put(strings.Replace(strings.Replace(text, "（一）培训护理员。力争2025年底前", "（一）开展巡查。每月一次。（市民政局牵头）\n（二）培训护理员。2025年底前", 1), "（二）建设", "（三）建设", 1))
	address, _ = serve(t, folder)
	show(address)
	if left := eval[int](t, ctx, `document.querySelectorAll("#checks .check").length`); left != all-1 || !eval[bool](t, ctx, second+".checked") {
		t.Errorf("of %d there are %d, and the tick is gone", all, left)
	}
	if len(*said) > 0 {
		t.Errorf("the console says %q", *said)
	}
}

// TestManyTabs: more tabs than a browser keeps connections show one desk, whichever of them goes; with the last one the program ends.
func TestManyTabs(t *testing.T) {
	folder := t.TempDir()
	data, _ := os.ReadFile(twelve(t)[0])
	if err := os.WriteFile(filepath.Join(folder, "a.txt"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	address, end := serve(t, folder)
	host, _, _ := strings.Cut(address, "?")
	keeper, _ := browse(t) // the browser lives as long as its first tab
	run(t, keeper, chromedp.Navigate(address), until(`document.querySelector("#notices li")`), chromedp.Navigate("about:blank"))
	tabs, closers := make([]context.Context, 9), make([]context.CancelFunc, 9)
	for i := range tabs {
		tabs[i], closers[i] = chromedp.NewContext(keeper)
		run(t, tabs[i], chromedp.Navigate(host), until(`document.querySelector("#notices li")`), goTo(1))
	}
	show := func(title string, some []context.Context) {
		t.Helper()
		for _, tab := range some {
			run(t, tab, until(firstTitle+`.startsWith("`+title+`")`))
		}
	}
	run(t, tabs[8], dompage.BringToFront(), editTitle("培训护理骨干"), written)
	show("培训护理骨干", tabs)
	closers[0]() // it has listened for all
	run(t, tabs[4], dompage.BringToFront(), editTitle("培训照护人员"), written)
	show("培训照护人员", tabs[1:])
	for _, leave := range closers[1:] {
		leave()
	}
	if err := end(); err != nil {
		t.Errorf("the program ends with %v", err)
	}
}
