package extract

import (
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
)

// scope is where a task stands: its id so far and the headings above it.
type scope struct {
	id   string
	path []string
	last bool // nothing but closing words of the notice follows in this part
	// carriers are the kinds of items that carry clauses in this section.
	carriers map[parser.MarkerKind]bool
	owner    *party.Clause // the departments that the heading above names, nil without
	under    *parser.Item  // the item above, nil at the top
}

func (s scope) below(id string, heading string) scope {
	s.id = join(s.id, id)
	if heading != "" {
		s.path = append(append([]string{}, s.path...), heading)
	}
	return s
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "." + b
}

func (x *extractor) carriers(it *parser.Item, kinds map[parser.MarkerKind]bool) bool {
	carries := len(x.clauses[it]) > 0
	if carries {
		kinds[it.Marker.Kind] = true
	}
	for _, c := range it.Children {
		carries = x.carriers(c, kinds) || carries
	}
	return carries
}

// carries reports whether a clause stands in the item or below it.
func (x *extractor) carries(it *parser.Item) bool {
	if len(x.clauses[it]) > 0 {
		return true
	}
	for _, c := range it.Children {
		if x.carries(c) {
			return true
		}
	}
	return false
}

// owner returns the departments that a heading consists of, for a section that has no
// clauses of its own: 一、市水利局.
func (x *extractor) owner(it *parser.Item, title block.Range) *party.Clause {
	if title.Len() == 0 || x.carries(it) || it.Marker.Kind == parser.Article && x.doc.Folded[title.Start-1] == '【' {
		return nil // 第五条【承办银行】: what an article is about
	}
	i, j := x.stream.Slice(title)
	if c, ok := party.Heading(x.stream, i, j, x.party); ok {
		return &c
	}
	return nil
}
