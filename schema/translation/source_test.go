package translation

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// sayers are the functions and methods that are given a format or a text for people, wherever they stand.
var sayers = []string{
	"Errorf", "New", "Sprintf", "Remark", "remark", "misuse", "say", "add", "warn", "fail", "fault", "phrase", "Phrase", "Text",
	"StringVar", "StringVarP", "BoolVar", "BoolVarP", "IntVar", "IntVarP", "DurationVar", "Float64Var", "StringSliceVar", "StringArrayVar", "StringArrayVarP", "Var", "count", "p", "refuse", "beyond",
}

// fields hold such a text.
var fields = []string{"Short", "Long", "Reason", "Why", "why", "refused", "usage", "Remedy", "remedy"}

// foreign are texts of the modules and systems that the program says errors of.
var foreign = []string{
	// cobra, pflag
	"accepts %d arg(s), received %d", "accepts at most %d arg(s), received %d",
	"help for %s", "version for %s", "unknown command %s for %s", "disable completion descriptions",
	"Generate the autocompletion script for the specified shell", "Generate the autocompletion script for %s",
	"Generate the autocompletion script for %s for the specified shell.\nSee each sub-command's help for details on how to use the generated script.",
	"Generate the autocompletion script for the %s shell.", "Generate the autocompletion script for powershell.",
	"This script depends on the 'bash-completion' package.\nIf it is not installed already, you can install it via your OS's package manager.",
	"If shell completion is not already enabled in your environment you will need\nto enable it.  You can execute the following once:",
	"To load completions in your current shell session:", "To load completions for every new session, execute once:",
	"To load completions for every new session, add the output of the above command\nto your powershell profile.",
	"You will need to start a new shell for this setup to take effect.",
	// systems
	"no such file or directory", "permission denied", "file exists", "is a directory", "not a directory", "no space left on device",
	"read-only file system", "too many open files", "file name too long", "input/output error", "disk quota exceeded", "file too large",
	"invalid argument", "directory not empty", "too many levels of symbolic links", "broken pipe",
	"exec: %s: executable file not found in $PATH", "exec: %s: executable file not found in %%PATH%%", "exit status %d",
	"zip: not a valid zip file", "zip: checksum error", "zip: unsupported compression algorithm",
	"context canceled", "unexpected EOF",
	// rardecode, sevenzip
	"rardecode: %s", "rardecode: bad header crc", "rardecode: bad file checksum", "rardecode: corrupt block header", "rardecode: corrupt file header",
	"rardecode: unexpected end of archive", "rardecode: decoder expected more data than is in packed file",
	"sevenzip: %s", "sevenzip: checksum error", "sevenzip: error reading signature header: unexpected EOF",
	"sevenzip: error reading start header: unexpected EOF", "sevenzip: error reading header id: unexpected EOF",
	// encoding/json
	"invalid character %s", "invalid character %s looking for beginning of value", "invalid character %s looking for beginning of object key string",
	"invalid character %s after object key", "invalid character %s after object key:value pair", "invalid character %s after array element",
	"invalid character %s after top-level value", "invalid character %s in string literal", "invalid character %s in string escape code",
	// yaml.v3
	"did not find expected key", "did not find expected '-' indicator", "did not find expected ',' or '}'", "did not find expected ',' or ']'",
	"did not find expected node content", "did not find expected <document start>", "did not find expected alphabetic or numeric character",
	"did not find expected whitespace or line break", "did not find expected comment or line break", "could not find expected ':'", "mapping values are not allowed in this context",
	"block sequence entries are not allowed in this context", "mapping keys are not allowed in this context",
	"found character that cannot start any token", "found a tab character that violates indentation",
	"found a tab character where an indentation space is expected", "found unexpected end of stream", "found unexpected document indicator",
	"found unknown escape character", "found undefined tag handle", "found unknown directive name", "found unexpected non-alphabetical character", "unknown anchor %s referenced",
	"control characters are not allowed",
}

type spot struct{ format, where string }

// formats are the texts for people in the sources below root, a paragraph each; literals are all strings there.
func formats(t *testing.T, root string) (all []spot, literals map[string]bool) {
	t.Helper()
	literals = map[string]bool{}
	files := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "translation" || d.Name() == "press" || d.Name() == "pack") {
			return filepath.SkipDir
		}
		if _, err := os.Stat(filepath.Join(path, "go.mod")); path != root && err == nil { // a module for those who make policyx
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		add := func(e ast.Expr) {
			ast.Inspect(e, func(n ast.Node) bool {
				if _, call := n.(*ast.CallExpr); call {
					return false
				}
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					text, err := strconv.Unquote(lit.Value)
					if err != nil || !prose(text) {
						return true
					}
					for _, paragraph := range strings.Split(text, "\n\n") {
						all = append(all, spot{paragraph, files.Position(lit.Pos()).String()})
					}
				}
				return true
			})
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); err == nil {
					for _, paragraph := range strings.Split(text, "\n\n") {
						literals[paragraph] = true
					}
				}
			case *ast.CallExpr:
				if name(n.Fun) == "count" && len(n.Args) == 2 {
					noun := strings.Trim(n.Args[1].(*ast.BasicLit).Value, `"`)
					literals["1 "+noun], literals["%d "+noun+"s"] = true, true
					all = append(all, spot{"1 " + noun, "count"}, spot{"%d " + noun + "s", "count"})
				}
				if slices.Contains(sayers, name(n.Fun)) {
					for _, arg := range n.Args {
						add(arg)
					}
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && slices.Contains(fields, key.Name) {
					add(n.Value)
				}
			case *ast.ReturnStmt: // a value and why it was not taken
				if last := len(n.Results) - 1; last > 0 && strings.Contains(path, "extract") {
					add(n.Results[last])
				}
			case *ast.AssignStmt:
				if left, ok := n.Lhs[0].(*ast.Ident); ok && slices.Contains(fields, left.Name) {
					add(n.Rhs[0])
				}
			case *ast.FuncDecl:
				if n.Body != nil && (n.Name.Name == "Error" || n.Name.Name == "Meaning") {
					ast.Inspect(n.Body, func(n ast.Node) bool {
						if r, ok := n.(*ast.ReturnStmt); ok {
							for _, e := range r.Results {
								add(e)
							}
						}
						return true
					})
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, literals
}

// name is the name of what is called: fmt.Errorf is Errorf.
func name(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// prose reports a text with a word of two letters and a space.
func prose(text string) bool {
	letters := 0
	parts, _ := split(text)
	for _, p := range parts {
		letters = max(letters, strings.Count(strings.Map(letter, p), "x"))
	}
	return letters > 1 && strings.Contains(text, " ") && strings.ContainsFunc(text, unicode.IsLower)
}
