package field

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/parser/lexicon"
)

// TestLabels holds that each label of the lexicon is found, whole, with its field.
func TestLabels(t *testing.T) {
	for _, e := range lexicon.Entries("field") {
		spaced := strings.Join(strings.Split(e.Word, ""), " ")
		for _, line := range []string{e.Word + ":1", spaced + " :1"} {
			row, n, colon, alone := At([]rune(line))
			if row == nil || row.Name != strings.TrimPrefix(e.Tag, "-") || n != len([]rune(line))-1 || !colon || alone {
				t.Errorf("%q: %+v, %d runes, colon %v, alone %v; want %s", line, row, n, colon, alone, e.Tag)
			}
		}
	}
	if row, _, _, _ := At([]rune("责任单位:市水务局")); row != nil {
		t.Errorf("责任单位 is %s", row.Name)
	}
}

func TestFullWidthDigitsAreADate(t *testing.T) {
	row, _, _, _ := At([]rune("发布日期:2022-10-25"))
	if row == nil || !row.Usable([]rune("２０２２-１０-２５")) {
		t.Error("a day in full-width digits is thrown away")
	}
}
