package desk

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fixesOf is where the corrections of a notice are sent, as it is known.
func fixesOf(n note) string { return fmt.Sprintf("/fixes/%s?since=%d", n.ID, n.Version) }

// titled is a file of corrections that gives a task of a.txt another title.
func titled(key, was, title string) string {
	return fmt.Sprintf(`{"policyx": "fix/v1", "source": {"name": "a.txt"}, "tasks": {%q: {"title": %q}}, "original": {"tasks": {%[1]q: {"title": %[3]q}}}}`, key, title, was)
}

// TestCorrectionsAreWritten when they are made, and belong to the notice from then on.
func TestCorrectionsAreWritten(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n乙\n", "b.txt": "丙\n", "c.txt": ""}).enter()
	got := s.notices("0", 3)
	a, failed := got.Notices[0], got.Notices[2]
	if a.Place != "data/a.fix.json" || a.Original != nil || failed.Error != "没有内容" && failed.Error != "为空" && failed.Error == "" {
		t.Errorf("the notices are %+v, %+v", a, failed)
	}
	key := viewOf(t, a).Notice.Tasks[0].Key
	if status, body := s.send("PUT", fixesOf(a), titled(key, "甲", "甲甲"), nil); status != 200 {
		t.Fatalf("%d %s", status, body)
	}
	if file := s.read("data/a.fix.json"); !strings.Contains(file, `"title": "甲甲"`) {
		t.Errorf("the file holds %s", file)
	}
	after := s.notices(fmt.Sprint(got.Version), 3)
	if len(after.Notices) != 1 || viewOf(t, after.Notices[0]).Notice.Tasks[0].Title != "甲甲" || after.Notices[0].Original.Tasks[0].Title != "甲" {
		t.Errorf("then has changed %+v", after.Notices)
	}
	if status, body := s.send("POST", "/export/all.csv", `{"`+a.ID+`": ["`+key+`"]}`, nil); status != 200 || !strings.Contains(body, "甲甲") || strings.Contains(body, "乙") || strings.Contains(body, "丙") {
		t.Errorf("the export is %d %s", status, body)
	}
	_, book := s.send("POST", "/export/all.xlsx", `{"`+a.ID+`": ["`+key+`"]}`, nil)
	if _, err := zip.NewReader(bytes.NewReader([]byte(book)), int64(len(book))); err != nil {
		t.Errorf("the ledger: %v", err)
	}
	if status, _ := s.send("POST", "/export/all.exe", `{}`, nil); status != 404 {
		t.Errorf("another format: %d", status)
	}
	if status, _ := s.send("DELETE", fixesOf(after.Notices[0]), "", nil); status != 200 || s.read("data/a.fix.json") != "" {
		t.Errorf("taken off: %d", status)
	}
	for path, body := range map[string]string{fixesOf(a): `{"policyx": "fix/v0"}`, "/fixes/x": titled(key, "甲", "甲甲"), "/fixes/" + failed.ID: titled(key, "甲", "甲甲")} {
		if status, answer := s.send("PUT", path, body, nil); status/100 != 4 {
			t.Errorf("%s: %d %s", path, status, answer)
		}
	}
}

