package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/extract/filter"
	"github.com/policyx/policyx/schema/catalog"
	"github.com/policyx/policyx/schema/message"
)

// keeper is the program that has SQLite and the protocol of the verb mcp in it: policyx built with -tags sqlite. policyx itself has not,
// as their tables would be made ready at every start, and hands over to the keeper what has to do with a catalogue, and mcp.
const keeper = "policyx-catalog"

// catalogueFlags say how a catalogue is opened.
type catalogueFlags struct {
	wait time.Duration
}

func (f *catalogueFlags) register(cmd *cobra.Command) {
	cmd.Flags().DurationVar(&f.wait, "wait", 10*time.Second, "wait as long as `TIME` (30s, 5m) for another policyx that is writing the catalogue")
	must(cmd.RegisterFlagCompletionFunc("wait", cobra.NoFileCompletions))
}

// reading is what is known of names and texts, by the lists of the program alone: a catalogue is asked without a lexicon of the user.
var reading = catalog.Reading{Works: filter.Works, Family: filter.Family, Within: filter.Within, Fold: filter.Folded}

// keeps makes verb one of the keeper's: it runs here where SQLite is linked, and there where it is not.
func keeps(c *console, run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if catalog.Linked() {
			return run(cmd, args)
		}
		return handOver(c)
	}
}

// handOver runs the keeper with the arguments of this program. It returns where that did not start or has failed.
func handOver(c *console) error {
	name := keeper
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	own, err := os.Executable()
	if err != nil {
		return err
	}
	program := filepath.Join(filepath.Dir(own), name)
	if !isThere(program) {
		if program, err = exec.LookPath(name); err != nil {
			return message.Errorf("%s, the program for catalogues and mcp, is neither beside policyx nor in the path: put it beside policyx (go build -tags sqlite -o %[1]s ./cmd/policyx)", keeper)
		}
	}
	c.end()
	return become(program, os.Args)
}

// open opens the catalogue to be asked, which none of the outputs may overwrite.
func (f *catalogueFlags) open(path string, outs ...string) (*catalog.Catalog, error) {
	for _, out := range outs {
		if err := spares(out, []string{path}, batch.Filter{}); err != nil {
			return nil, err
		}
	}
	cat, err := catalog.Open(path, reading, f.wait)
	return cat, f.explain(path, err)
}

// explain names the file, and the way out where there is one.
func (f *catalogueFlags) explain(path string, err error) error {
	if errors.Is(err, catalog.ErrBusy) {
		err = message.Errorf("another policyx is writing this catalogue: wait until it has ended, or give --wait more than %s", f.wait)
	}
	return about(path, err)
}
