package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"github.com/policyx/policyx/cmd/policyx/mcp" // so that the tests run what the keeper runs
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"policyx": func() { start(mcp.Serve) }, "engine": pretend, "tesseract": pretendTesseract, "sqlite3": pretendSQLite})
}

// TestScripts runs testdata/script: files in, standard output, standard error and exit
// code out, through the real main.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LC_ALL", "C")
			for name, dir := range map[string]string{"SCANS": "scans", "FORMATS": "formats", "VERSIONS": "versions", "PLACES": "places", "NOTICES": "notices", "COMPATIBILITY": "compatibility"} {
				path, err := filepath.Abs(filepath.Join("../../testdata", dir))
				if err != nil {
					return err
				}
				env.Setenv(name, path)
			}
			return nil
		},
		Deadline: time.Now().Add(2 * time.Minute), // a hang is a failure, soon
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"repeat": repeat,
			"lines":  lines,
			"headed": headed,

			"later":   func(ts *testscript.TestScript, _ bool, args []string) { shift(ts, args, time.Hour) },
			"earlier": func(ts *testscript.TestScript, _ bool, args []string) { shift(ts, args, -time.Hour) },
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" { // may write everywhere
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
	})
}

// exits CODE COMMAND ARGS... runs a command that has to end with CODE.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARGS...")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s\n%s", code, args[0], ts.ReadFile("stderr"))
	}
}

// repeat FILE N TEXT [M TEXT]... appends each text so many times to FILE.
func repeat(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: repeat FILE N TEXT [M TEXT]...")
	}
	file, err := os.OpenFile(ts.MkAbs(args[0]), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	ts.Check(err)
	for i := 1; i < len(args); i += 2 {
		n, err := strconv.Atoi(args[i])
		ts.Check(err)
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[i+1], `"`, `\"`) + `"`) // \x00, \n
		ts.Check(err)
		_, err = file.WriteString(strings.Repeat(text, n))
		ts.Check(err)
	}
	ts.Check(file.Close())
}

// lines stdout|stderr|FILE N holds that the text has exactly N lines.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines stdout|stderr|FILE N")
	}
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, "\n"); strconv.Itoa(n) != args[1] {
		ts.Fatalf("%s has %d lines, want %s:\n%s", args[0], n, args[1], text)
	}
}

// headed FILE HEADERS... makes a workbook with a header, as an office would begin its ledger.
func headed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: headed FILE HEADERS...")
	}
	book, headers := excelize.NewFile(), args[1:]
	ts.Check(book.SetSheetRow("Sheet1", "A1", &headers))
	ts.Check(book.SaveAs(ts.MkAbs(args[0])))
}

// shift sets the time of the files that long from now: "later FILE", "earlier FILE".
func shift(ts *testscript.TestScript, names []string, by time.Duration) {
	for _, name := range names {
		t := time.Now().Add(by)
		ts.Check(os.Chtimes(ts.MkAbs(name), t, t))
	}
}
