package parser

import (
	"fmt"
	"iter"
	"strings"

	"github.com/policyx/policyx/parser/archive"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/parser/bundle"
	"github.com/policyx/policyx/parser/mail"
	"github.com/policyx/policyx/parser/source"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/message"
)

// mostNested is how deep an archive or a mail within another is opened.
const mostNested = 3

// errNested is one that lies deeper.
var errNested = message.Errorf("is packed more than %d times: unpack it, and name the files themselves", mostNested)

// errBudget is a file behind the text that is read of one input.
var errBudget = message.New("stands behind the first 5,000,000 characters of the files before it and was not read")

// SeveralError is an archive or a mail that holds more than one notice, where one was wanted.
type SeveralError struct{ First string }

func (e *SeveralError) Error() string {
	return fmt.Sprintf("holds several notices (%s is the first): policyx extract reads all; to look at one, unpack it", e.First)
}

// MemberError is a file of an archive or a mail that cannot be read as a notice of its own.
type MemberError struct {
	Name string // ARCHIVE/MEMBER
	Err  error
}

func (e *MemberError) Error() string { return e.Text().String() }

// Text is the name and what is wrong with the file.
func (e *MemberError) Text() message.Text { return message.Sprintf("%s: %w", e.Name, e.Err) }

func (e *MemberError) Unwrap() error { return e.Err }

// File is a file of a bundle.
type File struct {
	Name string // slash-separated, within the bundle
	Data []byte
}

// ParseAll reads an input that may hold several notices, in the order of their names: an archive or a mail; or of their rows, a
// workbook with [Options].TextColumn. Of any other input, it yields what [Parse] returns. A file that is no part of another notice and cannot be read gives a
// [MemberError]; the others are read all the same.
//
// What makes one notice: a folder of the archive with one main file is one, together with all files in it and below. The
// main file is one whose name neither begins with 附件 nor with a number, and that no other names in its 附件说明. In
// a folder with several, each is a notice, and an attachment goes to the one that names it. See [bundle.Parse] for names.
func ParseAll(name string, data []byte, opts Options) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		docs, err := parseAll(name, data, opts)
		if err != nil {
			yield(nil, message.Errorf("%s: %w", name, err))
			return
		}
		for _, read := range docs {
			if !yield(read()) {
				return
			}
		}
	}
}

// parseAll returns what makes each notice of an input.
func parseAll(name string, data []byte, opts Options) (docs []func() (*Document, error), err error) {
	defer caught(&err)
	f, remarks, err := opts.open(name, data)
	if err != nil {
		return nil, err
	}
	if opts.TextColumn != "" {
		return opts.rowNotices(name, f)
	}
	if !f.Format.Holds() {
		p, err := opts.parse(f, remarks)
		return []func() (*Document, error){func() (*Document, error) { return p.doc, nil }}, err
	}
	l := newLoader(opts)
	if err := l.container("", f, 0); err != nil {
		return nil, err
	}
	groups, err := arrange(l.members)
	if err != nil {
		return nil, err
	}
	for _, g := range groups {
		docs = append(docs, func() (d *Document, err error) {
			defer caught(&err)
			if len(groups) == 1 {
				return g.join(schema.Source{Name: name, Format: string(f.Format), SHA256: checksum(data)}), nil
			}
			return g.within(name)
		})
	}
	return docs, nil
}

// ParseBundle reads files as one notice, as those of a folder are: a main file and its attachments, in whatever order they come.
// Archives and mails among them are opened. The main file is that of [ParseAll]; where there are several, the one that
// names others or has a head, and the rest stand behind it with a several-notices diagnostic. The errors are those of [Parse].
func ParseBundle(name string, files []File, opts Options) (d *Document, err error) {
	defer func() {
		caught(&err)
		if err != nil {
			d, err = nil, message.Errorf("%s: %w", name, err)
		}
	}()
	if opts.Pages != nil {
		return nil, ErrNoPages
	}
	l := newLoader(opts)
	for _, f := range files {
		l.add(archive.CleanName(f.Name), f.Data, nil, false, 0)
	}
	g, err := gather(l.members)
	if err != nil {
		return nil, err
	}
	return g.join(schema.Source{Name: name, Format: string(source.Bundle)}), nil
}

