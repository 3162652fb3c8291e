package catalog

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	_ "modernc.org/sqlite"

	"github.com/policyx/policyx/schema"
)

// plain knows of names what stands in them.
var plain = Reading{
	Works:  func(d *schema.Department) []string { return []string{strings.TrimPrefix(d.Name, "市")} },
	Family: func(name string) string { return strings.TrimPrefix(name, "市") },
	Within: func(place, _ string) []string { return []string{place, "清江省"} },
	Fold:   strings.ToLower,
}

// notice is the n-th notice of 云溪市.
func notice(n int) *schema.Notice {
	at := func(start int) schema.Span { return schema.Span{Start: start, End: start + 4, Line: 1} }
	upper := schema.Number(60)
	return &schema.Notice{
		Schema: schema.Version,
		Source: schema.Source{Name: fmt.Sprintf("%d.txt", n), Format: "text", SHA256: strings.Repeat("0", 64), Characters: 400},
		Metadata: schema.Metadata{
			Title: fmt.Sprintf("云溪市人民政府关于养老服务的意见（%d）", n), Issuer: "云溪市人民政府", Jurisdiction: "云溪市", Level: schema.LevelCity, DocumentNumber: fmt.Sprintf("云政发〔2024〕%d号", n), Issued: "2024-03-18",
			Addressees: []string{"市民政局", "市财政局"}, Spans: &schema.MetadataSpans{Title: &schema.Span{Start: 0, End: 9, Line: 1}, Addressees: []schema.Span{at(20), at(26)}},
		},
		Goals: []schema.Task{{ID: "g1", Text: "到2025年底，养老床位达到50至60张。", Span: at(30), Targets: []schema.Target{{Text: "50至60张", Op: schema.OpRange, Value: 50, ValueMax: &upper, Unit: "张", Type: schema.TargetOutcome, Span: at(31)}}}},
		Tasks: []schema.Task{{
			ID: "1", Title: "发展助餐", Path: []string{"一、任务"}, Text: "年底前建成。", Span: schema.Span{Start: 40, End: 80, Line: 4},
			Departments: &schema.Departments{Text: "市民政局牵头", Span: at(70), Lead: []schema.Department{{Name: "市民政局", Text: "市民政局", Kind: schema.KindDepartment, Span: at(70)}}},
			Deadlines:   []schema.Deadline{{Text: "年底前", Relation: schema.RelationBy, Value: "../2024-12-31", End: "2024-12-31", Span: at(50)}},
		}},
		Indicators:  []schema.Indicator{{Name: "护理型床位占比", Text: "护理型床位占比", Unit: "%", Span: at(90), Values: []schema.IndicatorValue{{Year: 2025, Value: 55, Kind: "target", Span: at(95)}}}},
		Citations:   []schema.Citation{{Title: "养老服务条例", DocumentNumber: fmt.Sprintf("云政发〔2024〕%d号", n-1), Span: at(60)}},
		Diagnostics: []schema.Diagnostic{{Severity: schema.Warning, Code: schema.UnreadUnit, Message: "A unit.", Span: &schema.Span{Start: 44, End: 45, Line: 4}}},
	}
}

func create(t *testing.T) (*Catalog, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "通知 %#?.db")
	c, err := Create(path, plain, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c, path
}

// put writes the notices as one input.
func put(t *testing.T, c *Catalog, path, digest string, notices ...*schema.Notice) Tally {
	t.Helper()
	tally, err := c.Write(entries(t, path, digest, notices...))
	if err != nil {
		t.Fatal(err)
	}
	return tally
}

// entries are what is written of an input that holds notices.
func entries(t testing.TB, path, digest string, notices ...*schema.Notice) (list []Entry) {
	t.Helper()
	for i, n := range notices {
		r, err := plain.Record(n, "", digest)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, Entry{Path: path, Position: i + 1, Record: r})
	}
	return append(list, Entry{Path: path, Position: len(notices), Digest: digest})
}

func (c *Catalog) found(t *testing.T, q Question) (names string) {
	t.Helper()
	for f, err := range c.Find(q) {
		if err != nil {
			t.Fatal(err)
		}
		names += f.Notice.Source.Name + " "
	}
	return strings.TrimSuffix(names, " ")
}

