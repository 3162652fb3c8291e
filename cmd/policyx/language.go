package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/term"
)

// languageFlag is the value of --lang: "" where it is not given.
type languageFlag struct{ is term.Language }

func (f *languageFlag) String() string { return string(f.is) }
func (f *languageFlag) Type() string   { return "LANGUAGE" }

func (f *languageFlag) Set(name string) error {
	if !slices.Contains(term.Languages(), term.Language(name)) {
		return message.New("want zh or en")
	}
	f.is = term.Language(name)
	return nil
}

// registerLanguage adds --lang to every verb.
func registerLanguage(root *cobra.Command, f *languageFlag) {
	root.PersistentFlags().Var(f, "lang", "speak `LANGUAGE`, zh or en, in messages, help and what people read of notices (default: that of the environment, and Chinese for notices)")
	must(root.RegisterFlagCompletionFunc("lang", oneOf(string(term.Chinese), string(term.English))))
}

// spoken is the language of messages before the flags are parsed: --lang wherever it stands in args, else that of
// the environment (LC_ALL, LC_MESSAGES, LANG), else that of the system.
func spoken(args []string, env func(string) string, system func() string) term.Language {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, is := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			name, is = args[i+1], true
		}
		if is && slices.Contains(term.Languages(), term.Language(name)) {
			return term.Language(name)
		}
	}
	locale := cmp.Or(env("LC_ALL"), env("LC_MESSAGES"), env("LANG"))
	if locale == "" {
		locale = system()
	}
	if tag, _, _ := strings.Cut(strings.ReplaceAll(locale, "-", "_"), "_"); strings.EqualFold(tag, string(term.Chinese)) {
		return term.Chinese
	}
	return term.English
}
