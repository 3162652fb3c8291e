package compare

import "github.com/policyx/policyx/schema"

// Report is what several notices say about the same things. Its lists are never nil.
type Report struct {
	Notices    []Notice    `json:"notices" jsonschema_description:"The notices that are compared."`
	Indicators []Indicator `json:"indicators" jsonschema_description:"What several notices measure; those that most have first."`
	Topics     []Topic     `json:"topics" jsonschema_description:"What tasks of several notices are about."`
	Deadlines  []Due       `json:"deadlines" jsonschema_description:"Last days of tasks, by day."`
	Asked      Options     `json:"-"`
}

// Notice is one of the notices.
type Notice struct {
	Label          string `json:"label" jsonschema_description:"Its place, with what tells it from others of the place."`
	Name           string `json:"name" jsonschema_description:"The name of the input."`
	Title          string `json:"title,omitempty" jsonschema_description:"Its title."`
	DocumentNumber string `json:"document_number,omitempty" jsonschema_description:"发文字号."`
	Place          string `json:"place,omitempty" jsonschema_description:"The place that it is from."`
	Issued         string `json:"issued,omitempty" jsonschema_description:"Day of issue, ISO."`
	Tasks          int    `json:"tasks" jsonschema_description:"How many tasks it has."`
}

// Indicator is what several notices measure, in one unit.
type Indicator struct {
	Name   string  `json:"name" jsonschema_description:"The name that is most like all others."`
	Unit   string  `json:"unit,omitempty" jsonschema_description:"The unit."`
	Per    string  `json:"per,omitempty" jsonschema_description:"The base: 人, 张床位."`
	Values []Value `json:"values" jsonschema_description:"What each notice sets, the highest first."`
}

// Value is what a notice sets.
type Value struct {
	Notice   int            `json:"notice" jsonschema_description:"Index of the notice, from 0."`
	Name     string         `json:"name" jsonschema_description:"As the notice calls it."`
	Likeness schema.Number  `json:"likeness" jsonschema_description:"How alike its name and that of the indicator are, 0 to 1."`
	Shared   []string       `json:"shared,omitempty" jsonschema_description:"The words that it shares with the indicator's name."`
	Text     string         `json:"text" jsonschema_description:"As the notice has it."`
	Op       schema.Op      `json:"op" jsonschema_description:"How the value bounds."`
	Value    schema.Number  `json:"value" jsonschema_description:"In the unit of the indicator."`
	Max      *schema.Number `json:"value_max,omitempty" jsonschema_description:"The upper end of a range."`
	When     string         `json:"when,omitempty" jsonschema_description:"By when, as EDTF."`
	Years    []Point        `json:"years,omitempty" jsonschema_description:"The values by year, of an indicator table."`
	Task     string         `json:"task,omitempty" jsonschema_description:"The id of the task; none for a row of an indicator table."`
	Title    string         `json:"title,omitempty" jsonschema_description:"The title of the task."`
	Span     schema.Span    `json:"span" jsonschema_description:"The evidence."`
}

// Point is the value of a year, of an indicator table.
type Point struct {
	Year  int           `json:"year" jsonschema_description:"The year."`
	Value schema.Number `json:"value" jsonschema_description:"The value."`
	Kind  string        `json:"kind" jsonschema:"enum=baseline,enum=target" jsonschema_description:"What the value is."`
}

// Topic is what tasks of several notices are about.
type Topic struct {
	Phrase string `json:"phrase" jsonschema_description:"The phrase that titles share."`
	Core   string `json:"core" jsonschema_description:"The word of it that says what it is: 助餐 of 老年助餐服务."`
	Cells  []Cell `json:"cells" jsonschema_description:"One for each notice, in their order."`
}

// Cell is what a notice has on a topic: tasks by their title, else mentions in the text of others, else nothing.
type Cell struct {
	Tasks    []Task `json:"tasks,omitempty" jsonschema_description:"Tasks with the topic in their title."`
	Mentions []Task `json:"mentions,omitempty" jsonschema_description:"Tasks that mention it in their text."`
}

// Task is a task as evidence.
type Task struct {
	ID    string      `json:"id" jsonschema_description:"Its id."`
	Title string      `json:"title,omitempty" jsonschema_description:"Its title."`
	Span  schema.Span `json:"span" jsonschema_description:"Where it stands."`
}

// Due is a last day of a task.
type Due struct {
	Notice int    `json:"notice" jsonschema_description:"Index of the notice, from 0."`
	Day    string `json:"day" jsonschema_description:"The last day, ISO."`
	Text   string `json:"text" jsonschema_description:"As the notice has it."`
	Task   Task   `json:"task" jsonschema_description:"The task."`
}
