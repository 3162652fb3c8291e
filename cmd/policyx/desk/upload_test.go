package desk

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPlaceFor(t *testing.T) {
	for _, name := range []string{"通知.txt", "a b (2).docx", "三月/甲.html", "…", "CONTENT.txt", "a.con", "COM10.txt", "数据/a.txt", "database/a.txt"} {
		if place, err := placeFor(name); err != nil || place != name {
			t.Errorf("%q: %q, %v", name, place, err)
		}
	}
	for _, name := range []string{
		"", ".", "..", "../a.txt", "a/../../b.txt", "a/..", "a//b.txt", "/etc/a.txt", "a/", `..\a.txt`, `a\b.txt`, `C:\a.txt`, "C:a.txt", "c:/a.txt", `\\host\a.txt`,
		"CON", "con.txt", "a/NUL", "nul.tar.gz", "aux .txt", "COM1", "lpt9.txt", "COM¹.txt", "CONIN$", "a.txt.", "a.txt ", "a./b.txt", ".hidden", "a/.git/config",
		"data/a.fix.json", "Data/a.txt", "DATA", "a:b.txt", "a.txt:stream", "a?.txt", "a*.txt", "<a>.txt", "a|b.txt", "a\"b.txt", "a\x00.txt", "a\nb.txt", "a\u202etxt.exe",
		"\xff.txt", strings.Repeat("a", 2000),
	} {
		if place, err := placeFor(name); err == nil {
			t.Errorf("%q is taken as %q", name, place)
		}
	}
}

func TestDroppedFiles(t *testing.T) {
	s := open(t, nil).enter()
	drop := func(name, instead, text string) (int, string) {
		t.Helper()
		return s.send("POST", "/files?name="+url.QueryEscape(name)+"&instead="+instead, text, nil)
	}
	for _, tt := range []struct {
		name, instead, text string
		want                int
		says                string
	}{
		{"三月/甲.txt", "", "甲\n", 200, "三月/甲.txt"},
		{"三月/甲.txt", "", "甲\n", 200, "三月/甲.txt"}, // the same once more
		{"三月/甲.txt", "", "乙\n", 409, "同名"},
		{"三月/甲.txt", "both", "乙\n", 200, "三月/甲 (2).txt"},
		{"三月/甲.txt", "both", "丙\n", 200, "三月/甲 (3).txt"},
		{"三月/甲.txt", "replace", "丁\n", 200, "三月/甲.txt"},
		{"../甲.txt", "replace", "戊\n", 400, "名字"},
		{"data/甲.fix.json", "replace", "戊\n", 400, "名字"},
	} {
		if got, body := drop(tt.name, tt.instead, tt.text); got != tt.want || !strings.Contains(body, tt.says) {
			t.Errorf("%s %s: %d %s, want %d", tt.name, tt.instead, got, body, tt.want)
		}
	}
	if got := strings.Join(s.within(), " "); got != "三月/甲 (2).txt 三月/甲 (3).txt 三月/甲.txt" {
		t.Errorf("the folder holds %s", got)
	}
	if got := s.read("三月/甲.txt"); got != "丁\n" {
		t.Errorf("甲.txt holds %q", got)
	}
	if got := s.notices("0", 3); len(got.Notices) != 3 {
		t.Errorf("%d notices are shown", len(got.Notices))
	}
}

// TestLinks: nothing is written through a link that leads out of the folder.
func TestLinks(t *testing.T) {
	outside := t.TempDir()
	s := open(t, nil).enter()
	if err := os.Symlink(outside, filepath.Join(s.folder, "out")); err != nil {
		t.Skip("no links here")
	}
	if got, body := s.send("POST", "/files?name=out/a.txt", "甲\n", nil); got == 200 {
		t.Errorf("written through a link: %s", body)
	}
	if left, _ := os.ReadDir(outside); len(left) != 0 {
		t.Errorf("outside lies %v", left)
	}
}

// FuzzPlaceFor holds that what is dropped lands in a place of the folder that is called as it was, or nowhere.
func FuzzPlaceFor(f *testing.F) {
	for _, s := range []string{"通知.txt", "三月/甲.html", "../a.txt", "/etc/a", `C:\a`, "a/..", "data/x", "CON", "a\x00", "a\u202etxt.exe", "\xff"} {
		f.Add(s)
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, name string) {
		place, err := placeFor(name)
		if err != nil {
			return
		}
		within, err := filepath.Rel(folder, filepath.Join(folder, filepath.FromSlash(place)))
		if err != nil || filepath.ToSlash(within) != name || strings.HasPrefix(within, "..") || strings.EqualFold(within, DataFolder) {
			t.Errorf("%q lands in %q (%v)", name, within, err)
		}
	})
}
