package render

import (
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema/render/workbook"
)

// MaxDepartmentSheets is how many departments get a sheet of their own: more are no longer found among
// the tabs, and their sheets take Excel minutes to open.
const MaxDepartmentSheets = 200

// sheetNameLength is how long the name of a sheet may be, less what its further pages add.
const sheetNameLength = 25

// sheetNames gives sheets names that Excel takes: short, distinct whatever the case, without []:*?/\ and
// without ' at either end.
type sheetNames map[string]bool

func newSheetNames(b *workbook.Book) sheetNames {
	names := sheetNames{}
	for _, s := range b.Names() {
		names[strings.ToLower(s)] = true
	}
	return names
}

// next returns a name for a department, with its place where another one is called the same.
func (s sheetNames) next(name, place string) string {
	name = legal(name, sheetNameLength)
	for n, candidate := 1, name; ; n++ {
		if key := strings.ToLower(candidate); !s[key] {
			s[key] = true
			return candidate
		}
		mark := legal(place, 8)
		if n > 1 || mark == "" {
			mark = strconv.Itoa(n + 1)
		}
		mark = "(" + mark + ")"
		candidate = legal(name, sheetNameLength-len([]rune(mark))) + mark
	}
}

func legal(name string, length int) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return '_'
		}
		return r
	}, strings.TrimSpace(name))
	if runes := []rune(name); len(runes) > length {
		name = string(runes[:length])
	}
	if name == "" {
		return "_"
	}
	return name
}
