package desk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/policyx/policyx/cmd/policyx/batch"
	"github.com/policyx/policyx/schema/message"
)

// uploadLimit bounds one dropped file: what is larger is no notice that policyx reads.
const uploadLimit = 64 << 20

// errName is a name that no file of the folder can have.
var errName = message.New("no file here can have this name")

// errTaken is the name of another file, with other content.
var errTaken = message.New("another file here has this name")

// placeFor is the slash-separated place in the folder for a file that was dropped, as the browser calls it (its name, or its
// path in a dropped folder).
func placeFor(name string) (string, error) {
	if !fs.ValidPath(name) || name == "." || len(name) > 1024 || !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", errName
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || strings.TrimRight(part, " .") != part || strings.ContainsFunc(part, forbidden) || device(part) {
			return "", errName
		}
	}
	if first, _, _ := strings.Cut(name, "/"); strings.EqualFold(first, DataFolder) {
		return "", errName
	}
	return name, nil
}

// forbidden reports the characters that Windows allows in no name, and what steers a terminal.
func forbidden(r rune) bool { return strings.ContainsRune(`<>:"\|?*`, r) || !unicode.IsGraphic(r) }

// devices are names that no file on Windows can have, whatever its ending.
var devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}

func device(part string) bool {
	stem, _, _ := strings.Cut(part, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	port, numbered := strings.CutPrefix(strings.Replace(stem, "LPT", "COM", 1), "COM")
	return slices.Contains(devices, stem) || numbered && len([]rune(port)) == 1 && strings.Contains("0123456789¹²³", port)
}

// store writes a dropped file into the folder, whole or not at all, and returns its place there. A file of that name with other
// content is told by errTaken, unless instead says what to do: "replace" it, or keep "both", the new one with a number.
func store(folder, name, instead string, in io.Reader) (string, error) {
	place, err := placeFor(name)
	if err != nil {
		return "", err
	}
	data, err := io.ReadAll(io.LimitReader(in, uploadLimit+1))
	if err != nil {
		return "", err
	}
	if len(data) > uploadLimit {
		return "", message.Errorf("is larger than %d MiB", uploadLimit>>20)
	}
	for n := 2; ; n++ {
		file := filepath.Join(folder, filepath.FromSlash(place))
		old, err := os.ReadFile(file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return place, batch.Write(folder, file, data)
		case err != nil:
			return "", err
		case bytes.Equal(old, data):
			return place, nil
		case instead == "replace":
			return place, batch.Write(folder, file, data)
		case instead != "both":
			return "", errTaken
		}
		place = numbered(name, n)
	}
}

// numbered is a (2).txt.
func numbered(name string, n int) string {
	ext := path.Ext(name)
	return fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
}
