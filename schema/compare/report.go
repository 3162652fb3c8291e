package compare

import "github.com/policyx/policyx/schema"

// Report is what several notices say about the same things. Its lists are never nil.
type Report struct {
	Notices    []Notice    `json:"notices"`
	Indicators []Indicator `json:"indicators"` // those that most notices have first
	Topics     []Topic     `json:"topics"`
	Deadlines  []Due       `json:"deadlines"` // by day
	Asked      Options     `json:"-"`
}

// Notice is one of the notices.
type Notice struct {
	Label          string `json:"label"` // its place, with what tells it from others of the place
	Name           string `json:"name"`  // of the input
	Title          string `json:"title,omitempty"`
	DocumentNumber string `json:"document_number,omitempty"`
	Place          string `json:"place,omitempty"`
	Issued         string `json:"issued,omitempty"`
	Tasks          int    `json:"tasks"`
}

// Indicator is what several notices measure, in one unit.
type Indicator struct {
	Name   string  `json:"name"` // the one that is most like all others
	Unit   string  `json:"unit,omitempty"`
	Per    string  `json:"per,omitempty"` // the base: 人, 张床位
	Values []Value `json:"values"`        // the highest first
}

// Value is what a notice sets.
type Value struct {
	Notice   int            `json:"notice"` // index of Report.Notices
	Name     string         `json:"name"`   // as the notice calls it
	Likeness schema.Number  `json:"likeness"`
	Shared   []string       `json:"shared,omitempty"` // the words that it shares with the indicator's name
	Text     string         `json:"text"`
	Op       schema.Op      `json:"op"`
	Value    schema.Number  `json:"value"` // in the unit of the indicator
	Max      *schema.Number `json:"value_max,omitempty"`
	When     string         `json:"when,omitempty"` // EDTF
	Years    []Point        `json:"years,omitempty"`
	Task     string         `json:"task,omitempty"` // id; "" of a row of an indicator table
	Title    string         `json:"title,omitempty"`
	Span     schema.Span    `json:"span"`
}

// Point is the value of a year, of an indicator table.
type Point struct {
	Year  int           `json:"year"`
	Value schema.Number `json:"value"`
	Kind  string        `json:"kind"` // baseline or target
}

// Topic is what tasks of several notices are about.
type Topic struct {
	Phrase string `json:"phrase"`
	Core   string `json:"core"`  // the word of it that says what it is: 助餐 of 老年助餐服务
	Cells  []Cell `json:"cells"` // one for each notice
}

// Cell is what a notice has on a topic: tasks by their title, else mentions in the text of others, else nothing.
type Cell struct {
	Tasks    []Task `json:"tasks,omitempty"`
	Mentions []Task `json:"mentions,omitempty"`
}

// Task is a task as evidence.
type Task struct {
	ID    string      `json:"id"`
	Title string      `json:"title,omitempty"`
	Span  schema.Span `json:"span"`
}

// Due is a last day of a task.
type Due struct {
	Notice int    `json:"notice"`
	Day    string `json:"day"` // ISO
	Text   string `json:"text"`
	Task   Task   `json:"task"`
}
