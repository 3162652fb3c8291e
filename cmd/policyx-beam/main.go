package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/policyx/policyx/cmd/policyx/wordlist"
	"github.com/policyx/policyx/parser/lexicon"
)

// job is what the flags ask for.
type job struct {
	input, records string // globs, one of which is given
	output, dead   string // prefixes
	shards         int
	issued, place  string
	words          []lexicon.Addition
}

func main() {
	var j job
	flag.StringVar(&j.input, "input", "", "read the files that match `GLOB`, a notice each")
	flag.StringVar(&j.records, "records", "", "read the JSON Lines files that match `GLOB`, a notice a line")
	flag.StringVar(&j.output, "output", "", "write `PREFIX`-00001-of-00016.jsonl and so on")
	flag.StringVar(&j.dead, "dead", "", "write what could not be read, and why, to `PREFIX`-00001-of-00001.jsonl")
	flag.IntVar(&j.shards, "shards", 16, "write `N` files")
	flag.StringVar(&j.issued, "issued", "", "`DATE` of issue (2022-12-05) of a notice that has none")
	flag.StringVar(&j.place, "assume-place", "", "`NAME` of the issuer's place (云溪市) where the notice has none")
	words := flag.String("lexicon", "", "add the words of the YAML `FILE` to the built-in lists (see policyx lexicon)")
	flag.Parse()
	register()
	beam.Init() // a worker stays here
	if err := j.check(*words); err != nil {
		fmt.Fprintf(os.Stderr, "policyx-beam: %v (see policyx-beam -help)\n", err)
		os.Exit(2)
	}
	if err := j.run(context.Background()); err != nil {
		fmt.Fprintf(os.Stderr, "policyx-beam: %v\n", err)
		os.Exit(1)
	}
}

// check checks the flags, of which the lexicon is read here: a worker does not see the file.
func (j *job) check(words string) error {
	switch {
	case (j.input == "") == (j.records == ""):
		return fmt.Errorf("want either --input GLOB or --records GLOB")
	case j.output == "" || j.dead == "" || j.output == j.dead:
		return fmt.Errorf("want --output PREFIX and another --dead PREFIX")
	case j.shards < 1:
		return fmt.Errorf("--shards %d: want at least 1", j.shards)
	case flag.NArg() > 0:
		return fmt.Errorf("%s: files are named by --input, in quotation marks", flag.Arg(0))
	}
	if j.issued != "" {
		if _, err := time.Parse(time.DateOnly, j.issued); err != nil {
			return fmt.Errorf("--issued %q: want a date such as 2022-12-05", j.issued)
		}
	}
	if words == "" {
		return nil
	}
	data, err := os.ReadFile(words)
	if err != nil {
		return fmt.Errorf("--lexicon %w", err)
	}
	additions, faults, err := wordlist.Parse(data)
	if err == nil && len(faults) > 0 {
		err = faults
	}
	if j.words = additions; err == nil {
		told := j.reading()
		_, err = told.options()
	}
	if err != nil {
		return fmt.Errorf("--lexicon %s: %w", words, err)
	}
	return nil
}

// run runs the pipeline and says what it did, as far as the engine tells.
func (j *job) run(ctx context.Context) error {
	p, s := beam.NewPipelineWithRoot()
	j.build(s)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil || result == nil { // nil: the engine goes on by itself (--async)
		return err
	}
	counted := result.Metrics().Query(func(m beam.MetricResult) bool { return m.Namespace() == namespace })
	totals := map[string]int64{}
	for _, c := range counted.Counters() {
		totals[c.Name()] += c.Result()
	}
	fmt.Fprintf(os.Stderr, "policyx-beam: the engine counted %d read, %d failed, %d tasks\n", totals[read], totals[failed], totals[tasks])
	for _, d := range counted.Distributions() {
		if v := d.Result(); v.Count > 0 {
			fmt.Fprintf(os.Stderr, "policyx-beam: an input took %d ms on average, %d to %d\n", v.Sum/v.Count, v.Min, v.Max)
		}
	}
	return nil
}
