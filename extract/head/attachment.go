package head

import (
	"strings"

	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/pattern"
	"github.com/policyx/policyx/schema"
)

// attachments takes the titles of the 附件说明, or where there is none those of the
// attachments themselves.
func (x *reader) attachments() {
	for _, lines := range x.head.Attachments {
		x.attachment(lines)
	}
	if x.m.Attachments != nil {
		return
	}
	for _, p := range x.doc.Parts {
		if p.Attachment && !p.Notice && len(p.Title) > 0 && !x.enclosedOrHeading(p.Title) {
			x.attachment(p.Title)
		}
	}
}

// enclosedOrHeading reports whether the title of an attachment is what the notice encloses, or
// a numbered heading.
func (x *reader) enclosedOrHeading(lines []block.Range) bool {
	title := TitleKey(x.titleText(lines))
	return strings.Contains(TitleKey(x.m.Title), title) || strings.HasPrefix(strings.TrimLeft(title, "0123456789"), ".")
}

// download is what a page prints behind the title of a file: 步道清单.xlsx(32KB), 步道清单下载PDF.
var download = pattern.Of(`(?i)(?:\.(?:docx?|rtf|pdf|xlsx?|wps|et|ofd|zip|rar|7z|pptx?)(?:[(（][\d.]+[KM]B?[)）])?|点击下载|下载(?:PDF|Word))$`)

// attachment keeps the title that stands on lines, once: a page lists its files below the list of the notice.
func (x *reader) attachment(lines []block.Range) {
	title := strings.TrimRight(x.line(lines...), "。；;")
	title = strings.TrimSuffix(strings.TrimPrefix(title, "《"), "》")
	if behind := download().FindString(title); len(behind) < len(title) {
		title = strings.TrimRight(strings.TrimSuffix(title, behind), " 　")
	}
	key := TitleKey(title)
	if title == "" || x.attached[key] {
		return
	}
	if x.attached == nil {
		x.attached = map[string]bool{}
	}
	x.attached[key] = true
	x.m.Attachments = append(x.m.Attachments, title)
	x.m.Spans.Attachments = append(x.m.Spans.Attachments, *x.spanOf(lines...))
}

// links takes the links of a page as they are.
func (x *reader) links() {
	for _, l := range x.head.Links {
		link := schema.Link{Text: l.Text, Href: l.Href}
		if l.Len() > 0 {
			link.Span = x.spanOf(l.Range)
		}
		x.m.Links = append(x.m.Links, link)
	}
}
