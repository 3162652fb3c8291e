package source

import (
	"slices"
	"strings"

	"github.com/policyx/policyx/schema"
)

// File is one input, decoded.
type File struct {
	Name     string // as given by the caller; only ever printed
	Format   Format
	Encoding string // IANA name in lower case: utf-8, gb18030, big5, utf-16le …; ooxml, ole2 … for a container
	Data     []byte // the bytes as they came in
	Text     string // decoded, without byte order mark; line ends as they came in; "" for a container
}

// Options say what the caller knows better than the content shows. The zero value
// leaves everything to detection.
type Options struct {
	Format   Format // "" is detected
	Encoding string // any name of an encoding that IANA or WHATWG lists; "" is detected
	Fragment bool   // a text is read whatever it looks like
	Heads    Heads  // tells tables as text
}

// Open recognises and decodes data. name is kept for messages and never interpreted.
//
// It fails with [ErrEmpty] where there is nothing but white space, with an
// [UnsupportedError] for a format without reader, with an [EncodingError] for an
// encoding that is not known, with [ErrEncrypted] for an Office document that only its
// password opens. Damaged bytes are no error: they are U+FFFD in the text
// and counted in one decoding-errors diagnostic.
func Open(name string, data []byte, opts Options) (*File, []schema.Diagnostic, error) {
	var err error
	if opts.Format, err = known(opts.Format); err != nil {
		return nil, nil, err
	}
	if len(data) == 0 {
		return nil, nil, ErrEmpty
	}
	if encoding, ok := containers[opts.Format]; ok {
		return &File{Name: name, Format: opts.Format, Encoding: encoding, Data: data}, nil, nil
	}
	if kind := binaryFormat(data); kind != "" {
		return openBinary(name, data, kind, opts)
	}
	text, encoding, damage, err := decode(data, opts.Encoding)
	if err != nil {
		return nil, nil, err
	}
	if looksBinary(text, damage) {
		return nil, nil, &UnsupportedError{Format: "binary"}
	}
	if blank(text) {
		return nil, nil, ErrEmpty
	}
	f := &File{Name: name, Format: opts.Format, Encoding: encoding, Data: data, Text: text}
	if f.Format == "" {
		f.Format = textFormat(text)
	}
	if f.Format == HTML && isOwnPage(text) {
		return nil, nil, &UnsupportedError{Format: "policyx"}
	}
	if f.Format != HTML && f.Format != SpreadsheetML && f.Format != CSV && f.Format != TSV && !opts.Fragment {
		switch kind := Format(textKind(text, opts.Heads)); {
		case kind == "":
		case opts.Format != "" && slices.Contains(formats, kind):
			return nil, nil, &UnsupportedError{Format: string(kind), Wanted: opts.Format}
		case kind == EML:
			return &File{Name: name, Format: EML, Data: data}, nil, nil
		case kind == CSV || kind == TSV:
			f.Format = kind
		default:
			return nil, nil, &UnsupportedError{Format: string(kind)}
		}
	}
	remarks := damage.diagnostics(encoding)
	if f.Format == Text || f.Format == Markdown {
		whole := true
		if f.Text, whole = within(text, MostCharacters); !whole {
			remarks = append(remarks, Cut())
		}
	}
	return f, remarks, nil
}

// openBinary opens data whose format is told by its first bytes. What is no text cannot
// be read as text, whatever the options say.
func openBinary(name string, data []byte, kind string, opts Options) (*File, []schema.Diagnostic, error) {
	encoding, ok := containers[Format(kind)]
	switch {
	case kind == "encrypted":
		return nil, nil, ErrEncrypted
	case !ok:
		return nil, nil, &UnsupportedError{Format: kind}
	case opts.Format != "":
		return nil, nil, &UnsupportedError{Format: kind, Wanted: opts.Format}
	}
	return &File{Name: name, Format: Format(kind), Encoding: encoding, Data: data}, nil, nil
}

// blank reports whether nothing in s would leave a mark on paper.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		r = Fold(r)
		return r != ' ' && r != '\n' && r != '\r'
	}) < 0
}
