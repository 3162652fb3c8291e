package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
)

// deskAt is a folder that the real program serves.
type deskAt struct {
	t       *testing.T
	cmd     *exec.Cmd
	host    string // http://127.0.0.1:PORT
	said    *bufio.Reader
	browser *http.Client
}

// openDesk serves the folder until the test ends.
func openDesk(t *testing.T, folder string) *deskAt {
	t.Helper()
	cmd := exec.Command("policyx", "--lang", "en", "serve", "--no-browser", folder)
	messages, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	said := bufio.NewReader(messages)
	line, _ := said.ReadString('\n')
	address := regexp.MustCompile(`http://\S+`).FindString(line)
	if address == "" {
		t.Fatalf("it says %q", line)
	}
	jar, _ := cookiejar.New(nil)
	d := &deskAt{t: t, cmd: cmd, said: said, browser: &http.Client{Jar: jar}}
	d.host, _, _ = strings.Cut(address, "/?")
	if answer, err := d.browser.Get(address); err != nil || answer.StatusCode != 200 {
		t.Fatalf("%s: %v %v", address, answer, err)
	}
	return d
}

func (d *deskAt) send(method, path string, body []byte) (int, string) {
	d.t.Helper()
	r, err := http.NewRequest(method, d.host+path, bytes.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	r.Header.Set("Origin", d.host)
	answer, err := d.browser.Do(r)
	if err != nil {
		d.t.Fatal(err)
	}
	defer answer.Body.Close()
	data, _ := io.ReadAll(answer.Body)
	return answer.StatusCode, string(data)
}

// first waits for the first notice and returns where its corrections are sent.
func (d *deskAt) first() string {
	d.t.Helper()
	for range 500 {
		_, body := d.send("GET", "/notices?from=0", nil)
		var got struct {
			Notices []struct {
				ID      string
				Version int
			}
		}
		if err := json.Unmarshal([]byte(body), &got); err != nil {
			d.t.Fatalf("%v: %s", err, body)
		}
		if len(got.Notices) > 0 {
			return fmt.Sprintf("/fixes/%s?since=%d", got.Notices[0].ID, got.Notices[0].Version)
		}
		time.Sleep(10 * time.Millisecond)
	}
	d.t.Fatal("no notice")
	return ""
}

// end ends the program as Ctrl-C does and returns its last words.
func (d *deskAt) end() string {
	d.t.Helper()
	if err := d.cmd.Process.Signal(os.Interrupt); err != nil {
		d.t.Fatal(err)
	}
	rest, _ := io.ReadAll(d.said)
	if err := d.cmd.Wait(); err != nil {
		d.t.Errorf("it ends with %v", err)
	}
	return string(rest)
}

// TestTwoAtOnce on one folder: the second says so, and the first goes on.
func TestTwoAtOnce(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no Ctrl-C can be sent to a program on Windows")
	}
	folder := manyNotices(t, 1)
	d := openDesk(t, folder)
	cmd, messages := policyx("--lang", "en", "serve", "--no-browser", folder+"/.")
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != 2 || !strings.Contains(messages.String(), "is open in another window") {
		t.Errorf("the second: %v %s", err, messages)
	}
	d.first()
	if said := d.end(); !strings.Contains(said, "everything is saved") {
		t.Errorf("at the end it says %q", said)
	}
	if left := len(tree(t, folder)); left != 1 {
		t.Errorf("%d files are left, want the notice alone", left)
	}
	openDesk(t, folder).end()
}

// TestServeOnAFullDisk: what does not fit is said and leaves nothing; what was there stays.
func TestServeOnAFullDisk(t *testing.T) {
	disk := smallDisk(t)
	sample := tree(t, manyNotices(t, 1))
	for _, text := range sample {
		if err := os.WriteFile(filepath.Join(disk, "a.txt"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	d := openDesk(t, disk)
	fix := func(title string) []byte {
		return []byte(`{"policyx": "fix/v1", "source": {"name": "a.txt"}, "metadata": {"title": "` + title + `"}}`)
	}
	if status, body := d.send("PUT", d.first(), fix("甲")); status != 200 {
		t.Fatalf("%d %s", status, body)
	}
	for what, answer := range map[string]func() (int, string){
		"corrections": func() (int, string) { return d.send("PUT", d.first(), fix(strings.Repeat("乙", 400<<10))) },
		"a file":      func() (int, string) { return d.send("POST", "/files?name=b.txt", make([]byte, 500<<10)) },
	} {
		if status, body := answer(); status != http.StatusInsufficientStorage || !strings.Contains(body, "no space left on device") {
			t.Errorf("%s: %d %s", what, status, body)
		}
	}
	if out, err := exec.Command("mount", "-o", "remount,ro", disk).CombinedOutput(); err != nil {
		t.Errorf("%v %s", err, out)
	}
	if status, body := d.send("PUT", d.first(), fix("丙")); status != http.StatusInsufficientStorage || !strings.Contains(body, "read-only file system") {
		t.Errorf("read-only: %d %s", status, body)
	}
	d.end()
	if said := openDesk(t, disk).end(); !strings.Contains(said, "only looked at") {
		t.Errorf("a folder that is read-only from the start: %q", said)
	}
	left := tree(t, disk)
	if len(left) != 2 || !strings.Contains(left[filepath.Join("data", "a.fix.json")], `"title": "甲"`) {
		t.Errorf("left over: %d files, %q", len(left), left[filepath.Join("data", "a.fix.json")])
	}
}
