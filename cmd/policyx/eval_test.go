package main

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/policyx/policyx/extract"
	"github.com/policyx/policyx/schema/score"
)

// TestFloors holds the accuracy on the project's own notices: see testdata/floors.tsv.
func TestFloors(t *testing.T) {
	f := evalFlags{gold: "../../testdata/gold", corpus: "../../testdata/notices"}
	names, err := answers(f.gold)
	if err != nil {
		t.Fatal(err)
	}
	all, notice := floors(t)
	e := evaluation{all: score.NewReport()}
	for _, name := range names {
		report, err := f.score(&console{in: os.Stdin, out: os.Stdout, err: os.Stderr}, name, extract.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		e.add(name, report)
		for _, k := range score.Kinds() {
			if tally := report[k]; tally.Measured() && tally.F1() < notice[k] {
				t.Errorf("%s: %s: F1 is %.4f, the floor %.4f\n- %+v\n+ %+v", name, k, tally.F1(), notice[k], tally.Missing, tally.Extra)
			}
		}
	}
	for _, k := range score.Kinds() {
		if !e.all[k].Measured() {
			t.Errorf("no notice has any of the kind %s", k)
		} else if e.all[k].F1() < all[k] {
			t.Errorf("%s: F1 of all is %.4f, the floor %.4f", k, e.all[k].F1(), all[k])
		}
	}
}

// floors reads testdata/floors.tsv, which has a line for each kind.
func floors(t *testing.T) (all, notice map[score.Kind]float64) {
	t.Helper()
	data, err := os.ReadFile("../../testdata/floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all, notice = map[score.Kind]float64{}, map[score.Kind]float64{}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 {
			t.Fatalf("floors: %q", line)
		}
		for i, m := range []map[score.Kind]float64{all, notice} {
			if m[score.Kind(f[0])], err = strconv.ParseFloat(f[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(all) != len(score.Kinds()) {
		t.Fatalf("floors of %d kinds, want %d", len(all), len(score.Kinds()))
	}
	return all, notice
}
