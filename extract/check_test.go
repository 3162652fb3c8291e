package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/schema"
)

// TestNoOutline holds that a long text without a numbered item is said to have none, and
// neither a short one nor one with items is.
func TestNoOutline(t *testing.T) {
	sentence := "县人民政府修缮沿河步道,补种行道树。\n"
	for _, c := range []struct {
		name, body string
		want       bool
	}{
		{"long", strings.Repeat(sentence, 130), true},
		{"short", strings.Repeat(sentence, 90), false},
		{"short with blanks", strings.Repeat(sentence+strings.Repeat(" ", 20)+"\n", 90), false},
		{"long with items", strings.Repeat(sentence, 130) + "一、修缮步道。修好路面。\n二、补种林木。栽种杨树。\n", false},
	} {
		doc, err := parser.Parse("x.txt", []byte("青石县人民政府关于修缮步道的通知\n各乡镇人民政府:\n"+c.body+"青石县人民政府\n2024年3月5日\n"), parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := slices.ContainsFunc(mustExtract(t, doc, extract.Options{}).Diagnostics, func(d schema.Diagnostic) bool { return d.Code == schema.NoOutline })
		if got != c.want {
			t.Errorf("%s: no-outline %v, want %v", c.name, got, c.want)
		}
	}
}
