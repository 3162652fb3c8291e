package recognize

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/policyx/policyx/parser/ocr"
)

// behaviour is the variable by which the test's own program is a COMMAND.
const behaviour = "POLICYX_TEST_ENGINE"

func TestMain(m *testing.M) {
	if how := os.Getenv(behaviour); how != "" {
		pretend(how)
		return
	}
	os.Exit(m.Run())
}

// pretend is a COMMAND that behaves well, or not.
func pretend(how string) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var asked request
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			os.Exit(3)
		}
		switch {
		case how == "mute":
			time.Sleep(time.Hour)
		case asked.Image == "" && how == "stranger":
			fmt.Println("hello")
		case asked.Image == "":
			fmt.Println(`{"engine":"pretender","version":"2.1","dpi":200}`)
		case how == "dies":
			fmt.Fprintln(os.Stderr, "out of memory")
			os.Exit(1)
		case how == "hangs":
			time.Sleep(time.Hour)
		case how == "babbles":
			fmt.Println(`{"lines":[{"text":"一","box":[1,2]}]}`)
		case how == "shouts":
			fmt.Println(strings.Repeat("x", mostAnswer+1))
		case how == "refuses":
			fmt.Println(`{"error":"too dark"}`)
		default:
			_, err := os.Stat(asked.Image)
			fmt.Printf(`{"lines":[{"text":"%dx%d %v","box":[1,2,30,40],"confidence":0.5}]}`+"\n", asked.Width, asked.Height, err)
		}
	}
}

func start(t *testing.T, how string) (*Command, error) {
	t.Helper()
	t.Setenv(behaviour, how)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c, err := Start(context.Background(), program)
	if err == nil {
		t.Cleanup(c.Close)
	}
	return c, err
}

func page() ocr.Image { return ocr.Image{Gray: image.NewGray(image.Rect(0, 0, 60, 80)), DPI: 200} }

func TestCommand(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	c, err := start(t, "well")
	if err != nil || c.Name != "pretender" || c.Version != "2.1" || c.DPI != 200 {
		t.Fatalf("%+v, %v", c, err)
	}
	for range 3 {
		lines, err := c.Recognize(page())
		if err != nil || len(lines) != 1 || lines[0][0].Text != "60x80 <nil>" || lines[0][0].Box.X1 != 30 || lines[0][0].Confidence != 0.5 {
			t.Fatalf("%+v, %v", lines, err)
		}
	}
	if len(c.idle) != 1 {
		t.Errorf("%d processes for pages one after the other", len(c.idle))
	}
	if left, _ := filepath.Glob(temp + "/*"); len(left) > 0 {
		t.Errorf("files are left: %v", left)
	}
	c.Close()
	if _, err := c.Recognize(page()); !errors.Is(err, context.Canceled) {
		t.Errorf("behind the end: %v", err)
	}
}

// Whatever a COMMAND does wrong is an error that says so, and it is not started again and again.
func TestCommandFaults(t *testing.T) {
	for how, want := range map[string]string{
		"dies":    "out of memory",
		"hangs":   "did not answer within",
		"babbles": "line 1 of its answer has no box",
		"shouts":  "is longer than 32 MiB",
	} {
		c, err := start(t, how)
		if err != nil {
			t.Fatal(err)
		}
		if how == "hangs" {
			c.time = 300 * time.Millisecond
		}
		for n := range mostFailures + 1 {
			_, err := c.Recognize(page())
			if n == mostFailures {
				want = "given up"
			}
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s, page %d: %v", how, n, err)
			}
		}
	}
	if _, err := start(t, "stranger"); err == nil || !strings.Contains(err.Error(), `its first line is not {"engine"`) {
		t.Error(err)
	}
	if _, err := Start(context.Background(), "no-such-program-anywhere"); err == nil {
		t.Error("started")
	}
}

// A page that an engine refuses is that page's error; the process goes on.
func TestCommandRefuses(t *testing.T) {
	c, err := start(t, "refuses")
	if err != nil {
		t.Fatal(err)
	}
	for range mostFailures + 2 {
		if _, err := c.Recognize(page()); err == nil || err.Error() != "too dark" {
			t.Fatal(err)
		}
	}
}

func TestSplit(t *testing.T) {
	for line, want := range map[string]string{
		"node a.mjs":           "node|a.mjs",
		`node "my engine.mjs"`: "node|my engine.mjs",
		"  a  'b c'd ''":       "a|b cd|",
		`a "b`:                 "",
		" ":                    "",
	} {
		words, err := split(line)
		if got := strings.Join(words, "|"); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", line, got, err)
		}
	}
}
