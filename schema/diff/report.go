package diff

import "github.com/policyx/policyx/schema"

// Report is what changed from one notice to another. Its lists are in the order of the new version; what is gone
// stands behind what it stood behind.
type Report struct {
	Old     Version `json:"old" jsonschema_description:"The old version."`
	New     Version `json:"new" jsonschema_description:"The new version."`
	Entries []Entry `json:"changes" jsonschema_description:"What changed, in the order of the new version; empty where nothing did."`
}

// Same reports whether nothing that is compared changed.
func (r *Report) Same() bool { return len(r.Entries) == 0 }

// Version is one of the two notices.
type Version struct {
	Name           string `json:"name" jsonschema_description:"The name of the input."`
	Title          string `json:"title,omitempty" jsonschema_description:"Its title."`
	DocumentNumber string `json:"document_number,omitempty" jsonschema_description:"发文字号."`
	Issued         string `json:"issued,omitempty" jsonschema_description:"Day of issue, ISO."`
	Tasks          int    `json:"tasks" jsonschema_description:"How many tasks it has."`
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
	Item    Item     `json:"item" jsonschema:"enum=metadata,enum=citation,enum=heading,enum=goal,enum=task,enum=indicator" jsonschema_description:"What the change is about."`
	Field   string   `json:"field,omitempty" jsonschema_description:"Of metadata: the key of the field."`
	Old     []Place  `json:"old,omitempty" jsonschema_description:"Where it stands in the old version; several that were merged into one."`
	New     []Place  `json:"new,omitempty" jsonschema_description:"Where it stands in the new version; several that one was split into."`
	Changes []Change `json:"changes" jsonschema_description:"What changed of it."`
}

// Place is where a thing stands in a version, and what it says there.
type Place struct {
	ID     string       `json:"id,omitempty" jsonschema_description:"The id of the task."`
	Number string       `json:"number,omitempty" jsonschema_description:"Its number; of a citation, that of the document or standard."`
	Title  string       `json:"title,omitempty" jsonschema_description:"Its title."`
	Path   []string     `json:"path,omitempty" jsonschema_description:"The headings above it."`
	Text   string       `json:"text,omitempty" jsonschema_description:"Its text."`
	Span   *schema.Span `json:"span,omitempty" jsonschema_description:"The evidence."`
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
	Subject Subject `json:"subject" jsonschema:"enum=whole,enum=title,enum=words,enum=schedule,enum=department,enum=deadline,enum=target,enum=figure,enum=property" jsonschema_description:"What of the thing changed."`
	Kind    Kind    `json:"kind" jsonschema:"enum=added,enum=dropped,enum=merged,enum=split,enum=moved,enum=reworded,enum=role,enum=earlier,enum=later,enum=firm,enum=tentative,enum=raised,enum=lowered,enum=bound,enum=changed" jsonschema_description:"How it changed."`
	Old     *Value  `json:"old,omitempty" jsonschema_description:"The old side."`
	New     *Value  `json:"new,omitempty" jsonschema_description:"The new side."`
	Words   []Run   `json:"words,omitempty" jsonschema_description:"The old and the new words side by side."`
}

// Value is one side of a [Change].
type Value struct {
	Text string       `json:"text" jsonschema_description:"As the notice has it."`
	Of   string       `json:"of,omitempty" jsonschema_description:"The role of a department, what a target measures, the year of a figure."`
	For  string       `json:"for,omitempty" jsonschema_description:"Of a deadline that moved for one target of a task: what that measures."`
	Is   string       `json:"is,omitempty" jsonschema_description:"The value that was compared: an EDTF time, >= 50 %, an official name."`
	Span *schema.Span `json:"span,omitempty" jsonschema_description:"The evidence."`
}

// Run is a stretch of words that stands in both versions, or in one.
type Run struct {
	Op   Op     `json:"op" jsonschema:"enum==,enum=-,enum=+" jsonschema_description:"Of both versions (=), of the old alone (-), of the new alone (+)."`
	Text string `json:"text" jsonschema_description:"The words; of both, as the new version has them."`
}

// Op says which versions have a [Run].
type Op string

// The operations.
const (
	Keep   Op = "="
	Delete Op = "-"
	Insert Op = "+"
)
