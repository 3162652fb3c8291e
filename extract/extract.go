package extract

import (
	"cmp"
	"slices"

	"github.com/policyx/policyx/extract/grid"
	"github.com/policyx/policyx/extract/internal/lex"
	"github.com/policyx/policyx/extract/party"
	"github.com/policyx/policyx/extract/when"
	"github.com/policyx/policyx/parser"
	"github.com/policyx/policyx/parser/block"
	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/align"
	"github.com/policyx/policyx/schema/message"
)

// Options are what the caller knows better than the notice says.
type Options struct {
	Issued string // date of issue, ISO 8601, for a notice that states none
	Place  string // the place whose government issued the notice, where it does not say
	// Lexicon adds a user's words to the built-in lists; nil for these alone.
	Lexicon *Lexicon
}

// Read returns everything that is understood of the notice in data, which may be an archive or a mail that holds
// it with its attachments: [parser.Parse] and [Extract] in one call. name is kept for messages and in the notice, and never interpreted.
// The errors are those of package parser.
func Read(name string, data []byte, how parser.Options, opts Options) (*schema.Notice, error) {
	doc, err := parser.Parse(name, data, how)
	if err != nil {
		return nil, err
	}
	return Extract(doc, opts)
}

// Extract returns everything that is understood of doc. It fails with a
// [parser.InternalError] alone: no panic leaves it. It is safe for concurrent use.
func Extract(doc *parser.Document, opts Options) (n *schema.Notice, err error) {
	defer func() {
		if p := recover(); p != nil {
			n, err = nil, message.Errorf("%s: %w", doc.Source.Name, parser.NewInternalError(p))
		}
	}()
	return newExtractor(doc, opts, false).run(), nil
}

// extractor carries one document through extraction.
type extractor struct {
	doc    *parser.Document
	stream *lex.Stream
	opts   Options
	notice *schema.Notice
	issued when.Date
	party  party.Context
	trace  bool

	clauses map[*parser.Item][]party.Clause
	notes   map[*parser.Item]bool      // items that are numbered notes
	closing map[parser.MarkerKind]bool // kinds of items that carry clauses of their own
	years   map[*parser.Part]int       // that months without one are in, by the attachment; nil for what is none
	part    *parser.Part               // the one that is read
	entries map[string]int             // where each label and heading of the part stands last; nil until one is asked for
	added   []addition
	full    bool          // notes added more than maxAdded
	claims  []block.Range // responsibility clauses and cells that were read, or remarked
	seen    int           // how many were understood
	unread  int           // how many were not
	sources []explained

	columns   map[int]when.Column // of the cells of columns of times, by where they begin
	signs     legend              // of the table in which departments head columns
	placed    []placed            // paragraphs that say what signs mean; nil until one is asked for
	lastTable *grid.Sheet         // the last table with a header, which one without may go on
	rows      int                 // rows of tables that became tasks
	cutRows   bool                // there are more than maxRows of them
}

// addition is a department that a note adds to the tasks behind it.
type addition struct {
	from       int // rune of the stream where the note ends
	department party.Department
}

func newExtractor(doc *parser.Document, opts Options, trace bool) *extractor {
	return &extractor{
		doc: doc, opts: opts, trace: trace,
		stream:  lex.ScanUnits(doc.Folded, doc.Ranges(), opts.user().Units()),
		notice:  &schema.Notice{Schema: schema.Version, Source: doc.Source, Tasks: []schema.Task{}, Diagnostics: []schema.Diagnostic{}},
		clauses: map[*parser.Item][]party.Clause{},
		notes:   map[*parser.Item]bool{},
		closing: map[parser.MarkerKind]bool{},
		columns: map[int]when.Column{},
		years:   map[*parser.Part]int{},
	}
}

func (x *extractor) run() *schema.Notice {
	x.notice.Diagnostics = append(x.notice.Diagnostics, x.doc.Diagnostics...)
	x.readHead()
	x.cite()
	x.readClauses()
	for i, p := range x.doc.Parts {
		x.readPart(i, p)
	}
	x.tables()
	align.Keys(x.notice)
	x.checkResponsibility()
	x.checkOutline()
	x.checkJoins()
	x.coverage()
	slices.SortStableFunc(x.notice.Diagnostics, func(a, b schema.Diagnostic) int { return cmp.Compare(place(a), place(b)) })
	return x.notice
}

func place(d schema.Diagnostic) int {
	if d.Span == nil {
		return -1
	}
	return d.Span.Start
}

// remark adds a diagnostic about a range of the reading text.
func (x *extractor) remark(severity schema.Severity, code schema.Code, r block.Range, format string, args ...any) {
	x.notice.Diagnostics = append(x.notice.Diagnostics, x.doc.Remark(severity, code, r, format, args...))
}

// text returns what stands at runes i to j of the stream, as it stands.
func (x *extractor) text(i, j int) string {
	r := x.stream.Range(i, j)
	return string(x.doc.Text[r.Start:r.End])
}

// span returns where runes i to j of the stream stand.
func (x *extractor) span(i, j int) schema.Span { return x.doc.Span(x.stream.Range(i, j)) }
