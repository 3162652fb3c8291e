package recognize

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/ocr"
	"github.com/policyx/policyx/schema"
)

// record is a COMMAND whose answers are to be kept as testdata/NAME.json.
var record = flag.String("record", "", "ask this `COMMAND`, or tesseract, and keep what it reads")

const project = "../../../testdata/"

// notice reads a document, with an engine or without.
func notice(t *testing.T, path string, e *parser.Engine) *schema.Notice {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n, err := extract.Read(filepath.Base(path), data, parser.Options{Engine: e}, extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// kept is what an engine read of a scan, page by page.
type kept struct {
	Engine, Version string
	DPI             int
	Pages           [][]ocr.Line
}

func (k *kept) engine() *parser.Engine {
	next := 0
	return &parser.Engine{Name: k.Engine, Version: k.Version, DPI: k.DPI, Recognize: func(ocr.Image) ([]ocr.Line, error) {
		if next++; next > len(k.Pages) {
			return nil, errors.New("there are more pages than were kept")
		}
		return k.Pages[next-1], nil
	}}
}

// keep asks the engine once and writes down what it says.
func keep(t *testing.T, scan, file string) {
	t.Helper()
	engine, err := Tesseract(context.Background())
	if *record != "tesseract" {
		var c *Command
		if c, err = Start(context.Background(), *record); err == nil {
			defer c.Close()
			engine = &c.Engine
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	k := kept{Engine: engine.Name, Version: engine.Version, DPI: engine.DPI}
	notice(t, scan, &parser.Engine{DPI: engine.DPI, Recognize: func(m ocr.Image) ([]ocr.Line, error) {
		lines, err := engine.Recognize(m)
		k.Pages = append(k.Pages, lines)
		return lines, err
	}})
	data, err := json.Marshal(k)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestTwins holds that a scan says what its notice says: testdata/scans are notices of testdata as a scanner
// has them, turned a little and speckled. What the engines read of them is kept beside this test. A page's
// confidence is in its spans.
func TestTwins(t *testing.T) {
	for _, tt := range []struct {
		name, engine, format string
		differ               int // values that may be others
	}{
		{"label-lines", "ppocr-v4", "pdf", 0},
		{"label-lines", "ppocr-v4", "ofd", 0},
		{"task-table", "ppocr-v4", "pdf", 10},   // a row whose 序号 2 is read as N
		{"label-lines", "tesseract", "pdf", 14}, // of 107: 贵任单位, 府头单位
	} {
		t.Run(tt.name+" "+tt.engine+" "+tt.format, func(t *testing.T) {
			scan, file := project+"scans/"+tt.name+"."+tt.format, "testdata/"+tt.name+"."+tt.engine+".json"
			if *record != "" && tt.format == "pdf" && (*record == "tesseract") == (tt.engine == "tesseract") {
				keep(t, scan, file)
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var k kept
			if err := json.Unmarshal(data, &k); err != nil {
				t.Fatal(err)
			}
			same(t, notice(t, project+"notices/"+tt.name+".txt", nil), notice(t, scan, k.engine()), tt.differ)
		})
	}
}

// same holds that the tasks are equal: who does what by when and how much. The words of their texts may differ
// by single characters.
func same(t *testing.T, want, got *schema.Notice, differ int) {
	t.Helper()
	lost := says(want)
	for _, line := range says(got) {
		if i := slices.Index(lost, line); i >= 0 {
			lost = slices.Delete(lost, i, i+1)
		}
	}
	if len(got.Tasks) != len(want.Tasks) || len(lost) > differ {
		t.Errorf("%d tasks, want %d; lost are\n%s", len(got.Tasks), len(want.Tasks), strings.Join(lost, "\n"))
	}
	for _, task := range got.Tasks {
		if c := task.Span.Confidence; !(c > 0.5 && c <= 1) {
			t.Errorf("task %s has a confidence of %v", task.ID, c)
		}
	}
}

// says is a line for each value of each task.
func says(n *schema.Notice) (out []string) {
	for _, task := range n.Tasks {
		out = append(out, task.ID+" "+task.Number)
		if d := task.Departments; d != nil {
			for role, list := range map[string][]schema.Department{"1 lead ": d.Lead, "2 support ": d.Support, "3 responsible ": d.Responsible} {
				for _, p := range list {
					out = append(out, task.ID+" "+role+printed.Replace(p.Name))
				}
			}
		}
		for _, d := range task.Deadlines {
			out = append(out, fmt.Sprintf("%s 4 %s %s", task.ID, d.Relation, d.Value))
		}
		for _, v := range task.Targets {
			out = append(out, fmt.Sprintf("%s 5 %s %v %s", task.ID, v.Op, v.Value, v.Unit))
		}
	}
	slices.Sort(out)
	return out
}

// printed are the shapes of marks that look the same in print.
var printed = strings.NewReplacer("(", "（", ")", "）")
