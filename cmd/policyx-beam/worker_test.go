package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"

	"github.com/policyx/policyx/schema"
)

// TestCounted holds what a worker tells the engine: notices, failures, tasks, and how often it measured.
func TestCounted(t *testing.T) {
	ctx := metrics.SetBundleID(metrics.SetPTransformID(context.Background(), "read"), "bundle")
	files := &fileFn{}
	if err := files.Setup(); err != nil {
		t.Fatal(err)
	}
	var dead []string
	notices, work := 0, 0
	count := func(line []byte) {
		var n schema.Notice
		if err := json.Unmarshal(line, &n); err != nil {
			t.Error(err)
		}
		notices, work = notices+1, work+len(n.Tasks)
	}
	for _, name := range []string{"../../testdata/notices/flat.txt", "../../testdata/formats/label-lines.zip", "missing.txt"} {
		files.ProcessElement(ctx, name, count, func(line []byte) { dead = append(dead, string(line)) })
	}
	counted := metrics.ResultsExtractor(ctx).AllMetrics()
	totals := map[string]int64{}
	for _, c := range counted.Counters() {
		totals[c.Name()] = c.Result()
	}
	if notices < 2 || totals[read] != int64(notices) || totals[failed] != 1 || totals[tasks] != int64(work) {
		t.Errorf("%v of %d notices with %d tasks", totals, notices, work)
	}
	if took := counted.Distributions(); len(took) != 1 || took[0].Result().Count != 3 {
		t.Errorf("%+v", took)
	}
	if want := []string{`{"name":"missing.txt","error":"no such file or directory"}` + "\n"}; !slices.Equal(dead, want) {
		t.Errorf("dead letters %q", dead)
	}
}

// given is what an engine hands a shard.
func given(lines ...string) func(*[]byte) bool {
	return func(line *[]byte) bool {
		if len(lines) == 0 {
			return false
		}
		*line, lines = []byte(lines[0]), lines[1:]
		return true
	}
}

// TestShardAgain holds that a shard that is tried again is whole, and that a trial that fails leaves nothing.
func TestShardAgain(t *testing.T) {
	dir := t.TempDir()
	shard := &writeFn{Prefix: filepath.Join(dir, "new", "a"), Count: 2}
	for range 2 {
		if _, err := shard.ProcessElement(context.Background(), 1, given("1\n", "", "2\n")); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(filepath.Join(dir, "new", "a-00002-of-00002.jsonl")); err != nil || string(text) != "1\n2\n" {
		t.Errorf("%q, %v", text, err)
	}
	if err := os.Mkdir(filepath.Join(dir, "new", "a-00001-of-00002.jsonl"), 0o777); err != nil {
		t.Fatal(err)
	}
	if _, err := shard.ProcessElement(context.Background(), 0, given("1\n")); err == nil {
		t.Error("a folder was replaced")
	}
	if left, err := os.ReadDir(filepath.Join(dir, "new")); err != nil || len(left) != 2 {
		t.Errorf("%v, %v", left, err)
	}
}

// TestCheck holds that wrong flags are refused before anything is sent to an engine.
func TestCheck(t *testing.T) {
	words := filepath.Join(t.TempDir(), "words.yaml")
	if err := os.WriteFile(words, []byte("roles: [单位]\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	good := job{input: "in/*", output: "out", dead: "dead", shards: 1}
	if err := good.check(""); err != nil {
		t.Error(err)
	}
	for want, spoil := range map[string]func(*job) (words string){
		"want either --input":         func(j *job) string { j.records = "in/*"; return "" },
		"another --dead":              func(j *job) string { j.dead = j.output; return "" },
		"--shards 0":                  func(j *job) string { j.shards = 0; return "" },
		`--issued "2024"`:             func(j *job) string { j.issued = "2024"; return "" },
		"--lexicon " + words + ": ":   func(*job) string { return words },
		"--lexicon open missing.yaml": func(*job) string { return "missing.yaml" },
	} {
		j := good
		if err := j.check(spoil(&j)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestShards holds that a line goes to the same shard whenever it is asked, and that there is one.
func TestShards(t *testing.T) {
	shards := &shardFn{Count: 3}
	seen := map[int]bool{}
	for _, line := range []string{"a\n", "b\n", "c\n", "d\n", "e\n", "f\n", "g\n", "h\n"} {
		first, _ := shards.ProcessElement([]byte(line))
		again, same := shards.ProcessElement([]byte(line))
		if first != again || first < 0 || first > 2 || string(same) != line {
			t.Errorf("%q goes to %d, then %d", line, first, again)
		}
		seen[first] = true
	}
	if len(seen) != 3 {
		t.Errorf("all go to %v", seen)
	}
}
