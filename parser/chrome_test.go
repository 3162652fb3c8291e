package parser

import (
	"testing"

	"github.com/policyx/policyx/parser/source"
)

func TestChromeRows(t *testing.T) {
	key := func(s string) string {
		r := source.FoldRunes(nil, []rune(s))
		return string(squeeze(r, keyLimit))
	}
	for _, row := range chrome {
		if !isChrome(key(row.example)) {
			t.Errorf("%s: %s is a line of a site", row.text, row.example)
		}
		if row.miss == "" || isChrome(key(row.miss)) {
			t.Errorf("%s: %q is a line of a notice", row.text, row.miss)
		}
	}
}
