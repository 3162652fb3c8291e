package record_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/policyx/policyx/cmd/policyx/record"
	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/parser"
)

// Example answers two lines, the second of which is no record.
func Example() {
	for line, err := range record.Lines(strings.NewReader(`{"id":7,"place":"云溪市","text":"一、修路。"}` + "\n" + `{"id":8}`)) {
		if err != nil {
			panic(err)
		}
		rec, err := record.Parse(line)
		if err != nil {
			fmt.Printf("%s: %s", rec.Name, rec.Failure(err))
			continue
		}
		fmt.Printf("%s in %s: %s", rec.Name, rec.Place, rec.Answer([]byte("{}\n")))
	}
	// Output:
	// 7 in 云溪市: {"id":7,"place":"云溪市","notice":{}}
	// 8: {"id":8,"error":"line 2: no text, html or base64"}
}

// TestExtract: what a record says goes before what its reader was told, what is wrong with it has no name before it.
func TestExtract(t *testing.T) {
	told := extract.Options{Issued: "2020-01-01", Place: "青石县"}
	rec, err := record.Parse(record.Line{Number: 1, Text: []byte(`{"id":"a","issued":"2024-03-18","text":"一、重点任务\n（一）修路。年底前修路10公里。（责任单位：市交通局）"}`)})
	if err != nil {
		t.Fatal(err)
	}
	n, err := rec.Extract(parser.Options{}, told)
	if err != nil || n.Source.Name != "a" || n.Tasks[0].Deadlines[0].Value != "../2024-12-31" {
		t.Errorf("%v, %+v", err, n)
	}
	if rec, err = record.Parse(record.Line{Number: 2, Text: []byte(`{"id":"b","text":" "}`)}); err != nil {
		t.Fatal(err)
	}
	if _, err := rec.Extract(parser.Options{}, told); err == nil || strings.HasPrefix(err.Error(), "b: ") {
		t.Errorf("an empty text: %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("is gone") }

// TestLinesCut holds that a reader that breaks off is told from one that ends.
func TestLinesCut(t *testing.T) {
	for _, err := range record.Lines(broken{}) {
		if err != nil {
			return
		}
	}
	t.Error("a reader that broke off is whole")
}
