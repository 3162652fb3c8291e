package ooxml

import (
	"path"
	"strings"
)

// Relation is a reference of one part to another (ISO/IEC 29500-2, 6.5).
type Relation struct {
	ID     string
	Kind   string // the last word of its type: styles, numbering, footnotes, worksheet …
	Target string // the name of the part
}

// Relations are the parts that a part refers to, in the order in which it lists them.
type Relations []Relation

// Of returns the first part of a kind, "" where there is none.
func (r Relations) Of(kind string) string {
	for _, rel := range r {
		if rel.Kind == kind {
			return rel.Target
		}
	}
	return ""
}

// Relations reads the references of a part; "" is the archive itself.
func (a *Archive) Relations(part string) (Relations, error) {
	dir, file := path.Split(part)
	var out Relations
	_, err := a.Scan(dir+"_rels/"+file+".rels", func(x *Scanner) {
		x.Root()
		x.Each(func(string) {
			if strings.EqualFold(x.Attr("TargetMode"), "External") {
				return
			}
			target := x.Attr("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			out = append(out, Relation{x.Attr("Id"), path.Base(x.Attr("Type")), strings.TrimPrefix(target, "/")})
		})
	})
	return out, err
}
