package docx

import (
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/ooxml"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/parser/word"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// ErrNotWord is an archive without the main part of a Word document.
var ErrNotWord = message.New("has no main document part")

// Read reads the document f. It fails with a [ooxml.DamagedError] for a file that is broken or
// no Word document, with a [source.LimitError] for one that is too large, with [source.ErrEmpty] or
// [word.ErrPictures] for one without text. What it left out of a document that it read is a diagnostic.
func Read(f *source.File) (*block.Reading, []schema.Diagnostic, error) {
	a, err := ooxml.Open(f.Data, ooxml.WordDocument)
	if err != nil {
		return nil, nil, err
	}
	d := &document{archive: a}
	if err := d.open(); err != nil {
		return nil, nil, err
	}
	body, err := d.body()
	if err != nil {
		return nil, nil, err
	}
	reading, remarks := word.Read(body)
	switch {
	case len(reading.Text) > 0:
	case d.embeds > 0:
		return nil, nil, a.Damaged(d.main, message.New("its text is embedded in another format"))
	case d.pictures > 0:
		return nil, nil, word.ErrPictures
	default:
		return nil, nil, source.ErrEmpty
	}
	remarks = append(remarks, d.remarks()...)
	return reading, append(remarks, source.Pictures(d.pictures-d.ornaments)...), nil
}

// document is a document being read.
type document struct {
	archive   *ooxml.Archive
	main      string // name of the main part
	parts     ooxml.Relations
	styles    *styles
	numbering *numbering
	notes     []note // in the order of their references

	contents  int // tables of contents left out
	embeds    int // documents embedded in other formats
	pictures  int
	ornaments int // of them, those too small to say anything
}

// open finds the main part and reads what it needs beside the text.
func (d *document) open() error {
	top, err := d.archive.Relations("")
	if err != nil {
		return err
	}
	if d.main = top.Of("officeDocument"); d.main == "" {
		d.main = "word/document.xml"
	}
	if d.parts, err = d.archive.Relations(d.main); err != nil {
		return err
	}
	d.styles = &styles{}
	err = d.part("styles", func(x *ooxml.Scanner) { d.styles = readStyles(x) })
	if err != nil {
		return err
	}
	return d.part("numbering", func(x *ooxml.Scanner) { d.numbering = readNumbering(x, d.styles) })
}

// part reads a part that the main part refers to; a document may well be without it.
func (d *document) part(relation string, read func(*ooxml.Scanner)) error {
	name := d.parts.Of(relation)
	if name == "" {
		return nil
	}
	_, err := d.archive.Scan(name, read)
	return err
}

// body reads the main part, and the notes that it refers to behind it.
func (d *document) body() (*word.Story, error) {
	var b word.Builder
	found, err := d.archive.Scan(d.main, func(x *ooxml.Scanner) {
		x.Root()
		x.Each(func(name string) {
			if name == "w:body" {
				w := walker{document: d, Scanner: x, story: &b}
				w.children()
				w.endStory()
			}
		})
	})
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, d.archive.Damaged("", ErrNotWord)
	}
	if err := d.readNotes(&b); err != nil {
		return nil, err
	}
	return &b.Story, nil
}

func (d *document) remarks() (out []schema.Diagnostic) {
	add := func(severity schema.Severity, n int, format string) {
		if n > 0 {
			out = append(out, schema.Remark(severity, schema.UnreadContent, format, n))
		}
	}
	add(schema.Info, d.contents, "The table of contents was left out (%d).")
	add(schema.Warning, d.embeds, "Documents embedded in another format were not read (%d).")
	return out
}
