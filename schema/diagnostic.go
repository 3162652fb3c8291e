package schema

import "strings"

// Diagnostic is a remark about the content of one notice. [Remark] makes it.
type Diagnostic struct {
	Severity Severity `json:"severity" yaml:"severity" jsonschema_description:"info: a repair that is sure; warning: a guess, or something not understood; error: a part that was given up."`
	Code     Code     `json:"code" yaml:"code" jsonschema_description:"Stable, lower-case name of what happened"`
	Message  string   `json:"message" yaml:"message" jsonschema_description:"One plain sentence in English."`
	Values   []string `json:"values,omitempty" yaml:"values,omitempty" jsonschema_description:"The values in the message, in its order: names, numbers, pieces of the text."`
	Span     *Span    `json:"span,omitempty" yaml:"span,omitempty" jsonschema_description:"Where it happened, as far as that is a place."`
}

// Error makes a diagnostic the reason of an error: its message without the full stop.
func (d Diagnostic) Error() string { return strings.TrimSuffix(d.Message, ".") }

// Severity orders diagnostics.
type Severity string

// The severities.
const (
	Info    Severity = "info"    // a repair that is sure
	Warning Severity = "warning" // a guess, or something not understood
	Error   Severity = "error"   // a part that was given up
)

// Code names what a [Diagnostic] is about. Codes are stable.
type Code string

// The codes.
const (
	RepairedDate           Code = "repaired-date"            // a date whose 年月日 were lost
	RepairedDocumentNumber Code = "repaired-document-number" // a 发文字号 whose 〕号 were lost
	AmbiguousDate          Code = "ambiguous-date"           // two readings fit; the likelier was kept
	JoinedText             Code = "joined-text"              // a break within a number, a name or a date was read as none
	UnknownPlace           Code = "unknown-place"            // the issuer's place is no known division
	NumberingGap           Code = "numbering-gap"            // a label is missing between two items
	NumberingDuplicate     Code = "numbering-duplicate"      // a label stands twice
	MissingResponsibility  Code = "missing-responsibility"   // a task without clause where its neighbours have one
	UnparsedResponsibility Code = "unparsed-responsibility"  // a responsibility clause that was not understood
	TruncatedInput         Code = "truncated-input"          // the text begins or ends mid-document
	TableShape             Code = "table-shape"              // a table whose rows do not fit its columns
	DecodingErrors         Code = "decoding-errors"          // bytes that no character stands for
	UnreadContent          Code = "unread-content"           // a part of the document that was not read, or ended in no field
	UnreadUnit             Code = "unread-unit"              // a number whose unit no rule knows
	NoOutline              Code = "no-outline"               // a long text without a numbered item
	SeveralNotices         Code = "several-notices"          // a second notice begins in the same file
	DuplicatePart          Code = "duplicate-part"           // a file of a bundle says what another one says
	NoTextLayer            Code = "no-text-layer"            // pages that hold pictures of text only
	GarbledText            Code = "garbled-text"             // fonts that do not say which characters they draw
	RecognizedText         Code = "recognized-text"          // text that a program read off a picture
	StaleCorrection        Code = "stale-correction"         // a correction of what the notice does not say any more
)

// Codes returns every code, in the order of the documentation.
func Codes() []Code {
	return []Code{
		RepairedDate, RepairedDocumentNumber, AmbiguousDate, JoinedText, UnknownPlace,
		NumberingGap, NumberingDuplicate, MissingResponsibility, UnparsedResponsibility,
		TruncatedInput, TableShape, DecodingErrors, UnreadContent,
		UnreadUnit, NoOutline, SeveralNotices, DuplicatePart,
		NoTextLayer, GarbledText, RecognizedText, StaleCorrection,
	}
}

// Meaning says in one clause what c stands for, "" for a code that is not one of [Codes].
func (c Code) Meaning() string {
	switch c {
	case RepairedDate:
		return "a date that had lost its 年月日 was put together again"
	case RepairedDocumentNumber:
		return "a document number that had lost its 〕号 was put together again"
	case AmbiguousDate:
		return "two readings of a date fit and the likelier one was kept"
	case JoinedText:
		return "a line break or space within a number, a name or a date was taken for none"
	case UnknownPlace:
		return "the issuer's place is no known administrative division"
	case NumberingGap:
		return "a label is missing between two items"
	case NumberingDuplicate:
		return "a label stands twice"
	case MissingResponsibility:
		return "a task has no responsibility clause where its neighbours have one"
	case UnparsedResponsibility:
		return "a responsibility clause was not understood"
	case TruncatedInput:
		return "the text begins or ends mid-document"
	case TableShape:
		return "the rows of a table do not fit its columns"
	case DecodingErrors:
		return "bytes that no character stands for were replaced"
	case UnreadContent:
		return "a part of the document was not read, or ended in no field"
	case UnreadUnit:
		return "the unit of a number is known to no rule; it was left out, or taken for what a scan made of it"
	case NoOutline:
		return "a long text has no numbered item"
	case SeveralNotices:
		return "another notice begins in the same file; the head is that of the first"
	case DuplicatePart:
		return "a file of an archive, a mail or a folder says what another one says, and was left out"
	case NoTextLayer:
		return "pages hold pictures of text only, as a scan does"
	case GarbledText:
		return "the fonts of a page do not say which characters they draw, and its text was left out"
	case RecognizedText:
		return "the text of a page was read off a picture, and single characters may be wrong"
	case StaleCorrection:
		return "a correction does not fit any more: the notice was amended"
	}
	return ""
}

// AtLeast reports whether s is as grave as least or graver. An unknown severity is
// as grave as an error.
func (s Severity) AtLeast(least Severity) bool { return s.rank() >= least.rank() }

func (s Severity) rank() int {
	switch s {
	case Info:
		return 0
	case Warning:
		return 1
	}
	return 2
}
