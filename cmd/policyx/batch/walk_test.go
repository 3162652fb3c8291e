package batch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
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
		found := Walk(strings.Fields(c.names), Filter{Include: parseAll(t, c.include), Exclude: parseAll(t, c.exclude)}, []fs.FileInfo{out},
			func(name string, err error) { got = append(got, name+":"+err.Error()) })
		for _, in := range found {
			got = append(got, in.Name+":"+in.Rel)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s +%s -%s:\n%s, want\n%s", c.names, c.include, c.exclude, text, c.want)
		}
	}
}

// TestWalkBundles holds that the files of one folder are one input, and which folders are left out for what lies beside them.
func TestWalkBundles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"in/b.txt", "in/a/y.txt", "in/a/x.html", "in/a/b/z.txt", "in/a/x_files/s.js", "other/b.txt"} {
		if err := Write("", name, []byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	leave := func(folder string, beside []string) bool {
		return folder == "x_files" && slices.Contains(beside, "x.html")
	}
	for names, want := range map[string]string{
		"in":             "in:in[in/b.txt] in/a:a[in/a/x.html in/a/y.txt] in/a/b:a/b[in/a/b/z.txt]",
		"in/a/":          "in/a:a[in/a/x.html in/a/y.txt] in/a/b:b[in/a/b/z.txt]",
		"other in/b.txt": "other:other[other/b.txt] in/b.txt:in/b.txt[]",
	} {
		var got []string
		for _, in := range Walk(strings.Fields(names), Filter{Bundles: true, Leave: leave}, nil, func(name string, err error) { t.Errorf("%s: %v", name, err) }) {
			var files []string
			for _, f := range in.Files {
				files = append(files, f.Name)
			}
			got = append(got, in.Name+":"+in.Rel+"["+strings.Join(files, " ")+"]")
		}
		if text := strings.Join(got, " "); text != want {
			t.Errorf("%s: %s, want %s", names, text, want)
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
		{"A.txt a.txt", "A.txt.@.yaml a.txt.@.yaml"},
		{"A/x.txt a/x.txt a/y.txt", "A/x.txt.@.yaml a/x.txt.@.yaml a/y.yaml"},
		{"a.txt a.yaml/b.txt", "a.txt.yaml a.yaml/b.yaml"},
		{"a.txt A.YAML/b.txt", "a.txt.yaml A.YAML/b.yaml"},
		{"b/a.txt b/a.yaml/c.txt b/a.txt.yaml/c.txt", "b/a.txt.@.yaml b/a.yaml/c.yaml b/a.txt.yaml/c.yaml"},
		{"a.txt a.partial.yaml/b.txt", "a.txt.yaml a.partial.yaml/b.yaml"},
		{"a.txt a.partial.txt", "a.txt.yaml a.partial.txt.yaml"},
		{"a.yaml a.txt", "a.yaml.yaml a.txt.yaml"},
		{"关于2.0版的通知 2022.12.05 .html", "关于2.0版的通知.yaml 2022.12.05.yaml .html.yaml"},
	} {
		var list []Input
		for _, rel := range strings.Fields(c.inputs) {
			list = append(list, Input{Name: rel, Rel: rel})
		}
		got, err := Targets(list, nil, ".yaml")
		if text := checksums.ReplaceAllString(strings.Join(got, " "), ".@."); err != nil || text != c.want {
			t.Errorf("%s: %v, %v; want %s", c.inputs, text, err, c.want)
		}
		distinct(t, got)
		slices.Reverse(list)
		again, err := Targets(list, nil, ".yaml")
		slices.Reverse(again)
		if err != nil || !slices.Equal(again, got) {
			t.Errorf("%s: %v in the other order, %v", c.inputs, again, err)
		}
	}
	if got, err := Targets([]Input{{Name: "a.txt", Rel: "a.txt"}, {Name: "../a.txt", Rel: "a.txt"}}, nil, ".yaml"); err == nil {
		t.Errorf("the same place twice gives %v", got)
	}
}

// TestTargetsBeside holds that the inputs of a folder have the same outputs whichever of them a
// run is given, and that outputs among them do not count.
func TestTargetsBeside(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"in/a.txt", "in/a.html", "in/b.txt", "in/b.yaml/x.txt", "in/c.txt.html", "in/d.txt", "in/.d.html", "in/e.txt", "in/e.yaml", "in/f.txt"} {
		if err := Write("", name, nil); err != nil {
			t.Fatal(err)
		}
	}
	of := func(folder string, names ...string) []string {
		list := Walk(names, Filter{}, nil, func(name string, err error) { t.Error(name, err) })
		got, err := Targets(list, Beside(list, folder, ".yaml"), ".yaml")
		if err != nil {
			t.Error(err)
		}
		return got
	}
	all, n := of("out", "in/a.html", "in/a.txt", "in/b.txt", "in/c.txt.html", "in/d.txt", "in/e.txt", "in/f.txt"), 0
	for name, want := range map[string]string{
		"in/a.html": "in/a.html.yaml", "in/a.txt": "in/a.txt.yaml", "in/b.txt": "in/b.txt.yaml",
		"in/c.txt.html": "in/c.txt.yaml", "in/d.txt": "in/d.yaml", "in/e.txt": "in/e.txt.yaml", "in/f.txt": "in/f.yaml",
	} {
		got := of("out", name)[0]
		if got != want || !slices.Contains(all, got) {
			t.Errorf("%s alone: %s, want %s; with others: %s", name, got, want, all)
		}
		n++
	}
	if len(all) != n {
		t.Errorf("%d outputs for %d inputs", len(all), n)
	}
	if got := of(".", "in/e.txt")[0]; got != "in/e.yaml" {
		t.Errorf("beside its own output e.txt has %s", got)
	}
}

var checksums = regexp.MustCompile(`\.[0-9a-f]{16}\.`)

// distinct holds that no two outputs, partial ones among them, stand in each other's way on any file system.
func distinct(t *testing.T, targets []string) {
	t.Helper()
	taken := map[string]bool{}
	for _, target := range targets {
		for _, name := range []string{target, Partial(target)} {
			if key := strings.ToLower(name); taken[key] || len(path.Base(name)) > 255 {
				t.Errorf("%s is taken, or too long", name)
			} else {
				taken[key] = true
			}
		}
	}
}

// TestLongTargets holds that names as long as a file system allows have outputs of their own.
func TestLongTargets(t *testing.T) {
	for _, base := range []string{strings.Repeat("通", 81), strings.Repeat("通", 83), strings.Repeat("a", 250)} {
		var list []Input
		for _, ending := range []string{".txt", ".htm", ".c", ""} {
			list = append(list, Input{Rel: "in/" + base + ending})
		}
		list = append(list, Input{Rel: "in/" + strings.ToUpper(base) + ".TXT"})
		got, err := Targets(list, nil, ".jsonl")
		if err != nil {
			t.Error(err)
		}
		distinct(t, got)
		one, err := Targets(list[:1], nil, ".jsonl")
		if err != nil {
			t.Error(err)
		}
		distinct(t, one)
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
	out := filepath.Join(dir, "out", "a b", "o")
	made := func(text string) *Stamp {
		s, err := OpenStamp(filepath.Join(dir, "out"), ".stamp", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	must := func(errs ...error) {
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
	}
	one, two := Sum("in", []byte("one")), Sum("in", []byte("two"))
	if one == two || one == Sum("other", []byte("one")) {
		t.Error("other inputs have the same checksum")
	}
	s := made("v1")
	must(s.Begin(out), s.Done(out, one, "a.txt"))
	if s.Fresh(out, one) {
		t.Error("an output that is missing is fresh")
	}
	must(Write("", out, nil))
	if !s.Fresh(out, one) || !made("v1").Fresh(out, one) {
		t.Error("a new output is not fresh")
	}
	if s.Fresh(out, two) || made("v1").Fresh(out, two) {
		t.Error("an output of another input is fresh")
	}
	must(s.Begin(out))
	if s.Fresh(out, one) || made("v1").Fresh(out, one) {
		t.Error("an output that is being made is fresh")
	}
	must(s.Done(out, two, "a.txt"))
	if !made("v1").Fresh(out, two) || made("v1").Fresh(out, one) {
		t.Error("not the last line counts")
	}
	if made("v2").Fresh(out, two) || made("v1").Fresh(out, two) { // the stamp of v1 is gone with the first question
		t.Error("an output of another version is fresh")
	}
}

// TestStampLeave holds that an input may get no output: what was made of it is removed, what someone else put
// there stays, and the stamp says so to the next run.
func TestStampLeave(t *testing.T) {
	dir := t.TempDir()
	out, sum := filepath.Join(dir, "o.yaml"), Sum("in", nil)
	open := func(with string) *Stamp {
		s, err := OpenStamp(dir, ".stamp", []byte(with))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	there := func() bool {
		_, err := os.Stat(out)
		return err == nil
	}
	s := open("v1")
	if err := errors.Join(Write("", out, nil), s.Done(out, sum, "in")); err != nil || s.Left(out, sum) {
		t.Fatal(err, "an input with an output is left out")
	}
	if s = open("v2"); s.Leave(out, sum, "in") != nil || there() || !s.Left(out, sum) || !open("v2").Left(out, sum) || open("v2").Left(out, "other") {
		t.Error("the output of an input that is left out stays, or the stamp does not say it")
	}
	for _, with := range []string{"v2", "v3"} {
		if err := errors.Join(Write("", out, nil), open(with).Leave(out, sum, "in")); err != nil || !there() {
			t.Error(with, "what someone else put there is removed", err)
		}
	}
}

// TestStampForeign holds that what another file gave is told, by other versions too, as long as that file is there.
func TestStampForeign(t *testing.T) {
	dir := t.TempDir()
	first, second, out := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "out")
	again := filepath.Join(dir, "again.txt")
	if err := errors.Join(Write("", first, nil), Write("", second, nil), os.Symlink(first, again)); err != nil {
		t.Fatal(err)
	}
	foreign := func(version, input string) string {
		s, err := OpenStamp(dir, ".stamp", []byte(version))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		return s.Foreign(out, input)
	}
	s, err := OpenStamp(dir, ".stamp", []byte("v1"))
	if err := errors.Join(err, s.Done(out, "sum", first), s.Begin(out), s.Close()); err != nil {
		t.Fatal(err)
	}
	if got := foreign("v1", second); got != "" {
		t.Errorf("an output that is missing was made of %q", got)
	}
	if err := Write("", out, nil); err != nil {
		t.Fatal(err)
	}
	for _, version := range []string{"v1", "v2"} {
		if got := foreign(version, second); got != first {
			t.Errorf("%s: made of %q, want %q", version, got, first)
		}
		if own, link := foreign(version, first), foreign(version, again); own != "" || link != "" {
			t.Errorf("%s: the input itself is foreign: %q %q", version, own, link)
		}
	}
	t.Chdir(t.TempDir()) // wherever the program is started
	if got := foreign("v2", second); got != first {
		t.Errorf("made of %q, want %q", got, first)
	}
	if err := os.Remove(first); err != nil || foreign("v2", second) != "" {
		t.Errorf("a file that is gone is foreign still (%v)", err)
	}
}

// TestStampCut holds that a stamp which ends anywhere, as a killed run leaves it, names no output
// fresh that is not, and takes further lines.
func TestStampCut(t *testing.T) {
	dir := t.TempDir()
	path, out, other := filepath.Join(dir, ".stamp"), filepath.Join(dir, "out"), filepath.Join(dir, "other")
	open := func() *Stamp {
		s, err := OpenStamp(dir, ".stamp", []byte("v1\n"))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	sum := Sum("in", nil)
	s := open()
	if err := errors.Join(Write("", out, nil), Write("", other, nil), s.Done(out, sum, "a.txt"), s.Close()); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := range text {
		if err := os.WriteFile(path, text[:n], 0o666); err != nil {
			t.Fatal(err)
		}
		s := open()
		if s.Fresh(out, sum) {
			t.Errorf("after %q the output is fresh", text[:n])
		}
		if err := errors.Join(s.Done(other, sum, "b.txt"), s.Close()); err != nil {
			t.Fatal(err)
		}
		if s = open(); !s.Fresh(other, sum) || s.Fresh(out, sum) {
			t.Errorf("after %q further lines are lost", text[:n])
		}
		s.Close()
	}
}

// TestStampsAtOnce holds that runs which begin at the same time do not get in each other's way: whether the stamp is to be made
// or to be replaced, what any of them has written is in it.
func TestStampsAtOnce(t *testing.T) {
	dir := t.TempDir()
	for _, with := range []string{"v1", "v2"} {
		var runs sync.WaitGroup
		for i := range 20 {
			runs.Go(func() {
				s, err := OpenStamp(dir, ".stamp", []byte(with))
				if err != nil {
					t.Error(err)
					return
				}
				if err := errors.Join(s.Done(output(dir, i), with, "in"), s.Close()); err != nil {
					t.Error(err)
				}
			})
		}
		runs.Wait()
		s, err := OpenStamp(dir, ".stamp", []byte(with))
		if err != nil {
			t.Fatal(err)
		}
		for i := range 20 {
			if was := s.made[s.key(output(dir, i))].sum; was != with {
				t.Errorf("%s: output %d has the line %q", with, i, was)
			}
		}
		s.Close()
	}
	alone(t, filepath.Join(dir, ".stamp"))
}

func output(dir string, i int) string { return filepath.Join(dir, strconv.Itoa(i)) }