// TestTheFolderIsFollowed: what changes in it is read again, with its corrections; those that do not fit any more are
// said and stay in their file.
func TestTheFolderIsFollowed(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "改造老旧管网\n建设社区食堂\n"}).enter()
	first := s.notices("0", 1)
	a := first.Notices[0]
	key := viewOf(t, a).Notice.Tasks[1].Key
	if status, body := s.send("PUT", fixesOf(a), titled(key, "建设社区食堂", "建设食堂"), nil); status != 200 {
		t.Fatalf("%d %s", status, body)
	}
	if err := os.WriteFile(filepath.Join(s.folder, "a.txt"), []byte("改造老旧管网\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.folder, "b.txt"), []byte("丙\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.notices("0", 2)
	var view struct{ tasks, remarks int }
	for range 500 {
		v := viewOf(t, s.notices("0", 2).Notices[0]).Notice
		if view.tasks, view.remarks = len(v.Tasks), len(v.Diagnostics); view.tasks == 1 {
			break
		}
	}
	if view.tasks != 1 || view.remarks != 1 {
		t.Errorf("after the task is gone: %+v", view)
	}
	a = s.notices("0", 2).Notices[0]
	if status, body := s.send("PUT", fixesOf(a), `{"policyx": "fix/v1", "source": {"name": "a.txt"}, "reviewed": true}`, nil); status != 200 {
		t.Fatalf("%d %s", status, body)
	}
	if file := s.read("data/a.fix.json"); !strings.Contains(file, "建设食堂") || !strings.Contains(file, `"reviewed": true`) {
		t.Errorf("the file holds %s", file)
	}
	if err := os.Remove(filepath.Join(s.folder, "a.txt")); err != nil {
		t.Fatal(err)
	}
	s.notices("0", 1)
	if s.read("data/a.fix.json") == "" {
		t.Error("the corrections of a notice that is gone are gone as well")
	}
}

// TestCorrectionsOfOthersStay: a file that another program has changed since it was read is never written over.
func TestCorrectionsOfOthersStay(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n乙\n"}).enter()
	a := s.notices("0", 1).Notices[0]
	key := viewOf(t, a).Notice.Tasks[0].Key
	for _, theirs := range []string{titled(key, "甲", "甲丙"), "{"} {
		if err := os.MkdirAll(filepath.Join(s.folder, "data"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(s.folder, "data", "a.fix.json"), []byte(theirs), 0o600); err != nil {
			t.Fatal(err)
		}
		if status, body := s.send("PUT", fixesOf(a), titled(key, "甲", "甲甲"), nil); status/100 == 2 || s.read("data/a.fix.json") != theirs {
			t.Errorf("over %s: %d %s, then %s", theirs, status, body, s.read("data/a.fix.json"))
		}
		if status, _ := s.send("DELETE", fixesOf(a), "", nil); theirs == "{" && (status/100 == 2 || s.read("data/a.fix.json") != theirs) {
			t.Errorf("taken off: %d", status)
		}
		if err := os.Remove(filepath.Join(s.folder, "data", "a.fix.json")); err != nil && theirs == "{" {
			t.Fatal(err)
		}
	}
}

// TestCorrectionsAreFollowed: what another program writes, breaks and takes away shows without anything else changing; who does not know
// it yet writes nothing over it.
func TestCorrectionsAreFollowed(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n乙\n"}).enter()
	first := s.notices("0", 1).Notices[0]
	key := viewOf(t, first).Notice.Tasks[0].Key
	file := filepath.Join(s.folder, "data", "a.fix.json")
	shows := func(what string, is func(n note) bool) (n note) {
		t.Helper()
		for range 500 {
			if n = s.notices("0", 1).Notices[0]; is(n) {
				return n
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatalf("%s does not show: %+v", what, n)
		return n
	}
	write := func(text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	title := func(want string) func(n note) bool {
		return func(n note) bool { return n.Error == "" && viewOf(t, n).Notice.Tasks[0].Title == want }
	}
	write(titled(key, "甲", "甲丙"))
	shows("what was written", title("甲丙"))
	if status, body := s.send("PUT", fixesOf(first), titled(key, "甲", "甲甲"), nil); status != 409 || !strings.Contains(s.read("data/a.fix.json"), "甲丙") {
		t.Errorf("over what the page does not know: %d %s", status, body)
	}
	write("{")
	shows("what is broken", func(n note) bool { return strings.Contains(n.Error, "data/a.fix.json") && n.View == nil })
	write(titled(key, "甲", "甲丁"))
	n := shows("what was mended", title("甲丁"))
	if status, body := s.send("PUT", fixesOf(n), titled(key, "甲", "甲甲"), nil); status != 200 {
		t.Errorf("over what the page knows: %d %s", status, body)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	shows("what was taken away", title("甲"))
}

// TestANoticeReadAgain: a correction of a page that does not know it yet is taken, and the page still has to ask for it.
func TestANoticeReadAgain(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n乙\n"}).enter()
	first := s.notices("0", 1).Notices[0]
	if err := os.WriteFile(filepath.Join(s.folder, "a.txt"), []byte("甲\n乙\n丙\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if n := s.notices("0", 1).Notices[0]; n.Version > first.Version {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	status, body := s.send("PUT", fixesOf(first), titled(viewOf(t, first).Notice.Tasks[0].Key, "甲", "甲甲"), nil)
	if status != 200 || strings.TrimSpace(body) != fmt.Sprintf(`{"version":%d}`, first.Version) {
		t.Errorf("%d %s", status, body)
	}
	if n := s.notices(fmt.Sprint(first.Version), 1); len(n.Notices) != 1 || len(viewOf(t, n.Notices[0]).Notice.Tasks) != 3 || n.Notices[0].Fixes == nil {
		t.Errorf("the page is not told: %+v", n)
	}
}

// TestNothingHalfWritten: where the folder takes nothing, that is said, and what was there stays.
func TestNothingHalfWritten(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n", "data": "in the way"}).enter()
	a := s.notices("0", 1).Notices[0]
	status, body := s.send("PUT", fixesOf(a), titled("k", "甲", "乙"), nil)
	if status/100 != 5 && status/100 != 4 || !strings.Contains(body, "data/a.fix.json") {
		t.Errorf("%d %s", status, body)
	}
	if got := strings.Join(s.within(), " "); got != "a.txt data" || s.read("data") != "in the way" {
		t.Errorf("the folder holds %s", got)
	}
}

// TestTheLastPageEndsIt, but not one that is loaded again.
func TestTheLastPageEndsIt(t *testing.T) {
	s := open(t, map[string]string{"a.txt": "甲\n"}).enter()
	news, leave := s.news()
	if !news.Scan() || !strings.HasPrefix(news.Text(), `data: {"version":`) {
		t.Errorf("the news are %q", news.Text())
	}
	again, leaveAgain := s.news()
	leave()
	if !again.Scan() {
		t.Error("ended while a page was open")
	}
	leaveAgain()
	s.end()
}

// TestCtrlC: pages are told.
func TestCtrlC(t *testing.T) {
	s := open(t, nil).enter()
	news, leave := s.news()
	defer leave()
	s.stop()
	var said []string
	for news.Scan() {
		said = append(said, news.Text())
	}
	if all := strings.Join(said, " "); !strings.Contains(all, "event: end") {
		t.Errorf("the page heard %q", all)
	}
	s.end()
}
