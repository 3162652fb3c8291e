package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// english is a line of help that nobody translated: what a verb or a flag does, beginning in words of English.
var english = regexp.MustCompile(`(?m)^( +(-., )?--[a-z-]+( [A-Z]+)? +)?[A-Za-z]+ [a-z]+ [a-z]+ .*`)

// TestHelpInChinese: no verb's help has a line in English where people read Chinese, and each shows how it is used.
func TestHelpInChinese(t *testing.T) {
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	var verbs [][]string
	var walk func(cmd *cobra.Command, path []string)
	walk = func(cmd *cobra.Command, path []string) {
		verbs = append(verbs, path)
		for _, verb := range cmd.Commands() {
			walk(verb, append(path[:len(path):len(path)], verb.Name()))
		}
	}
	walk(newRoot(&console{in: os.Stdin, out: os.Stdout, err: os.Stderr}), nil)
	for _, verb := range verbs {
		t.Run(strings.Join(verb, " "), func(t *testing.T) {
			out, err := os.Create(filepath.Join(t.TempDir(), "help"))
			if err != nil {
				t.Fatal(err)
			}
			defer out.Close()
			c := &console{in: os.Stdin, out: out, err: os.Stderr}
			if code := run(c, append(verb, "--help")); code != 0 {
				t.Fatal("exit code", code)
			}
			if _, err := out.Seek(0, io.SeekStart); err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(out)
			if err != nil {
				t.Fatal(err)
			}
			help := string(text)
			if !strings.Contains(help, "\n用法：\n") {
				t.Errorf("does not show how it is used:\n%s", help)
			}
			if lines := english.FindAllString(help, -1); lines != nil {
				t.Errorf("in English: %q", lines)
			}
		})
	}
}
