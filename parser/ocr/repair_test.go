package ocr

import "testing"

// Each row mends its example, and leaves its near miss as it is.
func TestRepairs(t *testing.T) {
	for _, r := range Repairs() {
		text := []rune(r.Example)
		mended := Mend(text)
		if string(text) != r.Mended || len(mended) == 0 || mended[0].ID != r.ID {
			t.Errorf("%s: %s became %s by %v, want %s", r.ID, r.Example, string(text), mended, r.Mended)
		}
		if len([]rune(r.Example)) != len([]rune(r.Mended)) {
			t.Errorf("%s changes the length of its example", r.ID)
		}
		miss := []rune(r.NearMiss)
		if mended := Mend(miss); len(mended) > 0 {
			t.Errorf("%s: %s became %s", r.ID, r.NearMiss, string(miss))
		}
	}
}

// What was mended is where it says.
func TestMendPlaces(t *testing.T) {
	text := []rune("市民政局过头，新增3一5家")
	mended := Mend(text)
	if string(text) != "市民政局牵头，新增3—5家" || len(mended) != 2 {
		t.Fatalf("%s, %v", string(text), mended)
	}
	for i, want := range []struct{ was, is string }{{"过头", "牵头"}, {"一", "—"}} {
		if m := mended[i]; m.Was != want.was || string(text[m.Start:m.End]) != want.is {
			t.Errorf("%v is %s, want %v", m, string(text[m.Start:m.End]), want)
		}
	}
}
