package correction_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/correction"
)

const text = "一、培训护理员。2025年底前培训不少于50人次。（市民政局负责）\n二、建设食堂。建成食堂5个。\n"

// notice is what was extracted of text, which may have been amended.
func notice(t *testing.T, text string) *schema.Notice {
	t.Helper()
	first, second, _ := strings.Cut(text, "\n")
	at := func(part string) schema.Span {
		before, _, found := strings.Cut(text, part)
		if !found {
			t.Fatalf("%q is not in the text", part)
		}
		start := len([]rune(before))
		return schema.Span{Start: start, End: start + len([]rune(part)), Line: 1 + strings.Count(before, "\n")}
	}
	title := func(line string) string {
		title, _, _ := strings.Cut(line, "。")
		return string([]rune(title)[2:])
	}
	n := &schema.Notice{
		Metadata: schema.Metadata{Title: "云溪市养老服务若干措施", Spans: &schema.MetadataSpans{}},
		Tasks: []schema.Task{
			{ID: "1", Title: title(first), Text: first, Span: at(first)},
			{ID: "2", Title: title(second), Text: strings.TrimSpace(second), Span: at(strings.TrimSpace(second))},
		},
	}
	if strings.Contains(first, "2025年底前") {
		n.Tasks[0].Deadlines = []schema.Deadline{{Text: "2025年底前", Relation: schema.RelationBy, Value: "../2025-12-31", End: "2025-12-31", Span: at("2025年底前")}}
	}
	n.Tasks[0].Departments = &schema.Departments{Text: "市民政局负责", Span: at("市民政局负责")}
	n.Tasks[0].Departments.Add(schema.RoleResponsible, schema.Department{Name: "市民政局", Text: "市民政局", Kind: schema.KindDepartment, Span: at("市民政局")})
	align.Keys(n)
	return n
}

