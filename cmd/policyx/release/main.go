package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// release is what is made.
type release struct {
	root    string    // of the sources
	out     string    // the folder it is put in
	version string    // without a leading v
	date    time.Time // of the commit: the time of every file in it
}

func main() {
	r := release{}
	only := flag.String("only", "", "comma-separated platforms, such as linux/amd64 (all)")
	notice := flag.Bool("notice", false, "write the licences of what is linked in to NOTICE, and nothing else")
	when := flag.Int64("date", 0, "seconds since 1970 that every file carries (SOURCE_DATE_EPOCH)")
	flag.StringVar(&r.root, "root", ".", "the folder of the sources")
	flag.StringVar(&r.out, "o", "dist", "the folder to write to")
	flag.StringVar(&r.version, "version", "", "the version, such as 1.2.0")
	flag.Parse()
	r.version, r.date = strings.TrimPrefix(r.version, "v"), time.Unix(*when, 0).UTC()
	run := r.make
	if *notice {
		run = r.notice
	}
	if err := run(strings.Split(*only, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// make makes the release of the platforms named in only ("" is all).
func (r *release) make(only []string) error {
	if r.version == "" {
		return errors.New("want -version")
	}
	if err := os.RemoveAll(r.out); err != nil {
		return err
	}
	if err := os.MkdirAll(r.out, 0o777); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	share, err := r.share(filepath.Join(work, "host"))
	if err != nil {
		return err
	}
	for _, p := range platforms {
		if only[0] != "" && !slices.Contains(only, p.String()) {
			continue
		}
		programs, err := r.build(p, filepath.Join(work, p.name()))
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		if err := r.pack(p, programs, share); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	return r.sums()
}

// pack writes all that is made for a platform.
func (r *release) pack(p platform, programs, share []file) error {
	if err := r.archive(p, programs, share); err != nil {
		return err
	}
	if err := r.bill(p, programs); err != nil {
		return err
	}
	return r.packages(p, programs, share)
}
