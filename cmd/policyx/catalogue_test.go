package main

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/catalog"
)

var catalogued = flag.Int("catalogued", 60, "how many notices TestCatalogueKilled indexes")

// variants writes a folder of n notices, each one of testdata with another place, number and year.
func variants(t testing.TB, n int) (folder string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "in")
	samples := []struct{ file, place string }{
		{"clause-shapes.txt", "临河"}, {"first-is-lead.txt", "清江"}, {"lost-marks.txt", "云溪"}, {"task-table.txt", "柳川"}, {"indicator-tables.txt", "云岭"},
		{"label-lines.txt", "南屏"}, {"banner.txt", "乌兰泊"}, {"articles.txt", "雪岭"}, {"flat.txt", "枫岭"}, {"province.txt", "南屏"},
	}
	first, second := []rune("云青枫柳清松石白金桐梅兰竹鹤龙银紫翠雁溪"), []rune("溪石桥湾江岭泉沙湖川山原丘塘堰坪浦滩渡岗")
	for i := range n {
		s := samples[i%len(samples)]
		text, err := os.ReadFile("../../testdata/notices/" + s.file)
		if err != nil {
			t.Fatal(err)
		}
		k := i / len(samples)
		place := string([]rune{first[k%20], second[k/20%20]})
		changed := strings.NewReplacer(s.place, place, "2024年", fmt.Sprint(2019+k%9, "年"), "号\n", fmt.Sprintf("%d号\n", k), "〔2024〕", fmt.Sprintf("〔%d〕", 2019+k%9)).Replace(string(text))
		path := filepath.Join(folder, fmt.Sprint(i/1000), fmt.Sprintf("%06d.txt", i))
		if i%1000 == 0 {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(path, []byte(changed), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// contentOf is the checksum of what a catalogue says, whatever the order in which that was written.
func contentOf(t *testing.T, path string) [sha256.Size]byte {
	t.Helper()
	text := sha256.New()
	cmd, messages := policyx("query", path, "-q", "-f", "jsonl")
	cmd.Stdout = text
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	db, err := sql.Open(catalog.Driver, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{
		"SELECT path || ' ' || coalesce(digest, '-') FROM inputs ORDER BY 1",
		"SELECT notice || item || role || department || family || line FROM work ORDER BY notice, task_id, 1",
		"SELECT notice || item || last_day || deadline FROM schedule ORDER BY 1",
		"SELECT notice || text || value || line FROM figures ORDER BY 1",
		"SELECT name || within FROM places JOIN place_parts ON place_id = id ORDER BY 1",
		"SELECT count(*) FROM search WHERE search MATCH '养老'", "SELECT count(*) FROM search", "SELECT count(*) FROM metadata", "SELECT count(*) FROM diagnostics", "SELECT count(*) FROM citations", "SELECT count(*) FROM titles",
	} {
		rows, err := db.Query(statement)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(text, "%s\n", statement)
		for rows.Next() {
			var line sql.NullString
			if err := rows.Scan(&line); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintln(text, line.String)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return [sha256.Size]byte(text.Sum(nil))
}

// sound holds that a catalogue is not damaged, and returns how many notices it has.
func sound(t *testing.T, path string) (notices int) {
	t.Helper()
	db, err := sql.Open(catalog.Driver, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var tables int
	if err := db.QueryRow("SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
		t.Fatal(err)
	}
	if tables == 0 { // killed while it made them, which was taken back
		return 0
	}
	var integrity string
	var foreign, torn int
	err = errors.Join(db.QueryRow("PRAGMA integrity_check").Scan(&integrity), db.QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&foreign),
		db.QueryRow("SELECT count(*) FROM notices WHERE id NOT IN (SELECT notice_id FROM documents)").Scan(&torn), db.QueryRow("SELECT count(*) FROM notices").Scan(&notices))
	if err != nil || integrity != "ok" || foreign+torn > 0 {
		t.Fatalf("the catalogue is damaged: %s, %d rows without another one, %d notices that are not whole, %v", integrity, foreign, torn, err)
	}
	return notices
}

// changed is when a file was written, zero where there is none.
func changed(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// TestCatalogueKilled kills runs at random moments, each after it has written something: after each the catalogue is whole as far as it goes, and the run that comes
// through leaves what an undisturbed one does.
func TestCatalogueKilled(t *testing.T) {
	in := variants(t, *catalogued)
	whole, killed := filepath.Join(filepath.Dir(in), "whole.db"), filepath.Join(filepath.Dir(in), "killed.db")
	cmd, messages := policyx("index", whole, in)
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, messages)
	}
	took := time.Since(begin)
	info, err := os.Stat(whole)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d notices: %v, %d MB, %v\n%s", *catalogued, took.Round(time.Millisecond), info.Size()>>20, cmd.ProcessState.SysUsage(), messages)
	kept, amid := 0, false
	for range 10 {
		before := changed(killed)
		cmd, messages := policyx("index", "--group", "4", killed, in)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		for changed(killed) == before && len(ended) == 0 {
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(took / 20))))
		if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		<-ended
		if !isThere(killed) || !catalog.IsCatalog(killed) {
			continue
		}
		n := sound(t, killed)
		t.Logf("killed with %d notices", n)
		if n < kept {
			t.Errorf("a run that was killed leaves %d of %d notices\n%s", n, kept, messages)
		}
		kept, amid = n, amid || 0 < n && n < *catalogued
	}
	if !amid {
		t.Error("no run was killed between its first notice and its last")
	}
	if cmd, messages = policyx("index", killed, in); cmd.Run() != nil {
		t.Fatal(messages)
	}
	if want := fmt.Sprintf(" %d unchanged", kept); kept > 0 && !strings.Contains(messages.String(), want) {
		t.Errorf("what the runs that were killed have left is read again: want%s\n%s", want, messages)
	}
	if contentOf(t, whole) != contentOf(t, killed) {
		t.Error("the catalogue of the runs that were killed is not that of the undisturbed one")
	}
	if isThere(killed + "-journal") {
		t.Error("the catalogue is not one file")
	}
	sound(t, killed)
}

// TestTwoWriters runs two programs that put notices into one catalogue at once: both do.
func TestTwoWriters(t *testing.T) {
	in := variants(t, 40)
	both, one := filepath.Join(filepath.Dir(in), "both.db"), filepath.Join(filepath.Dir(in), "one.db")
	var runs []*exec.Cmd
	for _, half := range []string{"*[02468].txt", "*[13579].txt", "*.txt"} {
		cmd, messages := policyx("index", "--wait", "1m", "--group", "2", both, in, "--include", half)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		defer func() {
			if t.Failed() {
				t.Log(messages)
			}
		}()
		runs = append(runs, cmd)
	}
	for _, cmd := range runs {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	if cmd, messages := policyx("index", one, in); cmd.Run() != nil {
		t.Fatal(messages)
	}
	if contentOf(t, both) != contentOf(t, one) {
		t.Error("two writers at once leave another catalogue than one")
	}
}

// TestCatalogueBusy holds that a writer that has waited in vain says so, with the file and the way out, and that a reader does
// not wait for a writer that has not come to its end.
func TestCatalogueBusy(t *testing.T) {
	in := variants(t, 2)
	path := filepath.Join(filepath.Dir(in), "a.db")
	if cmd, messages := policyx("index", path, in); cmd.Run() != nil {
		t.Fatal(messages)
	}
	db, err := sql.Open(catalog.Driver, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(t.Context())
	if err == nil {
		_, err = conn.ExecContext(t.Context(), "BEGIN IMMEDIATE")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer conn.ExecContext(context.Background(), "ROLLBACK")
	cmd, messages := policyx("index", "--wait", "20ms", "--force", path, in)
	want := "policyx: " + path + ": another policyx is writing this catalogue: wait until it has ended, or give --wait more than 20ms\n"
	if err := cmd.Run(); cmd.ProcessState.ExitCode() != 1 || !strings.Contains(messages.String(), want) {
		t.Errorf("%v\n%s", err, messages)
	}
	if cmd, messages := policyx("query", "--wait", "20ms", path); cmd.Run() != nil {
		t.Error(messages)
	}
}

// TestClues holds that a catalogue finds every notice that a filter keeps: of all notices of testdata and a few queries of each kind.
func TestClues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	if cmd, messages := policyx("index", path, "../../testdata/notices"); cmd.Run() != nil {
		t.Fatal(messages)
	}
	cat, err := catalog.Open(path, reading, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer cat.Close()
	var queries []filter.Query
	var all []catalog.Found
	for found, err := range cat.Find(catalog.Question{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found)
		place := found.Notice.Metadata.Jurisdiction
		if place != "" {
			queries = append(queries, filter.Query{Places: []string{place}}, filter.Query{Places: []string{strings.TrimSuffix(place, "市")}})
		}
		for _, task := range found.Notice.Tasks {
			for role, d := range task.Departments.All() {
				queries = append(queries, filter.Query{Departments: []string{d.Name}}, filter.Query{Departments: []string{strings.TrimLeft(d.Name, "省市县")}, Roles: []schema.Role{role}},
					filter.Query{Departments: []string{place + strings.TrimLeft(d.Name, "省市县区")}}, filter.Query{Departments: []string{strings.TrimSuffix(place, "市") + strings.TrimLeft(d.Name, "省市县区"), "教育局"}})
			}
			if day := filter.LastDay(&task); day != "" {
				queries = append(queries, filter.Query{DueBefore: day}, filter.Query{DueAfter: day[:4]})
			}
			if title := []rune(task.Title); len(title) > 3 {
				queries = append(queries, filter.Query{Contains: []string{string(title[:2]), string(title[3])}})
			}
		}
	}
	if len(queries) < 500 {
		t.Fatalf("%d queries", len(queries))
	}
	for i := 0; i < len(queries); i += 9 {
		keep, err := filter.New(queries[i], nil)
		if err != nil {
			t.Fatal(err)
		}
		found := map[int64]bool{}
		for f, err := range cat.Find((&extraction{keep: keep}).question()) {
			if err != nil {
				t.Fatal(err)
			}
			found[f.ID] = true
		}
		for _, f := range all {
			if keep.Keep(f.Notice, f.Place).Notice != nil && !found[f.ID] {
				t.Errorf("%+v: %s fits and is not found", queries[i], f.Notice.Source.Name)
			}
		}
	}
}

// TestHandsOver holds that the program without SQLite and the protocol of mcp runs the one with them, with its arguments and its exit code, and says where
// that is looked for.
func TestHandsOver(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds the program")
	}
	dir := t.TempDir()
	program, other := filepath.Join(dir, "policyx"), filepath.Join(dir, "policyx-catalog")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := func(args ...string) (string, int) {
		cmd := exec.Command(program, args...)
		cmd.Env = []string{"LC_ALL=C", "PATH="}
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	for _, verb := range []string{"query", "mcp"} {
		if said, code := run(verb, "通知.db"); code != 1 || !strings.Contains(said, "policyx-catalog, the program for catalogues and mcp, is neither beside policyx nor in the path") {
			t.Errorf("%s without the other program: %d, %s", verb, code, said)
		}
	}
	if err := os.WriteFile(other, []byte("#!/bin/sh\necho \"$@\"\nexit 3\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"query", "通知.db", "--place", "云溪市"}, {"mcp", "通知", "--lang", "zh"}} {
		if said, code := run(args...); code != 3 || said != strings.Join(args, " ")+"\n" {
			t.Errorf("with the other program: %d, %s", code, said)
		}
	}
}
