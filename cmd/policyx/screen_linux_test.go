package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/sys/unix"
)

// steers holds what could steer a terminal, each between two characters.
const steers = "甲\x1b[31m乙\u009b丁\u202e戊\u2066己\u2028庚\u2029辛\x08壬\x7f癸"

// TestTerminal holds that nothing in a notice or its name reaches a terminal as a control, a mark of direction or a separator of
// lines, whichever verb shows it.
func TestTerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	name := "通知" + steers + ".txt"
	text := "云溪市" + steers + "工作方案\n一、重点" + steers + "任务\n（一）培训" + steers + "人员。2025年底前，每年培训护理" + steers + "员不少于50人次。（责任单位：市民" + steers + "政局）\n" + strings.Repeat("（二）建设设施。建成后要把服务送到社区和村里，让老年人就近得到照护。（责任单位：市民政局）\n", 20)
	for file, content := range map[string]string{name: text, "二.txt": strings.ReplaceAll(text, "50人次", "80人次"), "\u202e空\x1b[2J.txt": ""} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{
		{"text", name}, {"outline", name}, {"explain", name}, {"diff", name, "二.txt"}, {"compare", name, "二.txt", "--indicator", "护理"},
		{"extract", name}, {"extract", name, "-f", "json"}, {"extract", name, "-f", "csv"}, {"extract", name, "-f", "ics"}, {"extract", name, "-f", "md"}, {"extract", name, "-f", "html"},
		{"extract", "."}, {"extract", name, "--place", steers}, {"validate", name}, {"text", "\u202e空\x1b[2J.txt"}, {"extract", "没有\x1b]0;甲\x07.txt"},
		{"extract", name, "-o", "没有\u2066/甲.yaml"}, {"extract", name, "-f", "\x1b[31m"}, {"\x1b[31m"}, {"extract", "--\x1b[31m"}, {"index", "通知.db", name, "二.txt"}, {"query", "通知.db"}, {"due", "通知.db", "--all"}, {"stats", "通知.db"}, {"query", name}, {"eval", "--gold", name},
	} {
		shown := onTerminal(t, args...)
		for i, line := range strings.Split(strings.ReplaceAll(shown, "\r\n", "\n"), "\n") {
			if at := strings.IndexFunc(line, steering); at >= 0 {
				t.Errorf("%q: line %d: %q", args, i+1, line)
			}
		}
	}
	if got, want := onTerminal(t, "text", "二.txt"), "甲␛[31m乙�丁�戊�己�庚�辛␈壬␡癸"; !strings.Contains(got, want) {
		t.Errorf("%q does not show %q", got, want)
	}
}

func steering(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// onTerminal is what a terminal gets from the program.
func onTerminal(t *testing.T, args ...string) string {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	tty, err := os.OpenFile(filepath.Join("/dev/pts", fmt.Sprint(n)), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	said := make(chan string)
	go func() {
		out, _ := io.ReadAll(master) // ends with an error when nobody has the other end open
		said <- string(out)
	}()
	c := &console{in: os.Stdin, out: tty, err: tty}
	run(c, args)
	tty.Close()
	return <-said
}
