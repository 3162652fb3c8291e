package diff

import "github.com/policyx/policyx/schema"

// Report is what changed from one notice to another. Its lists are in the order of the new version; what is gone
// stands behind what it stood behind.
type Report struct {
	Old     Version `json:"old"`
	New     Version `json:"new"`
	Entries []Entry `json:"changes"` // never nil
}

// Same reports whether nothing that is compared changed.
func (r *Report) Same() bool { return len(r.Entries) == 0 }

// Version is one of the two notices.
type Version struct {
	Name           string `json:"name"` // of the input
	Title          string `json:"title,omitempty"`
	DocumentNumber string `json:"document_number,omitempty"`
	Issued         string `json:"issued,omitempty"` // ISO day
	Tasks          int    `json:"tasks"`
}

// Item is what an [Entry] is about.
type Item string

// The items.
const (
	Metadata  Item = "metadata"
	Citation  Item = "citation"
	Heading   Item = "heading"
	Goal      Item = "goal"
	Task      Item = "task"
	Indicator Item = "indicator"
)

// Entry is one thing that changed, with the places of its evidence.
type Entry struct {
	Item    Item     `json:"item"`
	Field   string   `json:"field,omitempty"` // of metadata: the key of the field
	Old     []Place  `json:"old,omitempty"`   // several that were merged into one
	New     []Place  `json:"new,omitempty"`   // several that one was split into
	Changes []Change `json:"changes"`
}

// Place is where a thing stands in a version, and what it says there.
type Place struct {
	ID     string       `json:"id,omitempty"`
	Number string       `json:"number,omitempty"` // of a citation: that of the document, or of the standard
	Title  string       `json:"title,omitempty"`
	Path   []string     `json:"path,omitempty"`
	Text   string       `json:"text,omitempty"`
	Span   *schema.Span `json:"span,omitempty"`
}

// Subject is what of a thing changed.
type Subject string

// The subjects.
const (
	Whole      Subject = "whole" // the thing itself
	Title      Subject = "title"
	Words      Subject = "words"      // the text
	Schedule   Subject = "schedule"   // the cell of a table that says when
	Department Subject = "department" // who answers for it
	Deadline   Subject = "deadline"
	Target     Subject = "target"
	Figure     Subject = "figure" // of an indicator, in a year
	Property   Subject = "property"
)

// Kind is how it changed.
type Kind string

// The kinds.
const (
	Added    Kind = "added"
	Dropped  Kind = "dropped"
	Merged   Kind = "merged"
	Split    Kind = "split"
	Moved    Kind = "moved"    // to another part, or to another place among its neighbours
	Reworded Kind = "reworded" // see Change.Words
	Role     Kind = "role"     // of a department
	Earlier  Kind = "earlier"
	Later    Kind = "later"
	Firm     Kind = "firm"      // no longer 力争
	Loose    Kind = "tentative" // 力争 now
	Raised   Kind = "raised"
	Lowered  Kind = "lowered"
	Bound    Kind = "bound"   // at least became at most
	Changed  Kind = "changed" // in a way that none of the others says
)

// Change is one change of a thing.
type Change struct {
	Subject Subject `json:"subject"`
	Kind    Kind    `json:"kind"`
	Old     *Value  `json:"old,omitempty"`
	New     *Value  `json:"new,omitempty"`
	Words   []Run   `json:"words,omitempty"` // the old and the new words side by side
}

// Value is one side of a [Change].
type Value struct {
	Text string       `json:"text"`           // as the notice has it
	Of   string       `json:"of,omitempty"`   // the role of a department, what a target measures, the year of a figure
	For  string       `json:"for,omitempty"`  // of a deadline that moved for one target of a task: what that measures
	Is   string       `json:"is,omitempty"`   // the value that was compared: an EDTF time, >= 50 %, an official name
	Span *schema.Span `json:"span,omitempty"` // the evidence
}

// Run is a stretch of words that stands in both versions, or in one.
type Run struct {
	Op   Op     `json:"op"`
	Text string `json:"text"` // of both: as the new version has it
}

// Op says which versions have a [Run].
type Op string

// The operations.
const (
	Keep   Op = "="
	Delete Op = "-"
	Insert Op = "+"
)
