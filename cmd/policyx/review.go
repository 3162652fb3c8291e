package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/policyx/policyx/schema/correction"
	"github.com/policyx/policyx/schema/message"
	"github.com/policyx/policyx/schema/score"
)

// reviews returns the slash-separated names of the notices in a folder of data that people have marked as reviewed, sorted.
func reviews(dir string) (names []string, err error) {
	err = fs.WalkDir(os.DirFS(dir), ".", func(file string, entry fs.DirEntry, err error) error {
		name, ok := strings.CutSuffix(file, correction.Ending)
		if err != nil || entry.IsDir() || !ok || strings.HasPrefix(path.Base(file), ".") {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		if f, err := correction.Decode(data); err != nil || f.Reviewed { // one that is broken is told when it is read
			names = append(names, name)
		}
		return nil
	})
	if err == nil && len(names) == 0 {
		err = message.New("holds no notice that was marked as reviewed (NAME.fix.json)")
	}
	slices.Sort(names)
	return names, err
}

// readReview returns what a person made of a notice as an answer, and the checksum of what was read.
func readReview(c *console, dir, name string) (*score.Gold, string, error) {
	f := fixes{folder: dir}
	file, err := f.read(name + correction.Ending)
	switch {
	case err != nil:
		return nil, "", errors.Unwrap(err)
	case file == nil || !file.Reviewed:
		return nil, "", message.New("is not marked as reviewed")
	}
	for _, ending := range []string{".json", ".yaml", ".jsonl"} {
		data := filepath.Join(dir, filepath.FromSlash(name)+ending)
		if _, err := os.Stat(data); err != nil {
			continue
		}
		for doc, err := range dataIn(c, data) {
			if err != nil {
				return nil, "", about(data, err)
			}
			n, err := noticeOf(doc)
			if err != nil {
				return nil, "", about(data, err)
			}
			if was := file.Source.SHA256; was != "" && was != n.Source.SHA256 {
				return nil, "", amended(n.Source.Name)
			}
			n, _ = file.Apply(n, nil) // changes nothing where extract has put the corrections on
			return score.Answer(n.Source.Name, n), n.Source.SHA256, nil
		}
	}
	return nil, "", message.Errorf("has no data beside it (%s)", path.Base(name)+".json")
}

// amended is the failure of an answer whose notice has changed since.
func amended(name string) error {
	return message.Errorf("was reviewed before notice %s was amended: extract and review it again", name)
}
