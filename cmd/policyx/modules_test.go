package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDependencies: each module that is required has its reason in docs/dependencies.md, and each that is linked in its licence in NOTICE.
func TestDependencies(t *testing.T) {
	reasons, licences := read(t, "../../docs/dependencies.md"), read(t, "../../NOTICE")
	required := regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(read(t, "../../go.mod"), -1) // others end in "// indirect"
	if len(required) < 10 {
		t.Fatalf("only %d modules in go.mod", len(required))
	}
	for _, line := range required {
		if !strings.Contains(reasons, "`"+line[1]+"`") {
			t.Errorf("%s has no row in docs/dependencies.md", line[1])
		}
	}
	for _, linked := range goList(t, "-deps", "-tags", "sqlite", "-f", "{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}{{end}}{{end}}", ".") {
		if linked != "" && !strings.Contains(licences, linked+": ") {
			t.Errorf("%s is missing in NOTICE: make notice", linked)
		}
	}
}

// TestPDFium: the compiled PDF reader is the one that was looked at (docs/dependencies.md).
func TestPDFium(t *testing.T) {
	const known = "73417fa7cdcb34fba2a23aa1f7a480cc873a7301c8d74f08a1dea800f782a454"
	dir := goList(t, "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium")[0]
	if sum := fmt.Sprintf("%x", sha256.Sum256([]byte(read(t, filepath.Join(dir, "webassembly", "pdfium.wasm"))))); sum != known {
		t.Errorf("pdfium.wasm is another one, with checksum %s: look at what go-pdfium says of it, then change it here", sum)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