// TestAsPutIn holds that a notice comes back as it was put in.
func TestAsPutIn(t *testing.T) {
	c, _ := create(t)
	want := notice(1)
	put(t, c, "a", "1", want)
	for f, err := range c.Find(Question{}) {
		if err != nil || f.Place != "云溪市" {
			t.Fatal(f.Place, err)
		}
		if diff := cmp.Diff(want, f.Notice); diff != "" {
			t.Error(diff)
		}
	}
}

// TestRows holds that each fact is a row: with its place, and none missing.
func TestRows(t *testing.T) {
	c, _ := create(t)
	put(t, c, "a", "1", notice(1), notice(2))
	for statement, want := range map[string]string{
		"SELECT count(*) FROM notices":                                                                 "2",
		"SELECT rank || year FROM notices LIMIT 1":                                                     "32024",
		"SELECT group_concat(within) FROM place_parts":                                                 "云溪市,清江省",
		"SELECT group_concat(kind || item) FROM tasks WHERE notice_id = 1":                             "goalg1,task1",
		"SELECT role || department || family || last_day FROM work LIMIT 1":                            "lead市民政局民政局2024-12-31",
		"SELECT last_day || deadline || place || task FROM schedule LIMIT 1":                           "2024-12-31年底前云溪市发展助餐",
		"SELECT op || value || value_max || unit FROM targets LIMIT 1":                                 "..50.060.0张",
		"SELECT group_concat(value) FROM figures WHERE notice = '1.txt'":                               "50.0,55.0",
		"SELECT task_id || document_number FROM citations WHERE notice_id = 1":                         "2云政发〔2024〕0号",
		"SELECT span_start || code FROM diagnostics LIMIT 1":                                           "44unread-unit",
		"SELECT value || span_start FROM metadata WHERE field = 'addressees' AND position = 2 LIMIT 1": "市财政局26",
		"SELECT notice_id || '>' || cited_id || via FROM cited":                                        "2>1number",
		"SELECT count(*) FROM search WHERE search MATCH '助餐'":                                          "2",
		"SELECT count(*) FROM search WHERE search MATCH '\"床\"*'":                                      "2",
		"PRAGMA user_version":      fmt.Sprint(Version),
		"PRAGMA foreign_key_check": "",
		"PRAGMA integrity_check":   "ok",
	} {
		got, err := c.texts(statement)
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q; %v", statement, got, want, err)
		}
	}
}

// TestAgain holds what becomes of notices that are put in again: the same, changed, fewer.
func TestAgain(t *testing.T) {
	c, _ := create(t)
	put(t, c, "a", "1", notice(1), notice(2), notice(3))
	if got := put(t, c, "a", "1", notice(1), notice(2), notice(3)); got != (Tally{Same: 3}) {
		t.Error(got)
	}
	changed := notice(4)
	changed.Tasks[0].Title = "建设床位"
	if got := put(t, c, "a", "2", changed); got != (Tally{Replaced: 1, Removed: 2}) {
		t.Error(got)
	}
	if got := c.found(t, Question{}); got != "4.txt" {
		t.Error(got)
	}
	if got := c.found(t, Question{Contains: []string{"助餐"}}) + c.found(t, Question{Contains: []string{"建设床位"}}); got != "4.txt" {
		t.Errorf("words of %q", got)
	}
	if removed, err := c.Remove([]string{"a", "b"}); err != nil || removed != 1 {
		t.Error(removed, err)
	}
	if err := c.Tidy(true); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"inputs", "notices", "tasks", "responsibilities", "departments", "department_works", "places", "place_parts", "citations", "documents", "titles", "metadata"} {
		if n, err := c.numbers("SELECT count(*) FROM " + table); err != nil || !slices.Equal(n, []int64{0}) {
			t.Errorf("%d rows are left in %s, %v", n, table, err)
		}
	}
}

// TestUnfinished holds that an input is whole with its end alone.
func TestUnfinished(t *testing.T) {
	c, _ := create(t)
	r, err := plain.Record(notice(1), "", "1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Write([]Entry{{Path: "a", Position: 1, Record: r}}); err != nil {
		t.Fatal(err)
	}
	put(t, c, "b", "2", notice(2))
	if got, err := c.Digests(); err != nil || !cmp.Equal(got, map[string]string{"a": "", "b": "2"}) {
		t.Error(got, err)
	}
}

