package page

import (
	"cmp"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/policyx/policyx/schema"
	"github.com/policyx/policyx/schema/check"
	"github.com/policyx/policyx/schema/term"
)

// frame is what the script needs beside the notices.
type frame struct {
	Lang     term.Language          `json:"lang"`
	Schema   string                 `json:"schema"`
	Words    map[string]string      `json:"words"`
	Terms    map[string][][2]string `json:"terms"`
	Forms    map[string][]field     `json:"forms"`
	Families map[string]string      `json:"families"` // of each department, "" where it has none
	Served   bool                   `json:"served,omitempty"`
}

func newFrame(docs []Document, words map[string]string, o Options) frame {
	f := frame{Lang: o.Lang, Schema: schema.Version, Words: words, Terms: terms(o.Lang), Forms: forms(), Families: map[string]string{}}
	if f.Lang == "" {
		f.Lang = term.Chinese
	}
	if o.Family != nil {
		f.Families = families(docs, o.Family)
	}
	return f
}

// families returns the family of each department of the tasks.
func families(docs []Document, family func(string) string) map[string]string {
	out := map[string]string{}
	for _, d := range docs {
		for i := range d.Notice.Tasks {
			for _, dep := range d.Notice.Tasks[i].Departments.All() {
				if _, known := out[dep.Name]; !known {
					out[dep.Name] = family(dep.Name)
				}
			}
		}
	}
	return out
}

// view is a notice as the script reads it.
type view struct {
	Name    string         `json:"name"`
	Notice  *schema.Notice `json:"notice"`
	Text    *string        `json:"text"`    // nil: the notice is shown without
	Remarks []string       `json:"remarks"` // the diagnostics in the language of the page
	Checks  []check.Item   `json:"checks"`

	Parties  map[string]string `json:"parties"`            // what its departments are known by over notices, by their names
	Families map[string]string `json:"families,omitempty"` // as in the frame, of a notice that is served
}

// Encode returns the notice as JSON, as the page takes it from a data block or from who serves it.
func (d Document) Encode(o Options) ([]byte, error) {
	v := newView(d, o)
	if o.Family != nil {
		v.Families = families([]Document{d}, o.Family)
	}
	return json.Marshal(v)
}

func newView(d Document, o Options) view {
	n := *d.Notice
	if n.Tasks == nil {
		n.Tasks = []schema.Task{}
	}
	if n.Diagnostics == nil {
		n.Diagnostics = []schema.Diagnostic{}
	}
	v := view{Name: name(d), Notice: &n, Remarks: make([]string, len(n.Diagnostics)), Checks: check.List(&n), Parties: parties(&n, o)}
	if d.Text != "" {
		v.Text = &d.Text
	}
	for i, d := range n.Diagnostics {
		v.Remarks[i] = d.Message
		if o.Remark != nil {
			v.Remarks[i] = o.Remark(d)
		}
	}
	return v
}

// parties returns what each department of the tasks is known by.
func parties(n *schema.Notice, o Options) map[string]string {
	party := o.Party
	if party == nil {
		party = (*schema.Notice).Party
	}
	out := map[string]string{}
	for i := range n.Tasks {
		for _, dep := range n.Tasks[i].Departments.All() {
			if _, known := out[dep.Name]; !known {
				out[dep.Name] = party(n, dep)
			}
		}
	}
	return out
}

// title names the page.
func title(docs []Document, words map[string]string) string {
	if len(docs) == 1 {
		return name(docs[0])
	}
	return strings.ReplaceAll(words["notices"], "{0}", strconv.Itoa(len(docs)))
}

// name is the notice's title or, where it has none, the enclosure's, its first line, or that of the input.
func name(d Document) string {
	const most = 60
	first := []rune(strings.TrimSpace(strings.SplitN(strings.TrimSpace(d.Text), "\n", 2)[0]))
	if len(first) > most {
		first = append(first[:most], '…')
	}
	m := d.Notice.Metadata
	return cmp.Or(m.Title, m.Enclosure, string(first), d.Notice.Source.Name)
}
