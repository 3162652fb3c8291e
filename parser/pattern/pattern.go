// Package pattern holds regular expressions back until a text asks for them: a program that reads one small file
// compiles few, and pays for no others when it starts.
package pattern

import (
	"regexp"
	"sync"
)

// Of returns what compiles expr on its first call. It panics then where expr is malformed.
func Of(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
