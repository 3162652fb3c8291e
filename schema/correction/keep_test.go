package correction_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/policyx/policyx/schema/correction"
)

// TestKeep: what does not fit the notice any more outlives a file that is written anew, what it says itself counts.
func TestKeep(t *testing.T) {
	old := decode(t, notice(t, text), file)
	amended := notice(t, "一、培训护理员。持续培训不少于50人次。（市民政局负责）\n二、整治违建。拆除围挡5处。\n")
	_, stale := old.Apply(amended, nil)
	if len(stale) != 2 {
		t.Fatalf("stale: %v", stale)
	}
	now := decode(t, amended, `{"policyx": "fix/v1", "source": {"name": "a.txt"}, "tasks": {"KEY1": {"title": "培训人员"}}, "original": {"tasks": {"KEY1": {"title": "培训护理员"}}}}`)
	now.Keep(old, stale)
	data, err := now.Encode()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"title": "培训人员"`, `"value": "../2025-06-30"`, `"value": "../2025-12-31"`, `"title": "建设食堂"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s is not in %s", want, data)
		}
	}
	if strings.Contains(string(data), "市财政局") {
		t.Errorf("what fitted and was taken back is kept: %s", data)
	}
	if _, again := now.Apply(amended, nil); len(again) != 2 {
		t.Errorf("then stale: %v", again)
	}
}

// TestKeepValues: of a list that is written anew, what does not fit outlives it, and what was taken back does not.
func TestKeepValues(t *testing.T) {
	for _, tt := range []struct {
		name, field          string
		was, corrected, now  string
		again                string // how the page corrects it now; "": not at all
		want, stale, reverts []string
	}{
		{"beside others", "deadlines", list(spring, winter), list(spring, summery), list(spring, autumn), list(spring, strings.Replace(autumn, "by", "from", 1)),
			[]string{"2025年3月底前 by", "2025年9月底前 from!"}, []string{"2025年底前"}, []string{"2025年3月底前 by", "2025年6月底前 from!"}},
		{"alone", "deadlines", list(spring, winter), list(summery, `{"text": "2025年底前", "relation": "within"}`), list(spring, autumn), "",
			[]string{"2025年3月底前 by", "2025年9月底前 by"}, []string{"2025年底前"}, []string{"2025年3月底前 by", "2025年底前 within!"}},
		{"one that was taken away", "deadlines", list(spring, winter), list(spring), list(spring, autumn), "",
			[]string{"2025年3月底前 by", "2025年9月底前 by"}, []string{"2025年底前"}, []string{"2025年3月底前 by"}},
		{"a department", "departments", departments("responsible 市民政局 市财政局"), `{"lead": [{"name": "市民政局", "text": "市民政局", "kind": "department"}], "responsible": [{"name": "市财政局", "text": "市财政局", "kind": "department"}]}`,
			departments("responsible 市人社局 市财政局"), `{"responsible": null, "support": [{"name": "市财政局", "text": "市财政局", "kind": "department"}, {"name": "市人社局", "text": "市人社局", "kind": "department"}]}`,
			[]string{"support 市人社局!", "support 市财政局!"}, []string{"市民政局"}, []string{"lead 市民政局!", "support 市财政局!"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			n := amended(t, tt.field, tt.now)
			old := fixOf(t, tt.field, tt.corrected, tt.was)
			_, stale := old.Apply(n, nil)
			now := fixOf(t, "title", `"培训人员"`, `"培训护理员"`)
			if tt.again != "" {
				now = fixOf(t, tt.field, tt.again, tt.now)
			}
			for range 2 { // it is written twice
				now.Keep(old, stale)
			}
			data, err := now.Encode()
			if err != nil {
				t.Fatal(err)
			}
			again, err := correction.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			got, stale := again.Apply(n, nil)
			if diff := cmp.Diff(tt.want, said(got.Tasks[0])); diff != "" {
				t.Error("values (-want +got):", diff)
			}
			if diff := cmp.Diff(tt.stale, called(stale, tt.field)); diff != "" {
				t.Error("stale (-want +got):", diff)
			}
			got, stale = again.Apply(amended(t, tt.field, tt.was), nil) // the amendment is taken back
			if diff := cmp.Diff(tt.reverts, said(got.Tasks[0])); diff != "" || len(stale) > 0 && tt.again == "" {
				t.Errorf("when the notice is as it was: %v (-want +got): %s", stale, diff)
			}
		})
	}
}

// TestKeepNothingOfATaskThatIsNone: a person who takes a task away takes its corrections with it.
func TestKeepNothingOfATaskThatIsNone(t *testing.T) {
	n := amended(t, "deadlines", list(autumn))
	old := fixOf(t, "deadlines", list(summery), list(winter))
	_, stale := old.Apply(n, nil)
	now, err := correction.Decode([]byte(`{"policyx": "fix/v1", "source": {"name": "a"}, "tasks": {"k000000001": null}}`))
	if err != nil || len(stale) != 1 {
		t.Fatal(err, stale)
	}
	now.Keep(old, stale)
	if got, stale := now.Apply(n, nil); len(got.Tasks) != 0 || len(stale) != 0 {
		t.Errorf("%d tasks, %v", len(got.Tasks), stale)
	}
}