// caught makes a panic the error of the one input that caused it.
func caught(err *error) {
	if p := recover(); p != nil {
		*err = NewInternalError(p)
	}
}

// member is a file of a bundle, read as if it stood alone.
type member struct {
	parsed
	name  string // within the bundle
	named bundle.Name
	body  bool  // a mail's own text
	frame bool  // within a saved page
	err   error // why it is not read, or left out
	says  fingerprint

	differs []schema.Diagnostic // from files that nearly say the same
}

// parsed is a document, and what its reader made of the file.
type parsed struct {
	doc     *Document
	reading *block.Reading
	remarks []schema.Diagnostic // of decoding and reading
}

// loader opens containers and reads what is in them.
type loader struct {
	opts    Options
	budget  *archive.Budget
	left    int // characters that are still read
	members []*member
	names   map[string]bool // in lower case
}

func newLoader(opts Options) *loader {
	opts.Format = ""
	return &loader{opts: opts, budget: archive.NewBudget(), left: source.MostCharacters, names: map[string]bool{}}
}

// container opens an archive or a mail and adds its files, prefix before their names. It fails where nothing of it can be had.
func (l *loader) container(prefix string, f *source.File, depth int) error {
	if depth >= mostNested {
		return errNested
	}
	switch f.Format {
	case source.EML, source.MHTML:
		files, rest, err := mail.Read(f.Format, f.Data)
		if err != nil {
			return err
		}
		for _, file := range files {
			l.add(prefix+archive.CleanName(file.Name), file.Data, nil, file.Body, depth+1)
			if file.Frame {
				l.frame(file.Data)
			}
		}
		if rest != nil {
			l.add(prefix+"the rest", nil, rest, false, depth+1)
		}
		return nil
	}
	found, err := archive.Read(f.Format, f.Data, l.budget)
	if err != nil {
		return err
	}
	for _, m := range found {
		l.add(prefix+m.Name, m.Data, m.Err, false, depth+1)
	}
	return nil
}

// frame marks the last member as one. A frame that cannot be read is said only where it gives somebody a task.
func (l *loader) frame(data []byte) {
	n := len(l.members) - 1
	if n < 0 {
		return
	}
	m := l.members[n]
	m.frame = true
	if m.err != nil && !assigned().MatchString(string(source.FoldRunes(nil, []rune(source.Decode(data, ""))))) {
		l.members = l.members[:n]
	}
}

// add reads a file, or what it holds.
func (l *loader) add(name string, data []byte, err error, body bool, depth int) {
	m := &member{name: l.unique(name), named: bundle.Parse(name), body: body, err: err}
	if err == nil {
		m.err = l.read(m, data, depth)
	}
	if m.doc != nil || m.err != nil {
		l.members = append(l.members, m)
	}
}

func (l *loader) read(m *member, data []byte, depth int) (err error) {
	defer caught(&err)
	f, remarks, err := l.opts.open(m.name, data)
	if err != nil {
		return err
	}
	if f.Format.Holds() {
		return l.container(m.name+"/", f, depth)
	}
	if l.left <= 0 {
		return errBudget
	}
	if m.parsed, err = l.opts.parse(f, remarks); err == nil {
		l.left -= len(m.doc.Text)
		m.says = fingerprintOf(m.doc.Folded)
	}
	return err
}

// unique returns a name that no file before has.
func (l *loader) unique(name string) string {
	want := name
	for n := 2; l.names[strings.ToLower(want)]; n++ {
		want = fmt.Sprintf("%s (%d)", name, n)
	}
	l.names[strings.ToLower(want)] = true
	return want
}
