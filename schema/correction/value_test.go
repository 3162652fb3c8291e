package correction_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/correction"
)

// Values as they are extracted and corrected: each is its words, and what was made of them.
const (
	spring  = `{"text": "2025年3月底前", "relation": "by", "value": "../2025-03"}`
	summer  = `{"text": "2025年6月底前", "relation": "by", "value": "../2025-06"}`
	autumn  = `{"text": "2025年9月底前", "relation": "by", "value": "../2025-09"}`
	winter  = `{"text": "2025年底前", "relation": "by", "value": "../2025"}`
	summery = `{"text": "2025年6月底前", "relation": "from", "value": "2025-06/.."}` // summer, corrected
)

func departments(roles ...string) string {
	fields := []string{`"text": "（负责）"`, `"span": {"start": 0, "end": 4, "line": 1}`}
	for _, r := range roles {
		role, names, _ := strings.Cut(r, " ")
		var list []string
		for name := range strings.SplitSeq(names, " ") {
			list = append(list, fmt.Sprintf(`{"name": %q, "text": %q, "kind": "department", "span": {"start": 0, "end": 4, "line": 1}}`, name, name))
		}
		fields = append(fields, fmt.Sprintf("%q: [%s]", role, strings.Join(list, ", ")))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

func list(items ...string) string { return "[" + strings.Join(items, ", ") + "]" }

// TestValueByValue holds what becomes of a corrected list when the notice was amended: each correction stays with its own value.
func TestValueByValue(t *testing.T) {
	at := func(value string, start, end int) string {
		return fmt.Sprintf(`%s, "span": {"start": %d, "end": %d, "line": 1}}`, strings.TrimSuffix(value, "}"), start, end)
	}
	for _, tt := range []struct {
		name, field         string
		was, corrected, now string
		want, stale         []string
	}{
		{"another value is amended", "deadlines", list(spring, summer), list(spring, summery), list(winter, summer),
			[]string{"2025年底前 by", "2025年6月底前 from!"}, nil},
		{"another value goes", "deadlines", list(spring, summer), list(spring, summery), list(summer), []string{"2025年6月底前 from!"}, nil},
		{"another value comes", "deadlines", list(summer), list(summery), list(spring, summer, winter),
			[]string{"2025年3月底前 by", "2025年6月底前 from!", "2025年底前 by"}, nil},
		{"the order changes", "deadlines", list(spring, summer), list(spring, summery), list(summer, spring),
			[]string{"2025年6月底前 from!", "2025年3月底前 by"}, nil},
		{"the value itself is amended", "deadlines", list(spring, summer), list(spring, summery), list(spring, autumn),
			[]string{"2025年3月底前 by", "2025年9月底前 by"}, []string{"2025年6月底前"}},
		{"of two corrected values one is amended", "deadlines", list(spring, summer), list(strings.Replace(spring, "by", "from", 1), summery), list(spring, autumn),
			[]string{"2025年3月底前 from!", "2025年9月底前 by"}, []string{"2025年6月底前"}},
		{"the same words are read otherwise", "deadlines", list(spring, summer), list(spring, summery), list(winter, strings.Replace(summer, "2025-06", "2026-06", 1)),
			[]string{"2025年底前 by", "2025年6月底前 by"}, []string{"2025年6月底前"}},
		{"something else of the same words is read otherwise", "deadlines", list(spring, summer), list(spring, strings.Replace(summer, "by", "from", 1)), list(winter, strings.Replace(summer, "2025-06", "2026-06", 1)),
			[]string{"2025年底前 by", "2025年6月底前 from!"}, nil},
		{"the notice says what the person said", "deadlines", list(spring, summer), list(spring, summery), list(winter, summery),
			[]string{"2025年底前 by", "2025年6月底前 from"}, nil},
		{"one that was taken away stays away", "deadlines", list(spring, summer), list(spring), list(winter, summer), []string{"2025年底前 by"}, nil},
		{"one that was taken away is gone", "deadlines", list(spring, summer), list(spring), list(spring), []string{"2025年3月底前 by"}, nil},
		{"one that was taken away has become another", "deadlines", list(spring, summer), list(spring), list(spring, autumn),
			[]string{"2025年3月底前 by", "2025年9月底前 by"}, []string{"2025年6月底前"}},
		{"one that was added stays where it stood", "deadlines", list(spring, summer), list(spring, autumn, summer), list(spring, winter),
			[]string{"2025年3月底前 by", "2025年9月底前 by!", "2025年底前 by"}, nil},
		{"one that was added to none", "deadlines", "null", list(summer), list(winter), []string{"2025年6月底前 by!", "2025年底前 by"}, nil},
		{"one that was added is found by now", "deadlines", "null", list(summer), list(winter, summer), []string{"2025年底前 by", "2025年6月底前 by"}, nil},
		{"one that was added is read otherwise by now", "deadlines", "null", list(summery), list(summer), []string{"2025年6月底前 by"}, []string{"2025年6月底前"}},
		{"the words of one that was added are gone", "deadlines", list(spring), list(spring, at(`{"text": "年内", "relation": "by"}`, 9, 11)), list(spring),
			[]string{"2025年3月底前 by"}, []string{"年内"}},
		{"other words for the same place", "deadlines", list(spring, at(winter, 9, 15)), list(spring, at(`{"text": "2025年底前完成", "relation": "by"}`, 9, 17)), list(spring, autumn),
			[]string{"2025年3月底前 by", "2025年9月底前 by"}, []string{"2025年底前"}},
		{"other words, without a place", "deadlines", list(spring, winter), list(spring, `{"text": "2025年内", "relation": "during"}`), list(autumn, winter),
			[]string{"2025年9月底前 by", "2025年内 during!"}, nil},
		{"one that was taken away is read otherwise", "deadlines", list(spring, summer), list(spring), list(winter, summery), []string{"2025年底前 by"}, nil},
		{"all were taken away", "deadlines", list(spring, summer), "null", list(summer), nil, nil},
		{"an amended target beside a corrected one", "targets",
			list(`{"text": "5个", "op": "=", "value": 5, "type": "outcome"}`, `{"text": "300人", "op": "=", "value": 300, "type": "outcome"}`),
			list(`{"text": "5个", "op": ">=", "value": 5, "type": "outcome"}`, `{"text": "300人", "op": "=", "value": 300, "type": "outcome"}`),
			list(`{"text": "5个", "op": "=", "value": 5, "type": "outcome"}`, `{"text": "400人", "op": "=", "value": 400, "type": "outcome"}`),
			[]string{"5个 >=!", "400人 ="}, nil},
		{"another department is amended", "departments", departments("responsible 市民政局 市财政局"), `{"responsible": [{"name": "市民政局", "text": "市民政局", "kind": "department"}, {"name": "市发展改革委"}]}`,
			departments("responsible 市人社局 市财政局"), []string{"responsible 市人社局", "responsible 市发展改革委!"}, nil},
		{"a department has another role, another comes", "departments", departments("responsible 市民政局 市财政局"),
			`{"lead": [{"name": "市民政局", "text": "市民政局", "kind": "department"}], "responsible": [{"name": "市财政局", "text": "市财政局", "kind": "department"}]}`,
			departments("responsible 市民政局 市财政局 市商务局"), []string{"lead 市民政局!", "responsible 市财政局", "responsible 市商务局"}, nil},
		{"a department that had another role goes", "departments", departments("responsible 市民政局 市财政局"),
			`{"lead": [{"name": "市民政局", "text": "市民政局", "kind": "department"}], "responsible": [{"name": "市财政局", "text": "市财政局", "kind": "department"}]}`,
			departments("responsible 市人社局 市财政局"), []string{"responsible 市人社局", "responsible 市财政局"}, []string{"市民政局"}},
		{"a department that a person took away", "departments", departments("lead 市民政局", "support 市财政局 市商务局"), `{"support": null}`,
			departments("lead 市人社局", "support 市商务局"), []string{"lead 市人社局"}, []string{"市财政局"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := amended(t, tt.field, tt.now)
			f := fixOf(t, tt.field, tt.corrected, tt.was)
			got, stale := f.Apply(n, []rune(n.Tasks[0].Text))
			if diff := cmp.Diff(tt.want, said(got.Tasks[0])); diff != "" {
				t.Error("values (-want +got):", diff)
			}
			if diff := cmp.Diff(tt.stale, called(stale, tt.field)); diff != "" {
				t.Error("stale (-want +got):", diff)
			}
			if len(got.Tasks[0].CorrectedFields) > 0 {
				t.Errorf("corrected fields: %q", got.Tasks[0].CorrectedFields)
			}
		})
	}
}

// amended is a notice with one task, which has a field.
func amended(t *testing.T, field, value string) *schema.Notice {
	t.Helper()
	text := "培训护理员。2025年3月底前、2025年6月底前、2025年9月底前、2025年底前完成。"
	var task schema.Task
	if err := json.Unmarshal(fmt.Appendf(nil, `{"id": "1", "key": "k000000001", "title": "培训护理员", "text": %q, %q: %s, "span": {"start": 0, "end": 48, "line": 1}}`, text, field, value), &task); err != nil {
		t.Fatal(err)
	}
	return &schema.Notice{Tasks: []schema.Task{task}}
}

func fixOf(t *testing.T, field, corrected, was string) *correction.File {
	t.Helper()
	f, err := correction.Decode(fmt.Appendf(nil, `{"policyx": "fix/v1", "source": {"name": "a"}, "tasks": {"k000000001": {%q: %s}}, "original": {"tasks": {"k000000001": {"title": "培训护理员", %q: %s}}}}`, field, corrected, field, was))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// said are the values of a task, with ! behind those that are corrected.
func said(task schema.Task) (out []string) {
	add := func(corrected bool, words ...string) {
		text := strings.Join(words, " ")
		if corrected {
			text += "!"
		}
		out = append(out, text)
	}
	for _, d := range task.Deadlines {
		add(d.Corrected, d.Text, string(d.Relation))
	}
	for _, target := range task.Targets {
		add(target.Corrected, target.Text, string(target.Op))
	}
	if d := task.Departments; d != nil {
		for _, d := range d.Lead {
			add(d.Corrected, "lead", d.Name)
		}
		for _, d := range d.Support {
			add(d.Corrected, "support", d.Name)
		}
		for _, d := range d.Responsible {
			add(d.Corrected, "responsible", d.Name)
		}
	}
	return out
}

func called(stale []correction.Stale, field string) (names []string) {
	for _, s := range stale {
		if s.Field != field {
			s.Value = s.Field + "?"
		}
		names = append(names, s.Value)
	}
	return names
}
