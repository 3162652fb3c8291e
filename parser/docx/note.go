package docx

import (
	"fmt"

	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/word"
)

// note is a footnote or endnote that the text refers to.
type note struct{ kind, id string } // kind is the relation that leads to its part

// readNotes appends the notes to the text, each with its number: [1] ….
func (d *document) readNotes(b *word.Builder) error {
	if len(d.notes) == 0 {
		return nil
	}
	wanted := make(map[note]*word.Builder, len(d.notes))
	order := d.notes // reading a note may find references, which count no more
	for _, n := range order {
		wanted[n] = nil
	}
	for _, kind := range []string{"footnotes", "endnotes"} {
		err := d.part(kind, func(x *ooxml.Scanner) {
			x.Root()
			x.Each(func(string) {
				n := note{kind, x.Attr("id")}
				if story, ok := wanted[n]; !ok || story != nil {
					return
				}
				story := &word.Builder{}
				wanted[n] = story
				w := walker{document: d, Scanner: x, story: story}
				w.children()
				w.endStory()
			})
		})
		if err != nil {
			return err
		}
	}
	for i, n := range order {
		if story := wanted[n]; story != nil && len(story.Items) > 0 {
			b.Label(fmt.Sprintf("[%d] ", i+1))
			b.Append(&story.Story)
			wanted[n] = nil
		}
	}
	return nil
}