func TestFind(t *testing.T) {
	c, _ := create(t)
	other := notice(2)
	other.Metadata.Jurisdiction, other.Metadata.Title = "青石县", "青石县的意见"
	other.Tasks[0].Deadlines[0].End = "2026-12-31"
	other.Tasks[0].Departments.Support, other.Tasks[0].Departments.Lead = other.Tasks[0].Departments.Lead, nil
	put(t, c, "a", "1", notice(1))
	put(t, c, "b", "1", other)
	for _, tt := range []struct {
		q    Question
		want string
	}{
		{Question{}, "1.txt 2.txt"},
		{Question{Departments: []Department{{Works: []string{"民政局"}}}}, "1.txt 2.txt"},
		{Question{Departments: []Department{{Works: []string{"民政局"}}}, Roles: []schema.Role{schema.RoleLead}}, "1.txt"},
		{Question{Departments: []Department{{Works: []string{"民政局", "教育局"}}}}, ""},
		{Question{Departments: []Department{{Works: []string{"教育局"}}, {Works: []string{"民政局"}}}}, "1.txt 2.txt"},
		{Question{Roles: []schema.Role{schema.RoleSupport}}, "2.txt"},
		{Question{Departments: []Department{{[]string{"民政局"}, []string{"青石县", "青石"}}}}, "2.txt"}, // its own
		{Question{Departments: []Department{{[]string{"民政局"}, []string{"清江省"}}}}, "1.txt 2.txt"},
		{Question{Departments: []Department{{[]string{"民政局"}, []string{"石桥市"}}}}, ""},
		{Question{Departments: []Department{{[]string{"民政局"}, []string{"市"}}}, Roles: []schema.Role{schema.RoleLead}}, "1.txt"}, // by its name
		{Question{Departments: []Department{{[]string{"民政局"}, []string{"石桥市"}}, {Works: []string{"民政局"}}}, Before: "2025-12-31"}, "1.txt"},
		{Question{Departments: []Department{{[]string{"民政局"}, []string{"云溪市"}}}, Places: []string{"青石"}}, ""},
		{Question{Before: "2025-12-31"}, "1.txt"},
		{Question{After: "2025-01-01"}, "2.txt"},
		{Question{After: "2024-01-01", Before: "2030-01-01"}, "1.txt 2.txt"},
		{Question{Places: []string{"清江省"}}, "1.txt 2.txt"},
		{Question{Places: []string{"青石"}}, "2.txt"},
		{Question{Contains: []string{"助餐", "一、任务"}}, "1.txt 2.txt"},
		{Question{Contains: []string{"餐"}, Places: []string{"云溪市"}}, "1.txt"},
		{Question{Contains: []string{"床位"}}, ""}, // of a goal
		{Question{Contains: []string{"。"}}, "1.txt 2.txt"},
	} {
		if got := c.found(t, tt.q); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.q, got, tt.want)
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"养老服务": "养老 老服 服务 务", "养老，养老": "养老 老", "5g 网": "5g g 网", "": "", "。": "",
	} {
		if got := words(text); got != want {
			t.Errorf("words of %q are %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{"养老": `"养老"`, "养老服": `"养老" "老服"`, "老": `"老"*`, "a、养老": `"a"* "养老"`, "，": ""} {
		if got := match(text); got != want {
			t.Errorf("%q is asked for as %q, want %q", text, got, want)
		}
	}
}

// TestMigrate holds that a file of an older version is brought up to the last step, with what it holds, and that
// one of a newer version is left alone.
func TestMigrate(t *testing.T) {
	c, path := create(t)
	put(t, c, "a", "1", notice(1))
	if err := c.migrate(append(slices.Clone(steps), "ALTER TABLE notices ADD COLUMN remark TEXT DEFAULT '阅'")); err != nil {
		t.Fatal(err)
	}
	got, err := c.texts("SELECT name || remark FROM notices")
	work, failed := c.numbers("SELECT count(*) FROM work")
	if err = errors.Join(err, failed); err != nil || !slices.Equal(got, []string{"1.txt阅"}) || !slices.Equal(work, []int64{1}) {
		t.Error(got, work, err)
	}
	if _, err := Open(path, plain, 0); !errors.Is(err, ErrNewer) {
		t.Error(err)
	}
}

// TestForeign holds that nothing but a catalogue is opened, and that nothing else is changed.
func TestForeign(t *testing.T) {
	dir := t.TempDir()
	text, base, empty := filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.db"), filepath.Join(dir, "c.db")
	if err := errors.Join(os.WriteFile(text, []byte(strings.Repeat("通知", 500)), 0o600), os.WriteFile(empty, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open(Driver, base)
	if err == nil {
		_, err = db.Exec("CREATE TABLE accounts (name TEXT)")
		err = errors.Join(err, db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{text, base, dir} {
		before, _ := os.ReadFile(path)
		if _, err := Create(path, plain, 0); !errors.Is(err, ErrForeign) {
			t.Errorf("%s: %v", path, err)
		}
		if after, _ := os.ReadFile(path); !slices.Equal(before, after) || IsCatalog(path) {
			t.Errorf("%s has changed, or counts as a catalogue", path)
		}
	}
	if _, err := Open(filepath.Join(dir, "none.db"), plain, 0); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := Open(empty, plain, 0); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	if info, err := os.Stat(empty); err != nil || info.Size() > 0 {
		t.Error("who asks an empty file makes tables in it")
	}
	c, err := Create(empty, plain, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil || !IsCatalog(empty) {
		t.Error("an empty file becomes a catalogue:", err)
	}
}

// TestTwins holds that a notice that lies in several files counts once: the file with the most tasks, of equals the first, whatever the order in
// which they came and go.
func TestTwins(t *testing.T) {
	short := notice(1)
	short.Source.Name, short.Tasks[0].Key = "短.html", "k1"
	long := notice(1)
	long.Source.Name, long.Metadata.Title = "长.pdf", "关于养老服务的意见"
	long.Tasks = append(long.Tasks, long.Tasks[0])
	long.Tasks[0].Key, long.Tasks[1].Key = "k1", "k2"
	other := notice(1)
	other.Source.Name, other.Tasks[0].Key = "附件.txt", "k9"
	for _, order := range [][]*schema.Notice{{short, long, other}, {other, long, short}, {long, short, other}} {
		c, _ := create(t)
		for _, n := range order {
			put(t, c, n.Source.Name, "1", n)
		}
		holds := func(step, want string, size Size) {
			t.Helper()
			if got := c.found(t, Question{}); got != want {
				t.Errorf("%s: %s, want %s", step, got, want)
			}
			if got, err := c.Size(); err != nil || got != size {
				t.Errorf("%s: %v, want %v; %v", step, got, size, err)
			}
			if all, err := c.texts("SELECT DISTINCT notice FROM schedule ORDER BY 1"); err != nil || strings.Join(all, " ") != want {
				t.Errorf("%s: schedule has %v, want %s; %v", step, all, want, err)
			}
		}
		holds("three files", "长.pdf 附件.txt", Size{2, 3, 1})
		if named, err := c.Named("短.html", ""); err != nil || len(named) != 1 || named[0].Name != "长.pdf" {
			t.Error(named, err)
		}
		if _, err := c.Write([]Entry{{Path: "长.pdf", Fault: "is empty"}}); err != nil {
			t.Fatal(err)
		}
		holds("a stale one", "短.html 附件.txt", Size{2, 2, 1})
		put(t, c, "长.pdf", "1", long)
		holds("read again", "长.pdf 附件.txt", Size{2, 3, 1})
		if _, err := c.Remove([]string{"长.pdf"}); err != nil {
			t.Fatal(err)
		}
		holds("taken out", "短.html 附件.txt", Size{2, 2, 0})
	}
}

// TestSame holds by what two files of one notice are known.
func TestSame(t *testing.T) {
	for want, m := range map[string]schema.Metadata{
		"云政发〔2024〕3号":                 {DocumentNumber: "云政发〔2024〕3号", Title: "意见"},
		"2024-03-18\n云溪市民政局\n关于助餐的通知": {Issued: "2024-03-18", Issuer: "云溪市民政局", Title: "云溪市民政局关于助餐的通知"},
		"": {Issued: "2024-03-18", Title: "关于助餐的通知"},
	} {
		if got := plain.same(&m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestStale holds that what an input held before is marked when the input cannot be read any more, and no longer when it can.
func TestStale(t *testing.T) {
	c, _ := create(t)
	put(t, c, "a", "1", notice(1))
	if _, err := c.Write([]Entry{{Path: "a", Fault: "is empty"}, {Path: "b", Fault: "is empty"}}); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Digests(); err != nil || !cmp.Equal(got, map[string]string{"a": ""}) {
		t.Error(got, err)
	}
	for f, err := range c.Find(Question{}) {
		if err != nil || !f.Stale || f.Input != "a" {
			t.Error(f, err)
		}
	}
	if got := put(t, c, "a", "1", notice(1)); got != (Tally{Same: 1}) {
		t.Error(got)
	}
	if got, err := c.Stale(); err != nil || len(got) > 0 {
		t.Error(got, err)
	}
}

// TestFirstVersion holds that a catalogue of the first version is asked, with what it holds.
func TestFirstVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open(Driver, path)
	if err == nil {
		_, err = db.Exec(tables + fmt.Sprintf(`; PRAGMA application_id = %d; PRAGMA user_version = 1; INSERT INTO inputs VALUES (1, 'a', '1');
			INSERT INTO notices (id, input_id, position, digest, name, format, sha256, characters, tasks, dated, targets) VALUES (1, 1, 1, '1', '1.txt', 'text', '0', 9, 2, 0, 0)`, applicationID))
		err = errors.Join(err, db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open(path, plain, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if got, err := c.Size(); err != nil || got != (Size{1, 2, 0}) {
		t.Error(got, err)
	}
	put(t, c, "b", "1", notice(1))
	if removed, err := c.Remove([]string{"a"}); err != nil || removed != 1 {
		t.Error(removed, err)
	}
	if got, err := c.Size(); err != nil || got != (Size{1, 1, 0}) {
		t.Error(got, err)
	}
}

// TestDamaged holds that a catalogue of which something is missing or broken says so, whatever SQLite calls that.
func TestDamaged(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, path string){
		"a table is missing": func(t *testing.T, path string) { alter(t, path, "DROP TABLE documents") },
		"a row is missing":   func(t *testing.T, path string) { alter(t, path, "DELETE FROM totals") },
		"no such version":    func(t *testing.T, path string) { alter(t, path, "PRAGMA user_version = -2147483646") },
		"a notice is broken": func(t *testing.T, path string) { alter(t, path, "UPDATE documents SET json = x'78'") },
		"a page is broken": func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err == nil {
				for i := 4096; i < len(data); i++ {
					data[i] = 0xee
				}
				err = os.WriteFile(path, data, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, path := create(t)
			put(t, c, "a", "1", notice(1))
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			damage(t, path)
			c, err := Open(path, plain, 0)
			if err == nil {
				defer c.Close()
				_, err = c.Size()
			}
			if err == nil {
				_, err = c.Notice(1)
			}
			if !errors.Is(err, ErrDamaged) || err.Error() != ErrDamaged.Error() {
				t.Error(err)
			}
		})
	}
}

func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open(Driver, (&url.URL{Scheme: "file", Path: path}).String())
	if err == nil {
		_, err = db.Exec(statement)
		err = errors.Join(err, db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestReadOnly holds that a catalogue that cannot be written is asked, and says so when something is to be put into it.
func TestReadOnly(t *testing.T) {
	c, path := create(t)
	put(t, c, "a", "1", notice(1))
	if _, err := c.conn.ExecContext(t.Context(), "PRAGMA query_only = 1"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Write([]Entry{{Path: "b", Digest: "1"}}); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if got := c.found(t, Question{}); got != "1.txt" {
		t.Error(got)
	}
	if _, err := Create(filepath.Join(filepath.Dir(path), "none", "a.db"), plain, 0); !errors.Is(err, ErrUnopened) {
		t.Error(err)
	}
}

// TestForgets holds that departments and places that another program has taken out are written anew.
func TestForgets(t *testing.T) {
	c, path := create(t)
	put(t, c, "a", "1", notice(1))
	second, err := Open(path, plain, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if _, err := second.Remove([]string{"a"}); err != nil {
		t.Fatal(err)
	}
	if err := second.Tidy(true); err != nil {
		t.Fatal(err)
	}
	put(t, c, "b", "1", notice(2))
	if got := c.found(t, Question{Departments: []Department{{Works: []string{"民政局"}}}, Places: []string{"云溪市"}}); got != "2.txt" {
		t.Error(got)
	}
}

// TestBusy holds that who writes while another does is told so, and that nothing of it is written.
func TestBusy(t *testing.T) {
	c, path := create(t)
	second, err := Open(path, plain, 10*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	err = c.within(func() error {
		_, err := second.Write([]Entry{{Path: "b", Digest: "1"}})
		return err
	})
	if !errors.Is(err, ErrBusy) {
		t.Error(err)
	}
	if got, err := c.Digests(); err != nil || len(got) != 0 {
		t.Error(got, err)
	}
	put(t, second, "b", "1", notice(1))
}

// TestCountPlans holds that notices are counted by their indexes alone, and that whether a name is known is not asked of an ordered answer.
func TestCountPlans(t *testing.T) {
	c, _ := create(t)
	put(t, c, "a", "1", notice(1))
	found, args := (&Question{Departments: []Department{{Works: []string{"民政局"}}}}).found()
	for _, asked := range []struct {
		statement, never string
		args             []any
	}{
		{counts["year"], "SCAN n USING INDEX|SCAN n$|SCAN notices$", nil},
		{counts["place"], "SCAN n$|SCAN notices$", nil},
		{"SELECT path FROM inputs WHERE stale IS NOT NULL ORDER BY path", "SCAN inputs$", nil},
		{"SELECT EXISTS (" + found + ")", "TEMP B-TREE", args},
	} {
		never := regexp.MustCompile(asked.never)
		steps := 0
		err := c.all("EXPLAIN QUERY PLAN "+asked.statement, asked.args, func(rows *sql.Rows) error {
			var id, parent, unused int
			var step string
			err := rows.Scan(&id, &parent, &unused, &step)
			steps++
			if never.MatchString(step) {
				t.Errorf("%s: %s", asked.statement, step)
			}
			return err
		})
		if err != nil || steps == 0 {
			t.Errorf("%s: %d steps, %v", asked.statement, steps, err)
		}
	}
}

// TestPlans holds that what is asked most is found by indexes: no table that grows with the notices is read from end to end. (x and views are what was found before.)
func TestPlans(t *testing.T) {
	c, _ := create(t)
	for i := range 20 {
		put(t, c, fmt.Sprint(i), "1", notice(i))
	}
	type asked struct {
		statement string
		args      []any
	}
	var all []asked
	for _, q := range []Question{
		{Departments: []Department{{Works: []string{"民政局"}}}, Roles: []schema.Role{schema.RoleLead}},
		{Departments: []Department{{Works: []string{"民政局", "教育局"}}, {Works: []string{"财政局"}}}, Before: "2025-12-31", Places: []string{"云溪市"}},
		{Departments: []Department{{[]string{"民政局"}, []string{"云溪市", "云溪"}}, {Works: []string{"教育局"}}}, Before: "2025-12-31"},
		{Before: "2025-12-31", After: "2025-01-01"},
		{Places: []string{"云溪市", "云溪"}, Contains: []string{"助餐"}},
		{Contains: []string{"助餐", "一、任务"}},
	} {
		statement, args := q.statement()
		all = append(all, asked{statement, args})
	}
	for _, statement := range []string{
		"SELECT notices, tasks FROM totals",
		"SELECT * FROM work WHERE task_id = 3", "SELECT * FROM schedule WHERE last_day BETWEEN '2024-01-01' AND '2024-12-31'", "SELECT * FROM figures WHERE indicator = '护理型床位占比'",
		"SELECT * FROM cited WHERE notice_id = 3", "SELECT * FROM cited WHERE cited_id = 3", "SELECT * FROM carried_out WHERE notice_id = 3", "SELECT * FROM carried_out WHERE cited_id = 3",
		"DELETE FROM notices WHERE id = 3",
	} {
		all = append(all, asked{statement: statement})
	}
	all = append(all, asked{named, []any{"云政发〔2024〕3号", "a", "b", "养老"}})
	for _, a := range all {
		err := c.all("EXPLAIN QUERY PLAN "+a.statement, a.args, func(rows *sql.Rows) error {
			var id, parent, unused int
			var step string
			err := rows.Scan(&id, &parent, &unused, &step)
			if table, scans := strings.CutPrefix(step, "SCAN "); scans && !slices.Contains([]string{"places", "p", "totals", "CONSTANT ROW", "x", "carried_out", "figures"}, table) && !strings.HasPrefix(table, "search VIRTUAL TABLE") && !strings.HasPrefix(table, "(") {
				t.Errorf("%s: %s", a.statement, step)
			}
			return err
		})
		if err != nil {
			t.Errorf("%s: %v", a.statement, err)
		}
	}
}
