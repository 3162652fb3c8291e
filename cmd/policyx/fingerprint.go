package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/policyx/policyx/parser"
)

// indifferent are the flags of extract that do not change the output of a notice. Every other
// one counts, so that a new flag cannot be forgotten here.
var indifferent = []string{"exclude", "fail-fast", "follow-links", "force", "group", "help", "include", "jobs", "output", "pdf-cache", "prune", "quiet", "records", "shard", "strict", "wait", "warnings"}

// fingerprint says what the output of a notice depends on besides the notice: the program,
// the flags and the engine that reads scans, a line each. A flag that names a file stands for what is in it.
func fingerprint(cmd *cobra.Command, engine *parser.Engine) ([]byte, error) {
	var b bytes.Buffer
	program, err := programID()
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "policyx %s\n", program)
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		if slices.Contains(indifferent, flag.Name) {
			return
		}
		value := flag.Value.String()
		if info, err := os.Stat(value); err == nil && info.Mode().IsRegular() {
			if sum, err := checksum(value); err == nil {
				value += " " + sum
			}
		}
		fmt.Fprintf(&b, "--%s=%q\n", flag.Name, value)
	})
	if engine != nil {
		fmt.Fprintf(&b, "engine %q %q\n", engine.Name, engine.Version)
	}
	return b.Bytes(), nil
}

// programID is the release, or the checksum of a program that has none: two builds of a
// working copy may say the same version.
func programID() (string, error) {
	if release != "" {
		return release, nil
	}
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	return checksum(path)
}

func checksum(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return fmt.Sprintf("sha256:%x", sum.Sum(nil)), nil
}
