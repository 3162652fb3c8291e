package main

import (
	"strings"
	"testing"

	"github.com/policyx/policyx/schema/term"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct {
		args, env, system string
		want              term.Language
	}{
		{"extract a.txt", "", "", term.English},
		{"extract a.txt", "LANG=zh_CN.UTF-8", "", term.Chinese},
		{"extract a.txt", "LANG=zh", "", term.Chinese},
		{"extract a.txt", "LANG=zha", "", term.English},
		{"extract a.txt", "LANG=zh_CN.UTF-8 LC_ALL=C", "", term.English},
		{"extract a.txt", "LANG=en_US.UTF-8 LC_MESSAGES=zh_CN", "", term.Chinese},
		{"extract a.txt", "", "zh-CN", term.Chinese},
		{"extract a.txt", "LANG=C", "zh-CN", term.English},
		{"extract a.txt --lang en", "LANG=zh_CN.UTF-8", "", term.English},
		{"--lang=zh extract a.txt", "LC_ALL=C", "", term.Chinese},
		{"extract -- --lang zh", "LC_ALL=C", "", term.English},
		{"extract --lang fr a.txt", "LANG=zh_CN.UTF-8", "", term.Chinese},
	} {
		env := func(name string) string {
			for _, pair := range strings.Fields(c.env) {
				if value, ok := strings.CutPrefix(pair, name+"="); ok {
					return value
				}
			}
			return ""
		}
		if got := spoken(strings.Fields(c.args), env, func() string { return c.system }); got != c.want {
			t.Errorf("%q with %q on %q speaks %s", c.args, c.env, c.system, got)
		}
	}
}