// decode reads a file of corrections whose keys are the numbers of tasks in n.
func decode(t *testing.T, n *schema.Notice, file string) *correction.File {
	t.Helper()
	for i, task := range n.Tasks {
		file = strings.ReplaceAll(file, "KEY"+string(rune('1'+i)), task.Key)
	}
	f, err := correction.Decode([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

const file = `{"policyx": "fix/v1", "source": {"name": "a.txt"},
	"metadata": {"issued": "2024-03-18"},
	"tasks": {"KEY1": {
		"title": "培训护理人员",
		"deadlines": [{"text": "2025年底前", "relation": "by", "value": "../2025-06-30", "end": "2025-06-30"}],
		"departments": {"lead": [{"name": "市民政局", "text": "市民政局", "kind": "department"}], "support": [{"name": "市财政局"}], "responsible": null},
		"targets": [{"text": "不少于50人次", "op": ">=", "value": 50, "unit": "人次", "type": "outcome"}]
	}, "KEY2": null},
	"original": {
		"metadata": {"issued": null},
		"tasks": {
			"KEY1": {"title": "培训护理员", "path": [], "text": "一、培训护理员。2025年", "targets": null,
				"deadlines": [{"text": "2025年底前", "relation": "by", "value": "../2025-12-31", "end": "2025-12-31", "span": {"start": 900, "end": 901, "line": 9}}]},
			"KEY2": {"title": "建设食堂", "path": []}
		}
	}}`

func TestApply(t *testing.T) {
	before := notice(t, text)
	kept, _ := json.Marshal(before)
	f := decode(t, before, file)
	for range 2 { // a file may be applied again
		n, stale := f.Apply(before, []rune(text))
		if len(stale) > 0 {
			t.Errorf("stale: %v", stale)
		}
		if n.Metadata.Issued != "2024-03-18" || !slices.Equal(n.Metadata.CorrectedFields, []string{"issued"}) {
			t.Errorf("metadata: %+v", n.Metadata)
		}
		if len(n.Tasks) != 1 {
			t.Fatalf("%d tasks, want the one that is not taken away", len(n.Tasks))
		}
		task := n.Tasks[0]
		if task.Title != "培训护理人员" || !slices.Equal(task.CorrectedFields, []string{"title"}) {
			t.Errorf("title %q, corrected %q", task.Title, task.CorrectedFields)
		}
		extracted := before.Tasks[0]
		want := []schema.Deadline{{Text: "2025年底前", Relation: schema.RelationBy, Value: "../2025-06-30", End: "2025-06-30", Corrected: true, Span: extracted.Deadlines[0].Span}}
		if diff := cmp.Diff(want, task.Deadlines); diff != "" {
			t.Error("deadlines (-want +got):", diff)
		}
		if got := task.Targets[0]; !got.Corrected || string([]rune(text)[got.Span.Start:got.Span.End]) != got.Text || got.Span.Line != 1 {
			t.Errorf("target: %+v", got)
		}
		department := extracted.Departments.Responsible[0]
		department.Corrected = true
		wantDepartments := &schema.Departments{
			Text: "市民政局负责", Span: extracted.Departments.Span, Lead: []schema.Department{department},
			Support: []schema.Department{{Name: "市财政局", Text: "市财政局", Kind: schema.KindDepartment, Corrected: true, Span: extracted.Span}},
		}
		if diff := cmp.Diff(wantDepartments, task.Departments); diff != "" {
			t.Error("departments (-want +got):", diff)
		}
	}
	if after, _ := json.Marshal(before); string(after) != string(kept) {
		t.Error("the notice itself was changed")
	}
}

// TestAmended holds what becomes of corrections when the notice was amended.
func TestAmended(t *testing.T) {
	f := decode(t, notice(t, text), file)
	tests := []struct {
		name, text string
		want       []correction.Stale // without keys
	}{
		{"what was corrected stands", "一、培训护理员。2025年底前培训不少于80人次。（市民政局负责）\n二、建设食堂。建成食堂9个。\n", nil},
		{"the title was edited", "一、培训养老护理员。2025年底前培训不少于50人次。（市民政局负责）\n二、建设食堂。建成食堂5个。\n",
			[]correction.Stale{{Title: "培训养老护理员", Field: "title"}}},
		{"the title was made longer", "一、培训护理员队伍。2025年底前培训不少于50人次。（市民政局负责）\n二、建设食堂。建成食堂5个。\n",
			[]correction.Stale{{Title: "培训护理员队伍", Field: "title"}}},
		{"the time is gone", "一、培训护理员。持续培训不少于50人次。（市民政局负责）\n二、建设食堂。建成食堂5个。\n",
			[]correction.Stale{{Title: "培训护理员", Field: "deadlines", Value: "2025年底前"}}},
		{"the task that was none is another one", "一、培训护理员。2025年底前培训不少于50人次。（市民政局负责）\n二、整治违建。拆除围挡5处。\n",
			[]correction.Stale{{Title: "建设食堂"}}},
	}
	for _, tt := range tests {
		_, stale := f.Apply(notice(t, tt.text), []rune(tt.text))
		for i := range stale {
			stale[i].Key, stale[i].Span = "", nil
		}
		if diff := cmp.Diff(tt.want, stale); diff != "" {
			t.Errorf("%s (-want +got): %s", tt.name, diff)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`{"policyx": "fix/v1", "source": {"name": "a"}, "tasks": {"k": {"id": "3"}}}`, "task k: id cannot be corrected"},
		{`{"policyx": "fix/v1", "source": {"name": "a"}, "tasks": {"k": {"id": "3"}}, "goals": {"g": {"id": "3"}}}`, "goal g: id cannot be corrected"},
		{`{"policyx": "fix/v1", "source": {"name": "a"}, "tasks": {"k": {"deadlines": "soon"}}}`, "task k: cannot unmarshal string"},
		{`{"policyx": "fix/v1", "source": {"name": "a"}, "metadata": {"isued": "2024"}}`, `metadata: unknown field "isued"`},
		{`{"policyx": "fix/v2", "source": {"name": "a"}}`, `want "fix/v1"`},
		{`{"policyx": "fix/v1", `, "ends in the middle"},
		{`{"policyx": "fix/v1"} {}`, "more than one"},
		{`[]`, "cannot unmarshal array"},
	} {
		if _, err := correction.Decode([]byte(tt.in)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.in, err, tt.want)
		}
	}
}

func TestEncode(t *testing.T) {
	f := decode(t, notice(t, text), file)
	data, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := correction.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f, back); diff != "" {
		t.Error(diff)
	}
}

// TestChecked holds that ticks alone are worth a file, and change nothing of the notice.
func TestChecked(t *testing.T) {
	n := notice(t, text)
	f := decode(t, n, `{"policyx": "fix/v1", "source": {"name": "a"}, "checked": ["no-lead-KEY1"]}`)
	if data, err := f.Encode(); f.Empty() || err != nil || !strings.Contains(string(data), "no-lead-"+n.Tasks[0].Key) {
		t.Errorf("%s, %v", data, err)
	}
	if got, stale := f.Apply(n, []rune(text)); len(stale) != 0 || cmp.Diff(n, got) != "" {
		t.Errorf("%v %s", stale, cmp.Diff(n, got))
	}
}

// TestEmptied holds that a list of which a person took everything away is written, and empties the notice's.
func TestEmptied(t *testing.T) {
	n := notice(t, text)
	n.Citations = []schema.Citation{{Title: "养老服务条例", Span: n.Tasks[0].Span}}
	data, err := decode(t, n, `{"policyx": "fix/v1", "source": {"name": "a"}, "citations": []}`).Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, stale := decode(t, n, string(data)).Apply(n, []rune(text))
	if len(got.Citations) != 0 || len(stale) != 0 {
		t.Errorf("%s leaves %+v, %v", data, got.Citations, stale)
	}
	if strings.Contains(string(data), "indicators") {
		t.Errorf("a list that nobody corrected is written: %s", data)
	}
}

func FuzzApply(f *testing.F) {
	f.Add(file)
	f.Add(`{"policyx": "fix/v1", "source": {"name": ""}, "tasks": {"": {"departments": {"lead": [null]}, "targets": [null, 3]}}}`)
	f.Fuzz(func(t *testing.T, in string) {
		n := notice(t, text)
		for i, task := range n.Tasks {
			in = strings.ReplaceAll(in, "KEY"+string(rune('1'+i)), task.Key)
		}
		fixes, err := correction.Decode([]byte(in))
		if err != nil {
			return
		}
		fixed, _ := fixes.Apply(n, []rune(text))
		for _, task := range fixed.Tasks {
			for _, d := range task.Deadlines {
				if d.Span.End <= d.Span.Start {
					t.Errorf("deadline without place: %+v", d)
				}
			}
		}
	})
}

// TestLists holds goals, tasks that a person added, and lists that are corrected as a whole.
func TestLists(t *testing.T) {
	n := notice(t, text)
	n.Goals = []schema.Task{{ID: "g", Text: "到2025年建成食堂5个。", Span: schema.Span{End: 3, Line: 1}}}
	n.Indicators = []schema.Indicator{{Name: "食堂数", Text: "食堂", Unit: "个", Span: n.Tasks[1].Span}, {Name: "护理员", Text: "护理员", Span: n.Tasks[0].Span}}
	n.Citations = []schema.Citation{{Title: "养老服务条例", Span: n.Tasks[0].Span}}
	align.Keys(n)
	f := decode(t, n, `{"policyx": "fix/v1", "source": {"name": "a"},
		"goals": {"`+n.Goals[0].Key+`": {"text": "到2025年建成食堂6个。"}},
		"tasks": {"new": {"id": "3", "title": "开展巡查", "span": {"start": 4, "end": 6, "line": 1}, "deadlines": [{"text": "护", "relation": "ongoing", "corrected": true, "span": {"start": 4, "end": 5, "line": 1}}]}},
		"indicators": [{"name": "食堂数", "text": "食堂", "unit": "家", "span": {"start": 7, "end": 9, "line": 1}}, {"name": "护理员", "text": "护理员", "span": {"start": 1, "end": 2, "line": 1}}],
		"citations": [],
		"original": {"citations": [{"title": "别的条例"}]}}`)
	got, stale := f.Apply(n, []rune(text))
	if diff := cmp.Diff([]correction.Stale{{Field: "citations", Value: "别的条例"}}, stale); diff != "" {
		t.Error("stale (-want +got):", diff)
	}
	if g := got.Goals[0]; g.Text != "到2025年建成食堂6个。" || !slices.Equal(g.CorrectedFields, []string{"text"}) {
		t.Errorf("goal: %+v", g)
	}
	if len(got.Tasks) != 3 || got.Tasks[1].Title != "开展巡查" || got.Tasks[1].Key != "new" || !slices.Equal(got.Tasks[1].CorrectedFields, []string{"title"}) || !got.Tasks[1].Deadlines[0].Corrected {
		t.Errorf("an added task does not stand where it belongs: %+v", got.Tasks)
	}
	if i := got.Indicators; !i[0].Corrected || i[0].Unit != "家" || i[0].Span != n.Indicators[0].Span || i[1].Corrected || i[1].Span != n.Indicators[1].Span {
		t.Errorf("indicators: %+v", i)
	}
	if len(got.Citations) != 1 || got.Citations[0].Corrected {
		t.Errorf("citations: %+v", got.Citations)
	}
}
