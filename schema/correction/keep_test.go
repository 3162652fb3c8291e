package correction_test

import (
	"strings"
	"testing"
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
