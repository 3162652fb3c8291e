package page

import (
	"bufio"
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"io"

	"github.com/policyx/policyx/schema/term"
)

//go:embed sheet.css
var sheetStyle string

// Sheet is a page without script, which looks like that of a notice: what was found about several notices, to read and to print.
type Sheet struct {
	Lang            term.Language
	Title, Subtitle string
	Skip            string // what leads past the head
	Body            Markup
}

// WriteSheet writes a sheet as one HTML file, which loads nothing and runs nothing.
func WriteSheet(w io.Writer, s Sheet) error {
	out := bufio.NewWriter(w)
	style := style + sheetStyle
	rules := "default-src 'none'; style-src '" + hash(style) + "'; base-uri 'none'; form-action 'none'"
	fmt.Fprintf(out, head, cmp.Or(s.Lang, term.Chinese), rules, html.EscapeString(s.Title), style)
	out.WriteString(string(Element("a", Attributes{"class", "skip", "href", "#batch"}, Escape(s.Skip))))
	out.WriteString(string(Element("header", Attributes{"class", "bar"},
		Element("div", Attributes{"class", "name"}, Element("h1", nil, Escape(s.Title)), Element("p", nil, Escape(s.Subtitle))))))
	out.WriteString(string(Element("main", Attributes{"id", "batch", "tabindex", "0"}, s.Body)))
	out.WriteString("\n</body>\n</html>\n")
	return out.Flush()
}
