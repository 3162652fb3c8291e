package ocr

import (
	"reflect"
	"strings"
	"testing"
)

// Each row mends its example, and leaves its near miss as it is.
func TestRepairs(t *testing.T) {
	for _, r := range Repairs() {
		if r.lines != nil {
			testLines(t, r)
			continue
		}
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

// page is a page of headings that begin two characters in, each before a line of a paragraph.
func page(text string) (lines []Line) {
	for i, s := range strings.Split(text, "\n") {
		y := 100 * float64(i)
		lines = append(lines,
			Line{{Text: s, Box: Box{80, y, 480, y + 40}}},
			Line{{Text: "云溪市青石县", Box: Box{0, y + 50, 480, y + 90}}})
	}
	return lines
}

// testLines tries a repair of lines.
func testLines(t *testing.T, r Repair) {
	lines, want := page(r.Example), page(r.Mended)
	mended := mendLines(lines)
	if !reflect.DeepEqual(lines, want) || len(mended) != 1 || mended[0].Repair != r.ID {
		t.Errorf("%s: %s became %v by %v", r.ID, r.Example, lines, mended)
	}
	if mended := mendLines(page(r.NearMiss)); len(mended) > 0 {
		t.Errorf("%s: %s was mended: %v", r.ID, r.NearMiss, mended)
	}
}

// The bracket of a label is proved by the label before it, whatever is lost behind; by a later one alone it is not.
func TestOpeningBeforeALoss(t *testing.T) {
	for text, want := range map[string]string{
		"（五）云溪\n六)青石县\n（八）枫桥": "（六)青石县",
		"六)青石县\n（八）枫桥":        "",
		"五、云溪\n六青石县\n八、枫桥":    "",
	} {
		mended := mendLines(page(text))
		if len(mended) != min(1, len(want)) || len(mended) == 1 && mended[0].Is != want {
			t.Errorf("%s: %v", text, mended)
		}
	}
}

// A line that was mended keeps its words and their places.
func TestInsert(t *testing.T) {
	line := Line{{Text: "八"}, {Text: "加大"}}
	for _, tt := range []struct {
		at   int
		mark string
		want string
	}{{0, "（", "（八|加大"}, {1, "、", "八、|加大"}, {2, "、", "八|加、大"}, {3, "。", "八|加大。"}} {
		var words []string
		for _, w := range line.insert(tt.at, tt.mark) {
			words = append(words, w.Text)
		}
		if got := strings.Join(words, "|"); got != tt.want {
			t.Errorf("%v: %s", tt, got)
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
