// Package wordlist reads a user's own words, YAML with the lists of package lexicon.
package wordlist

import (
	"fmt"
	"slices"
	"strings"

	"github.com/policyx/policyx/parser/lexicon"
	"github.com/policyx/policyx/schema/render"
)

// Parse turns the YAML of a lexicon into additions: an object of lists, whose items are
// objects of scalars, or names alone. Faults are of its entries, err is that it is no YAML.
func Parse(data []byte) (additions []lexicon.Addition, faults lexicon.Faults, err error) {
	doc, err := render.Locate(data)
	if err != nil {
		return nil, nil, err
	}
	fault := func(line int, format string, args ...any) {
		faults = append(faults, lexicon.Fault{Line: line, Message: fmt.Sprintf(format, args...)})
	}
	if doc.Kind != render.Object {
		fault(doc.Line, "want the lists %s", strings.Join(lexicon.Lists(), ", "))
		return nil, faults, nil
	}
	for _, list := range doc.Items {
		if known := slices.Contains(lexicon.Lists(), list.Key); known && list.Kind != render.List {
			fault(list.Line, "%s: want a list, an entry a line", list.Key)
			continue
		} else if !known {
			additions = append(additions, lexicon.Addition{List: list.Key, Line: list.Line}) // for its unknown name
			continue
		}
		for _, item := range list.Items {
			a := lexicon.Addition{List: list.Key, Line: item.Line, Fields: map[string]string{}}
			switch item.Kind {
			case render.Scalar:
				a.Fields["name"] = item.Text
			case render.List:
				fault(item.Line, "%s: an entry is a name or an object of fields, not a list", list.Key)
				continue
			}
			for _, f := range item.Items {
				if a.Fields[f.Key] = f.Text; f.Kind != render.Scalar {
					fault(f.Line, "%s: %s: want one value", list.Key, f.Key)
					delete(a.Fields, f.Key)
				}
			}
			additions = append(additions, a)
		}
	}
	return additions, faults, nil
}
