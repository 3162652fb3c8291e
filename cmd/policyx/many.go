package main

import (
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"github.com/policyx/policyx/cmd/policyx/batch"
)

// batchFlags say how many notices are read in one run.
type batchFlags struct {
	include, exclude []string
	jobs             int
	force            bool
	failFast         bool
	links            bool
}

func (f *batchFlags) register(cmd *cobra.Command) {
	f.registerReading(cmd)
	cmd.Flags().BoolVar(&f.force, "force", false, "make every file of an output folder again")
	cmd.Flags().BoolVar(&f.failFast, "fail-fast", false, "stop at the first notice that cannot be read")
	cmd.Flags().BoolVar(&f.links, "follow-links", false, "read what links lead to out of a folder, and write through a link where an output stands")
}

// registerReading registers the flags of verbs that read folders and write one file.
func (f *batchFlags) registerReading(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.include, "include", nil, "of folders, read only files that match `GLOB` (*.html, 2024/**/*.txt); may be given several times")
	cmd.Flags().StringArrayVar(&f.exclude, "exclude", nil, "of folders, leave out files and folders that match `GLOB`; may be given several times")
	cmd.Flags().IntVarP(&f.jobs, "jobs", "j", runtime.GOMAXPROCS(0), "read `N` notices at once; the output is the same")
	cmd.Flags().Lookup("jobs").DefValue = "number of cores"
	for _, name := range []string{"include", "exclude", "jobs"} {
		must(cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions))
	}
}

func (f *batchFlags) check() (filter batch.Filter, err error) {
	if f.jobs < 1 {
		return filter, misuse("--jobs %d: want at least 1", f.jobs)
	}
	filter.Links = f.links
	if filter.Include, err = globs("--include", f.include); err != nil {
		return filter, err
	}
	filter.Exclude, err = globs("--exclude", append(slices.Clip(f.exclude), anyFixes))
	return filter, err
}

func globs(flag string, patterns []string) ([]batch.Glob, error) {
	var list []batch.Glob
	for _, p := range patterns {
		g, err := batch.ParseGlob(p)
		if err != nil {
			return nil, misuse("%s %v", flag, err)
		}
		list = append(list, g)
	}
	return list, nil
}

// limits allow each worker a few megabytes of input; notices have some ten thousand bytes.
func (f *batchFlags) limits() batch.Limits {
	return batch.Limits{Jobs: f.jobs, Bytes: int64(f.jobs) << 22}
}
