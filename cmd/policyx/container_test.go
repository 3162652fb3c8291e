package main

import (
	"archive/zip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/policyx/policyx/schema"
)

// packed writes a ZIP archive; names and contents alternate.
func packed(t *testing.T, path string, files ...string) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(file)
	for i := 0; i < len(files); i += 2 {
		m, err := w.Create(files[i])
		if err == nil {
			_, err = m.Write([]byte(files[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

const (
	paths = "云溪市人民政府关于修缮步道的通知\n云政发〔2024〕6号\n各县（市、区）人民政府：\n一、修缮步道。6月底前修缮步道10公里。（市水务局负责）\n云溪市人民政府\n2024年3月5日\n"
	lamps = "云溪市人民政府关于更换路灯的通知\n云政发〔2024〕7号\n各县（市、区）人民政府：\n一、更换路灯。年底前更换路灯300盏。（市住建局负责）\n"
	roads = "路面清单\n一、整修路面。9月底前整修路面5公里。（市水务局负责）\n"
)

// TestArchive holds that an archive is one notice in every verb, and that its attachments have its date.
func TestArchive(t *testing.T) {
	dir := t.TempDir()
	one := filepath.Join(dir, "通知.zip")
	packed(t, one, "通知/附件1.txt", roads, "通知/通知.txt", paths)
	cmd, _ := policyx("extract", "-q", "-f", "json", one)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var n schema.Notice
	if err := json.Unmarshal(out, &n); err != nil {
		t.Fatal(err)
	}
	if len(n.Tasks) != 2 || len(n.Source.Parts) != 2 || n.Source.Format != "zip" {
		t.Fatalf("%d tasks of %+v", len(n.Tasks), n.Source)
	}
	if got := n.Tasks[1]; got.Path[0] != "路面清单" || got.Deadlines[0].End != "2024-09-30" {
		t.Errorf("the attachment's task %+v", got)
	}
	cmd, _ = policyx("text", one)
	text, err := cmd.Output()
	if err != nil || string(text) != paths+roads || len([]rune(paths)) != n.Source.Parts[1].Start {
		t.Errorf("text %q, %v; the second part begins at %d", text, err, n.Source.Parts[1].Start)
	}
	for _, verb := range []string{"outline", "explain"} {
		cmd, _ := policyx(verb, one)
		if out, err := cmd.Output(); err != nil || !strings.Contains(string(out), "整修路面") {
			t.Errorf("%s: %v\n%s", verb, err, out)
		}
	}
}

// TestBundle holds that with --bundle each folder with files is one notice, in one file or in a file each, and a saved page its page alone.
func TestBundle(t *testing.T) {
	t.Chdir(t.TempDir())
	for path, text := range map[string]string{
		"in/步道/通知.txt": paths, "in/步道/附件10.txt": strings.ReplaceAll(roads, "路面", "涵洞"), "in/步道/附件9：清单.txt": roads,
		"in/路灯/通知.txt": lamps, "in/路灯/通知.htm": "", "in/路灯/通知_files/a.js": "let x = 1;", "in/路灯/.x": "x",
	} {
		if text == "" {
			text = "<p>" + strings.ReplaceAll(lamps, "\n", "</p><p>") + "</p>"
		}
		write(t, path, text)
	}
	cmd, _ := policyx("extract", "-q", "--bundle", "-f", "json", "in")
	out, err := cmd.Output()
	var list []schema.Notice
	if fault := json.Unmarshal(out, &list); err != nil || fault != nil || len(list) != 2 {
		t.Fatalf("%v, %v: %s", err, fault, out)
	}
	var names []string
	for _, n := range list {
		for _, p := range n.Source.Parts {
			names = append(names, p.Name)
		}
	}
	if got := strings.Join(names, " "); got != "通知.txt 附件9：清单.txt 附件10.txt 通知.htm" || list[0].Source.Name != "in/步道" || list[0].Source.Format != "bundle" {
		t.Errorf("%s in %+v", got, list[0].Source)
	}
	if got := list[0].Tasks[1]; got.Path[0] != "路面清单" || got.Deadlines[0].End != "2024-09-30" {
		t.Errorf("the attachment's task %+v", got)
	}
	for _, verb := range []string{"text", "outline", "explain"} {
		cmd, _ := policyx(verb, "--bundle", "in/步道")
		if out, err := cmd.Output(); err != nil || !strings.Contains(string(out), "整修涵洞") {
			t.Errorf("%s: %v\n%s", verb, err, out)
		}
	}
	for _, want := range []string{"2 notices read, 4 tasks, 2 with warnings", "0 notices read, 0 tasks, 2 unchanged, 0 failures"} {
		cmd, messages := policyx("extract", "--bundle", "in", "-o", "out/")
		if err := cmd.Run(); err != nil || !strings.Contains(messages.String(), want) {
			t.Errorf("%v\n%s\nwant %s", err, messages, want)
		}
	}
	for _, path := range []string{"out/步道.yaml", "out/路灯.yaml"} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

// TestSeveralNotices holds that those of an archive come out as those of a folder do, in one file or in a file each.
func TestSeveralNotices(t *testing.T) {
	t.Chdir(t.TempDir())
	packed(t, "a.zip", "../../步道.txt", paths, "路灯.txt", lamps, "b/图.png", "\x89PNG\r\n\x1a\n")
	cmd, messages := policyx("extract", "-f", "json", "a.zip")
	out, err := cmd.Output()
	var list []schema.Notice
	if fault := json.Unmarshal(out, &list); err == nil || fault != nil || len(list) != 2 || list[0].Source.Name != "a.zip/步道.txt" {
		t.Errorf("%v, %v: %s", err, fault, out)
	}
	if want := "policyx: a.zip/b/图.png: is a picture (PNG)"; !strings.Contains(messages.String(), want) {
		t.Errorf("%s\nwant %s", messages, want)
	}
	for _, want := range []string{"2 notices read, 2 tasks, 2 with warnings (a.zip/步道.txt, a.zip/路灯.txt), 1 failure", "0 notices read, 0 tasks, 2 unchanged, 1 failure"} {
		cmd, messages := policyx("extract", "a.zip", "-o", "out/")
		if err := cmd.Run(); err == nil || !strings.Contains(messages.String(), want) {
			t.Errorf("%v\n%s\nwant %s", err, messages, want)
		}
	}
	for _, path := range []string{"out/a.zip/路灯.yaml", "out/a.zip/步道.yaml"} {
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
	cmd, messages = policyx("text", "a.zip")
	if err := cmd.Run(); err == nil || !strings.Contains(messages.String(), "holds several notices") {
		t.Errorf("text: %v\n%s", err, messages)
	}
}

// TestNoWayOut holds that no name in an archive, and none on the command line, leads out of the folder of outputs.
func TestNoWayOut(t *testing.T) {
	dir := t.TempDir()
	work := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(work, 0o777); err != nil {
		t.Fatal(err)
	}
	var files []string
	for i, name := range []string{"../../出.txt", "/出.txt", `C:\出.txt`, `..\出.txt`, "a/../../出.txt", "\u202e出.txt", "con.txt", "x\ny.txt"} {
		files = append(files, name, strings.ReplaceAll(lamps, "7号", fmt.Sprint(i, "号"))+strings.Repeat("注", i))
	}
	archive := filepath.Join(dir, "通知.zip")
	packed(t, archive, files...)
	cmd, messages := policyx("extract", "-q", archive, "../../通知.zip", "-o", "out/")
	cmd.Dir = work
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	if got := len(tree(t, filepath.Join(work, "out"))); got != 2*len(files)/2 {
		t.Errorf("%d files in the folder of outputs", got)
	}
	if got := len(tree(t, dir)); got != 2*len(files)/2+1 {
		t.Errorf("%d files in all, the archive among them", got)
	}
}
