package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"github.com/policyx/policyx/schema/message"
)

// Gold is the answer to one notice. What is absent from it is absent from the notice.
type Gold struct {
	Notice     string                     `json:"notice"` // name of the notice's file
	Metadata   map[string]json.RawMessage `json:"metadata"`
	Citations  []GoldCitation             `json:"citations"`
	Goals      []GoldTask                 `json:"goals"` // of a goal only deadlines and targets are scored
	Tasks      []GoldTask                 `json:"tasks"`
	Indicators []GoldIndicator            `json:"indicators"`
}

// GoldTask is one task. Head and Tail are the first and last words of its text; Path
// holds the headings above it, of which the last one is scored.
type GoldTask struct {
	Number      Text           `json:"number"`
	Title       *Text          `json:"title"`
	Path        []Text         `json:"path"`
	Head        *Text          `json:"head"`
	Tail        *Text          `json:"tail"`
	Lead        []Text         `json:"lead"` // restored names
	Support     []Text         `json:"support"`
	Responsible []Text         `json:"responsible"`
	Open        bool           `json:"open"`
	Deadlines   []GoldDeadline `json:"deadlines"`
	Targets     []GoldTarget   `json:"targets"`
}

// GoldDeadline is one deadline. Text and Tentative are for the reader and not scored.
type GoldDeadline struct {
	Text      Text `json:"text"`
	Relation  Text `json:"relation"`
	Value     Text `json:"value"`
	Tentative bool `json:"tentative"`
}

// GoldTarget is one target. Text is for the reader and not scored.
type GoldTarget struct {
	Text      Text         `json:"text"`
	Indicator Text         `json:"indicator"`
	Op        Text         `json:"op"`
	Value     json.Number  `json:"value"`
	ValueMax  *json.Number `json:"value_max"`
	Unit      Text         `json:"unit"`
	Per       Text         `json:"per"`
	When      Text         `json:"when"`
	Type      Text         `json:"type"`
}

// GoldCitation is a document that the text names.
type GoldCitation struct {
	Title          Text `json:"title"`
	DocumentNumber Text `json:"document_number"`
	StandardNumber Text `json:"standard_number"`
}

// GoldIndicator is a row of an indicator table. Table and Departments are for the reader
// and not scored.
type GoldIndicator struct {
	Name        Text        `json:"name"`
	Unit        Text        `json:"unit"`
	Attribute   Text        `json:"attribute"`
	Table       Text        `json:"table"`
	Departments []Text      `json:"departments"`
	Values      []GoldValue `json:"values"`
}

// GoldValue is one cell of a row. Op is not scored.
type GoldValue struct {
	Year  Text        `json:"year"`
	Value json.Number `json:"value"`
	Kind  Text        `json:"kind"`
	Op    Text        `json:"op"`
}

// Text is a string that may be written without quotes: a number (1) stands for itself.
type Text string

// UnmarshalJSON takes a string or a number.
func (t *Text) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] != '"' && data[0] != '{' && data[0] != '[' {
		*t = Text(data)
		return nil
	}
	return json.Unmarshal(data, (*string)(t))
}

// ReadGold returns the answer that a plain value (as package render decodes YAML or
// JSON) holds. Fields that the format does not have are errors: a misspelt one would
// silently not be scored.
func ReadGold(doc any) (*Gold, error) {
	text, err := json.Marshal(doc)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	var g Gold
	if err := dec.Decode(&g); err != nil {
		return nil, readable(err)
	}
	if g.Notice == "" {
		return nil, message.New(`"notice", the name of the notice's file, is missing`)
	}
	for key := range g.Metadata {
		if _, ok := metadataFields[key]; !ok {
			return nil, message.Errorf("metadata has no field %q", key)
		}
	}
	return &g, nil
}

// readable says what is wrong without the words of package json.
func readable(err error) error {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		if wrong.Field == "" {
			return message.Errorf("is no answer but a %s", wrong.Value)
		}
		return message.Errorf("%s is a %s, which does not fit there", wrong.Field, wrong.Value)
	}
	return errors.New(strings.TrimPrefix(err.Error(), "json: "))
}
