package page

import (
	"embed"
	"strings"
)

//go:embed js/*.js
var scripts embed.FS

// parts of the script, in the order in which they are joined.
var parts = []string{
	"element", "bits", "label", "notice", "mark", "party", "day", "text", "value", "card", "panel", "filter", "filterbar", "address", "chart", "check",
	"when", "edit", "form", "evidence", "fix", "keep", "zip", "xlsx", "save", "table", "batch", "serve", "drop", "keyboard", "main",
}

// script joins the parts into one function, so that the page has no global names.
func script() string {
	var b strings.Builder
	b.WriteString("(() => {\n\"use strict\";\n")
	for _, part := range parts {
		text, err := scripts.ReadFile("js/" + part + ".js")
		if err != nil {
			panic(err) // a part that is listed and not embedded
		}
		b.Write(text)
	}
	b.WriteString("})();\n")
	return b.String()
}
