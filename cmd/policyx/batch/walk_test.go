package batch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestGlob(t *testing.T) {
	for _, c := range []struct {
		pattern, yes, no string
	}{
		{"*.html", "a.html 2024/b/c.html", "a.htm a.html.txt"},
		{"draft?", "draft1 a/draft2", "draft draft10"},
		{"2024/*.txt", "2024/a.txt", "a.txt 2024/b/a.txt x/2024/a.txt"},
		{"2024/**/*.txt", "2024/a.txt 2024/b/a.txt 2024/b/c/a.txt", "2024/a.html 2023/a.txt"},
		{"**/old/**", "old/a a/old/b a/b/old/c/d old", "older/a a/b"},
		{"/a.txt", "a.txt", "b/a.txt"},
		{"[0-9]*", "1.txt", "a.txt"},
		{"通知*", "2024/通知1.txt", "附件.txt"},
	} {
		g, err := ParseGlob(c.pattern)
		if err != nil {
			t.Errorf("%s: %v", c.pattern, err)
		}
		for _, name := range strings.Fields(c.yes) {
			if !g.Match(name) {
				t.Errorf("%s does not match %s", c.pattern, name)
			}
		}
		for _, name := range strings.Fields(c.no) {
			if g.Match(name) {
				t.Errorf("%s matches %s", c.pattern, name)
			}
		}
	}
	for _, bad := range []string{"", "[", "/"} {
		if _, err := ParseGlob(bad); err == nil {
			t.Errorf("%q is taken as a pattern", bad)
		}
	}
}

func TestWalk(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for _, name := range []string{"in/b.txt", "in/a/x.html", "in/a/y.txt", "in/a/.hidden", "in/.git/z.txt", "in/old/w.txt", "in/out/o.txt", "other/b.txt"} {
		if err := Write("", name, nil); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"in/loop": ".", "in/link.txt": "b.txt", "in/dead.txt": "nothing"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	out, err := os.Stat("in/out")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		names, include, exclude string
		want                    string
	}{
		{"in", "", "", "in/a/x.html:a/x.html in/a/y.txt:a/y.txt in/b.txt:b.txt in/dead.txt:dead.txt in/link.txt:link.txt in/old/w.txt:old/w.txt"},
		{"./in/", "*.html", "", "in/a/x.html:a/x.html"},
		{"in", "*.txt", "old d*.txt link*", "in/a/y.txt:a/y.txt in/b.txt:b.txt"},
		{"in", "", "a/** *.txt", "in:no file to read in this folder"},
		{"in other", "b.*", "", "in/b.txt:in/b.txt other/b.txt:other/b.txt"},
		{"in/b.txt gone ../x/../y.txt", "*.html", "b.txt", "in/b.txt:in/b.txt gone:gone ../x/../y.txt:y.txt"},
		{root + "/other/b.txt", "", "", root + "/other/b.txt:" + strings.TrimPrefix(root, "/") + "/other/b.txt"},
	} {
		var got []string
		found := Walk(strings.Fields(c.names), Filter{parseAll(t, c.include), parseAll(t, c.exclude), false}, []fs.FileInfo{out},
			func(name string, err error) { got = append(got, name+":"+err.Error()) })
		for _, in := range found {
			got = append(got, in.Name+":"+in.Rel)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s +%s -%s:\n%s, want\n%s", c.names, c.include, c.exclude, text, c.want)
		}
	}
}

func parseAll(t *testing.T, patterns string) (list []Glob) {
	for _, p := range strings.Fields(patterns) {
		g, err := ParseGlob(p)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, g)
	}
	return list
}

func TestTargets(t *testing.T) {
	for _, c := range []struct{ inputs, want string }{
		{"a/b.html c.txt d", "a/b.yaml c.yaml d.yaml"},
		{"a.txt a.html b/a.txt", "a.txt.yaml a.html.yaml b/a.yaml"},
		{"a.txt a.html a.html.txt", "a.txt.yaml a.html.yaml a.html.txt.yaml"},
		{"A.txt a.html", "A.txt.yaml a.html.yaml"},
		{"A.txt a.txt", "A.txt.yaml a.txt.yaml"},
		{"a.yaml a.txt", "a.yaml.yaml a.txt.yaml"},
		{"关于2.0版的通知 2022.12.05 .html", "关于2.0版的通知.yaml 2022.12.05.yaml .html.yaml"},
	} {
		var list []Input
		for _, rel := range strings.Fields(c.inputs) {
			list = append(list, Input{Name: rel, Rel: rel})
		}
		got, err := Targets(list, ".yaml")
		if err != nil || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, %v; want %s", c.inputs, got, err, c.want)
		}
		slices.Reverse(list)
		again, err := Targets(list, ".yaml")
		slices.Reverse(again)
		if err != nil || !slices.Equal(again, got) {
			t.Errorf("%s: %v in the other order, %v", c.inputs, again, err)
		}
	}
	if got, err := Targets([]Input{{Name: "a.txt", Rel: "a.txt"}, {Name: "../a.txt", Rel: "a.txt"}}, ".yaml"); err == nil {
		t.Errorf("the same place twice gives %v", got)
	}
}

func TestLines(t *testing.T) {
	long := strings.Repeat("x", 1<<17)
	for _, c := range []struct {
		limit    int
		in, want string
	}{
		{10, "", ""},
		{10, "a\n\nb", "a,,b"},
		{10, "a\n", "a"},
		{3, "abc\nabcd\nabc", "abc,!,abc"},
		{3, "abcd", "!"},
		{1 << 17, long + "\nb\n", long + ",b"},
		{1<<17 - 1, long + "\n" + long + "x\nb\n", "!,!,b"},
	} {
		lines := NewLines(strings.NewReader(c.in), c.limit)
		var got []string
		for {
			line, err := lines.Next()
			if errors.Is(err, ErrLong) {
				line, err = []byte("!"), nil
			}
			if err != nil {
				break
			}
			got = append(got, string(line))
		}
		if text := strings.Join(got, ","); text != c.want {
			t.Errorf("%.20q: %.40q, want %.40q", c.in, text, c.want)
		}
	}
}

func TestStamp(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out", "o")
	made := func(text string) *Stamp {
		s, err := OpenStamp(filepath.Dir(out), ".stamp", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	write := func(path string) {
		if err := Write("", path, nil); err != nil {
			t.Fatal(err)
		}
	}
	write(in)
	pause()
	s := made("v1")
	if s.Fresh(out, in) {
		t.Error("an output that is missing is fresh")
	}
	write(out)
	if !s.Fresh(out, in) || !made("v1").Fresh(out, in) {
		t.Error("a new output is not fresh")
	}
	pause()
	if made("v2").Fresh(out, in) {
		t.Error("an output of another version is fresh")
	}
	if made("v2").Fresh(out, in) {
		t.Error("an output of another version is fresh to the second run")
	}
	write(out)
	pause()
	write(in)
	if made("v2").Fresh(out, in) {
		t.Error("an output that is older than its input is fresh")
	}
}

// TestStampsAtOnce holds that runs which begin at the same time do not get in each other's way.
func TestStampsAtOnce(t *testing.T) {
	dir := t.TempDir()
	var runs sync.WaitGroup
	for range 20 {
		runs.Go(func() {
			if _, err := OpenStamp(dir, ".stamp", []byte("v1")); err != nil {
				t.Error(err)
			}
		})
	}
	runs.Wait()
	holds(t, filepath.Join(dir, ".stamp"), "v1")
	alone(t, filepath.Join(dir, ".stamp"))
}
